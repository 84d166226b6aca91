"""A score with its reason.

>>> Score(0.8, "same surname in two romanisations").same
True
>>> Score(1.2, "")
Traceback (most recent call last):
ValueError: a score lies between 0 and 1, not 1.2
"""

from dataclasses import dataclass

LINE = 0.5  # at or above it two records are taken for one


@dataclass(frozen=True, slots=True)
class Score:
    """How sure it is that two records tell of one thing, 0 to 1, and why."""

    value: float
    reason: str

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 1:
            raise ValueError(f"a score lies between 0 and 1, not {self.value}")

    @property
    def same(self) -> bool:
        """Whether the score reaches the line."""
        return self.value >= LINE
