"""All names of one line, of all kinds, none overlapping.

Persons and bodies are found apart and then settled: a body with a head noun holds the person in its name ("the Jansen
foundation"), a person after a title or seen by the tagger breaks up what the tagger alone took for a body.

>>> from greffier.extract.names.line import line
>>> made = line("Mr Tom Berg of the Ministry of Justice flew to Berlin.", "en", ())
>>> [(made.cut(name.start, name.end), name.kind) for name in find_names(made)]
[('Tom Berg', 'person'), ('Ministry of Justice', 'body'), ('Berlin', 'place')]
"""

from dataclasses import replace

from greffier.extract.names.acronyms import find_defined
from greffier.extract.names.bodies import find_headed
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.organisations import find_bracketed, find_known, find_tagged
from greffier.extract.names.persons import find_persons
from greffier.extract.names.places import find_lands, find_unions


def find_names(line: Line) -> list[Found]:
    """The names of `line` in reading order."""
    persons = list(find_persons(line))
    bodies = _settled([*find_known(line), *find_unions(line)], [*find_defined(line), *find_headed(line)])
    bodies = [body for body in bodies if not any(p.titled and p.meets(body) and not _holds(body, p) for p in persons)]
    persons = [person for person in persons if not any(_holds(body, person) for body in bodies)]
    bodies += [
        tagged
        for tagged in find_tagged(line)
        if not any(tagged.meets(other) for other in bodies) and not any(tagged.meets(other) for other in persons)
    ]
    beside = find_bracketed(line, [*persons, *bodies])
    bodies += [short for short in beside if not any(short.meets(body) for body in bodies)]
    places = [
        land
        for land in find_lands(line)
        if not any(land.meets(body) for body in bodies) and not any(_outranks(p, land) for p in persons)
    ]
    persons = [person for person in persons if not any(person.meets(place) for place in places)]
    return sorted([*persons, *bodies, *places], key=lambda name: (name.start, name.end))


def _holds(one: Found, other: Found) -> bool:
    return one.start <= other.start and other.end <= one.end


def _outranks(person: Found, land: Found) -> bool:
    """Whether a person named like a place is the person: more than the place's words, or a title before them."""
    return person.meets(land) and (person.titled or person.size > land.size)


def _settled(known: list[Found], headed: list[Found]) -> list[Found]:
    """Of bodies that overlap, one: the grammar's where it is wider, unless the gazetteer knows better.

    The gazetteer's is taken where it holds the head noun, where the grammar ran over two institutions, and where the
    two cross. A wider one that adds only a country is the gazetteer's institution ("Senate of Belgium").
    """
    kept: list[Found] = []
    for name in headed:
        inside = [other for other in known if name.meets(other)]
        same = next((o for o in inside if o.start == name.start and _holds(name, o) and name.bare), None)
        if same:
            country = same.country or name.country
            kept.append(replace(name, id=same.id, country=country, shared=same.shared))
        elif not inside or (len(inside) == 1 and _holds(name, inside[0]) and not _heads(inside[0], name)):
            kept.append(name)
    taken = sorted([*kept, *known], key=lambda name: (-name.size, not name.id, -name.confidence, name.start))
    widest: list[Found] = []
    for name in taken:
        if not any(name.meets(other) for other in widest):
            widest.append(name)
    return sorted(widest, key=lambda name: name.start)


def _heads(known: Found, name: Found) -> bool:
    """Whether the gazetteer's name holds the head noun of the grammar's."""
    return not known.shared and known.start <= name.start and known.start <= name.noun < known.end
