"""Bodies that a line names in full with their acronym beside: "Water Safety Bureau (WSB)", "WSB (Water Safety Bureau)".

The letters of the acronym are the initials of the words, small words left out or not; Schwartz and Hearst (2003) give
the idea, the rule here is stricter: every letter is the initial of a word, in order, and the first word's first.

>>> from greffier.extract.names.line import line
>>> made = line("The Bureau of Water Safety (BWS) and a joint count sheet (JCS).", "en", ())
>>> [(made.cut(long.start, long.end), made.words[short], body) for long, short, body in find_pairs(made)]
[('Bureau of Water Safety', 'BWS', True), ('joint count sheet', 'JCS', False)]
"""

from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.words import (
    AND,
    ARTICLE,
    CAPITAL,
    HEAD,
    OF,
    ON,
    ROLE,
    TITLE,
    WORD,
)

_MOST = 14  # words before an acronym that are looked at
_SMALL = OF | ON | ARTICLE | AND


def find_pairs(line: Line) -> Iterator[tuple[Found, int, bool]]:
    """Yield each long form, the token of its acronym, and whether the long form is a body's name."""
    words, bits = line.words, line.bits
    for index in range(1, len(words) - 1):
        if words[index] not in ("(", "[") or not _acronym(words[index + 1]):
            continue
        close = index + 2
        while close < len(words) and close < index + 8 and words[close] not in (")", "]"):
            close += 1
        start = _start(line, index, words[index + 1])
        if start is None or close >= len(words):
            continue
        inside = bits[start:index]
        tagged = any(tag.kind == "ORG" and tag.start < index and start < tag.end for tag in line.tags)
        capitals = sum(bool(bit & CAPITAL) for bit in inside)
        body = bool(any(bit & HEAD for bit in inside) or (tagged and capitals > 1)) and not inside[0] & (ROLE | TITLE)
        head = next((line.vocabulary.kind(words[i]) or "" for i in range(start, index) if bits[i] & HEAD), "")
        yield Found(start, index, "body", 0.9, f"long form of {words[index + 1]}", head=head), index + 1, body


def find_defined(line: Line) -> Iterator[Found]:
    """Yield each body that is named beside its acronym, and the acronym."""
    for long, short, body in find_pairs(line):
        if body:
            yield long
            yield replace(long, start=short, end=short + 1, head="acronym", reason="acronym of the words before it")


def _acronym(word: str) -> bool:
    capitals = sum(char.isupper() for char in word)
    return capitals >= 2 and capitals >= len(word) - 2 and len(word) <= 10


def _start(line: Line, end: int, acronym: str) -> int | None:
    """The token where the long form of `acronym` begins that ends before token `end`."""
    letters = [char.casefold() for char in acronym if char.isalpha()]
    initials: list[tuple[int, str, bool]] = []
    index = end - 1
    while index >= 0 and end - index <= _MOST:
        if not line.bits[index] & WORD and line.words[index] not in ("-", "–", "&", ","):
            break
        if line.bits[index] & WORD:
            initials.append((index, line.words[index][0].casefold(), bool(line.bits[index] & _SMALL)))
        index -= 1
    at = len(letters) - 1
    for index, initial, small in initials:
        if at >= 0 and initial == letters[at]:
            at -= 1
            if at < 0:
                return index
        elif not small:
            return None
    return None
