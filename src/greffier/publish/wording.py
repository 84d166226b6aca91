"""One line in English for an entry: what it says, in the names of the record. The quotes stay in their language."""

from collections.abc import Iterable

from greffier.model.entry import (
    Act,
    Citation,
    Entry,
    Figure,
    Meeting,
    Office,
    Participant,
    Provision,
    Statement,
    Undertaking,
)
from greffier.publish.counting import counted
from greffier.publish.countries import country
from greffier.publish.dating import spoken
from greffier.record.views import Told

MODIFIERS = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "more_than": "more than "}
MODIFIERS |= {"less_than": "less than ", "exact": ""}
ABBREVIATED = {"mep": "MEP"}


def line(told: Told) -> str:
    """What the entry says, without its date."""
    entry = told.entry
    match entry:
        case Meeting():
            return _meeting(told, entry)
        case Office():
            of = _joined([name(told, entry.body), country(entry.country)])
            return f"{name(told, entry.person)}, {entry.title or words(entry.role)}" + (f" ({of})" if of else "")
        case Statement():
            quote = f"“{entry.quote}”" if entry.direct else entry.quote
            return f"{name(told, entry.speaker) or 'Someone'} said: {quote}"
        case Undertaking():
            parties = _joined(name(told, party) for party in entry.parties)
            return (
                (f"{parties}: " if parties else "") + entry.what + (f" (due {spoken(entry.due)})" if entry.due else "")
            )
        case Provision():
            quoted = " ".join(" ".join(quote.text for quote in told.quotes).split())
            return f"{entry.type.capitalize()} {entry.label}: {shortened(quoted, 160)}"
        case Citation():
            return f"{words(entry.relation).capitalize()}: {name(told, entry.instrument)}"
        case Act():
            by, law = name(told, entry.by), f" under {entry.law}" if entry.law else ""
            status = "" if entry.status == "done" else f" ({words(entry.status)})"
            lasting = f", {entry.duration}" if entry.duration else ""
            act = words(entry.act).capitalize()
            return f"{act}: {name(told, entry.person)}{f' by {by}' if by else ''}{law}{lasting}{status}"
        case Figure():
            return _figure(entry)
    return entry.kind


def heading(told: Told) -> str:
    """The same, without the words that a page quotes right below."""
    entry = told.entry
    match entry:
        case Statement():
            to = name(told, entry.addressee)
            return f"{name(told, entry.speaker) or 'Someone'} said{f' to {to}' if to else ''}"
        case Undertaking():
            parties = _joined(name(told, party) for party in entry.parties)
            return (parties or "Agreed or promised") + (f", due {spoken(entry.due)}" if entry.due else "")
        case Provision():
            to = name(told, entry.addressee)
            return f"{entry.type.capitalize()} {entry.label}{f', to {to}' if to else ''}"
    return line(told)


def name(told: Told, reference: str | None) -> str:
    """The name behind a field that names an appearance, or the field's own words."""
    entity = told.entity(reference)
    return entity.name if entity else reference or ""


def words(code: str) -> str:
    """A code of the exchange format as words: `head_of_state` is "head of state", `mep` is "MEP"."""
    return ABBREVIATED.get(code) or code.replace("_", " ")


def shortened(text: str, length: int) -> str:
    """At most `length` code points of `text`, cut at a space, with "…" where it was cut.

    >>> shortened("een twee drie", 9)
    'een twee…'
    """
    return text if len(text) <= length else text[: max(text.rfind(" ", 0, length), length // 2)] + "…"


def _meeting(told: Told, entry: Meeting) -> str:
    where = f" in {name(told, entry.place)}" if entry.place else ""
    remote = " (remote)" if entry.mode == "remote" else ""
    body = name(told, entry.session_body)
    session = (
        f", session {entry.session_ordinal or ''} {body and 'of ' + body}".rstrip() if entry.session_ordinal else ""
    )
    who = _joined(_participant(told, one) for one in entry.participants)
    topics = f" — {_joined(entry.topics)}" if entry.topics else ""
    return f"Meeting {entry.status}{where}{remote}{session}" + (f": {who}" if who else "") + topics


def _participant(told: Told, one: Participant) -> str:
    entity = told.entity(one.appearance)
    capacity = _joined([words(one.role) if one.role else None, country(one.country)])
    return (entity.name if entity else one.name) + (f" ({capacity})" if capacity else "")


def _figure(entry: Figure) -> str:
    value = f"{number(entry.value)}–{number(entry.upper)}" if entry.upper is not None else number(entry.value)
    unit = {"percent": "%", None: ""}.get(entry.unit, f" {_unit(entry)}")
    return f"{MODIFIERS.get(entry.modifier, '')}{value}{unit}" + (f": {entry.of}" if entry.of else "")


def _unit(entry: Figure) -> str:
    """The unit as a word: a currency as it is, what is counted in the plural where there are several."""
    unit = entry.unit or ""
    one = entry.value == 1 and entry.upper is None
    return words(unit) if one or not unit.islower() else counted(2, words(unit)).partition(" ")[2]


def number(value: float) -> str:
    """A number with thousands apart.

    >>> number(1234567.0), number(0.5)
    ('1,234,567', '0.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _joined(items: Iterable[str | None]) -> str:
    return ", ".join(item for item in items if item)


def kind_of(entry: Entry) -> str:
    """What an entry is called in lists: its kind, a meeting that was not held with its status."""
    return f"{entry.status} meeting" if isinstance(entry, Meeting) and entry.status != "held" else entry.kind
