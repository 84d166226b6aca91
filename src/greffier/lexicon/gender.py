"""What a personal name says of its bearer's gender: `f`, `m`, or nothing.

A given name of `data/names/given-names.toml` says it where it is only a woman's or only a man's; else the ending of a
surname in Latin letters may (`data/names/gender.toml`). It is a hint for "he" and "she", never an entry of the record.

>>> gender_of("Natalia Roe"), gender_of("Boris Roe"), gender_of("Q. Petrova"), gender_of("Sasha Roe")
('f', 'm', 'f', '')
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from greffier.lexicon.load import DATA


@cache
def gender_of(name: str) -> str:
    """`f` or `m` as the words of `name` say it, empty where they do not or contradict each other."""
    words = name.lower().split()
    if len(words) < 2:
        return _by_surname(words[0]) if words else ""
    given = _given()
    said = {given[word] for word in words[:-1] if given.get(word)}
    return said.pop() if len(said) == 1 else "" if said else _by_surname(words[-1])


def _by_surname(surname: str) -> str:
    for gender, endings in _endings().items():
        if any(surname.endswith(ending) and len(surname) > len(ending) + 2 for ending in endings):
            return gender
    return ""


@cache
def _given() -> Mapping[str, str]:
    table = tomllib.loads((DATA / "names" / "given-names.toml").read_text(encoding="utf-8"))
    sets = {
        key: {w for line in table.get(key, ()) for w in line.replace("|", " ").lower().split()} for key in ("m", "f")
    }
    both = sets["m"] & sets["f"]
    return {word: key for key, words in sets.items() for word in words - both}


@cache
def _endings() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((DATA / "names" / "gender.toml").read_text(encoding="utf-8"))
    return {"f": tuple(table["feminine"]), "m": tuple(table["masculine"])}
