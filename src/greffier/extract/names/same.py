"""When two names of one paper are one: forms of a word, initials, fewer words, another romanisation.

A word is folded (case, accents) and known by its stems: itself and what is left without each ending of its language, so
that an inflected form meets its base. Sounds compare consonants only, and only for whole names.

>>> same_words(("майя", "иванова"), ("майи", "ивановой"), "ru")
True
>>> same_words(("anna", "maria", "jansen"), ("a.", "jansen"), "en")
True
>>> same_words(("anna", "jansen"), ("tom", "jansen"), "en")
False
>>> sounds("petroesjka") == sounds("petrouchka"), sounds("kelova") == sounds("kepalova")
(True, False)
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from greffier.extract.names.words import (
    vocabulary,
)

# Case endings of names by script's language; Russian declension (AG-80 § 1140–1290), Kazakh case suffixes.
_RUSSIAN = (
    *("ого", "ему", "ому", "ыми", "ими", "ией", "ием", "ой", "ей", "ою", "ею", "ым", "им", "ом", "ем", "ую", "юю"),
    *(
        "ая",
        "яя",
        "ое",
        "ее",
        "ые",
        "ие",
        "ых",
        "их",
        "ый",
        "ий",
        "ии",
        "ия",
        "ию",
        "а",
        "я",
        "у",
        "ю",
        "е",
        "ы",
        "и",
        "о",
        "й",
        "ь",
    ),
)
_SHORT = 3


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """`word` in one case, without accents, `ё` as `е`; the Kazakh and Russian letters stay."""
    low = word.casefold().replace("’", "'").replace("ё", "е").replace("\u00ad", "")
    if low.isascii():
        return low
    bare = (c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c) or c == "\u0306")
    return unicodedata.normalize("NFC", "".join(bare))


@lru_cache(maxsize=20_000)
def stems(word: str, lang: str) -> frozenset[str]:
    """The folded `word` and what is left of it without an ending of its language."""
    low = fold(word)
    found = {low}
    if "\u0400" <= low[:1] <= "\u052f":
        endings = (*vocabulary("kk").endings, *_RUSSIAN) if lang == "kk" else _RUSSIAN
    else:
        endings = vocabulary(lang).endings
    for ending in endings:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORT:
            found.add(low[: len(low) - len(ending)])
    return frozenset(found)


def same_word(one: str, other: str, lang: str) -> bool:
    """Whether two folded words are forms of one, or one the other's initial."""
    if one == other:
        return True
    if len(one) <= 2 and one.rstrip(".") and len(other) > 2:
        return other.startswith(one.rstrip("."))
    if len(other) <= 2 and other.rstrip(".") and len(one) > 2:
        return one.startswith(other.rstrip("."))
    return not stems(one, lang).isdisjoint(stems(other, lang))


def same_words(full: tuple[str, ...], part: tuple[str, ...], lang: str) -> bool:
    """Whether the words `part` stand in `full` in order, the last of both being one; or all in another order."""
    if len(part) > len(full):
        full, part = part, full
    if not same_word(full[-1], part[-1], lang):
        if len(full) != len(part):
            return False
        left = list(full)
        for word in part:
            hit = next((other for other in left if same_word(other, word, lang) and len(word) > 2), None)
            if hit is None:
                return False
            left.remove(hit)
        return True
    at = 0
    for word in part:
        while at < len(full) and not same_word(full[at], word, lang):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


_SOUNDS = (
    (re.compile(r"sch|tsch|tch|tsj|zh|sh|ch|sj|cz|sz|dzh|dj|ts"), "s"),
    (re.compile(r"kh|ck|qu|q|c(?![eiy])"), "k"),
    (re.compile(r"c|z"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[aeiouyjh'’ʼ.\-]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=20_000)
def sounds(word: str) -> str:
    """The consonants of `word` in a rough spelling common to the romanisations of Europe."""
    low: str = anyascii(word).lower()
    for pattern, by in _SOUNDS:
        low = pattern.sub(by, low)
    return low


def sound_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are as many words, each sounding and beginning like its counterpart, long enough to tell."""
    if len(one) != len(other):
        return False
    heard = 0
    for a, b in zip(one, other, strict=True):
        sound = sounds(a)
        if sound != sounds(b) or (sound[:1] and (a[:1] in "aeiou") != (b[:1] in "aeiou")):
            return False
        heard += len(sound)
    return heard >= 4
