"""Meetings and undertakings that have a day, as a calendar file that every calendar program takes.

Source: RFC 5545. The same record gives the same file: the stamp of an event is its own day.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from greffier.model.entry import Meeting, Undertaking
from greffier.publish.events import events
from greffier.publish.wording import line, shortened
from greffier.record.entries import when
from greffier.record.views import Told

STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE", "cancelled": "CANCELLED"}


def calendar(entries: Iterable[Told]) -> str:
    """The calendar of those of `entries` that are meetings or undertakings with a day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Greffier//EN", "CALSCALE:GREGORIAN"]
    for group in events(entries):
        day = _day(when(group[0].entry))
        if day is not None and isinstance(group[0].entry, Meeting | Undertaking):
            lines.extend(_event(group, day))
    return "".join(folded(one) + "\r\n" for one in [*lines, "END:VCALENDAR"])


def _event(group: Sequence[Told], day: date) -> list[str]:
    told, entry = group[0], group[0].entry
    place = next((found for one in group if (found := one.entity(one.entry.place))), None)
    said = " ".join(_witness(one) for one in group)
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@greffier",
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(shortened(line(told), 200))}",
        *([f"LOCATION:{escaped(place.name)}"] if place else []),
        f"DESCRIPTION:{escaped(said)}",
        f"STATUS:{STATUS.get(entry.status, 'CONFIRMED') if isinstance(entry, Meeting) else 'TENTATIVE'}",
        "END:VEVENT",
    ]


def _witness(told: Told) -> str:
    quote = " ".join(" … ".join(one.text for one in told.quotes).split())
    return f"“{quote}” — {told.paper.name}, {told.paper.published or 'undated'}. {told.entry.confidence:.0%} sure."


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf and len(edtf) == 10 and edtf < "9999-12-31" else None
    except ValueError:
        return None


def escaped(text: str) -> str:
    r"""`text` as RFC 5545, 3.3.11, wants it.

    >>> escaped("a, b; c")
    'a\\, b\\; c'
    """
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> str:
    """A line cut into pieces of at most 75 octets, between code points (RFC 5545, 3.1)."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > 73:
            pieces.append("")
            size = 0
        pieces[-1] += character
        size += octets
    return "\r\n ".join(pieces)
