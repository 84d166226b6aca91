"""`greffier confirm`, `reject`, `correct`, `merge`, `split`, `undo`, `judgements`: what people decide."""

import getpass
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened
from greffier.cli.telling import told_lines
from greffier.cli.which import one_entity
from greffier.model.errors import NotFound
from greffier.model.ids import content_id
from greffier.model.judgement import Judgement

if TYPE_CHECKING:
    from greffier.record.record import Record

why_option = click.option("--why", default="", metavar="TEXT", help="The reason, kept with the decision.")
who_option = click.option("--who", metavar="NAME", envvar="GREFFIER_WHO", help="Who decides.  [default: you]")


@command("confirm", 'greffier confirm 3fa9c2d1 --why "checked against the minutes"')
@click.argument("entry", metavar="ENTRY")
@why_option
@who_option
def confirm_command(url: str, entry: str, why: str, who: str | None) -> int:
    """Confirm an entry: it is right as it stands."""
    return _on_entry(url, "confirm", entry, (who, why), "")


@command("reject", 'greffier reject 3fa9c2d1 --why "another person of that name"')
@click.argument("entry", metavar="ENTRY")
@why_option
@who_option
def reject_command(url: str, entry: str, why: str, who: str | None) -> int:
    """Reject an entry: it is wrong, and no longer told."""
    return _on_entry(url, "reject", entry, (who, why), "")


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
    return _on_entry(url, "correct", entry, (who, why), json.dumps(made, ensure_ascii=False, sort_keys=True))


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
        _judge(record, "same", (first.appearances[0], second.appearances[0]), (who, why))
        one_now = record.entity_of(first.appearances[0])
        screen.say(f"one: {one_now.name if one_now else first.name}")
    return 0


@command("split", 'greffier split "Jan Peeters" 2021-05-11-minutes.txt --why "the senator, not the mayor"')
@click.argument("name", metavar="NAME-or-ID")
@click.argument("paper", metavar="PAPER")
@why_option
@who_option
def split_command(url: str, name: str, paper: str, why: str, who: str | None) -> int:
    """Say that one entity is two.

    Who is called NAME in PAPER is another than who is called so in the other papers."""
    with opened(url) as record:
        entity, card = one_entity(record, name), record.paper(paper)
        there = {one.id for one in record.findings(card.id).appearances}
        here = [one for one in entity.appearances if one in there]
        rest = [one for one in entity.appearances if one not in there]
        if not here or not rest:
            raise NotFound(
                f"{entity.name} is not named both in {card.name} and elsewhere, so there is nothing to split"
            )
        for one in here:
            for other in rest:
                _judge(record, "different", (one, other), (who, why))
        record.refresh()
        screen.say(f"{entity.name}: apart in {card.name} now")
    return 0


@command("undo", "greffier undo 9c0ffee1 --why 'pressed the wrong key'")
@click.argument("judgement", required=False, metavar="[JUDGEMENT]")
@why_option
@who_option
def undo_command(url: str, judgement: str | None, why: str, who: str | None) -> int:
    """Undo a decision.

    By its id; without one, the last that stands. An undo can be undone."""
    with opened(url) as record:
        standing = record.standing()
        found = [one for one in record.judgements() if judgement and one.id.startswith(judgement)] or list(
            standing[-1:]
        )
        if not found or (judgement and not found[0].id.startswith(judgement)):
            raise NotFound("no one decision answers to that. greffier judgements lists them")
        _judge(record, "undo", (found[0].id,), (who, why))
        screen.say(f"undone: {found[0].verdict} by {found[0].who}, {found[0].at}")
    return 0


@command("judgements", "greffier judgements\ngreffier judgements --json > decisions.json")
@click.option("--add", metavar="FILE", help="Add the decisions of a file made with --json, of another record too.")
@json_option
def judgements_command(url: str, add: str | None, json_: bool) -> int:
    """List what people decided, in order.

    With --add the decisions of another log join this one; those known already are left out, and those on what is not in
    this record wait until it is.
    """
    with opened(url) as record:
        if add is not None:
            _add(record, Path(add))
        found, standing = record.judgements(), {one.id for one in record.standing()}
    if json_:
        screen.as_json(found)
        return 0
    rows = []
    for one in found:
        undone = "" if one.id in standing or one.verdict == "undo" else " (undone)"
        subjects = " ".join(map(screen.short, one.subjects))
        why = f"{one.why} {one.value}".strip()
        rows.append((one.at[:19], one.who, one.verdict + undone, why, subjects, screen.short(one.id)))
    screen.table(("when", "who", "what", "why", "about", "id"), rows, wide=3)
    return 0


def _add(record: "Record", file: Path) -> None:
    """The decisions of a file, all or none of them."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        read = [Judgement(**{**row, "subjects": tuple(row["subjects"])}) for row in rows]
    except (ValueError, TypeError, KeyError) as error:
        raise click.UsageError(f"{file} holds no decisions: {error}", click.get_current_context()) from error
    record.take_over(read)


def _on_entry(url: str, verdict: str, entry: str, by: tuple[str | None, str], value: str) -> int:
    with opened(url) as record:
        told = record.entry(entry)
        try:
            _judge(record, verdict, (told.entry.id,), by, value)
        except ValueError as error:
            raise click.UsageError(str(error), click.get_current_context()) from error
        told_lines(record.entry(told.entry.id))
    return 0


def _judge(
    record: "Record", verdict: str, subjects: tuple[str, ...], by: tuple[str | None, str], value: str = ""
) -> None:
    who = by[0] or _user()
    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    id_ = content_id("judgement", verdict, *subjects, who, at, by[1], value)
    record.judge(Judgement(id_, verdict, subjects, who, at, by[1], value))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _value(written: str) -> object:
    try:
        made: object = json.loads(written)
    except ValueError:
        return written
    return made if not isinstance(made, float) or written[:1].isdigit() else written
