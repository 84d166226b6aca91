"""The typed chunks that a passage is cut into before any entry is looked for.

Offsets are code points of the passage's cleaned text, half-open. Every chunk class has `start` and `end`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from greffier.model.span import Span


class Chunk(Protocol):
    """What all chunks share."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body, place or instrument named; `appearance` is the id in the cast; `kind` as there."""

    start: int
    end: int
    kind: str
    appearance: str


@dataclass(frozen=True, slots=True)
class Role:
    """Words for an office, as "the Dutch minister of Foreign Affairs", with all that belongs to them.

    `code` is a role code of the exchange format; `country` as the adjective or name inside says; `gender` `f`, `m` or
    empty; `former`, `acting`, `plural` as the words say; `title` the words as written; `also` a second code that the
    same words state; `value` that of the lexicon's pattern; `tight` only beside a name.
    """

    start: int
    end: int
    code: str
    title: str
    country: str | None = None
    body: str | None = None
    gender: str = ""
    former: bool = False
    acting: bool = False
    plural: bool = False
    also: str = ""
    value: str = ""
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written and as read: `edtf` (open parts as X: `XXXX-05-10`), `relative` if counted from the paper's."""

    start: int
    end: int
    edtf: str
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: `value`, `upper` of a range, `modifier` and `unit` as in the exchange format's figures."""

    start: int
    end: int
    value: float
    upper: float | None = None
    modifier: str = "exact"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks; `start`/`end` include the marks, `inner` is what stands between them."""

    start: int
    end: int
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Referent:
    """Words that mean someone named elsewhere ("the diplomat", "she", "the Chamber"), resolved by the cast.

    `how` says by what rule; `confidence` how sure; `kind` that of the appearance.
    """

    start: int
    end: int
    kind: str
    appearance: str
    how: str
    confidence: float


C = TypeVar("C", bound=Chunk)


def within(chunks: Iterable[C], span: Span) -> tuple[C, ...]:
    """Those of `chunks` that lie wholly inside `span`, in order."""
    return tuple(chunk for chunk in chunks if span.start <= chunk.start and chunk.end <= span.end)
