"""Decisions of people, put into the log: who, when, why, and on what.

A decision about entities names appearances (`greffier.record.linked`), for an entity is made anew when papers come.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from greffier.model.entity import Entity
from greffier.model.errors import NotFound
from greffier.model.ids import content_id
from greffier.model.judgement import Judgement
from greffier.model.reference import Reference
from greffier.record.record import Record

SIDE = 200  # appearances that a decision names on each side, at most


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, and why."""

    who: str
    why: str = ""


def decide(record: Record, verdict: str, subjects: Sequence[str], by: By, value: str = "") -> Judgement:
    """Add a decision; raises `NotFound` where it is on nothing, `ValueError` where a correction does not fit."""
    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    id_ = content_id("judgement", verdict, *subjects, by.who, at, by.why, value)
    judgement = Judgement(id_, verdict, tuple(subjects), by.who, at, by.why, value)
    record.judge(judgement)
    return judgement


def correct(record: Record, entry: str, fields: dict[str, object], by: By) -> Judgement:
    """Say what some fields of an entry should be."""
    return decide(record, "correct", (entry,), by, json.dumps(fields, ensure_ascii=False, sort_keys=True))


def same(record: Record, one: Sequence[str], other: Sequence[str], by: By) -> Judgement:
    """Say that the appearances `one` and `other` are of one person, body, place or instrument."""
    return _linked(record, "same", one, other, by)


def different(record: Record, one: Sequence[str], other: Sequence[str], by: By) -> Judgement:
    """Say that they are of two."""
    return _linked(record, "different", one, other, by)


def split(record: Record, entity: Entity, papers: Sequence[str], by: By) -> Judgement:
    """Say that who is called so in `papers` (ids) is another than elsewhere."""
    there = {one.id for paper in papers for one in record.findings(paper).appearances}
    here = [one for one in entity.appearances if one in there]
    rest = [one for one in entity.appearances if one not in there]
    if not here or not rest:
        where = "this paper" if len(papers) == 1 else "these papers"
        raise NotFound(f"{entity.name} is not named both in {where} and elsewhere, so there is nothing to split")
    return different(record, here, rest, by)


def identify(record: Record, entity: Entity, reference: Reference, by: By) -> Judgement:
    """Say that an entity is the one that a list of reference data knows."""
    return decide(record, "identify", entity.appearances[:SIDE], by, _told(reference))


def refuse(record: Record, entity: Entity, reference: Reference, by: By) -> Judgement:
    """Say that it is not."""
    return decide(record, "refuse", entity.appearances[:SIDE], by, _told(reference))


def undo(record: Record, judgement: str, by: By) -> Judgement:
    """Undo a decision (by its id or the beginning of one; the last that stands if it is empty); the one undone."""
    found = [one for one in record.judgements() if one.id.startswith(judgement)] if judgement else []
    found = found or ([] if judgement else list(record.standing()[-1:]))
    if len(found) != 1:
        raise NotFound("no one decision answers to that. greffier judgements lists them")
    decide(record, "undo", (found[0].id,), by)
    return found[0]


def _linked(record: Record, verdict: str, one: Sequence[str], other: Sequence[str], by: By) -> Judgement:
    left, right = one[:SIDE], other[:SIDE]
    return decide(record, verdict, (*left, *right), by, str(len(left)))


def _told(reference: Reference) -> str:
    value = {
        "list": reference.list,
        "id": reference.id,
        "name": reference.name,
        "identifiers": [list(pair) for pair in reference.identifiers],
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
