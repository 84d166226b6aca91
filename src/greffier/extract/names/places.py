"""Countries and places of one line: the gazetteer's, and those that the tagger sees.

>>> from greffier.extract.names.line import line
>>> made = line("They met in Berlin and in the Republic of Kazakhstan.", "en", ())
>>> [(made.cut(name.start, name.end), name.id) for name in find_lands(made)]
[('Berlin', 'berlijn'), ('Republic of Kazakhstan', 'kz')]
"""

from collections.abc import Iterator

from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.words import (
    CAPITAL,
    COUNTRY,
    HEAD,
    NATION,
    NEVER,
    ROLE,
    STOP,
    TITLE,
    TOPIC,
)

UNIONS = frozenset({"eu"})  # countries of the gazetteer that are bodies
_LEAST = 0.6  # the tagger's confidence in a place that no gazetteer knows


def find_unions(line: Line) -> Iterator[Found]:
    """Yield each naming of what the gazetteer of countries holds but is a body, the European Union."""
    for land in line.lands:
        if land.kind == "name" and land.id in UNIONS:
            yield Found(land.start, land.end, "body", 0.95, "gazetteer", head="union", id=land.id, country=land.country)


def find_lands(line: Line) -> Iterator[Found]:
    """Yield each place of `line`: the gazetteer's first, then the tagger's where the two do not overlap."""
    reached = 0
    kept = []
    for land in line.lands:
        if land.kind in ("name", "place") and land.start >= reached and land.id not in UNIONS:
            reached = land.end
            kept.append(Found(land.start, land.end, "place", 0.95, "gazetteer", id=land.id, country=land.country))
    yield from kept
    taken = {index for land in line.lands for index in range(land.start, land.end)}
    for tag in line.tags:
        if tag.kind == "LOC" and tag.confidence >= _LEAST and taken.isdisjoint(range(tag.start, tag.end)):
            bits = line.bits[tag.start : tag.end]
            if all(bit & CAPITAL for bit in bits) and not any(
                bit & (ROLE | TITLE | HEAD | NEVER | STOP | TOPIC | NATION | COUNTRY) for bit in bits
            ):
                yield Found(tag.start, tag.end, "place", tag.confidence, f"tagger {tag.confidence:.2f}")
