"""What people decided, replayed over what the machine read: entries confirmed, corrected or rejected.

>>> a = Judgement("1", "reject", ("e",), "tv", "2026-01-01T00:00:00Z")
>>> b = Judgement("2", "undo", ("1",), "tv", "2026-01-02T00:00:00Z")
>>> standing([a, b]), [each.id for each in standing([a])]
((), ['1'])
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from greffier.model.entry import Entry
from greffier.model.judgement import Judgement
from greffier.record.rows import value_from

OVER_ENTRIES = frozenset({"confirm", "reject", "correct"})
OVER_ENTITIES = frozenset({"same", "different", "identify", "refuse"})
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
        if judgement.verdict == "correct":
            try:
                entry = replace(entry, **corrections(entry, judgement.value))
            except ValueError:  # made for an entry that had other fields
                continue
        last = judgement
        if judgement.verdict != "reject":
            verb = "corrected" if judgement.verdict == "correct" else "confirmed"
            why = f": {judgement.why}" if judgement.why else ""
            entry = replace(entry, confidence=1.0, reason=f"{verb} by {judgement.who}{why}")
    return entry, last


def corrections(entry: Entry, value: str) -> dict[str, Any]:
    """The fields that the JSON of a correction changes; raises `ValueError` where one cannot be changed so."""
    own = {field.name: field.type for field in fields(entry) if field.name not in FIXED}
    wished = json.loads(value)
    if not isinstance(wished, dict):
        raise ValueError("a correction is a JSON object: field and value")
    for name in wished:
        if name not in own:
            raise ValueError(f"{entry.kind} has no field {name!r} to correct; it has {', '.join(sorted(own))}")
    return {name: _fitted(name, made, own[name]) for name, made in wished.items()}


def _fitted(name: str, value: Any, wanted: Any) -> Any:
    """`value` as a field of the type `wanted` holds it."""
    kinds = get_args(wanted) if isinstance(wanted, UnionType) else (wanted,)
    if value is None and NoneType in kinds:
        return None
    if isinstance(value, list) and any(get_origin(kind) is tuple for kind in kinds):
        try:
            return value_from(name, value)
        except TypeError as error:
            raise ValueError(f"{name}: {error}") from error
    if isinstance(value, bool) or bool in kinds:
        if isinstance(value, bool) and bool in kinds:
            return value
    elif str in kinds and isinstance(value, str | int | float):
        return str(value)
    elif isinstance(value, int | float) and (float in kinds or (int in kinds and value == int(value))):
        return value
    raise ValueError(f"{name} cannot be {json.dumps(value, ensure_ascii=False)}")
