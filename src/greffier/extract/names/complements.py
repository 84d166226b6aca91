"""What follows a head noun and belongs to the body's name: field, owner, country, place, capitals.

>>> from greffier.extract.names.line import line
>>> made = line("The Committee on Foreign Affairs and Defence of Belgium met Ines Jansen.", "en", ())
>>> end, proper, field = right(made, 1, "committee")
>>> made.cut(1, end), proper, field
('Committee on Foreign Affairs and Defence of Belgium', True, True)
"""

from greffier.extract.names.line import Land, Line
from greffier.extract.names.words import (
    ACRONYM,
    ALONE,
    AND,
    ARTICLE,
    AT,
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    HEAD,
    MODIFIER,
    NATION,
    NEVER,
    OF,
    ON,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
)

_LONGEST = 16
_SEATED = frozenset({"embassy", "institute", "group", "ministry"})  # kinds whose name may say where they sit
_PAIRED = frozenset({"group", "committee", "council", "organisation", "union"})  # "friendship group A–B"
_NAMED = frozenset({"party", "company", "organisation", "institute", "agency"})  # "party Unity", "institute Berg"
_SURE = 0.8  # the tagger's confidence from which a name behind "newspaper" is a person
_DASHES = frozenset("-–—")
_OTHER = TITLE | ROLE | STOP | NEVER | DOCUMENT


def right(line: Line, head: int, kind: str) -> tuple[int, bool, bool]:
    """Where the proper part after a head ends, whether there is one, and whether it is a field."""
    bits, words = line.bits, line.words
    end = index = head + 1
    proper = field = False
    limit = min(len(bits), head + _LONGEST)
    while index < limit and line.near(index - 1, index):
        bit = bits[index]
        land = _land(line, index)
        if land and _land_follows(line, land, head, kind):
            index = end = _lands(line, land, kind)
            proper = True
        elif bit & (NATION | COUNTRY) and bit & CAPITAL and "-" in words[index] and kind in _PAIRED:
            index = end = index + 1  # "section Utopia-Ruritania" as one word
            proper = True
        elif bit & (MODIFIER | TOPIC) and not bit & (DOCUMENT | HEAD) and _follows(line, index, head):
            proper = proper or bool(bit & TOPIC) or bool(bits[head] & CAPITAL)
            field = field or bool(bit & TOPIC)
            index = end = index + 1
        elif bit & CAPITAL and not bit & (_OTHER | HEAD | TOPIC | AND):
            if _person_at(line, index, kind) or bits[index - 1] & ALONE or not _called(line, index, head, kind):
                break
            index = end = index + 1
            proper = True
        elif (
            bit & AND and index + 1 < limit and bits[index + 1] & HEAD and bits[index + 1] & CAPITAL and kind == "party"
        ):
            index = end = index + 2
            proper = True
        elif bit & (OF | ON | AT) or (field and bits[index - 1] & TOPIC and (bit & AND or words[index] == ",")):
            if bit & ON and (kind == "union" or (field and not bit & OF)):
                break
            reached = _led(line, index, head, kind)
            if reached is None:
                break
            end = index = reached[0]
            proper = True
            field = field or reached[1]
        else:
            break
    return end, proper, field


def _land(line: Line, index: int) -> Land | None:
    return next((land for land in line.lands if land.start == index), None)


def _lands(line: Line, land: Land, kind: str) -> int:
    """The end of a country, or of two with a dash between them as friendship groups have them."""
    end = land.end
    if kind in _PAIRED and end + 1 < len(line.words) and line.words[end] in _DASHES:
        other = _land(line, end + 1)
        if other:
            return other.end
    return end


def _land_follows(line: Line, land: Land, head: int, kind: str) -> bool:
    """Whether a country, nationality or place may follow without a linker."""
    if land.kind == "place":
        return land.start > head + 1 and bool(line.bits[head] & CAPITAL) and kind in ("institute", "embassy", "company")
    if "\u0400" <= line.words[land.start][0] <= "\u052f":
        return land.kind == "name"  # a genitive: «парламент Молдовы»
    if line.vocabulary.after and not line.vocabulary.before:
        return True  # "gouvernement belge"
    return land.kind == "name" and kind in _PAIRED


def _follows(line: Line, index: int, head: int) -> bool:
    """Whether an adjective or a field may follow without a linker."""
    bit = line.bits[index]
    if index > head + 1:
        last = line.bits[index - 1]
        return bool(bit & MODIFIER or last & TOPIC) or not last & (NATION | COUNTRY) or _cyrillic(line, index)
    if line.vocabulary.after and not line.vocabulary.before:
        return True
    return bool(bit & TOPIC) and (bool(bit & CAPITAL) or "\u0400" <= line.words[index][0] <= "\u052f")


def _cyrillic(line: Line, index: int) -> bool:
    return "\u0400" <= line.words[index][0] <= "\u052f"


def _called(line: Line, index: int, head: int, kind: str) -> bool:
    """Whether a capital after a head is of its name ("party Unity"), as the kind of head and the tagger say."""
    if _cyrillic(line, index):
        if line.bits[index] & ACRONYM:
            return True  # a genitive: «Совета МПА»
    elif index > head + 1:
        return True
    if index == head + 1 and line.vocabulary.called(line.words[head]):
        return True
    if index == head + 1 and line.vocabulary.before and kind not in _NAMED:
        return False
    if line.bits[index] & ACRONYM and not line.bits[index] & COUNTRY:
        return True
    if index == head + 1 and (not line.vocabulary.before or (kind == "company" and not line.bits[head] & CAPITAL)):
        return True
    return any(tag.kind == "ORG" and tag.start <= index < tag.end for tag in line.tags)


def _person_at(line: Line, index: int, kind: str = "") -> bool:
    """Whether the tagger calls the token a person; the name of a newspaper may look like one."""
    least = _SURE if kind == "company" and not _cyrillic(line, index) else 0.3
    return any(tag.kind == "PER" and tag.start <= index < tag.end and tag.confidence > least for tag in line.tags)


def _led(line: Line, index: int, head: int, kind: str) -> tuple[int, bool] | None:
    """The end of what the linker at `index` leads on to, and whether it is a field; None where it leads nowhere."""
    bits = line.bits
    size = len(bits)
    link = bits[index]
    at = index + 1
    while at < size and at - index < 4 and bits[at] & (ARTICLE | OF) and not bits[at] & CAPITAL:
        at += 1
    if at >= size:
        return None
    if not link & (OF | ON | AT):  # and, comma: on to another part of the field
        if any(bits[skipped] & ARTICLE and not bits[skipped] & OF for skipped in range(index + 1, at)) and not any(
            bits[skipped] & OF for skipped in range(index + 1, at)
        ):
            return None  # "Justice and the National Bank": another body begins
        while at < size and bits[at] & MODIFIER and not bits[at] & TOPIC:
            at += 1
        if at < size and bits[at] & (OF | ON):
            return _led(line, at, head, kind)
        if at + 1 < size and bits[at + 1] & HEAD and bits[at + 1] & CAPITAL:
            return None
        return (at + 1, True) if at < size and bits[at] & TOPIC else None
    reached = _owner(line, at, head, link, kind)
    if reached and reached[0] < size and bits[reached[0]] & HEAD and bits[reached[0]] & CAPITAL and not reached[1]:
        return None  # "mission at the Belgian Embassy": what follows is another body
    return reached


def _owner(line: Line, at: int, head: int, link: int, kind: str) -> tuple[int, bool] | None:
    bits = line.bits
    bit = bits[at]
    land = next((land for land in line.lands if land.start <= at < land.end and land.kind in ("name", "place")), None)
    if link & AT and not link & (OF | ON):
        if kind not in _SEATED:
            return None
        if land and (land.kind == "name" or kind == "embassy"):
            return land.end, False
        return (at + 1, False) if kind == "group" and bit & CAPITAL and bit & (ACRONYM | ALONE) else None
    if bit & TOPIC and not bit & HEAD:
        return at + 1, True
    if bit & (MODIFIER | NATION) and at + 1 < len(bits) and bits[at + 1] & TOPIC and not bits[at + 1] & HEAD:
        return at + 2, True
    if land and not link & ON:
        return _lands(line, land, kind), False
    if bit & (HEAD | _OTHER | AND) or (bit & MODIFIER and at + 1 < len(bits) and bits[at + 1] & HEAD):
        return None
    if bit & CAPITAL and (bits[head] & CAPITAL or bit & COUNTRY) and not _person_at(line, at):
        return _capitals(line, at), False
    return None


def _capitals(line: Line, at: int) -> int:
    """The end of a run of capitals, on over an "and" that leads to words of a field or a nationality."""
    bits = line.bits
    end = at + 1
    while end < len(bits) and line.near(end - 1, end):
        bit = bits[end]
        after = bits[end + 1] if end + 1 < len(bits) else 0
        last = bits[end + 2] if end + 2 < len(bits) else 0
        if bit & AND and after & CAPITAL and (after & (TOPIC | NATION | MODIFIER) or (last & TOPIC and last & CAPITAL)):
            end += 2
        elif bit & CAPITAL and not bit & (HEAD | _OTHER) and not _person_at(line, end):
            end += 1
        else:
            break
    return end
