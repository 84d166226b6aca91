"""Bodies of one line that have a head noun, with all that belongs to their name.

The head noun ("ministry", "комиссия") carries the name; what belongs to it stands before it (capitals, nationality,
"national"), or after it (a field: "on foreign affairs and defence"; an owner or place: "of Utopia"; capitals). The
languages differ in their words and in the side on which the modifiers stand, not in the grammar. A party, bank or
newspaper that is only called so ("the party Unity") goes by its own name.

>>> from greffier.extract.names.line import line
>>> made = line("The Ministry of Foreign Affairs of Belgium, the Water Safety Bureau, the Belgian Senate.", "en", ())
>>> [made.cut(name.start, name.end) for name in find_headed(made)]
['Ministry of Foreign Affairs of Belgium', 'Water Safety Bureau', 'Belgian Senate']
"""

from collections.abc import Iterator

from greffier.extract.names.complements import right
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.words import (
    ACRONYM,
    ALONE,
    AND,
    ARTICLE,
    AT,
    BARE,
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    HEAD,
    LISTS,
    LOWER,
    MODIFIER,
    NATION,
    NEVER,
    OF,
    ON,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
    WORD,
)

LONGEST = 16  # words of a body's name, as in the long names of UN committees
_OPENS_NOT = STOP | TITLE | ROLE | LISTS | ARTICLE | OF | ON
_CALLED = frozenset({"party", "company"})  # kinds that go by their own name after the head noun
_CALLED_SO = frozenset({"organisation", "group", "agency", "institute"})  # those of them that compounds go by too
_QUOTED = 9  # words of a body's name in quotation marks
_OPEN = frozenset('„“"»«”')
_CLOSE = frozenset('“”"«»')
_SEATS = frozenset({"assembly", "chamber", "council"})
_STATE = frozenset({"government", "parliament", "assembly", "ministry", "court", "embassy", "chamber", "committee"})
_FIELDS = frozenset({"committee", "ministry"})  # kinds whose compounds have their field in them
_PLAIN = frozenset({"committee", "ministry", "group", "agency"})  # kinds whose lower-case field is proper part enough


def find_headed(line: Line) -> Iterator[Found]:
    """Yield each body of `line` that has a head noun, in reading order, none overlapping."""
    reached = 0
    for index, bit in enumerate(line.bits):
        if bit & HEAD and index >= reached and not (bit & (TITLE | ROLE | DOCUMENT) and not bit & CAPITAL):
            found = _body(line, index, reached)
            if found:
                reached = found.end
                yield found


def _body(line: Line, head: int, reached: int) -> Found | None:
    bits = line.bits
    goes_by = line.vocabulary.called(line.words[head])
    called = (line.vocabulary.kind(line.words[head]) in _CALLED or goes_by) and not bits[head] & (CAPITAL | LOWER)
    if (quoted := _quoted(line, head)) is not None:
        return quoted
    if (not bits[head] & (CAPITAL | LOWER | BARE) and not called) or bits[head] & STOP:
        return None
    first = head
    head = _last_head(line, head)
    capital = bool(bits[head] & CAPITAL)
    start = _left(line, first, reached)
    kind = line.vocabulary.kind(line.words[head]) or ""
    end, proper, field = right(line, head, kind)
    if any(land.kind == "name" and land.start <= start and end <= land.end for land in line.lands):
        return None  # "the Russian Federation" is a country
    if called:
        named = head + 1 < end and bits[head + 1] & CAPITAL and not bits[head + 1] & (NATION | COUNTRY)
        return Found(head + 1, end, "body", 0.7, f"called {line.words[head]!r}", head=kind) if named else None
    if bits[head] & ROLE and (not field or _person_at(line, end)):
        return None  # "the High Commissioner" is a person
    if line.vocabulary.nouns_capital and start == head == end - 1 and kind in _SEATS and _person_at(line, end):
        return None  # "Nationalrat Ines Jansen" has a seat in it
    if building(line, start, end):
        return None
    role = end < len(bits) and bits[end] & ROLE and bits[end] & CAPITAL and line.near(end - 1, end)
    if kind == "government" and role:
        return None  # "Cabinet Secretary"
    if end < len(bits) and bits[end] & DOCUMENT and bits[end] & CAPITAL and line.near(end - 1, end):
        return None
    own = MODIFIER if line.vocabulary.nouns_capital and line.vocabulary.compound(line.words[head]) else 0
    plain = not bits[head + 1 : head + 2] or not bits[head + 1] & ((MODIFIER & ~own) | TOPIC | COUNTRY | NATION)
    # a compound with a capital is a common noun in German: "Oppositionspartei ABC"
    small = (
        not capital
        or head in line.opens
        or (line.vocabulary.nouns_capital and not line.vocabulary.exact(line.words[head]))
    )
    compound = line.vocabulary.compound(line.words[head])
    calls = kind in _CALLED or goes_by or (line.vocabulary.nouns_capital and compound and kind in _CALLED_SO)
    if compound and calls and kind in _CALLED_SO and end == head + 1 and not _person_at(line, end):
        end = _own_name(line, end)
    opening = start == head or (line.vocabulary.nouns_capital and not bits[start] & CAPITAL)
    if calls and small and plain and opening and head < end - 1 and bits[head + 1] & CAPITAL and not field:
        return Found(head + 1, end, "body", 0.75, f"called {line.words[head]!r}", head=kind)
    before = bits[start:head]
    lands = line.vocabulary.nouns_capital and kind in _STATE and any(bit & (NATION | COUNTRY) for bit in before)
    named = lands or any(bit & (CAPITAL if capital else NATION | COUNTRY) for bit in before)
    field_inside = compound and kind in _FIELDS and not bits[head] & DOCUMENT  # "Außenministerium", "utrikesutskottet"
    inside = bits[start:end]
    shown = named or any(bit & (CAPITAL | COUNTRY) and not bit & TOPIC for bit in inside)
    if not capital and not shown and not field_inside and kind not in _PLAIN and not bits[head] & BARE:
        return None
    proper = proper or named or (capital and any(bit & MODIFIER for bit in before)) or _compound(line, head)
    proper = proper or field_inside
    if not proper and not (bits[head] & ALONE and capital) and not bits[head] & BARE:
        return None
    confidence = 0.85 if proper and capital else 0.75 if proper else 0.7
    rest = [index for index in range(start, end) if not first <= index <= head]
    bare = not field and all(_adds_nothing(line, index) for index in rest)
    if kind == "group" and bare and len(lands_in(line, start, end)) == 1:
        return None  # "the Belgian delegation" is people, not a body
    return Found(
        start,
        end,
        "body",
        confidence,
        f"head noun {line.words[head]!r}",
        head=kind,
        noun=head,
        bare=bare,
        lands=lands_in(line, start, end),
        country=country_in(line, start, end),
    )


def _own_name(line: Line, start: int) -> int:
    """The end of the capitals at `start`, and of what the tagger sees as one name with them."""
    end = start
    while end < len(line.bits) and line.bits[end] & CAPITAL and line.near(end - 1, end) and end not in line.opens:
        end += 1
    tags = (tag.end for tag in line.tags if tag.kind == "ORG" and start <= tag.start + 1 and tag.start < end)
    return max((end, *tags)) if end > start else start


def _quoted(line: Line, head: int) -> Found | None:
    """The body that stands in quotation marks behind what it is: "the organisation “Open Harbour”"."""
    words, kind = line.words, line.vocabulary.kind(line.words[head])
    if kind not in _CALLED | _CALLED_SO or head + 3 >= len(words) or words[head + 1] not in _OPEN:
        return None
    for close in range(head + 3, min(head + 2 + _QUOTED, len(words))):
        if words[close] in _CLOSE:
            named = line.bits[head + 2] & CAPITAL and not any(w in ".,;:!?" for w in words[head + 2 : close])
            reason = f"in quotation marks behind {words[head]!r}"
            return Found(head + 2, close, "body", 0.75, reason, head=kind) if named else None
    return None


def building(line: Line, start: int, end: int) -> bool:
    """Whether a name is a building's or a room's ("Parliament House"): two head nouns, the last a chamber."""
    bits = line.bits
    last = line.vocabulary.kind(line.words[end - 1]) == "chamber" and line.vocabulary.before
    return last and end - start > 1 and bool(bits[end - 2] & HEAD and bits[end - 2] & CAPITAL)


def _adds_nothing(line: Line, index: int) -> bool:
    """Whether a word of a body's name only says whose it is ("Belgian", "of the Republic of")."""
    bit = line.bits[index]
    return bool(bit & (NATION | COUNTRY | OF | AT | ARTICLE)) or not bit & WORD


def _last_head(line: Line, head: int) -> int:
    """The last head noun of a run of capitals, where the language puts it last ("Rural Health Centre")."""
    bits = line.bits
    if not line.vocabulary.before or not bits[head] & CAPITAL or "\u0400" <= line.words[head][0] <= "\u052f":
        return head
    last = head
    index = head + 1
    while index < len(bits) and bits[index] & CAPITAL and line.near(index - 1, index):
        other = bits[index] & (TITLE | ROLE | STOP | NEVER | DOCUMENT) and not bits[index] & HEAD
        if other or _person_at(line, index):
            break
        if bits[index] & HEAD:
            last = index
        index += 1
    return last


def _compound(line: Line, head: int) -> bool:
    """Whether the head is the last part of a name with a hyphen ("Unity-party")."""
    first, _, last = line.words[head].partition("-")
    return bool(last) and first[:1].isupper() and len(first) > 1


def _left(line: Line, head: int, reached: int) -> int:
    """Where the modifiers before a head begin."""
    bits, words = line.bits, line.words
    start = index = head
    landed = False
    while index > reached and head - index < LONGEST:
        bit = bits[index - 1]
        if not line.near(index - 1, index):
            break
        if index == head and (shared := _first_part(line, head)) is not None:
            index = start = shared
            continue
        if words[index - 1] in ("'s", "’s", "&", "-", "/"):
            index -= 1
            continue
        if not bit & WORD or not _modifies(line, index - 1, head):
            break
        if landed and not bit & (NATION | COUNTRY | MODIFIER) and not _one_tag(line, index - 1, index):
            break  # before "Kenya Human Rights Commission" stands something else
        landed = landed or bool(bit & (NATION | COUNTRY))
        index -= 1
        start = index
    return start


def _first_part(line: Line, head: int) -> int | None:
    """Where the first part of a compound begins that shares the head ("Udenrigs- og forsvarsudvalget")."""
    words, at = line.words, head - 2
    if at < 1 or not line.bits[head - 1] & AND or not line.vocabulary.compound(words[head]):
        return None
    if words[at] == "-" and line.spans[at - 1][1] == line.spans[at][0]:
        return at - 1
    return at if words[at].endswith("-") else None


def _one_tag(line: Line, left: int, right_: int) -> bool:
    return any(tag.kind == "ORG" and tag.start <= left and right_ < tag.end for tag in line.tags)


def _modifies(line: Line, index: int, head: int) -> bool:
    """Whether the word at `index` may stand before a head as part of the name."""
    bits = line.bits
    bit = bits[index]
    land = bit & (NATION | COUNTRY)
    if not line.vocabulary.before:
        return bool(bit & (ACRONYM | COUNTRY) and bit & CAPITAL and bits[head] & CAPITAL and not bit & _OPENS_NOT)
    if bit & MODIFIER or land:
        return not bit & (STOP | ARTICLE) or bool(bit & CAPITAL and land)
    if bit & HEAD and line.words[index].endswith("s") and line.vocabulary.kind(line.words[head]) == "committee":
        return line.vocabulary.after  # an owner: "riksdagens utrikesutskott"
    if not line.vocabulary.after:
        return bool(bit & TOPIC) or (bool(bit & CAPITAL) and not bit & _OPENS_NOT)
    if bit & ROLE and bit & CAPITAL and line.vocabulary.kind(line.words[head]) == "ministry":
        return not bit & STOP or index not in line.opens
    if bit & NEVER and not bit & TOPIC:
        return False
    if bit & _OPENS_NOT or not bit & CAPITAL or not bits[head] & CAPITAL or _person_at(line, index):
        return False
    if line.vocabulary.nouns_capital or "\u0400" <= line.words[index][0] <= "\u052f":
        return bool(bit & ACRONYM)  # a capital before the head is a noun of its own, not a modifier
    return (
        index not in line.opens
        or any(t.kind == "ORG" and t.start <= index < t.end for t in line.tags)
        or bool(bit & ACRONYM)
    )


def _person_at(line: Line, index: int) -> bool:
    return any(tag.kind == "PER" and tag.start <= index < tag.end and tag.confidence > 0.3 for tag in line.tags)


def lands_in(line: Line, start: int, end: int) -> tuple[str, ...]:
    """The countries named inside a name, sorted."""
    return tuple(sorted({land.country for land in line.lands if start <= land.start and land.end <= end}))


def country_in(line: Line, start: int, end: int) -> str | None:
    """The one country named inside a name, or None."""
    countries = {land.country for land in line.lands if start <= land.start and land.end <= end}
    return countries.pop() if len(countries) == 1 else None
