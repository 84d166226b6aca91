"""Entries, entities and papers as lines and tables."""

from collections.abc import Sequence

from greffier.cli import screen
from greffier.model.entity import Entity
from greffier.publish.counting import counted
from greffier.publish.tenures import capacity, held, with_name
from greffier.publish.wording import kind_of, line, shortened
from greffier.record.entries import when
from greffier.record.record import Record
from greffier.record.views import PaperCard, Told


def told_table(entries: Sequence[Told], *, paper: bool = True) -> None:
    """Entries as a table: date, kind, what, where it is written, id."""
    if not entries and screen.terminal():
        screen.say("no entries")
        return
    rows = []
    for told in entries:
        sure = f"{told.entry.confidence:.0%}" + {"confirm": " ✓", "correct": " ✎"}.get(told.verdict or "", "")
        source = told.paper.name if paper else shortened(quote(told), 80)
        rows.append((when(told.entry), kind_of(told.entry), line(told), source, sure, screen.short(told.entry.id)))
    screen.table(("date", "kind", "what", "paper" if paper else "quote", "sure", "id"), rows, wide=2)


def told_lines(told: Told) -> None:
    """One entry in full: what, why it is believed, and every quote."""
    entry = told.entry
    screen.heading(line(told))
    screen.say(f"{kind_of(entry)}, {when(entry) or 'undated'}; id {entry.id}")
    screen.say(f"{entry.confidence:.0%} sure: {entry.reason} ({entry.method})")
    if told.judgement:
        screen.say(f"{told.judgement.verdict} by {told.judgement.who}, {told.judgement.at}; id {told.judgement.id}")
    screen.say(f"{told.paper.name}, {told.paper.published or 'undated'}; id {told.paper.id}")
    for one in told.quotes:
        screen.say(f"  {one.span.start}–{one.span.end}: {' '.join(one.text.split())}")


def entity_lines(record: Record, entity: Entity) -> None:
    """An entity: name, forms, how sure, where."""
    weight = record.weights(entity.kind)[entity.id]
    screen.heading(entity.name)
    country = f", {entity.country}" if entity.country else ""
    weighed = f"{counted(weight.papers, 'paper')}, {counted(weight.mentions, 'mention')}"
    screen.say(f"{entity.kind}{country}; {weighed}; id {entity.id}")
    others = [name for name in entity.names if name != entity.name]
    if others:
        screen.say(f"also: {', '.join(others)}")
    for scheme, value in entity.identifiers:
        if scheme == "gazetteer":
            continue
        screen.say(f"{scheme}: {value}")
    if len(entity.appearances) > 1:
        screen.say(f"taken for one with {entity.confidence:.0%}: {entity.reason}")
    for term in record.tenures(entity.id):
        screen.say(f"{capacity(term) if term.person == entity.id else with_name(term)}: {held(term)}")


def paper_lines(card: PaperCard) -> None:
    """A paper: title, kind, where it comes from."""
    screen.heading(card.name)
    published = f", {card.published}" if card.published else ""
    screen.say(f"{card.kind}{published}; {' '.join(card.languages)}; {counted(card.words, 'word')}; id {card.id}")
    if card.publisher:
        screen.say(f"published by {card.publisher}")
    for source in card.sources:
        screen.say(source)
    for problem in card.problems:
        screen.complain(problem)


def quote(told: Told) -> str:
    """The words that an entry rests on, on one line."""
    return " ".join(" … ".join(one.text for one in told.quotes).split())
