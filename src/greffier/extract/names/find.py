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
    """Of bodies that overlap, one: the gazetteer's, unless the grammar's is wider and more than the other's country.

    A wider one that begins with the gazetteer's name and adds only a country is that institution ("Senate of Belgium").
    """
    kept: list[Found] = []
    for name in sorted([*known, *headed], key=lambda name: (-name.size, not name.id, -name.confidence, name.start)):
        meeting = next((other for other in kept if name.meets(other)), None)
        if meeting is None:
            kept.append(name)
        elif name.id and not meeting.id and meeting.start == name.start and meeting.bare:
            country = name.country or meeting.country
            kept[kept.index(meeting)] = replace(meeting, id=name.id, country=country)
        elif name.id and not meeting.id and not _holds(meeting, name):
            kept[kept.index(meeting)] = name
    return sorted(kept, key=lambda name: name.start)
