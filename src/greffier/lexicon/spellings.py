"""The tables of personal names: how languages spell sounds, endings, particles, names that are one in many languages.

Every table is data under `data/names/`, its source on top; this module reads them into frozen records. Accents are
laid down (`bare`) since papers drop them, so one reading serves a name with and without them.

>>> spellings().groups["schtsch"], spellings().groups["щ"]
((('sh',), ('ch',)), (('sh',), ('ch', 't')))
>>> bare("Жомарт ТОҚАЕВ"), bare("Çağrı Šđ")
('жомарт тоқаев', 'cagri sđ')
"""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from greffier.model.errors import LexiconError

DATA = Path(__file__).parent / "data" / "names"
CONSONANTS = (
    "p",
    "b",
    "t",
    "d",
    "k",
    "g",
    "kh",
    "h",
    "f",
    "v",
    "w",
    "s",
    "z",
    "sh",
    "zh",
    "ts",
    "ch",
    "dzh",
    "r",
    "l",
    "m",
    "n",
    "ks",
    "th",
    "j",
)
VOWELS = ("a", "e", "i", "o", "u", "y")
SOUNDS = frozenset(CONSONANTS + VOWELS)
SILENT = "?"  # stands in a place's sounds where it may fall away

Place = tuple[str, ...]
Group = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending `form` that may stand for `bare`, at a cost, where at least `least` letters stand before it."""

    form: str
    bare: str
    kind: str
    cost: float
    least: int


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name in its many languages: full and short forms, and whose it is (`m` or `f`)."""

    sex: str
    full: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Letter groups with the sounds they may stand for: one place after another, each with its alternatives."""

    groups: Mapping[str, Group]
    longest: int


@dataclass(frozen=True, slots=True)
class NameForms:
    """Endings and small words of names."""

    endings: tuple[Ending, ...]
    patronymics: tuple[str, ...]
    patronymic_words: frozenset[str]
    surname_patronymics: tuple[str, ...]
    particles: frozenset[str]
    articles: frozenset[str]
    servants: frozenset[str]
    suffixes: frozenset[str]
    titles: frozenset[str]


def bare(text: str) -> str:
    """`text` in lower case without accents; letters that are more than an accent (đ, ł, ә, қ, ђ) stay."""
    marked = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).replace("ı", "i")
    return "".join(char for char in marked if not unicodedata.combining(char))


def read_group(value: str) -> Group:
    """The places of a group from its notation: `"sh/s kh?"`.

    >>> read_group("r? zh/z")
    (('r', '?'), ('zh', 'z'))
    >>> read_group("xx")
    Traceback (most recent call last):
    ValueError: no such sound: xx
    """
    places = []
    for place in value.split():
        sounds = place.split("/")
        silent = any(sound.endswith(SILENT) for sound in sounds)
        names = [sound.rstrip(SILENT) for sound in sounds]
        for name in names:
            if name not in SOUNDS:
                raise ValueError(f"no such sound: {name}")
        places.append((*names, SILENT) if silent else tuple(names))
    return tuple(places)


def joined(first: Group, second: Group) -> Group:
    """Both readings of one group as one: place by place, what only one has may fall away."""
    places = []
    for index in range(max(len(first), len(second))):
        one = first[index] if index < len(first) else (SILENT,)
        other = second[index] if index < len(second) else (SILENT,)
        sounds = [*dict.fromkeys([*one, *other])]
        places.append(tuple(sorted(sounds, key=lambda sound: sound == SILENT)))
    return tuple(places)


def _table(name: str) -> Mapping[str, Any]:
    file = DATA / name
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"names/{name}: cannot be read ({error}); mend the line named") from error


@cache
def spellings() -> Spellings:
    """Every orthography's letter groups, joined."""
    groups: dict[str, Group] = {}
    for name in ("spellings-latin.toml", "spellings-cyrillic.toml"):
        for code, table in _table(name).items():
            for letters, value in table.items():
                if letters == "spelling":
                    continue
                # ѓ and ќ are letters of their own, whose NFKD would make them г and к
                key = letters if letters in "ѓќ" else bare(letters)
                try:
                    group = read_group(value)
                except ValueError as error:
                    raise LexiconError(f"names/{name} [{code}] {letters}: {error}; the sounds stand on top") from error
                groups[key] = joined(groups[key], group) if key in groups else group
    return Spellings(groups, max(map(len, groups)))


@cache
def name_forms() -> NameForms:
    """The endings and small words of names."""
    table = _table("forms.toml")

    def words(section: str, key: str = "words") -> tuple[str, ...]:
        found: Sequence[str] = table[section][key]
        return tuple(dict.fromkeys(bare(word) for word in found))

    endings = [
        Ending(bare(form), bare(to), row["kind"], row["cost"], row["least"])
        for row in table["ending"]
        for form, _, to in (pair.partition(" ") for pair in row["forms"])
    ]
    return NameForms(
        endings=tuple(endings),
        patronymics=words("patronymic", "endings"),
        patronymic_words=frozenset(words("patronymic")),
        surname_patronymics=words("patronymic", "surnames"),
        particles=frozenset(words("particle")),
        articles=frozenset(words("article", "forms")),
        servants=frozenset(words("article", "servant")),
        suffixes=frozenset(words("suffix")),
        titles=frozenset(words("title")),
    )


@cache
def given_names() -> tuple[GivenName, ...]:
    """The given names that are one in several languages."""
    names = []
    table = _table("given-names.toml")
    for sex in ("m", "f"):
        for line in table[sex]:
            full, _, short = line.partition("|")
            names.append(GivenName(sex, tuple(full.split()), tuple(short.split())))
        names += [GivenName(sex, (name,), ()) for line in table["alone"][sex] for name in line.split()]
    return tuple(names)


@cache
def latin_countries() -> frozenset[str]:
    """The countries that write names in Latin letters themselves."""
    return frozenset(_table("scripts.toml")["latin"].split())
