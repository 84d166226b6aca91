"""`greffier confirm`, `reject`, `correct`, `merge`, `split`, `undo`, `judgements`: what people decide."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from greffier.cli import screen
from greffier.cli.options import by, command, json_option, opened, who_option, why_option
from greffier.cli.telling import told_lines
from greffier.cli.which import one_entity
from greffier.model.errors import NotFound
from greffier.model.judgement import Judgement
from greffier.publish.counting import counted
from greffier.record import deciding

if TYPE_CHECKING:
    from greffier.record.record import Record
    from greffier.record.views import Decision

STATES = {"undone": " (undone)", "orphaned": " (orphaned)"}


@command("confirm", 'greffier confirm 3fa9c2d1 --why "checked against the minutes"')
@click.argument("entry", metavar="ENTRY")
@why_option
@who_option
def confirm_command(url: str, entry: str, why: str, who: str | None) -> int:
    """Confirm an entry: it is right as it stands."""
    return _on_entry(url, entry, lambda record, id_: deciding.decide(record, "confirm", (id_,), by(who, why)))


@command("reject", 'greffier reject 3fa9c2d1 --why "another person of that name"')
@click.argument("entry", metavar="ENTRY")
@why_option
@who_option
def reject_command(url: str, entry: str, why: str, who: str | None) -> int:
    """Reject an entry: it is wrong, and no longer told."""
    return _on_entry(url, entry, lambda record, id_: deciding.decide(record, "reject", (id_,), by(who, why)))


@command("correct", 'greffier correct 3fa9c2d1 date=2021-05-10 status=held --why "misprint in the paper"')
@click.argument("entry", metavar="ENTRY")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@why_option
@who_option
def correct_command(url: str, entry: str, changes: tuple[str, ...], why: str, who: str | None) -> int:
    """Correct fields of an entry.

    A value is text, or JSON (null, 12, ["a", "b"])."""
    made: dict[str, object] = {}
    for change in changes:
        field, equals, value = change.partition("=")
        if not equals:
            raise click.UsageError(f"{change!r} is not FIELD=VALUE", click.get_current_context())
        made[field] = _value(value)
    return _on_entry(url, entry, lambda record, id_: deciding.correct(record, id_, made, by(who, why)))


@command("merge", 'greffier merge "A. Verhulst" "Ada Verhulst" --why "same seat, same years"')
@click.argument("one", metavar="NAME-or-ID")
@click.argument("other", metavar="NAME-or-ID")
@why_option
@who_option
def merge_command(url: str, one: str, other: str, why: str, who: str | None) -> int:
    """Say that two entities are one and the same."""
    with opened(url) as record:
        first, second = one_entity(record, one), one_entity(record, other)
        if first.id == second.id:
            raise NotFound(f"{one!r} and {other!r} are one already")
        if first.kind != second.kind:
            raise NotFound(f"{first.name} is a {first.kind} and {second.name} a {second.kind}, so they are not one")
        deciding.same(record, first.appearances, second.appearances, by(who, why))
        one_now = record.entity_of(first.appearances[0])
        screen.say(f"one: {one_now.name if one_now else first.name}")
    return 0


@command("split", 'greffier split "Ada Verhulst" 2021-05-11-minutes.txt --why "her mother"')
@click.argument("name", metavar="NAME-or-ID")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER…")
@why_option
@who_option
def split_command(url: str, name: str, papers: tuple[str, ...], why: str, who: str | None) -> int:
    """Say that who is called so in a paper is another.

    With several papers: the same other person in all of them, and another than who is called so elsewhere."""
    with opened(url) as record:
        entity, cards = one_entity(record, name), [record.paper(paper) for paper in papers]
        deciding.split(record, entity, [card.id for card in cards], by(who, why))
        record.refresh()
        screen.say(f"{entity.name}: apart in {', '.join(card.name for card in cards)} now")
    return 0


@command("undo", "greffier undo 9c0ffee1 --why 'pressed the wrong key'")
@click.argument("judgement", required=False, metavar="[JUDGEMENT]")
@why_option
@who_option
def undo_command(url: str, judgement: str | None, why: str, who: str | None) -> int:
    """Undo a decision.

    By its id; without one, the last that stands. An undo can be undone."""
    with opened(url) as record:
        found = deciding.undo(record, judgement or "", by(who, why))
        screen.say(f"undone: {found.verdict} by {found.who}, {found.at[:19].replace('T', ' ')}")
    return 0


@command("judgements", "greffier judgements\ngreffier judgements -o decisions.json")
@click.option("-o", "--out", metavar="FILE", help="Write the decisions into a file, for another record.")
@click.option("--add", metavar="FILE", help="Add the decisions of a file made with -o, of another record too.")
@json_option
def judgements_command(url: str, out: str | None, add: str | None, json_: bool) -> int:
    """List what people decided, in order.

    With --add the decisions of another log join this one; those known already are left out, and those on what is not in
    this record wait, as orphaned, until it is.
    """
    with opened(url) as record:
        if add is not None:
            screen.complain(_add(record, Path(add)))
        found = record.decisions()
        told = {} if json_ or out is not None else _told(record, found)
    if out is not None:
        Path(out).write_text(screen.json_text([one.judgement for one in found]) + "\n", encoding="utf-8")
        screen.say(f"{counted(len(found), 'decision')} written to {out}")
        return 0
    if json_:
        screen.as_json([one.judgement for one in found])
        return 0
    rows = []
    for decision in found:
        one = decision.judgement
        when = one.at[:16].replace("T", " ")
        verdict = one.verdict + STATES.get(decision.state, "")
        rows.append((when, one.who, verdict, told[one.id], one.why, screen.short(one.id)))
    screen.table(("when", "who", "what", "that", "why", "id"), rows, wide=3)
    if not rows and screen.terminal():
        screen.say("nothing decided yet. greffier review shows what to decide first")
    return 0


def _told(record: "Record", found: "Sequence[Decision]") -> dict[str, str]:
    """What was decided, in words, by the id of the decision."""
    from greffier.publish.review.telling import Teller

    teller = Teller(record)
    return {one.judgement.id: teller.told(one.judgement) for one in found}


def _add(record: "Record", file: Path) -> str:
    """The decisions of a file, all or none of them."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        read = [Judgement(**{**row, "subjects": tuple(row["subjects"])}) for row in rows]
    except (ValueError, TypeError, KeyError) as error:
        raise click.UsageError(
            f"{file} holds no decisions: {error}. greffier judgements -o FILE writes such a file",
            click.get_current_context(),
        ) from error
    new = record.take_over(read)
    waiting = {one.judgement.id for one in record.decisions() if one.state == "orphaned"}
    orphaned = sum(1 for one in read if one.id in waiting)
    said = f"{counted(len(read), 'decision')} read, {new} of them new"
    return said + (f"; {orphaned} decide on what is not in this record (orphaned)" if orphaned else "")


def _on_entry(url: str, entry: str, decision: "Callable[[Record, str], Judgement]") -> int:
    with opened(url) as record:
        told = record.entry(entry)
        try:
            decision(record, told.entry.id)
        except ValueError as error:
            raise click.UsageError(str(error), click.get_current_context()) from error
        told_lines(record.entry(told.entry.id))
    return 0


def _value(written: str) -> object:
    try:
        made: object = json.loads(written)
    except ValueError:
        return written
    return made if not isinstance(made, float) or written[:1].isdigit() else written
