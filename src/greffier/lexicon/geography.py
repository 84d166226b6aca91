"""Countries and places as running text names them: `data/<lang>/countries.toml` and `data/places.toml`.

A country is found by its names, by the adjective made of them and by its people, in every form that the language's data
give; a place (a capital, a seat, a region) is found in any language. Sources: CLDR for the names of states, the
project's own lists for the rest. What is ambiguous is left out: `Того` is a Russian pronoun more often than Togo.

>>> geography = load_geography("nl")
>>> geography.country_of("de Republiek Kazachstan"), geography.country_of("Kazachse"), geography.country_of("agenda")
('kz', 'kz', None)
>>> text = "Twee Wit-Russen en een Kazachse delegatie uit Astana"
>>> [(text[start:end], code, kind) for start, end, code, kind in find_countries(text, "nl")]
[('Wit-Russen', 'by', 'people'), ('Kazachse', 'kz', 'adjective')]
>>> [(text[start:end], place, country) for start, end, place, country in find_places(text)]
[('Astana', 'astana', 'kz')]
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from greffier.lexicon.inflection import inflect
from greffier.lexicon.load import DATA, load_lexicon
from greffier.lexicon.phrases import Phrase, PhraseIndex
from greffier.model.errors import LexiconError

KINDS = {"names": "name", "adjectives": "adjective", "people": "people"}
_BESIDE = 60  # code points that "Republic of" and the like may take beside a name


@dataclass(frozen=True, slots=True)
class Place:
    """A town, region or seat: the country it lies in now, and every name it goes or went by."""

    id: str
    country: str
    names: tuple[str, ...]
    former: tuple[str, ...] = ()
    not_in: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """The countries of one language."""

    lang: str
    names: Mapping[str, tuple[str, ...]]
    index: PhraseIndex[tuple[str, str]]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    articles: frozenset[str]

    def country_of(self, text: str) -> str | None:
        """The code of the country that `text` (a name, an adjective, a people; an article may lead) stands for."""
        return self._whole(text, ("name", "adjective", "people"))

    def find(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield start, end, code and kind of each country in `text`, in reading order."""
        reached = 0
        for start, end, (code, kind) in self.index.find(text):
            if kind == "name":
                if self.before and (match := self.before.search(text, max(reached, start - _BESIDE), start)):
                    start = match.start()
                if self.after and (match := self.after.match(text, end)):
                    end = match.end()
            if start >= reached:
                reached = end
                yield start, end, code, kind

    @property
    def pattern(self) -> re.Pattern[str]:
        """One regular expression for every form (`find` is faster: it looks words up)."""
        return _pattern(self)

    def _whole(self, text: str, kinds: tuple[str, ...]) -> str | None:
        text = text.strip()
        for start, end, code, kind in self.find(text):
            led = text[:start].strip()
            return code if end == len(text) and kind in kinds and (not led or led in self.articles) else None
        return None


@cache
def load_geography(lang: str) -> Geography:
    """The countries of `lang`; none where the language has no list of them."""
    table = load_lexicon(lang).table("countries")
    about = table.get("about", {})
    phrases: list[Phrase[tuple[str, str]]] = []
    for key, kind in KINDS.items():  # names first: of the same word, a name counts before an adjective
        for code, entry in table.items():
            if code != "about":
                phrases += (Phrase(form, (code, kind), lang, key) for form in entry.get(key, ()))
    return Geography(
        lang,
        {code: tuple(entry.get("names", ())) for code, entry in table.items() if code != "about"},
        PhraseIndex(phrases),
        _beside(about.get("prefixes", ()), lang, r"(?<!\w)(?:{})\Z"),
        _beside(about.get("suffixes", ()), lang, r"\s+(?:{})(?!\w)"),
        frozenset(about.get("articles", ())),
    )


def find_countries(text: str, lang: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, code and kind (`name`, `adjective`, `people`) of each country that `text` names."""
    return load_geography(lang).find(text)


@cache
def load_places() -> Mapping[str, Place]:
    """The places by id."""
    return {
        raw["id"]: Place(
            raw["id"],
            raw["country"],
            tuple(raw["names"]),
            tuple(raw.get("former", ())),
            frozenset(raw.get("not_in", ())),
        )
        for raw in _read(DATA / "places.toml").get("place", ())
    }


def find_places(text: str, lang: str = "") -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, id and country of each place that `text` names, in any of the languages.

    Where `lang` is given, places whose name is a common word of that language are left out.
    """
    for start, end, place in _places().find(text):
        if lang not in place.not_in:
            yield start, end, place.id, place.country


@cache
def _places() -> PhraseIndex[Place]:
    phrases: list[Phrase[Place]] = []
    for place in load_places().values():
        for name in place.names + place.former:
            if _cyrillic(name):  # Russian and Kazakh alike; Kazakh inflects what Russian leaves alone (в Баку, Бакуде)
                phrases += (Phrase(name, place, "ru"), Phrase(name.rstrip("*") + "*", place, "kk"))
            else:  # at most the genitive's s
                phrases.append(Phrase(name, place, "sv"))
    return PhraseIndex(phrases)


@cache
def _pattern(geography: Geography) -> re.Pattern[str]:
    by_head: dict[str, list[str]] = {}
    for head, rest in geography.index.forms():
        by_head.setdefault(head, []).append(rest)
    branches = (
        re.escape(head) + "(?:" + "|".join(sorted(rests, key=len, reverse=True)) + ")"
        for head, rests in sorted(by_head.items(), reverse=True)
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(branches) + r")(?!\w)")


def _beside(phrases: Sequence[str], lang: str, frame: str) -> re.Pattern[str] | None:
    """The regular expression of the words that may stand beside a name, or None where there are none."""
    options = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = ("(?:" + "|".join(map(re.escape, inflect(word, lang, "names"))) + ")" for word in phrase.split())
        option = r"\s+".join(words).replace("’", "['’]")
        spaced = "" if phrase.endswith("’") or frame.startswith(r"\s") else r"\s+"
        options.append(option + spaced)
    return re.compile(frame.format("|".join(options)), re.IGNORECASE) if options else None


def _cyrillic(name: str) -> bool:
    return any("Ѐ" <= char <= "ӿ" for char in name)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: not valid TOML ({error}); mend the line named") from error
