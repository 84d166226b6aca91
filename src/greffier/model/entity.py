"""One real person, body, place or instrument over all papers: a cluster of appearances."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """`id` is made of its first appearance's id (by order of ids), so it does not depend on the order of filing."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    country: str | None
    identifiers: tuple[tuple[str, str], ...]
    appearances: tuple[str, ...]
    confidence: float = 0.5
    reason: str = ""
