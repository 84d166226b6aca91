"""`greffier review`: what to decide first, one question after another."""

from collections import deque
from typing import TYPE_CHECKING

import click

from greffier.cli import screen
from greffier.cli.options import by, command, json_option, opened, who_option
from greffier.publish.counting import counted

if TYPE_CHECKING:
    from greffier.publish.review.doubts import Doubt
    from greffier.record.deciding import By
    from greffier.record.record import Record


@command("review", "greffier review\ngreffier review --list --kind person")
@click.option("--kind", type=click.Choice(["person", "body", "place", "instrument"]), help="Of what kind.")
@click.option("--list", "list_", is_flag=True, help="Only list the questions.")
@who_option
@json_option
def review_command(url: str, kind: str | None, list_: bool, who: str | None, json_: bool) -> int:
    """Decide on doubtful names: the same, or not?

    The question on which most entries hang comes first, with the quotes of both sides. Keys: s same, d different, l
    later, w say why, u undo, q stop; from a pipe one a line. Each answer is a decision that `greffier undo` takes back.
    """
    from greffier.publish.review.doubts import doubts
    from greffier.run.references import freshen

    with opened(url) as record:
        freshen(record)
        found = doubts(record, kind)
        if json_:
            screen.as_json(found)
        elif list_:
            _list(found)
        else:
            _ask(record, found, kind, by(who))
    return 0


def _list(found: "tuple[Doubt, ...]") -> None:
    rows = []
    for one in found:
        other = one.right.name if one.right else f"{one.reference.name} ({one.reference.list})" if one.reference else ""
        moves = "" if one.kind == "listed" else one.moves
        rows.append((moves, f"{one.score.value:.0%}", one.left.entity.kind, one.left.name, other, one.score.reason))
    screen.table(("would move", "alike", "kind", "this", "and this", "why"), rows, wide=5)
    if not rows and screen.terminal():
        screen.say("nothing to decide")


def _ask(record: "Record", found: "tuple[Doubt, ...]", kind: str | None, who: "By") -> None:
    from greffier.cli import asking
    from greffier.publish.review.doubts import doubts, open_still

    if not found:
        asking.nothing(record.reference_lists())
        return
    with record.as_made():
        decided, later = _walk(record, found, who)
    left = len(open_still(doubts(record, kind), record.standing()))
    screen.say()
    said = f"{counted(decided, 'decision')} made" + (f", {counted(later, 'question')} left for later" if later else "")
    screen.say(
        f"{said}; {counted(left, 'question')} open." + (" greffier undo takes back the last." if decided else "")
    )


def _walk(record: "Record", found: "tuple[Doubt, ...]", who: "By") -> tuple[int, int]:
    """Ask one after another until the user stops: how many were decided, how many put off."""
    from greffier.cli import asking
    from greffier.publish.review.doubts import open_still
    from greffier.publish.review.witnesses import witnesses
    from greffier.record.deciding import By, undo

    waiting, later, why = deque(enumerate(found, 1)), 0, ""
    made: list[tuple[int, Doubt, str]] = []
    while waiting:
        number, doubt = waiting.popleft()
        if not open_still([doubt], record.standing()):
            continue
        asking.head(doubt, number, len(found))
        asking.both(doubt, witnesses(record, doubt.left), witnesses(record, doubt.right) if doubt.right else ())
        while True:
            pressed = asking.key(doubt)
            if pressed in ("q", "\x03", "\x04", "\x1b"):
                return len(made), later
            if pressed == "l":
                later += 1
                break
            if pressed == "w":
                why = asking.text("why?")
            elif pressed == "u":
                if not made:
                    screen.complain("nothing decided in this session. greffier undo takes back earlier decisions")
                    continue
                waiting.appendleft((number, doubt))
                before, again, id_ = made.pop()
                undone = undo(record, id_, By(who.who, why))
                screen.say(f"undone: {again.left.name} {undone.verdict}")
                waiting.appendleft((before, again))
                break
            elif pressed in ("s", "d"):
                made.append((number, doubt, _decide(record, doubt, pressed == "s", By(who.who, why))))
                why = ""
                break
            else:
                screen.complain(asking.KEYS)
    return len(made), later


def _decide(record: "Record", doubt: "Doubt", same: bool, who: "By") -> str:
    """Put an answer into the log: its id."""
    from greffier.publish.review.answering import answer

    judgement, said = answer(record, doubt, same, who)
    screen.say(f"→ {said}")
    return judgement.id
