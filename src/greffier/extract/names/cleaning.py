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
    MODIFIER,
    NATION,
    NEVER,
    PARTICLE,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
    WORD,
)
from greffier.extract.tagger import load_tagger

LONGEST = 14  # words of the longest name: Arabic and Malay chains of fathers and ranks
NO_NAME = NEVER | HEAD | TOPIC | COUNTRY | NATION | DOCUMENT | ROLE | TITLE
_LEADING = TITLE | ROLE | LISTS | NEVER | STOP | NATION | COUNTRY | ARTICLE | HEAD | ALONE
_SHORT = 2  # letters of an abbreviated given name
_FULL = 2  # words that a name keeps when a country is cut off behind it
_JOINTS = frozenset(".-’'")
_BREAKS = frozenset('\\/|[]{}()<>;:!?•*=+"«»“”„')


def run(line: Line, start: int) -> int | None:
    """The end of the name that begins at token `start`, or None where none does."""
    bits, words = line.bits, line.words
    end = index = start
    if bits[start] & ACRONYM and start + 1 < len(bits) and bits[start + 1] & CAPITAL and not words[start + 1].isupper():
        return None  # "head of the CEC Ines Jansen": the acronym is a body's
    small = bits[start] & PARTICLE and not bits[start] & CAPITAL
    if small and start + 1 < len(bits) and bits[start + 1] & ACRONYM:
        return None  # "secrétaire général de l'ABC"
    limit = min(len(bits), start + LONGEST)
    while index < limit:
        bit = bits[index]
        if index > start and (not line.near(index - 1, index) or other_script(words[index], words[start])):
            break
        if bit & CAPITAL:
            if (bit & AFTER and index > start) or _seat(line, start, index):
                break
            # a surname may be a title or a role (Bishop, King) once a given name stands before it
            surname = bit & (TITLE | ROLE) and not bit & (HEAD | TOPIC) and end == index and index == start + 1
            surname = surname and not (index + 1 < limit and bits[index + 1] & CAPITAL and line.near(index, index + 1))
            small = index > start and not bits[index - 1] & CAPITAL
            behind = small and end > start and (bits[index - 1] & PARTICLE or words[index - 1] == "t")
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
                index += 1  # an abbreviated given name: "Ma. Elena", "Th. Berg"
        elif bit & AND and (index == start or (index - start > 1 and bits[min(index + 2, limit - 1)] & CAPITAL)):
            break
        elif bit & PARTICLE and index + 1 < limit and (not bit & AT or (index > start and _in_person(line, index))):
            index += 1
        elif words[index] in ("'", "’") and index + 2 < limit and words[index + 1] == "t" and end > start:
            index += 2  # "van 't Hof"
        else:
            break
    if end == start or all(bits[i] & INITIAL for i in range(start, end)):
        return None
    if not bits[start] & CAPITAL and all(bits[i] & ACRONYM or not bits[i] & CAPITAL for i in range(start, end)):
        return None  # "secretario general de la OEA"
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
    start, end = _unmarked(line, start, end)
    start = _after_body(line, start, end)
    start = _after_title(line, start, end)
    bits = line.bits
    while start < end and (bits[start] & (_LEADING | AND) or not bits[start] & WORD) and _may_lead(line, start, end):
        start += 1
    while start < end and not bits[start] & (CAPITAL | PARTICLE):
        start += 1
    end = _to_last(line, start, end)
    if start >= end or _holds_body(line, start, end) or (end - start == 1 and _is_no_name(line, start)):
        return None
    if end < len(bits) and bits[end] & DOCUMENT and bits[end] & CAPITAL and line.near(end - 1, end):
        return None  # what is called after someone: "the Jansen Prize"
    return whole(line, start, end)


def _in_person(line: Line, index: int) -> bool:
    return any(tag.kind == "PER" and tag.start < index < tag.end - 1 for tag in line.tags)


def other_script(one: str, other: str) -> bool:
    """Whether two words are in two scripts ("Media Plus Анна")."""
    return ("\u0400" <= one[0] <= "\u052f") != ("\u0400" <= other[0] <= "\u052f") and one[0].isalpha()


def _unmarked(line: Line, start: int, end: int) -> tuple[int, int]:
    """The span up to the first mark that cannot be inside a name, or after it where only small words are before."""
    for index in range(start, end):
        if line.words[index] in _BREAKS:
            if any(line.bits[i] & CAPITAL for i in range(start, index)):
                return start, index
            start = index + 1
    return start, end


def _after_title(line: Line, start: int, end: int) -> int:
    """Where the name begins behind the last title or role; a surname may be one too ("Ann Bishop")."""
    bits = line.bits
    for index in range(end - 2, start - 1, -1):
        bit, after = bits[index], bits[index + 1]
        if bit & (TITLE | ROLE | LISTS) and not bit & PARTICLE and after & (CAPITAL | PARTICLE) and not after & AFTER:
            given = index > start and bit & CAPITAL and bits[index - 1] & CAPITAL and index + 1 == end
            if not given:
                return index + 1
    return start


def _to_last(line: Line, start: int, end: int) -> int:
    """Where the name ends: before a small word or a field, without what stands after names."""
    bits, words = line.bits, line.words
    for index in range(start, end):
        bit = bits[index]
        if _seat(line, start, index):
            end = index
            break
        if (
            words[index] in _JOINTS
            or (bit & CAPITAL and not bit & TOPIC)
            or (not bit & CAPITAL and bit & (PARTICLE | KIN))
        ):
            continue
        # a field of policy ends the name, but a surname may be one word of it ("Jude Law")
        surname = bit & CAPITAL and index > start and index + 1 == end and "g" in load_tagger().marks(words[start])
        if not surname and not (words[index] == "t" and words[index - 1] in "'’"):
            end = index
            break
    while end > start and not bits[end - 1] & (CAPITAL | KIN):
        end -= 1
    while end > start and bits[end - 1] & ROLE and not bits[end - 1] & TITLE:
        end -= 1
    given = end - start == _FULL and "g" in load_tagger().marks(words[start])
    least = AFTER | NEVER if given else AFTER | HEAD | NEVER | DOCUMENT  # "Elena Cruz", though "cruz" is a head noun
    while end - 1 > start and bits[end - 1] & least and not bits[end - 1] & KIN:
        if bits[end - 2] & PARTICLE and not bits[end - 2] & CAPITAL:
            break
        end -= 1
    while end - start > _FULL and bits[end - 1] & (COUNTRY | NATION):
        end -= 1
    return end


def _seat(line: Line, start: int, index: int) -> bool:
    """Whether token `index` is the chamber that a whole name's bearer is of ("Ines Jansen van de Senaat")."""
    bits = line.bits
    small = index > start + _FULL and bits[index - 1] & PARTICLE and not bits[index - 1] & CAPITAL
    return bool(small and bits[index] & ALONE and bits[index] & CAPITAL)


def _holds_body(line: Line, start: int, end: int) -> bool:
    """Whether a head noun stands inside, so that the span is a body's name ("Milli Majlis Azerbaijan")."""
    return any(
        line.bits[index] & HEAD and line.bits[index] & CAPITAL and not line.bits[index] & (TITLE | PARTICLE | KIN)
        for index in range(start, end - 1)
    )


def _is_no_name(line: Line, index: int) -> bool:
    """Whether a lone word is no person's name by itself."""
    bit = line.bits[index]
    if bit & ACRONYM and len(line.words[index]) <= _SHORT + 1:
        return True
    return bool(bit & (NEVER | ROLE | TITLE | HEAD | COUNTRY | NATION | TOPIC | DOCUMENT | INITIAL))


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
        end += 1  # "D’" and "Aubert" are two tokens
    if start and words[start - 1][-1] in "'’" and spans[start][0] == spans[start - 1][1] and bits[start - 1] & CAPITAL:
        start -= 1
    while start and bits[start - 1] & INITIAL and not bits[start - 1] & TITLE and line.near(start - 1, start):
        start -= 1
    while start and first - start < _SHORT and _names_on(line, start - 1):
        start -= 1
    if start < first and start and bits[start - 1] & CAPITAL and not bits[start - 1] & (NO_NAME | STOP | ACRONYM):
        start -= 1
    if (bits[end - 1] & INITIAL and end - start > 1) or _goes_on(line, end):
        end = max(run(line, start) or end, end)
    return start, end


def _names_on(line: Line, index: int) -> bool:
    """Whether the token right before a name is a part of it that the tagger left out: a plain capital, no opening."""
    bit = line.bits[index]
    known = NO_NAME | STOP | ACRONYM | MODIFIER | ARTICLE | AND | LISTS
    if not bit & CAPITAL or bit & known or index in line.opens or line.vocabulary.nouns_capital:
        return False
    claimed = any(tag.start <= index < tag.end for tag in line.tags)
    landed = any(land.start <= index < land.end for land in line.lands)
    return not claimed and not landed and line.near(index, index + 1)


def _goes_on(line: Line, end: int) -> bool:
    """Whether two particles or more follow, as in "van der Berg", "van 't Hof"."""
    bits, words = line.bits, line.words
    if end + 2 >= len(bits) or not bits[end] & PARTICLE or bits[end] & CAPITAL:
        return False
    if words[end + 1] in ("'", "’"):
        return True
    after = bits[end + 2]
    small = bits[end + 1] & PARTICLE and not bits[end + 1] & CAPITAL
    return bool(small and not after & (ALONE | MODIFIER | NO_NAME & ~HEAD))


def _may_lead(line: Line, start: int, end: int) -> bool:
    """Whether token `start` may be cut off: a title always, another word only where a whole name is left."""
    bit = line.bits[start]
    if bit & AND and not bit & CAPITAL:
        return True
    if (
        bit & HEAD
        and not bit & (TITLE | ROLE)
        and end - start == _FULL
        and "g" in load_tagger().marks(line.words[start])
    ):
        return False  # a given name that looks like a form of a head noun
    if bit & PARTICLE and not (bit & CAPITAL and bit & ARTICLE and start in line.opens):
        return not (start + 1 < end and line.bits[start + 1] & (CAPITAL | PARTICLE))
    return True if not bit & CAPITAL or bit & (TITLE | ROLE | LISTS | ARTICLE | NATION | COUNTRY) else end - start > 1
