"""Whom of the record a list of reference data may know: a candidate for a person to confirm, never a fact."""

from collections import defaultdict

from greffier.model.entity import Entity
from greffier.model.reference import Reference
from greffier.model.score import Score
from greffier.publish.review.alike import forms, likeness
from greffier.publish.review.keys import keys_of_names
from greffier.record.record import Record
from greffier.text.folding import fold

LIKE = 0.75  # names less alike than this are not proposed: lists are long
SPELLED = 0.99  # how alike another spelling is at most, so that the very name comes first
COMPARED = 10  # entries of lists compared with one entity: those that share most keys, a rare key counting more
MOST = 3  # candidates for one entity
KINDS = ("person", "body")


def fitting(record: Record, entity: Entity) -> list[tuple[Reference, Score]]:
    """The entries of lists that may be an entity, the likest first."""
    if entity.kind not in KINDS:
        return []
    names = forms(entity)
    mine = {fold(name) for name in names}
    shared: dict[int, float] = defaultdict(float)
    for key in keys_of_names(entity.kind, names):
        numbers = record.references_with(key)
        for number in numbers:
            shared[number] += 1 / len(numbers)
    found = []
    for number in sorted(shared, key=lambda number: (-shared[number], number))[:COMPARED]:
        reference = record.reference(number)
        if reference.kind != entity.kind or _elsewhere(entity, reference):
            continue
        score = likeness(entity.kind, names, (reference.name, *reference.names))
        if not mine & {fold(name) for name in (reference.name, *reference.names)}:
            score = Score(min(score.value, SPELLED), score.reason)
        if score.value >= LIKE or (entity.kind != "person" and score.same):
            found.append((reference, score))
    return sorted(found, key=lambda pair: (-pair[1].value, pair[0].list, pair[0].id))[:MOST]


def _elsewhere(entity: Entity, reference: Reference) -> bool:
    return bool(entity.country and reference.country and entity.country != reference.country)
