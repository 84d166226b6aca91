"""Someone or something that a list from elsewhere knows: a name, identifiers, a few words about it.

A list proposes who an entity of the record may be; a person confirms it. Nothing of it is ever told as a fact, for it
quotes no paper.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """`list` is the name of the list and `id` the entry's own id there; `kind` is `person` or `body`; `about` says in
    words what the list says besides (born, office), for the one who compares."""

    list: str
    id: str
    kind: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    about: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a list that could not be used, and why."""

    line: int
    reason: str
