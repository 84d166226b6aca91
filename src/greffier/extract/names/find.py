"""All names of one line, of all kinds, none overlapping.

Persons and bodies are found apart and then settled: a body with a head noun holds the person in its name ("the Jansen
foundation"), a person after a title or seen by the tagger breaks up what the tagger alone took for a body.

>>> from greffier.extract.names.line import line
>>> made = line("Mr Tom Berg of the Ministry of Justice flew to Berlin.", "en", ())
>>> [(made.cut(name.start, name.end), name.kind) for name in find_names(made)]
[('Tom Berg', 'person'), ('Ministry of Justice', 'body'), ('Berlin', 'place')]
"""

from greffier.extract.names.acronyms import find_defined
from greffier.extract.names.bodies import find_headed
from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.organisations import find_bracketed, find_tagged
from greffier.extract.names.persons import find_persons
from greffier.extract.names.places import find_lands, find_unions


def find_names(line: Line) -> list[Found]:
    """The names of `line` in reading order."""
    persons = list(find_persons(line))
    headed = [*find_defined(line), *find_headed(line)]
    bodies = _widest(headed)
    bodies = [body for body in bodies if not any(p.titled and p.meets(body) and not _holds(body, p) for p in persons)]
    persons = [person for person in persons if not any(_holds(body, person) for body in bodies)]
    for tagged in find_tagged(line):
        meeting = [body for body in bodies if body.meets(tagged)]
        if any(person.meets(tagged) for person in persons):
            continue
        if not meeting:
            bodies.append(tagged)
    bodies += [short for short in find_bracketed(line, [*persons, *bodies]) if not any(short.meets(b) for b in bodies)]
    bodies += [union for union in find_unions(line) if not any(union.meets(other) for other in [*bodies, *persons])]
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


def _widest(found: list[Found]) -> list[Found]:
    """Of bodies that overlap, the widest."""
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (-name.size, -name.confidence, name.start)):
        if not any(name.meets(other) for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)
