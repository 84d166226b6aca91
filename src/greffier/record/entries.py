"""Entries in the record: as the machine read them, after what people decided, with their quotes and entities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from greffier.model.entity import Entity
from greffier.model.entry import Entry, Office
from greffier.model.errors import NotFound
from greffier.model.findings import Findings, Mention
from greffier.model.judgement import Judgement
from greffier.model.span import Span
from greffier.record import answers, entities
from greffier.record.database import Database
from greffier.record.days import days
from greffier.record.judged import judged, over_entries, standing
from greffier.record.rows import appearance_from, entry_from, references
from greffier.record.views import PaperCard, Quote, Told

EVENTS = ("meeting", "statement", "undertaking", "act", "citation", "office")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question about entries: see `Record.entries`."""

    about: str | None = None
    paper: str | None = None
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    rejected: bool = False


def findings(database: Database, paper: str) -> Findings:
    """What was found in one paper, rejected entries left out, corrected ones corrected."""
    quotes: dict[str, list[Span]] = {}
    for entry, start, end, _ in database.ask("evidence_of_paper", paper=paper):
        quotes.setdefault(entry, []).append(Span(start, end))
    verdicts = over_entries(standing(answers.judgements(database)))
    read = [entry_from(row, tuple(quotes.get(row[0], ()))) for row in database.ask("entries_of_paper", paper=paper)]
    after = [judged(entry, verdicts.get(entry.id, ())) for entry in read]
    return Findings(
        paper=paper,
        appearances=tuple(appearance_from(row) for row in database.ask("appearances", paper=paper)),
        mentions=tuple(
            Mention(who, where, Span(start, end))
            for who, where, start, end in database.ask("mentions_of_paper", paper=paper)
        ),
        entries=tuple(entry for entry, last in after if last is None or last.verdict != "reject"),
    )


def told(database: Database, wanted: Wanted) -> tuple[Told, ...]:
    """The entries that answer a question."""
    bounds = {
        "kinds": f",{','.join(wanted.kinds)}," if wanted.kinds else None,
        "since": _bound(wanted.since, 0),
        "until": _bound(wanted.until, 1),
    }
    if wanted.paper is not None:
        rows = database.ask("entries_in_paper", paper=wanted.paper, **bounds)
    elif wanted.about is not None:
        rows = database.ask("entries_about", about=wanted.about, **bounds)
    else:
        rows = database.ask("entries", **bounds)
    if wanted.paper is not None and wanted.about is not None:
        there = {row[0] for row in database.ask("entries_about", about=wanted.about, **bounds)}
        rows = [row for row in rows if row[0] in there]
    teller = _Teller(database)
    found = (teller.tell(row) for row in rows)
    return tuple(one for one in found if wanted.rejected or one.verdict != "reject")


def one(database: Database, entry: str) -> Told:
    """One entry."""
    found = database.ask("entries_like", id=answers.beginning(entry))
    row = database.one("entry", entry=found[0][0] if len(found) == 1 else entry)
    if row is None:
        raise NotFound(f"no entry has the id {entry!r}. greffier show NAME gives the ids")
    return _Teller(database).tell(row)


def timeline(database: Database, about: str | None, since: str | None, until: str | None) -> tuple[Told, ...]:
    """Dated events, one for both language versions of a paper."""
    found = told(database, Wanted(about, None, EVENTS, since, until))
    kept: dict[str, Told] = {}
    for event in found:
        if _happened(event.entry) and kept.keys().isdisjoint(event.entry.parallel):
            kept[event.entry.id] = event
    return tuple(kept.values())


def _happened(entry: Entry) -> bool:
    """Whether an entry stands in a timeline; an office does where it began or ended, not where it was merely held."""
    if isinstance(entry, Office) and not (entry.tenure_from or entry.tenure_to):
        return False
    return days(when(entry)) is not None


def when(entry: Entry) -> str | None:
    """The EDTF date that an entry stands at in a timeline: its own, else when it is due or was so."""
    dates = (entry.date, *(getattr(entry, field, None) for field in ("due", "tenure_from", "tenure_to", "as_of")))
    return next((date for date in dates if date), None)


def _bound(date: str | None, side: int) -> str | None:
    if date is None:
        return None
    bounds = days(date)
    if bounds is None:
        raise NotFound(f"{date!r} is no date. Write 2021, 2021-05 or 2021-05-10")
    return bounds[side]


class _Teller:
    """Turns rows into `Told`, keeping what many of them share."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._papers: dict[str, PaperCard] = {}
        self._entities: dict[str, Entity] = {}
        self._verdicts: Mapping[str, tuple[Judgement, ...]] = over_entries(standing(answers.judgements(database)))

    def tell(self, row: tuple[Any, ...]) -> Told:
        quotes = self._database.ask("evidence", entry=row[0])
        paper: str = row[1]
        read = entry_from(row, tuple(Span(start, end) for start, end, _ in quotes))
        entry, last = judged(read, self._verdicts.get(read.id, ()))
        if paper not in self._papers:
            self._papers[paper] = answers.paper(self._database, paper)
        return Told(
            entry=entry,
            paper=self._papers[paper],
            quotes=tuple(Quote(paper, Span(start, end), text) for start, end, text in quotes),
            who=self._who(entry, self._database.ask("entities_of_entry", entry=entry.id)),
            verdict=last.verdict if last else None,
            judgement=last,
        )

    def _who(self, entry: Entry, rows: Iterable[tuple[Any, ...]]) -> dict[str, Entity]:
        found = {appearance: self._entity(entity) for appearance, entity in rows}
        for _, reference in references(entry):  # a correction may name an appearance or an entity of its own
            if reference not in found and len(reference) == 20:
                row = self._database.one("entity_of_appearance", appearance=reference)
                if row is not None:
                    found[reference] = self._entity(row[0])
        return found

    def _entity(self, entity: str) -> Entity:
        if entity not in self._entities:
            self._entities[entity] = entities.entity(self._database, entity)
        return self._entities[entity]
