"""Institutions as running text names them: `data/institutions/*.toml`, in every language at once (papers mix them).

Names are found with the inflections of their own language, acronyms only in exactly their letters; a short acronym only
in the languages that use it (UN is the United Nations in English and an article in a French heading). Of names that
begin together the longest counts. A name that several states use (Senate, Supreme Court) has no country.

>>> text = "Послы встретились в Парламентской ассамблее Совета Европы; PACE, la Commission de Venise, UN"
>>> [(text[start:end], found.id) for start, end, found in find_institutions(text, "ru")]
[('Парламентской ассамблее Совета Европы', 'pace'), ('PACE', 'pace'), ('Commission de Venise', 'venice-commission')]
>>> list(find_institutions("the pace of reform", "en"))
[]
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from greffier.lexicon.load import DATA
from greffier.lexicon.phrases import Phrase, PhraseIndex
from greffier.model.errors import LexiconError

FOLDER = DATA / "institutions"
TYPES = frozenset(
    {"organisation", "parliament", "chamber", "court", "media", "party", "ngo", "agency", "government", "bank"}
)
# These languages write an institution's name with a small letter too, unless it is a proper name (Новая газета).
_SMALL = {"fr": 3, "es": 3, "nl": 3, "sv": 3, "da": 3, "ru": 2, "kk": 2}  # from so many words on
_SMALL_TYPES = frozenset({"organisation", "parliament", "chamber", "court", "bank", "agency"})
_ANYWHERE = 4  # letters of an acronym that is found in any language; with three it must be English or Cyrillic


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution: what it is, whose it is (`""` where several states use the name), what it is called."""

    id: str
    country: str
    type: str
    names: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)
    acronyms: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)

    @property
    def name(self) -> str:
        """Its first English name, else the first of any language."""
        for forms in (self.names.get("en"), *self.names.values(), *self.acronyms.values()):
            if forms:
                return forms[0].replace("*", "")
        return self.id


@dataclass(frozen=True, slots=True)
class _Found:
    institution: Institution
    langs: frozenset[str] | None  # the languages that an acronym belongs to; None: any


@cache
def load_institutions() -> Mapping[str, Institution]:
    """The institutions by id."""
    return {made.id: made for file in sorted(FOLDER.glob("*.toml")) for made in _read(file.name)}


def find_institutions(text: str, lang: str) -> Iterator[tuple[int, int, Institution]]:
    """Yield start, end and institution of each name or acronym in `text`, whose language is `lang`."""
    for start, end, found in _index().find(text):
        if found.langs is None or lang in found.langs:
            yield start, end, found.institution


@cache
def about(family: str) -> Mapping[str, Any]:
    """The `[about]` table of one file of institutions: source, licence, examples, refusals."""
    table: Mapping[str, Any] = _parse(f"{family}.toml")["about"]
    return table


@cache
def _index() -> PhraseIndex[_Found]:
    phrases: list[Phrase[_Found]] = []
    for made in load_institutions().values():
        anywhere = _Found(made, None)
        for lang, names in made.names.items():
            small = _SMALL.get(lang, 0) if made.type in _SMALL_TYPES else 0
            for name in names:
                if small and len(name.split()) >= small:
                    name = name[0].lower() + name[1:]  # a small letter in the data is either in the text
                phrases.append(Phrase(name, anywhere, lang, "bodies"))
        for acronym, langs in _acronyms(made).items():
            phrases.append(Phrase(acronym, anywhere if _free(acronym, langs) else _Found(made, langs)))
    return PhraseIndex(phrases)


def _acronyms(made: Institution) -> dict[str, frozenset[str]]:
    owners: dict[str, frozenset[str]] = {}
    for lang, acronyms in made.acronyms.items():
        for acronym in acronyms:
            owners[acronym] = owners.get(acronym, frozenset()) | {lang}
    return owners


def _free(acronym: str, langs: frozenset[str]) -> bool:
    letters = sum(char.isalnum() for char in acronym)
    return letters >= _ANYWHERE or (letters == _ANYWHERE - 1 and ("en" in langs or acronym[0] >= "Ѐ"))


def _read(name: str) -> Iterator[Institution]:
    for raw in _parse(name).get("institution", ()):
        try:
            yield Institution(
                raw["id"],
                raw["country"],
                raw["type"],
                {lang: tuple(forms) for lang, forms in raw.get("names", {}).items()},
                {lang: tuple(forms) for lang, forms in raw.get("acronyms", {}).items()},
            )
        except KeyError as error:
            raise LexiconError(f"{name}: an institution lacks {error}; compare it with the guide on top") from error


def _parse(name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{FOLDER / name}: not valid TOML ({error}); mend the line named") from error
