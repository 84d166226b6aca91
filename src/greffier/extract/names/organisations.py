"""Bodies of one line that the tagger alone sees, cleaned; and what stands in brackets after a person or a body.

>>> from greffier.extract.names.line import line
>>> made = line("Experts of UNICEF met them.", "en", ())
>>> [made.cut(name.start, name.end) for name in find_tagged(made)]
['UNICEF']
>>> made = line("Ines Jansen (ABC) spoke.", "en", ())
>>> from greffier.extract.names.found import Found
>>> [made.cut(name.start, name.end) for name in find_bracketed(made, [Found(0, 2, "person", 0.9, "")])]
['ABC']
"""

from collections.abc import Iterable, Iterator

from greffier.extract.names.bodies import building, country_in
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.words import (
    ACRONYM,
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
    WORD,
)

_SMALL = OF | ON | ARTICLE | AND | AT
_NOTHING = NATION | COUNTRY | MODIFIER | STOP | NEVER | TOPIC | ROLE | TITLE | _SMALL
_MARKS = frozenset("\\|[]{}<>;")
_SHARED = frozenset({"parliament", "chamber", "court", "government", "agency", "bank", "party"})
_MANY = 0.7  # the tagger's confidence in several words without a head noun


def find_tagged(line: Line) -> Iterator[Found]:
    """Yield what the tagger calls a body, cleaned, where it may be one."""
    bits = line.bits
    for tag in line.tags:
        if tag.kind != "ORG":
            continue
        start, end = _trim(line, tag.start, tag.end)
        inside = bits[start:end]
        if not inside or not any(bit & CAPITAL for bit in inside) or all(bit & _NOTHING for bit in inside):
            continue
        if any(bit & DOCUMENT for bit in inside) or building(line, start, end) or inside[0] & (ROLE | TITLE | STOP):
            continue
        if any(word in _MARKS for word in line.words[start:end]):
            continue
        if any(land.start <= start and end <= land.end for land in line.lands):
            continue
        head = next((line.vocabulary.kind(line.words[i]) or "" for i in range(start, end) if bits[i] & HEAD), "")
        if end - start == 1 and bits[start] & ACRONYM:
            head = "acronym"
        if end - start > 1 and not head and tag.confidence < _MANY:
            continue
        if end - start == 1 and (inside[0] & (ROLE | TITLE | NEVER | TOPIC) or len(line.words[start]) == 1):
            continue
        reason = f"tagger {tag.confidence:.2f}"
        yield Found(start, end, "body", tag.confidence, reason, head=head, country=country_in(line, start, end))


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    """The span without marks and small words at its ends, nor what opens the sentence only."""
    bits = line.bits
    while start < end:
        bit = bits[start]
        opens = bit & (STOP | ARTICLE) and (start in line.opens or bit & ARTICLE) and end - start > 1
        if bit & WORD and not (bit & _SMALL and not bit & CAPITAL) and not opens:
            break
        start += 1
    while end > start and (not bits[end - 1] & WORD or (bits[end - 1] & _SMALL and not bits[end - 1] & CAPITAL)):
        end -= 1
    return start, end


def find_known(line: Line) -> Iterator[Found]:
    """Yield each institution that the gazetteer knows; a name that many states use says what it is, not whose."""
    for known in line.known:
        made = known.institution
        shared = not made.country and made.type in _SHARED
        if line.vocabulary.nouns_capital and known.end - known.start == 1 and _person_at(line, known.end):
            continue  # "Nationalrat Ines Jansen" has a seat in it
        if shared and not any(bit & CAPITAL for bit in line.bits[known.start : known.end]):
            continue
        yield Found(
            known.start,
            known.end,
            "body",
            0.8 if shared else 0.95,
            f"gazetteer: {made.name}",
            head=made.type,
            bare=made.type == "parliament" and bool(made.country),
            shared=shared,
            id=made.id,
            country=made.country or None,
            lands=(made.country,) if made.country else (),
        )


def _person_at(line: Line, index: int) -> bool:
    return any(tag.kind == "PER" and tag.start <= index < tag.end for tag in line.tags)


def find_bracketed(line: Line, names: Iterable[Found]) -> Iterator[Found]:
    """Yield the acronym in brackets right after each of `names`: a person's party, a body's short name."""
    words = line.words
    for name in names:
        at = name.end
        if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")" and is_acronym(words[at + 1]):
            if line.bits[at + 1] & (COUNTRY | NATION):
                continue
            if name.kind == "person":
                yield Found(at + 1, at + 2, "body", 0.75, "party in brackets after a person", head="acronym")
            elif name.kind == "body":
                yield Found(at + 1, at + 2, "body", 0.8, "short name in brackets after a body", head="acronym")


def is_acronym(word: str) -> bool:
    """Whether `word` is short and mostly capitals ("OSCE", "N-VA", "D66", "DéFI", "cdH").

    >>> [is_acronym(word) for word in ("OSCE", "N-VA", "D66", "DéFI", "Jansen", "2021")]
    [True, True, True, True, False, False]
    """
    capitals = sum(char.isupper() for char in word)
    rest = sum(char.islower() for char in word)
    return capitals >= 1 and len(word) <= 10 and ((capitals > 1 and capitals >= rest) or (rest == 0 and len(word) > 1))
