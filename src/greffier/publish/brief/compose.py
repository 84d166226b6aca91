"""From the record to the text of a brief: which entries, under which headings, in which order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from greffier.model.entity import Entity
from greffier.model.entry import Entry, Office
from greffier.publish.about import entries
from greffier.publish.brief.text import Brief, Line, Note, Section
from greffier.publish.counting import counted
from greffier.publish.countries import country
from greffier.publish.dating import spoken
from greffier.publish.events import events
from greffier.publish.points import DOUBTFUL, by_date, points
from greffier.publish.wording import line, name, shortened, words
from greffier.record.entries import when
from greffier.record.record import Record
from greffier.record.views import Told

NOTES = 5  # footnotes of a line; of further papers their number
QUOTE = 400  # code points of a quote in a footnote
SECTIONS = (
    ("Who is who", ("office",)),
    ("Meetings", ("meeting",)),
    ("What was asked and promised", ("provision", "undertaking")),
    ("What was said", ("statement",)),
    ("Instruments", ("citation",)),
    ("What was done to persons", ("act",)),
    ("Figures", ("figure",)),
)


def compose(record: Record, about: Sequence[Entity]) -> Brief:
    """The brief about `about`: what is told of any of them, and what is told in the same words of others."""
    found = {told.entry.id: told for entity in about for told in entries(record, entity)}
    found |= {told.entry.id: told for told in _offices(record, found.values())}
    count = 0

    def noted(group: Iterable[Told]) -> tuple[Note, ...]:
        nonlocal count
        made = []
        for told in group:
            count += 1
            made.append(_note(count, told))
        return tuple(made)

    sections = []
    for title, kinds in SECTIONS:
        mine = by_date(told for told in found.values() if told.entry.kind in kinds)
        if kinds == ("office",):
            mine.sort(key=_person)
        groups = _same_lines(events(mine))
        if kinds == ("office",):
            groups = _fuller(groups)
        lines = tuple(_line(group, noted(group[:NOTES])) for group in groups)
        if lines:
            sections.append(Section(title, lines))
    open_points = tuple(
        Line(point.kind.capitalize(), f"{point.text} {_of(point.entries[0])}", noted(point.entries), False)
        for point in points(record.entries())
        if any(told.entry.id in found for told in point.entries)
    )
    if open_points:
        sections.append(Section("Open points", open_points))
    papers = sorted({told.paper.id: told.paper for told in found.values()}.values(), key=lambda card: card.id)
    latest = max((card.published for card in papers if card.published), default=None)
    until = f", the latest of {spoken(latest)}" if latest else ""
    made = f"From {counted(len(papers), 'paper')}{until}. "
    made += "Read by machine: check a line in its footnote before you rely on it."
    return Brief(f"Brief: {', '.join(entity.name for entity in about)}", made, tuple(sections))


def _offices(record: Record, entries: Iterable[Told]) -> list[Told]:
    """One office, the surest, of each person met, so that the brief says who is who."""
    met = {who.id for told in entries if told.entry.kind == "meeting" for who in told.who.values()}
    best: dict[str, Told] = {}
    for told in record.entries(kinds=["office"]):
        person = told.entity(told.entry.person) if isinstance(told.entry, Office) else None
        if person and person.id in met:
            before = best.get(person.id)
            if before is None or told.entry.confidence > before.entry.confidence:
                best[person.id] = told
    return list(best.values())


def _same_lines(groups: Iterable[Sequence[Told]]) -> list[list[Told]]:
    """Groups that make the same line, whatever paper or language they come from, as one."""
    found: dict[tuple[str, str], list[Told]] = {}
    for group in groups:
        found.setdefault(_words(group[0]), []).extend(group)
    return list(found.values())


def _fuller(groups: Sequence[list[Told]]) -> list[list[Told]]:
    """Offices, those told without country and body with the one told of the same person with them."""
    held: dict[tuple[str, str], list[list[Told]]] = defaultdict(list)
    for group in groups:
        held[_office(group[0])].append(group)
    found: list[list[Told]] = []
    for same in held.values():
        full = [group for group in same if ", " in _words(group[0])[1]]
        bare = [told for group in same if group not in full for told in group]
        if len(full) == 1 and bare:
            found.append(full[0] + bare)
        else:
            found.extend(same)
    return found


def _office(told: Told) -> tuple[str, str]:
    """Whose office it is, and which."""
    person, held = _words(told)
    return person, held.partition(", ")[0]


def _line(group: Sequence[Told], notes: tuple[Note, ...]) -> Line:
    lead, text = _words(group[0])
    papers = {told.paper.id for told in group[NOTES:]} - {told.paper.id for told in group[:NOTES]}
    text += f" (and in {counted(len(papers), 'further paper')})" if papers else ""
    doubtful = all(told.entry.confidence < DOUBTFUL and not told.verdict for told in group)
    return Line(lead, text, notes, doubtful)


def _words(told: Told) -> tuple[str, str]:
    """What is set apart, and the rest: a person and the office held, else a date and what happened."""
    entry = told.entry
    said = " ".join(line(told).split())
    if isinstance(entry, Office):
        person = name(told, entry.person)
        body = ", ".join(filter(None, (name(told, entry.body), country(entry.country))))
        held = words(entry.role) if entry.role != "other" else entry.title
        return person, f"{held}, {body}" if body else held
    return spoken(when(entry)), said


def _note(number: int, told: Told) -> Note:
    entry: Entry = told.entry
    published = f", {spoken(told.paper.published)}" if told.paper.published else ""
    quote = shortened(" … ".join(" ".join(one.text.split()) for one in told.quotes), QUOTE)
    settled = {"confirm": "confirmed", "correct": "corrected"}.get(told.verdict or "")
    sure = settled or f"{entry.confidence:.0%} sure: {entry.reason}"
    return Note(number, entry.id, f"{told.paper.name}{published}", quote, entry.lang, sure)


def _of(told: Told) -> str:
    return shortened(" ".join(line(told).split()), 200)


def _person(told: Told) -> tuple[str, str]:
    who = told.entity(told.entry.person) if isinstance(told.entry, Office) else None
    return (who.name if who else "", when(told.entry) or "")
