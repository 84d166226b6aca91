"""What tells a sentence from others in any language: its marks, words of known meaning, words that sound alike.

Parliaments share much of their vocabulary (resolution, резолюция; democratie, démocratie); the consonants of a word's
beginning in Latin letters are a cheap sign of it (Simard, Foster, Isabelle 1992, cognates for aligning).

>>> sorted(key for key in features("de resolutie over Oslo", "nl", ()).shared if key[0] == "k")
['k:rsls']
>>> features("резолюция", "ru", ()).shared >= {"k:rsls"}
True
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from anyascii import anyascii

from greffier.publish.concord.marks import Mark, concepts

WORD = re.compile(r"[^\W\d_]{5,}")
SOUNDS = (
    (re.compile(r"tsch|tch|sch|zh|sh|ch|sz|cz|ts|tz|(?<=[a-z])ti(?=[aeou])|c(?=[eiy])|z"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|ck|qu|q|c"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[aeiouyjh'’]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
LETTERS = 4  # consonants of a word's beginning that are compared
WEIGHTS = {
    "d": 4.0,
    "n": 2.5,
    "p": 4.0,
    "l": 3.0,
    "b": 2.5,
    "t": 3.0,
    "c": 1.5,
    "x": 1.5,
    "k": 1.2,
    "not": 0.8,
    "w": 1.0,
}


@dataclass(frozen=True, slots=True)
class Features:
    """`shared` are signs that a translation may have too, `asked` those of them that it must have."""

    shared: frozenset[str]
    asked: frozenset[str]


def features(text: str, lang: str, marks: Iterable[Mark]) -> Features:
    """The features of a stretch of text with its marks."""
    shared: set[str] = set()
    asked: set[str] = set()
    for mark in marks:
        shared |= mark.said
        if mark.hard and mark.kind not in ("negation", "person"):
            asked |= mark.keys
    shared.update(meaning for _, meaning in concepts(text, lang))
    for word in WORD.findall(text):
        sound = skeleton(word)
        if len(sound) > 2:
            shared.add(f"k:{sound}")
    return Features(frozenset(shared), frozenset(asked))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The first consonants of a word, as most languages of Europe would write them."""
    low = anyascii(word).lower()
    for pattern, by in SOUNDS:
        low = pattern.sub(by, low)
    return low[:LETTERS]


def rarity(all_features: Iterable[Features]) -> Mapping[str, float]:
    """The weight of each feature: that of its sort, the less the more sentences have it."""
    counted: Counter[str] = Counter()
    number = 0
    for one in all_features:
        counted.update(one.shared)
        number += 1
    whole = log(2 + number)
    return {key: WEIGHTS[key.partition(":")[0]] * log((2 + number) / times) / whole for key, times in counted.items()}
