"""What a grammar's own certainty is worth: of the entries given .8, about eight in ten are right.

Each grammar gives an entry a certainty from what it saw; how often such entries were right on papers read by hand says
what confidence that is worth. The steps between are straight lines; `tools/reliability.py --fit` makes the table.
Source of the method: isotonic calibration (Zadrozny and Elkan 2002), drawn towards the grammar's own figure where
entries are few.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from greffier.model.entry import Entry

FILE = Path(__file__).with_name("confidence.json")
Steps = Sequence[tuple[float, float]]


def calibrated(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with their confidence as measured."""
    steps = _table()
    for entry in entries:
        yield replace(entry, confidence=worth(steps.get(entry.kind, ()), entry.confidence))


def worth(steps: Steps, certainty: float) -> float:
    """The confidence that a certainty is worth, to two digits; without steps it is that certainty.

    >>> worth([(0.6, 0.5), (0.8, 0.9)], 0.7), worth([(0.6, 0.5), (0.8, 0.9)], 0.95), worth([], 0.7)
    (0.7, 0.9, 0.7)
    """
    if not steps:
        return certainty
    at = bisect_right(steps, (certainty, 1.0))
    if at in (0, len(steps)):
        return round(steps[max(at - 1, 0)][1], 2)
    (low, below), (high, above) = steps[at - 1], steps[at]
    return round(below + (above - below) * (certainty - low) / (high - low), 2)


@cache
def _table() -> Mapping[str, Steps]:
    return {kind: [(low, high) for low, high in steps] for kind, steps in json.loads(FILE.read_text()).items()}
