"""What a reader should look into: plans nobody reports on, papers that tell it differently, doubtful entries.

The rules compare only what the record holds; each point says which, in its own words, and keeps its entries.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from greffier.model.entry import Act, Entry, Figure, Meeting, Provision, Undertaking
from greffier.publish.countries import country
from greffier.publish.dating import spoken
from greffier.publish.wording import number, words
from greffier.record.days import days
from greffier.record.entries import when
from greffier.record.views import Told

DOUBTFUL = 0.6  # an entry less sure than this is shown as doubtful


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look into: what, in a sentence, and the entries it is about."""

    kind: str
    text: str
    entries: tuple[Told, ...]


def points(entries: Iterable[Told]) -> tuple[Point, ...]:
    """Every open point among `entries`, by kind: planned, promised, asked, disagreement, doubtful."""
    listed = list(entries)
    return (*plans(listed), *promises(listed), *requests(listed), *disagreements(listed), *doubts(listed))


def plans(entries: Sequence[Told]) -> list[Point]:
    """Meetings planned or proposed on whose days no paper reports one held."""
    held = [days(told.entry.date) for told in entries if _status(told) == "held"]
    found = []
    for told in entries:
        status = _status(told)
        if status in ("planned", "proposed") and not _within(days(told.entry.date), held):
            date = f" for {spoken(told.entry.date)}" if told.entry.date else ""
            found.append(Point("planned", f"A meeting was {status}{date}; no paper reports it held.", (told,)))
    return _once(found)


def promises(entries: Sequence[Told]) -> list[Point]:
    """Undertakings with a day on which, or before which, no meeting held is reported."""
    held = [days(told.entry.date) for told in entries if _status(told) == "held"]
    found = []
    for told in entries:
        entry = told.entry
        if isinstance(entry, Undertaking) and entry.due and not _within(days(entry.due), held):
            said = f"Promised or planned for {spoken(entry.due)}; no paper reports a meeting then."
            found.append(Point("promised", said, (told,)))
    return _once(found)


def requests(entries: Sequence[Told]) -> list[Point]:
    """Requests with no later act or undertaking of those they name; one that names nobody stays open."""
    answers = [told for told in entries if isinstance(told.entry, Act | Undertaking)]
    found = []
    for told in entries:
        entry = told.entry
        if isinstance(entry, Provision) and entry.type == "request":
            asked = {one.id for one in told.who.values()}
            later = [one for one in answers if _later(one, told) and asked & {who.id for who in one.who.values()}]
            if not later:
                found.append(Point("asked", f"Request {entry.label}: no later paper tells of an answer.", (told,)))
    return _once(found)


def disagreements(entries: Sequence[Told]) -> list[Point]:
    """Papers that tell one thing differently: an act's date, a figure, a meeting's place or status on one day."""
    acts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    figures: dict[tuple[str | None, str], list[Told]] = defaultdict(list)
    meetings: dict[str, list[Told]] = defaultdict(list)
    for told in entries:
        entry = told.entry
        if isinstance(entry, Act) and entry.date and entry.status == "done":
            who = told.entity(entry.person)
            if who:
                acts[who.id, entry.act].append(told)
        elif isinstance(entry, Figure) and entry.of:
            figures[entry.unit, " ".join(entry.of.casefold().split())].append(told)
        elif isinstance(entry, Meeting) and entry.date and len(entry.date) == 10:
            meetings[entry.date].append(told)
    found = []
    for (_, act), group in acts.items():
        for one, other in _pairs(group):
            if not _overlap(days(one.entry.date), days(other.entry.date)):
                who = one.entity(getattr(one.entry, "person", None))
                dates = f"{spoken(one.entry.date)} or {spoken(other.entry.date)}"
                name = who.name if who else ""
                found.append(Point("disagreement", f"{words(act).capitalize()} of {name}: {dates}.", (one, other)))
    for (_, of), group in figures.items():
        for one, other in _pairs(group):
            values = [told.entry.value for told in (one, other) if isinstance(told.entry, Figure)]
            if values[0] != values[1]:
                said = f"{of}: {number(values[0])} or {number(values[1])}."
                found.append(Point("disagreement", said, (one, other)))
    for date, group in meetings.items():
        for one, other in _pairs(group):
            said = _meetings_differ(one, other)
            if said:
                found.append(Point("disagreement", f"The meeting of {spoken(date)}: {said}.", (one, other)))
    return found


def doubts(entries: Sequence[Told]) -> list[Point]:
    """Entries less sure than `DOUBTFUL` that nobody has confirmed."""
    doubtful = [told for told in entries if told.entry.confidence < DOUBTFUL and not told.verdict]
    return [Point("doubtful", f"{told.entry.confidence:.0%} sure: {told.entry.reason}.", (told,)) for told in doubtful]


def _meetings_differ(one: Told, other: Told) -> str:
    if not {who.id for who in one.who.values() if who.kind == "person"} & {who.id for who in other.who.values()}:
        return ""
    places = [told.entity(told.entry.place) for told in (one, other)]
    if places[0] and places[1] and places[0].id != places[1].id:
        return f"in {places[0].name} or {places[1].name}"
    roles = [_capacities(told) for told in (one, other)]
    for who in sorted(roles[0].keys() & roles[1].keys()):
        if roles[0][who] != roles[1][who]:
            return f"{who} as {roles[0][who]} or as {roles[1][who]}"
    return ""


def _capacities(told: Told) -> dict[str, str]:
    assert isinstance(told.entry, Meeting)
    named = [(told.entity(one.appearance), one) for one in told.entry.participants]
    return {
        who.name: words(one.role) + (f" ({country(one.country)})" if one.country else "")
        for who, one in named
        if who and one.role
    }


def _pairs(group: Sequence[Told]) -> Iterable[tuple[Told, Told]]:
    """Pairs of entries of different papers; of one paper only its first, so that a pair of papers is told once."""
    firsts: dict[str, Told] = {}
    for told in group:
        firsts.setdefault(told.paper.id, told)
    return combinations(firsts.values(), 2)


def _later(one: Told, other: Told) -> bool:
    mine, theirs = one.paper.published, other.paper.published
    return bool(mine and theirs and mine > theirs)


def _status(told: Told) -> str | None:
    return told.entry.status if isinstance(told.entry, Meeting) else None


def _within(bounds: tuple[str, str] | None, held: Iterable[tuple[str, str] | None]) -> bool:
    return bounds is not None and any(_overlap(bounds, one) for one in held)


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    return not one or not other or (one[0] <= other[1] and other[0] <= one[1])


def _once(found: list[Point]) -> list[Point]:
    """One point for what two language versions say."""
    seen: set[str] = set()
    kept = []
    for point in found:
        entry: Entry = point.entries[0].entry
        if entry.id not in seen:
            kept.append(point)
        seen.update((entry.id, *entry.parallel))
    return kept


def by_date(entries: Iterable[Told]) -> list[Told]:
    """Entries by the date they stand at, those without one last, in the order of their papers."""

    def place(told: Told) -> tuple[bool, str, str, str]:
        date = when(told.entry)
        return date is None, date or "", told.paper.published or "", told.entry.id

    return sorted(entries, key=place)
