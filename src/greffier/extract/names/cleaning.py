"""Where a person's name begins and ends: a run of capitals and particles, and what the tagger found, cleaned.

>>> from greffier.extract.names.line import line
>>> made = line("President Ines Jansen and Tom van der Berg MP", "en", ())
>>> made.cut(1, run(made, 1) or 1), clean(made, 0, 3), clean(made, 4, 9)
('Ines Jansen', (1, 3), (4, 8))
"""

from greffier.extract.names.line import Line
from greffier.extract.names.words import (
    ACRONYM,
    AFTER,
    ALONE,
    AND,
    ARTICLE,
    AT,
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    HEAD,
    INITIAL,
    KIN,
    LISTS,
    NATION,
    NEVER,
    PARTICLE,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
    WORD,
)

LONGEST = 14  # words of the longest name: Arabic and Malay chains of fathers and ranks
NO_NAME = NEVER | HEAD | TOPIC | COUNTRY | NATION | DOCUMENT | ROLE | TITLE
_LEADING = TITLE | ROLE | LISTS | NEVER | STOP | NATION | COUNTRY | ARTICLE | HEAD | ALONE
_SHORT = 2  # letters of an abbreviated given name
_BREAKS = frozenset('\\/|[]{}()<>;:!?•*=+"«»“”„')


def run(line: Line, start: int) -> int | None:
    """The end of the name that begins at token `start`, or None where none does."""
    bits, words = line.bits, line.words
    end = index = start
    if bits[start] & ACRONYM and start + 1 < len(bits) and bits[start + 1] & CAPITAL and not words[start + 1].isupper():
        return None  # "head of the CEC Ines Jansen": the acronym is a body's
    limit = min(len(bits), start + LONGEST)
    while index < limit:
        bit = bits[index]
        if index > start and not line.near(index - 1, index):
            break
        if bit & CAPITAL:
            if bit & AFTER and index > start:
                break
            # a surname may be a title or a role (Bishop, King) once a given name stands before it
            surname = bit & (TITLE | ROLE) and not bit & (HEAD | TOPIC) and end == index and index == start + 1
            behind = index > start and bits[index - 1] & PARTICLE and not bits[index - 1] & CAPITAL and end > start
            behind = behind and not bit & (NO_NAME & ~HEAD)  # "van 't Hof"
            if bit & NO_NAME and not bit & (PARTICLE | KIN) and not surname and not behind:
                break
            if words[index].isupper() and len(words[index]) > 1 and index > start and bit & (HEAD | NEVER):
                break
            index += 1
            end = index
            if (
                index + 1 < limit
                and words[index] == "."
                and bits[index + 1] & CAPITAL
                and len(words[index - 1]) <= _SHORT
            ):
                index += 1  # an abbreviated given name: "Ma. Theresa", "Th. Berg"
        elif bit & AND and index - start > 1 and index + 2 < limit and bits[index + 2] & CAPITAL:
            break
        elif bit & PARTICLE and index + 1 < limit and (index > start or not bit & AT):
            index += 1
        else:
            break
    if end == start or all(bits[i] & INITIAL for i in range(start, end)):
        return None
    return end


def parted(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """The span cut where an "and" stands between two whole names ("Ana Gil y Eva Rey"; not "Ortega y Gasset")."""
    bits = line.bits
    for index in range(start + 2, end - 2):
        if bits[index] & AND and bits[index - 2] & CAPITAL and bits[index + 2] & CAPITAL:
            return [(start, index), *parted(line, index + 1, end)]
    return [(start, end)]


def clean(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The name inside what the tagger calls a person, or None where there is none."""
    bits, words = line.bits, line.words
    for index in range(start, end):
        if words[index] in _BREAKS:
            if any(bits[i] & CAPITAL for i in range(start, index)):
                end = index
                break
            start = index + 1
    start = _after_body(line, start, end)
    for index in range(end - 2, start - 1, -1):
        bit, after = bits[index], bits[index + 1]
        if bit & (TITLE | ROLE | LISTS) and not bit & PARTICLE and after & (CAPITAL | PARTICLE) and not after & AFTER:
            given = index > start and bit & CAPITAL and bits[index - 1] & CAPITAL and index + 1 == end - 0
            if not given:
                start = index + 1
                break
    while start < end and (bits[start] & _LEADING or not bits[start] & WORD) and _may_lead(line, start, end):
        start += 1
    while start < end and not bits[start] & (CAPITAL | PARTICLE):
        start += 1
    for index in range(start, end):
        bit = bits[index]
        if not bit & WORD or (not bit & CAPITAL and not bit & (PARTICLE | KIN)) or (bit & TOPIC and bit & CAPITAL):
            if words[index] in (".", "-", "’", "'", ",") and words[index] != ",":
                continue
            end = index
            break
    while end > start and not bits[end - 1] & CAPITAL and not bits[end - 1] & KIN:
        end -= 1
    while end > start and bits[end - 1] & ROLE and not bits[end - 1] & TITLE:
        end -= 1
    while (
        end - 1 > start
        and bits[end - 1] & (AFTER | HEAD | NEVER | DOCUMENT)
        and not bits[end - 1] & KIN
        and (bits[end - 2] & CAPITAL or not bits[end - 2] & PARTICLE)
    ):
        end -= 1
    if end - start == 1 and bits[start] & ACRONYM and len(words[start]) <= _SHORT + 1:
        return None
    if end - start == 1 and bits[start] & (NEVER | ROLE | TITLE | HEAD | COUNTRY | NATION | TOPIC | DOCUMENT | INITIAL):
        return None
    return whole(line, start, end) if start < end else None


def _after_body(line: Line, start: int, end: int) -> int:
    """Where the name begins behind a body or a place that the tagger took into it ("Election Board Ines Jansen")."""
    bits = line.bits
    for index in range(end - 3, start - 1, -1):
        if (
            bits[index] & (HEAD | DOCUMENT | ACRONYM)
            and not bits[index] & (TITLE | PARTICLE)
            and not line.words[end - 1].isupper()
        ):
            start = index + 1
            break
    land = next((land for land in line.lands if land.start == start and land.end < end - 1), None)
    return land.end if land else start


def whole(line: Line, start: int, end: int) -> tuple[int, int]:
    """The name with the initials that a sentence's end cut off, and what stands before or after them."""
    bits = line.bits
    first = start
    spans, words = line.spans, line.words
    if words[end - 1][-1] in "'’" and end < len(bits) and spans[end][0] == spans[end - 1][1] and bits[end] & CAPITAL:
        end += 1  # "D’" and "Hose" are two tokens
    if start and words[start - 1][-1] in "'’" and spans[start][0] == spans[start - 1][1] and bits[start - 1] & CAPITAL:
        start -= 1
    while start and bits[start - 1] & INITIAL and not bits[start - 1] & TITLE and line.near(start - 1, start):
        start -= 1
    if start < first and start and bits[start - 1] & CAPITAL and not bits[start - 1] & (NO_NAME | STOP | ACRONYM):
        start -= 1
    if bits[end - 1] & INITIAL and end - start > 1:
        end = run(line, start) or end
    return start, end


def _may_lead(line: Line, start: int, end: int) -> bool:
    """Whether token `start` may be cut off: a title always, another word only where a whole name is left."""
    bit = line.bits[start]
    if bit & PARTICLE and not bit & CAPITAL:
        return False
    return True if not bit & CAPITAL or bit & (TITLE | ROLE | LISTS | ARTICLE | NATION | COUNTRY) else end - start > 1
