"""A name as found in one passage, before it is known whose it is.

>>> Found(3, 9, "person", 0.9, "tagger").kind
'person'
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Code points `start` to `end` of a passage's cleaned text name a `kind`: person, body or place."""

    start: int
    end: int
    kind: str
    confidence: float
    reason: str
    country: str | None = None
