"""Persons of one line: what follows a title or a role, and what the tagger says, cleaned.

A name has no title, role, nationality or sentence's first word in it, no genitive, nothing after a mark. Names of an
enumeration after "the activists" and the like are found one by one.

>>> from greffier.extract.names.line import line
>>> made = line("President Ines Jansen met Mr Tom van der Berg MP and the activists A. Brown and Dora Bell.", "en", ())
>>> [made.cut(name.start, name.end) for name in find_persons(made)]
['Ines Jansen', 'Tom van der Berg', 'A. Brown', 'Dora Bell']
"""

from collections.abc import Iterator

from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.organisations import is_acronym
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
    ON,
    PARTICLE,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
    WORD,
)

LONGEST = 14  # words of the longest name: Arabic and Malay chains of fathers and ranks
_NO_NAME = NEVER | HEAD | TOPIC | COUNTRY | NATION | DOCUMENT | ROLE | TITLE
_LEADING = TITLE | ROLE | LISTS | NEVER | STOP | NATION | COUNTRY | ARTICLE | HEAD | ALONE
_SHORT = 2  # letters of an abbreviated given name
_TITLE_ALONE = 0.9  # confidence of a name after a title that the tagger does not see
_ROLE_ALONE = 0.7
_BREAKS = frozenset('\\/|[]{}()<>;:!?•*=+"«»“”„')


def find_persons(line: Line) -> Iterator[Found]:
    """Yield each person of `line`, in reading order, none overlapping."""
    titled = list(_after_titles(line))
    found = list(titled)
    for tag in line.tags:
        if tag.kind == "PER":
            span = clean(line, tag.start, tag.end)
            if span and not _constituency(line, *span):
                found.append(
                    Found(*span, "person", tag.confidence, f"tagger {tag.confidence:.2f}", _beside(line, *span))
                )
        elif tag.kind == "ORG":
            found += _behind(line, tag.start, tag.end)
    found += list(_before_brackets(line, found))
    found += list(_listed(line, found))
    yield from settle(line, found)


def _behind(line: Line, start: int, end: int) -> Iterator[Found]:
    """A name of two words or more at the end of what the tagger calls a body ("Security Council Ines Jansen")."""
    bits = line.bits
    cut = next(
        (i + 1 for i in range(end - 1, start - 1, -1) if bits[i] & (HEAD | TOPIC | ROLE | TITLE | COUNTRY)), None
    )
    if cut is None or end - cut < 2 or not line.near(cut - 1, cut):
        return
    if any(bit & (_NO_NAME | ACRONYM) or not bit & (CAPITAL | PARTICLE) for bit in bits[cut:end]):
        return
    titled = bool(bits[cut - 1] & (TITLE | ROLE))
    if (
        titled
        or "\u0400" <= line.words[cut][0] <= "\u052f"
        or bits[end - 1] & INITIAL
        or bits[cut - 1] & (HEAD | TOPIC)
    ):
        yield Found(*_whole(line, cut, end), "person", 0.5, "after a body's name", titled)


def _before_brackets(line: Line, found: list[Found]) -> Iterator[Found]:
    """A name before a party in brackets, where nothing else claims it: "Jansen (N-VA)", "Berg (S)"."""
    words, bits = line.words, line.bits
    taken = {i for name in found for i in range(name.start, name.end)}
    taken |= {i for tag in line.tags if tag.kind != "PER" for i in range(tag.start, tag.end)}
    for at in range(1, len(words) - 2):
        if (
            words[at] != "("
            or words[at + 2] != ")"
            or not is_acronym(words[at + 1])
            or bits[at + 1] & (COUNTRY | NATION)
        ):
            continue
        start = at
        while start and at - start < 5 and bits[start - 1] & (CAPITAL | PARTICLE) and not bits[start - 1] & _NO_NAME:
            start -= 1
        while start < at and (
            (bits[start] & STOP and not bits[start] & PARTICLE)
            or (not bits[start] & CAPITAL and start + 1 < at and bits[start + 1] & PARTICLE)
        ):
            start += 1
        letters = {word[0].casefold() for word in words[start:at]}
        if start == at or taken & set(range(start, at)) or (words[at + 1][0].casefold() in letters and at - start > 1):
            continue
        if any(bit & ACRONYM for bit in bits[start:at]):
            continue
        yield Found(start, at, "person", 0.7, f"before {words[at + 1]!r} in brackets", True)


def _listed(line: Line, found: list[Found]) -> Iterator[Found]:
    """Names of two or three words in a list that a name begins: "Ines Jansen, Tom Berg, Dora Bell and Ann Green"."""
    bits, words = line.bits, line.words
    starts = {name.start for name in found}
    claimed = {i for tag in line.tags if tag.kind != "PER" and tag.confidence > 0.6 for i in range(tag.start, tag.end)}
    claimed |= {i for land in line.lands for i in range(land.start, land.end)}
    for name in found:
        end = name.end
        while end + 2 < len(words) and (words[end] == "," or bits[end] & AND):
            start = end + 1
            if words[end] == "," and bits[start] & AND:
                start += 1
            next_end = run(line, start)
            if (
                next_end is None
                or start in starts
                or not 2 <= next_end - start <= 4
                or claimed & set(range(start, next_end))
            ):
                break
            if any(bit & (_NO_NAME | STOP | ACRONYM | HEAD) for bit in bits[start:next_end]):
                break
            yield Found(start, next_end, "person", 0.65, "in a list of names")
            starts.add(start)
            end = next_end


def _constituency(line: Line, start: int, end: int) -> bool:
    """Whether a lone word after "member for" is where a member is elected, not a person."""
    bits = line.bits
    return end - start == 1 and start > 1 and bool(bits[start - 1] & (ON | AT) and bits[start - 2] & (ROLE | LISTS))


def settle(line: Line, found: list[Found]) -> Iterator[Found]:
    """Of names that overlap, yield one: that after a title, unless it runs over what the tagger calls otherwise."""
    found.sort(key=lambda name: (name.start, -name.end))
    kept: list[Found] = []
    for name in found:
        if kept and kept[-1].meets(name):
            kept[-1] = _better(line, kept[-1], name)
        elif kept and kept[-1].end == name.start and line.near(name.start - 1, name.start) and not name.titled:
            confidence = max(kept[-1].confidence, name.confidence)  # the tagger cut a long name in two
            kept[-1] = Found(kept[-1].start, name.end, "person", confidence, kept[-1].reason, kept[-1].titled)
        else:
            kept.append(name)
    yield from kept


def _better(line: Line, one: Found, other: Found) -> Found:
    long, short = (one, other) if one.size >= other.size else (other, one)
    extra = [i for i in range(long.start, long.end) if not short.start <= i < short.end]
    over = any(tag.kind != "PER" and tag.start <= i < tag.end for i in extra for tag in line.tags)
    # a run of capitals after a title may swallow what comes next; the tagger's own end is trusted then
    best = short if over and short.titled and short.confidence >= 0.6 else long
    confidence = max(one.confidence, other.confidence)
    return Found(best.start, best.end, "person", confidence, best.reason, one.titled or other.titled)


def _after_titles(line: Line) -> Iterator[Found]:
    bits = line.bits
    last = len(bits) - 1
    for index, bit in enumerate(bits):
        if not bit & (TITLE | LISTS | ROLE) or index == last:
            continue
        after = index + 1
        if line.words[after] == "." and after < last and line.near(index, after):
            after += 1
        if bits[after] & (TITLE | ROLE) and not _may_be_name(bits[after]):
            continue
        end = run(line, after)
        if end is None:
            if bit & LISTS and line.words[after] == ":":
                end = run(line, after + 1)
                after += 1
            if end is None:
                continue
        alone = bit & LISTS and end - after == 1 and not _tagged(line, after) and not _goes_on(line, end)
        if bit & (TITLE | LISTS) and not alone:
            yield Found(after, end, "person", _TITLE_ALONE, f"after the title {line.words[index]!r}", True)
        elif _seen(line, after, end):
            yield Found(after, end, "person", _ROLE_ALONE, f"after the role {line.words[index]!r}", True)
        if bit & LISTS:
            yield from _enumeration(line, end, line.words[index])


def _goes_on(line: Line, end: int) -> bool:
    return end < len(line.bits) and (line.words[end] == "," or bool(line.bits[end] & AND))


def _may_be_name(bit: int) -> bool:
    return not bit & (TITLE | ROLE)


def _seen(line: Line, start: int, end: int) -> bool:
    """Whether a run after a mere role is a name: the tagger sees a person in it, or nothing else claims it."""
    if any(tag.kind == "PER" and tag.start < end and start < tag.end for tag in line.tags):
        return True
    if any(tag.start < end and start < tag.end for tag in line.tags):
        return False
    if any(bit & (ROLE | TITLE | TOPIC | HEAD | NEVER | ACRONYM) for bit in line.bits[start:end]):
        return False
    # "minister Jansen": a role in lower case names the next capital; one with a capital may begin a longer title
    return end - start > 1 or not line.bits[start - 1] & CAPITAL


def _enumeration(line: Line, end: int, word: str) -> Iterator[Found]:
    size = len(line.bits)
    while end + 1 < size and (line.words[end] == "," or line.bits[end] & AND):
        start = end + 1
        if start + 1 < size and line.words[end] == "," and line.bits[start] & AND:
            start += 1
        if start < size and line.bits[start] & (TITLE | ROLE) and start + 1 < size:
            start += 1
        next_end = run(line, start)
        if next_end is None or not (next_end - start > 1 or _tagged(line, start)):
            return
        yield Found(start, next_end, "person", 0.8, f"in the list after {word!r}", True)
        end = next_end


def _tagged(line: Line, index: int) -> bool:
    return any(tag.kind == "PER" and tag.start <= index < tag.end for tag in line.tags)


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
            if bit & _NO_NAME and not bit & (PARTICLE | KIN) and not surname:
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
        elif bit & PARTICLE and index + 1 < limit:
            index += 1
        else:
            break
    if end == start or all(bits[i] & INITIAL for i in range(start, end)):
        return None
    return end


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
    while end - 1 > start and bits[end - 1] & (AFTER | HEAD | NEVER | DOCUMENT) and not bits[end - 1] & KIN:
        end -= 1
    if end - start == 1 and bits[start] & (NEVER | ROLE | TITLE | HEAD | COUNTRY | NATION | TOPIC | DOCUMENT | INITIAL):
        return None
    return _whole(line, start, end) if start < end else None


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


def _whole(line: Line, start: int, end: int) -> tuple[int, int]:
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
    if start < first and start and bits[start - 1] & CAPITAL and not bits[start - 1] & (_NO_NAME | STOP | ACRONYM):
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


def _beside(line: Line, start: int, end: int) -> bool:
    """Whether a title or role stands right before a name."""
    return start > 0 and bool(line.bits[start - 1] & (TITLE | ROLE | LISTS))
