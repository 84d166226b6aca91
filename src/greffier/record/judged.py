"""What people decided, replayed over what the machine read: entries confirmed, corrected or rejected.

>>> a = Judgement("1", "reject", ("e",), "tv", "2026-01-01T00:00:00Z")
>>> b = Judgement("2", "undo", ("1",), "tv", "2026-01-02T00:00:00Z")
>>> standing([a, b]), [each.id for each in standing([a])]
((), ['1'])
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from greffier.model.entry import Entry
from greffier.model.judgement import Judgement
from greffier.record.rows import value_from

OVER_ENTRIES = frozenset({"confirm", "reject", "correct"})
OVER_ENTITIES = frozenset({"same", "different"})
FIXED = frozenset({"id", "paper", "lang", "evidence", "parallel", "confidence", "reason", "method"})


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that nobody has undone, in order; an undo can be undone."""
    ordered = list(judgements)
    undone: set[str] = set()
    kept: list[Judgement] = []
    for judgement in reversed(ordered):
        if judgement.id in undone:
            continue
        if judgement.verdict == "undo":
            undone.update(judgement.subjects)
        else:
            kept.append(judgement)
    return tuple(reversed(kept))


def over_entries(judgements: Iterable[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    """The standing judgements on each entry, by its id, in the order decided."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for judgement in judgements:
        if judgement.verdict in OVER_ENTRIES:
            for subject in judgement.subjects:
                found[subject] = (*found.get(subject, ()), judgement)
    return found


def judged(entry: Entry, judgements: Iterable[Judgement]) -> tuple[Entry, Judgement | None]:
    """The entry after `judgements` on it, and the last of them; corrections add up, the last word counts."""
    last: Judgement | None = None
    for judgement in judgements:
        last = judgement
        if judgement.verdict == "correct":
            entry = replace(entry, **corrections(entry, judgement.value))
        if judgement.verdict != "reject":
            verb = "corrected" if judgement.verdict == "correct" else "confirmed"
            why = f": {judgement.why}" if judgement.why else ""
            entry = replace(entry, confidence=1.0, reason=f"{verb} by {judgement.who}{why}")
    return entry, last


def corrections(entry: Entry, value: str) -> dict[str, Any]:
    """The fields that the JSON of a correction changes; raises `ValueError` where one cannot be changed."""
    own = {field.name for field in fields(entry)} - FIXED
    wished = json.loads(value)
    if not isinstance(wished, dict):
        raise ValueError("a correction is a JSON object: field and value")
    for name in wished:
        if name not in own:
            raise ValueError(f"{entry.kind} has no field {name!r} to correct; it has {', '.join(sorted(own))}")
    return {name: value_from(name, made) for name, made in wished.items()}
