"""How right Greffier is in a language: F1 on papers read by hand, as measured when the package was made.

The figures are those of `tests/floors.json`, written here by `tools/floors.py`. A language without papers has none.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from greffier.lexicon.load import load_lexicon

FILE = Path(__file__).with_name("measured.json")
ASIDE = frozenset({"examples", "refuses", "about"})  # what tests a lexicon and is none of its words


@cache
def measured() -> Mapping[str, Mapping[str, float]]:
    """F1 (0 to 1) by kind of entry, for each language and for `all`; `papers` is how many were read.

    >>> 0 < measured()["nl"]["persons"] <= 1
    True
    """
    found: Mapping[str, Mapping[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def words_known(lang: str) -> int:
    """How many words and phrases the lexicon of `lang` holds.

    >>> words_known("nl") > 1000
    True
    """
    lexicon = load_lexicon(lang)
    return sum(_count(lexicon.table(topic)) for topic in lexicon.topics())


def _count(value: object) -> int:
    if isinstance(value, Mapping):
        return sum(_count(part) for key, part in value.items() if key not in ASIDE)
    if isinstance(value, list):
        return sum(1 if isinstance(part, str) else _count(part) for part in value)
    return 0
