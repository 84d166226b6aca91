"""Persons of one line: what follows a title or a role, and what the tagger says, cleaned.

A name has no title, role, nationality or sentence's first word in it, no genitive, nothing after a mark. Names of an
enumeration after "the activists" and the like are found one by one.

>>> from greffier.extract.names.line import line
>>> made = line("President Ines Jansen met Mr Tom van der Berg MP and the activists A. Brown and Dora Bell.", "en", ())
>>> [made.cut(name.start, name.end) for name in find_persons(made)]
['Ines Jansen', 'Tom van der Berg', 'A. Brown', 'Dora Bell']
"""

from collections.abc import Iterator

from greffier.extract.names.cleaning import clean, other_script, parted, run
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.neighbours import before_brackets, behind, listed
from greffier.extract.names.words import (
    ACRONYM,
    AND,
    AT,
    CAPITAL,
    HEAD,
    LISTS,
    NEVER,
    ON,
    PARTICLE,
    ROLE,
    ROYAL,
    TITLE,
    TOPIC,
)

_TITLE_ALONE = 0.9  # confidence of a name after a title that the tagger does not see
_ROLE_ALONE = 0.7
_SIGNED = 0.85


def find_persons(line: Line) -> Iterator[Found]:
    """Yield each person of `line`, in reading order, none overlapping."""
    titled = list(_after_titles(line))
    found = list(titled)
    for tag in line.tags:
        if tag.kind == "PER":
            for start, end in parted(line, tag.start, tag.end):
                span = clean(line, start, end)
                if span is None or _constituency(line, *span):
                    continue
                found.append(
                    Found(*span, "person", tag.confidence, f"tagger {tag.confidence:.2f}", _beside(line, *span))
                )
        elif tag.kind == "ORG" or tag.end - tag.start > 2:
            found += behind(line, tag.start, tag.end)
    found += list(before_brackets(line, found))
    found += list(listed(line, found))
    yield from settle(line, found)


def signed(line: Line) -> list[Found]:
    """The one name that a line of signatures is, as a surname alone ("Van der Berg")."""
    end = run(line, 0) if line.bits else None
    whole_line = end is not None and end == len(line.bits)
    return [Found(0, end, "person", _SIGNED, "signs", True)] if end is not None and whole_line else []


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
        elif (
            kept
            and kept[-1].end == name.start
            and line.near(name.start - 1, name.start)
            and not name.titled
            and not other_script(line.words[name.start], line.words[name.start - 1])
        ):
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
    return Found(
        best.start, best.end, "person", confidence, best.reason, one.titled or other.titled, one.royal or other.royal
    )


def _after_titles(line: Line) -> Iterator[Found]:
    bits = line.bits
    last = len(bits) - 1
    for index, bit in enumerate(bits):
        if not bit & (TITLE | LISTS | ROLE) or index == last:
            continue
        after = index + 1
        if line.words[after] == "." and after < last and line.near(index, after):
            after += 1
            if after in line.opens:
                continue  # a full stop, not an abbreviation's
        if bits[after] & (TITLE | ROLE) and not _may_be_name(bits[after]):
            continue
        end = run(line, after)
        if end is None:
            if bit & LISTS and line.words[after] == ":":
                end = run(line, after + 1)
                after += 1
            if end is None:
                continue
        end = _as_tagged(line, after, end)
        after = _past_body(line, after, end)
        alone = bit & LISTS and end - after == 1 and not _tagged(line, after) and not _goes_on(line, end)
        if bit & (TITLE | LISTS) and not alone:
            yield Found(
                after, end, "person", _TITLE_ALONE, f"after the title {line.words[index]!r}", True, bool(bit & ROYAL)
            )
        elif _seen(line, after, end):
            yield Found(after, end, "person", _ROLE_ALONE, f"after the role {line.words[index]!r}", True)
        if bit & LISTS:
            yield from _enumeration(line, end, line.words[index])


def _as_tagged(line: Line, start: int, end: int) -> int:
    """The end of a run; where every noun has a capital, the tagger's end if it sees the name end before."""
    if not line.vocabulary.nouns_capital:
        return end
    sees = (tag.end for tag in line.tags if tag.kind == "PER" and tag.start <= start < tag.end < end)
    tags = [reached for reached in sees if not line.bits[reached] & PARTICLE]
    return max(tags, default=end)


def _past_body(line: Line, start: int, end: int) -> int:
    """Where the person begins in a run behind a title: past an acronym or another script, which is a body's."""
    for index in range(end - 2, start - 1, -1):
        body = line.bits[index] & ACRONYM and not line.words[index + 1].isupper()
        if body or other_script(line.words[index + 1], line.words[index]):
            return index + 1 if end - index > 2 else start
    return start


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
    if any(land.start <= start < land.end or land.start == start for land in line.lands):
        return False  # a surname may be a place's too
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


def _beside(line: Line, start: int, end: int) -> bool:
    """Whether a title or role stands right before a name."""
    return start > 0 and bool(line.bits[start - 1] & (TITLE | ROLE | LISTS))
