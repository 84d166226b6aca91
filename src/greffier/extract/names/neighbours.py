"""Persons known by what stands beside them: in a list of names, before a party in brackets, behind a body's name.

>>> from greffier.extract.names.line import line
>>> made = line("Ines Jansen (ABC) spoke.", "en", ())
>>> [made.cut(name.start, name.end) for name in before_brackets(made, [])]
['Ines Jansen']
"""

from collections.abc import Iterator

from greffier.extract.names.cleaning import NO_NAME, run, whole
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.organisations import is_acronym
from greffier.extract.names.words import (
    ACRONYM,
    AND,
    CAPITAL,
    COUNTRY,
    HEAD,
    INITIAL,
    MODIFIER,
    NATION,
    PARTICLE,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
)
from greffier.extract.tagger import load_tagger


def behind(line: Line, start: int, end: int) -> Iterator[Found]:
    """A name of two words or more at the end of what the tagger calls a body ("Security Council Ines Jansen")."""
    bits = line.bits
    cut = next(
        (i + 1 for i in range(end - 1, start - 1, -1) if bits[i] & (HEAD | TOPIC | ROLE | TITLE | COUNTRY)), None
    )
    known = next((known.end for known in line.known if start <= known.start and known.end < end), None)
    cut = max((place for place in (cut, known) if place is not None), default=None)
    if cut is None or end - cut < 2 or not line.near(cut - 1, cut):
        return
    if any(bit & (NO_NAME | ACRONYM) or not bit & (CAPITAL | PARTICLE) for bit in bits[cut:end]):
        return
    titled = bool(bits[cut - 1] & (TITLE | ROLE))
    if (
        titled
        or _seated(line, start, cut)
        or "\u0400" <= line.words[cut][0] <= "\u052f"
        or bits[end - 1] & INITIAL
        or bits[cut - 1] & (HEAD | TOPIC)
    ):
        yield Found(*whole(line, cut, end), "person", 0.5, "after a body's name", titled)


def _seated(line: Line, start: int, cut: int) -> bool:
    """Whether what ends at `cut` is a country that an office leads to ("Ambassador to Utopia Ines Jansen")."""
    first = next((land.start for land in line.lands if land.end == cut and land.kind == "name"), None)
    first = next((known.start for known in line.known if known.end == cut), first)
    if first is None:
        return False
    before = [line.bits[i] for i in range(max(0, first - 5), first)]
    return any(bit & (ROLE | HEAD) for bit in before) or any(line.bits[i] & HEAD for i in range(start, first))


def before_brackets(line: Line, found: list[Found]) -> Iterator[Found]:
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
        while start and at - start < 5 and bits[start - 1] & (CAPITAL | PARTICLE) and not bits[start - 1] & NO_NAME:
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


def _may_be_person(line: Line, start: int, end: int, surnames: set[str]) -> bool:
    """Whether a body of the tagger is two or three plain capitals with a given name or a surname of the line."""
    known = NO_NAME | STOP | ACRONYM | MODIFIER
    plain = all(bit & CAPITAL and not bit & known for bit in line.bits[start:end])
    return (
        2 <= end - start <= 3
        and plain
        and (line.words[end - 1] in surnames or "g" in load_tagger().marks(line.words[start]))
    )


def listed(line: Line, found: list[Found]) -> Iterator[Found]:
    """Names of two or three words in a list that a name begins: "Ines Jansen, Tom Berg, Dora Bell and Ann Green"."""
    bits, words = line.bits, line.words
    starts = {name.start for name in found}
    surnames = {words[name.end - 1] for name in found if name.size > 1}
    claimed = {i for tag in line.tags if tag.kind != "PER" and tag.confidence > 0.6 for i in range(tag.start, tag.end)}
    for tag in line.tags:
        if tag.kind == "ORG" and _may_be_person(line, tag.start, tag.end, surnames):
            claimed -= set(range(tag.start, tag.end))
            if tag.end + 1 < len(words) and (words[tag.end] == "," or bits[tag.end] & AND) and tag.end + 1 in starts:
                yield Found(tag.start, tag.end, "person", 0.6, "before a list of names")
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
            if any(bit & (NO_NAME | STOP | ACRONYM | HEAD) for bit in bits[start:next_end]):
                break
            yield Found(start, next_end, "person", 0.65, "in a list of names")
            starts.add(start)
            end = next_end
