"""What people decided about identity, made ready for a resolver: links between two appearances each.

The last word counts, pair by pair: who says later that two are the same takes back that they are different, and the
other way round. A `same` is one link between its sides, so that it never holds a side together that a later reading
finds to be two; of its appearances any two that are still there will do.

>>> apart = Judgement("1", "different", ("a", "b", "c"), "tv", "2026-01-01T00:00:00Z")  # a is neither b nor c
>>> same = Judgement("2", "same", ("a", "b"), "tv", "2026-01-02T00:00:00Z")
>>> [(link.verdict, link.subjects) for link in links([apart, same], {"a", "b", "c"})]
[('different', ('a', 'c')), ('same', ('a', 'b'))]
>>> links([apart], {"b", "c"})
[]
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from greffier.model.entity import Entity
from greffier.model.judgement import Judgement

Pair = tuple[str, str]
Identified = Mapping[str, tuple[tuple[str, str], ...]]


def sides(judgement: Judgement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The appearances on either side of a `same` or `different`."""
    first = int(judgement.value) if judgement.value.isdecimal() else 1
    return judgement.subjects[:first], judgement.subjects[first:]


def links(judgements: Iterable[Judgement], present: Collection[str]) -> list[Judgement]:
    """The standing `same` and `different` of `judgements` as pairs of appearances that are `present`."""
    apart: dict[Pair, Judgement] = {}
    joined: list[Judgement] = []
    order: dict[str, int] = {}
    for judgement in judgements:
        order[judgement.id] = len(order)
        if judgement.verdict == "different":
            apart |= dict.fromkeys(_pairs(judgement, present), judgement)
        elif judgement.verdict == "same":
            for pair in _pairs(judgement, present):
                apart.pop(pair, None)
            joined.append(judgement)
    found = [replace(judgement, subjects=pair, value="") for pair, judgement in apart.items()]
    for judgement in joined:
        link = next((pair for pair in _pairs(judgement, present) if pair not in apart), None)
        if link is not None:
            found.append(replace(judgement, subjects=link, value=""))
    return sorted(found, key=lambda link: order[link.id])


def holds(judgement: Judgement, present: Collection[str]) -> bool:
    """Whether a decision about identity still has something to decide on."""
    if judgement.verdict in ("identify", "refuse"):
        return any(subject in present for subject in judgement.subjects)
    return any(_pairs(judgement, present))


def identified(entities: Iterable[Entity], judgements: Iterable[Judgement]) -> Identified:
    """The identifiers that people confirmed, by the id of the entity that holds most of what they confirmed."""
    said = [judgement for judgement in judgements if judgement.verdict == "identify"]
    if not said:
        return {}
    home = {appearance: entity.id for entity in entities for appearance in entity.appearances}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for judgement in said:
        here = Counter(home[subject] for subject in judgement.subjects if subject in home)
        if here:
            entity = here.most_common(1)[0][0]
            found[entity] = (*found.get(entity, ()), *reference_of(judgement)[2])
    return found


def reference_of(judgement: Judgement) -> tuple[tuple[str, str], str, tuple[tuple[str, str], ...]]:
    """Of an `identify` or `refuse`: the list and id there, the name there, the identifiers; empty where it is broken.

    >>> reference_of(Judgement("1", "identify", ("a",), "tv", "2026-01-01", "", "nonsense"))
    (('', ''), '', ())
    """
    try:
        value = json.loads(judgement.value)
        pairs = tuple((str(scheme), str(number)) for scheme, number in value.get("identifiers", ()))
        return (str(value.get("list", "")), str(value.get("id", ""))), str(value.get("name", "")), pairs
    except (ValueError, TypeError, AttributeError):
        return ("", ""), "", ()


def _pairs(judgement: Judgement, present: Collection[str]) -> Iterable[Pair]:
    left, right = sides(judgement)
    there = [one for one in right if one in present]
    for one in left:
        if one in present:
            for other in there:
                if one != other:
                    yield (one, other) if one < other else (other, one)
