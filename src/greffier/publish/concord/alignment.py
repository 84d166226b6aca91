"""Which stretches of two versions answer to each other: dynamic programming over lengths and anchors.

Lengths as Gale & Church (1993, A Program for Aligning Sentences in Bilingual Corpora): of a sentence's translation the
length is near its own, in proportion to the whole. Anchors (numbers, dates, names, words known or alike in both
languages) weigh in beside them, as in Simard, Foster & Isabelle (1992). Both ends meet only near the diagonal, so that
cost grows with the text's length, not its square.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt
from typing import Protocol, TypeVar

from greffier.publish.concord.features import Features

VARIANCE = 6.8  # Gale & Church 1993, section 2.2
PRIORS = {  # cost of how many answer to how many: Gale & Church's frequencies, gaps dearer where anchors may tell
    (1, 1): 0.0,
    (1, 0): 3.2,
    (0, 1): 3.2,
    (2, 1): 3.0,
    (1, 2): 3.0,
    (2, 2): 4.6,
    (3, 1): 4.4,
    (1, 3): 4.4,
}
FARTHEST = 14.0  # what a difference in length costs at most
ASKED = 0.7  # share of a feature's weight that its lack in the other version costs; best of 0.5, 0.7, 0.9
NEAR = 40  # items from the diagonal that may meet
SHARE = 0.06  # the same, as a share of the longer version


class Item(Protocol):
    """What is aligned: it has a length."""

    @property
    def length(self) -> int: ...


Aligned = TypeVar("Aligned", bound=Item)
Cost = Callable[[Sequence[Aligned], Sequence[Aligned]], float]


@dataclass(frozen=True, slots=True)
class Bead:
    """Items `left[0]` to `left[1]` of one version answer to `right[0]` to `right[1]` of the other, half-open."""

    left: tuple[int, int]
    right: tuple[int, int]


def align(left: Sequence[Aligned], right: Sequence[Aligned], cost: Cost[Aligned]) -> list[Bead]:
    """The beads of the cheapest alignment, in order; every item lies in exactly one."""
    n, m = len(left), len(right)
    band = max(NEAR, int(SHARE * max(n, m))) + abs(n - m)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(n + 1):
        middle = i * m // n if n else 0
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            if i == j == 0:
                continue
            found: tuple[float, int, int] | None = None
            for (a, b), prior in PRIORS.items():
                before = best.get((i - a, j - b))
                if before is None or (found is not None and before[0] + prior - 60 > found[0]):
                    continue
                total = before[0] + prior + (cost(left[i - a : i], right[j - b : j]) if a and b else 0.0)
                if found is None or total < found[0]:
                    found = (total, a, b)
            if found is not None:
                best[i, j] = found
    beads = []
    i, j = n, m
    while i or j:
        _, a, b = best[i, j]
        beads.append(Bead((i - a, i), (j - b, j)))
        i, j = i - a, j - b
    return beads[::-1]


def length_cost(one: int, other: int, ratio: float) -> float:
    """How unlikely it is that a text of `one` code points has a translation of `other`.

    >>> length_cost(100, 110, 1.1) < length_cost(100, 150, 1.1) < length_cost(100, 300, 1.1)
    True
    """
    expected = max(one * ratio, 1.0)
    apart = abs(other - expected) / sqrt(VARIANCE * (expected + other) / 2)
    return min(-log(max(erfc(apart / sqrt(2)), 1e-9)), FARTHEST)


def anchor_gain(left: Sequence[Features], right: Sequence[Features], weights: Mapping[str, float]) -> float:
    """What the anchors say for `left` and `right` being one: their common features less those that one should have."""
    here: frozenset[str] = left[0].shared if len(left) == 1 else frozenset().union(*(one.shared for one in left))
    there: frozenset[str] = right[0].shared if len(right) == 1 else frozenset().union(*(one.shared for one in right))
    both = sum(weights[key] for key in here & there)
    lacking = sum(weights[key] for one in left for key in one.asked - there)
    lacking += sum(weights[key] for one in right for key in one.asked - here)
    return both - ASKED * lacking
