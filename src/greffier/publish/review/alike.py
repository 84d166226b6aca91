"""Entities whose names may be one's: only those are compared that share a key, so cost grows with their number.

Persons by the spellings of their names (`greffier.resolve.names`), a surname alone where few bear it; bodies, places
and instruments where a form of the name is the same but for case, accents and signs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from greffier.model.entity import Entity
from greffier.model.score import LINE, Score
from greffier.publish.review.keys import keys_of_names
from greffier.resolve.names import PreparedName, compare, prepare
from greffier.resolve.names.keys import surname_keys
from greffier.text.folding import fold

FORMS = 8  # forms of a name that are compared, at most
CROWDED = 200  # entities that share a key, at most; a key that more of them share tells nothing
BEARERS = 3  # persons of one surname among whom a surname alone is asked about
ALONE = 0.35  # likeness from which a surname alone may be a full name's
EQUAL = 0.7  # how alike two are that are called the same somewhere, but for case, accents and signs
NOTHING = Score(0.0, "no word in common")


def candidates(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity, Score]]:
    """Each two entities of one kind that may be one, with how alike their names are."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, entity in enumerate(entities):
        for key in keys_of_names(entity.kind, forms(entity)):
            blocks[entity.kind, key].append(index)
    seen: set[tuple[int, int]] = set()
    for shared in blocks.values():
        if not 2 <= len(shared) <= CROWDED:
            continue
        for place, first in enumerate(shared):
            for second in shared[place + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    one, other = entities[first], entities[second]
                    score = likeness(one.kind, forms(one), forms(other))
                    if score.value >= LINE:
                        yield one, other, score
    yield from _surnames(entities)


def likeness(kind: str, one: Sequence[str], other: Sequence[str]) -> Score:
    """How alike the likest of some forms of two names are."""
    if kind != "person":
        named = {fold(name): name for name in reversed(one)}
        shared = next((name for name in other if fold(name) and fold(name) in named), None)
        return Score(EQUAL, f"both are called “{named[fold(shared)]}”") if shared else NOTHING
    scores = (compare(first, second) for first in _prepared(one) for second in _prepared(other))
    return max(scores, key=lambda score: score.value, default=NOTHING)


def forms(entity: Entity) -> tuple[str, ...]:
    """The forms of an entity's name that tell who it is: a person's with two words or more, where there are any."""
    if entity.kind != "person":
        return (entity.name, *(name for name in entity.names if name != entity.name))[: 4 * FORMS]
    whole = [name for name in entity.names if name != entity.name and len(name.split()) > 1]
    return (entity.name, *sorted(whole, key=lambda name: (-len(name), name)))[:FORMS]


_prepare = lru_cache(maxsize=100_000)(prepare)


def _prepared(names: Iterable[str]) -> list[PreparedName]:
    return [_prepare(name) for name in names]


def _surnames(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity, Score]]:
    """Those of whom the papers say the surname alone, with each of the few who bear it."""
    bearers: dict[str, list[Entity]] = defaultdict(list)
    alone: list[tuple[Entity, PreparedName]] = []
    for entity in entities:
        if entity.kind == "person":
            name = prepare(entity.name)
            if len(name.words) == 1:
                alone.append((entity, name))
            else:
                for key in surname_keys(name):
                    bearers[key].append(entity)
    for entity, name in alone:
        near = {one.id: one for key in surname_keys(name) for one in bearers.get(key, ())[:CROWDED]}
        fitting = [(one, compare(name, prepare(one.name))) for one in near.values()]
        fitting = [(one, score) for one, score in fitting if score.value >= ALONE]
        if len(fitting) <= BEARERS:
            for one, score in fitting:
                yield one, entity, score
