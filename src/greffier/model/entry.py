"""The entries of the record, one frozen dataclass per kind of the exchange format.

References to persons, bodies, places and instruments are appearance ids of the same paper; the record gives the
entity that each belongs to. Dates are EDTF (ISO 8601-2), countries ISO 3166-1 alpha-2 in lower case plus `eu`.
"""

from dataclasses import dataclass
from typing import ClassVar

from greffier.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has: its evidence first of all, then how sure it is and why."""

    kind: ClassVar[str] = ""

    id: str
    paper: str
    lang: str
    evidence: tuple[Span, ...]
    confidence: float
    reason: str
    method: str
    date: str | None = None
    place: str | None = None
    parallel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone at a meeting: `appearance` or None where the paper gives a name that was not resolved."""

    appearance: str | None
    name: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entry):
    """An encounter. `status` held, planned, proposed, cancelled; `session` is (body appearance or None, ordinal)."""

    kind: ClassVar[str] = "meeting"

    participants: tuple[Participant, ...] = ()
    status: str = "held"
    mode: str | None = None
    session_body: str | None = None
    session_ordinal: int | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Entry):
    """A person in a role. `tenure_from`, `tenure_to` and `as_of` are EDTF."""

    kind: ClassVar[str] = "office"

    person: str
    role: str
    body: str | None = None
    country: str | None = None
    title: str = ""
    tenure_from: str | None = None
    tenure_to: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entry):
    """Words reported as said. `direct` for words in quotation marks; `speaker` None where it is left open."""

    kind: ClassVar[str] = "statement"

    speaker: str | None
    direct: bool
    quote: str
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking(Entry):
    """A thing agreed, promised or planned; `due` is EDTF."""

    kind: ClassVar[str] = "undertaking"

    parties: tuple[str, ...] = ()
    what: str = ""
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Entry):
    """A recital or request of a resolution. `type` is `recital` or `request`."""

    kind: ClassVar[str] = "provision"

    type: str
    label: str
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Entry):
    """An instrument cited. `relation`: cites, adopted, signed, ratified, in_force, proposed."""

    kind: ClassVar[str] = "citation"

    instrument: str
    relation: str = "cites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Entry):
    """Something done to, threatened against or demanded for a person or body; `duration` ISO 8601."""

    kind: ClassVar[str] = "act"

    person: str
    act: str
    by: str | None = None
    law: str | None = None
    duration: str | None = None
    status: str = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entry):
    """A count, sum or share. `upper` is a range's end; `of` what is counted, as written."""

    kind: ClassVar[str] = "figure"

    value: float
    upper: float | None = None
    modifier: str = "exact"
    unit: str | None = None
    of: str = ""


KINDS: tuple[type[Entry], ...] = (Meeting, Office, Statement, Undertaking, Provision, Citation, Act, Figure)
"""Every kind of entry, in the order of the exchange format."""
