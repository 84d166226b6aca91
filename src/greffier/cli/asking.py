"""The questions of `greffier review` on the screen: two sides with their quotes, and one key to answer."""

import sys
from collections.abc import Sequence

import click

from greffier.cli import screen
from greffier.publish.counting import counted
from greffier.publish.countries import country
from greffier.publish.dating import spoken
from greffier.publish.review.answering import named
from greffier.publish.review.doubts import Doubt, Side
from greffier.publish.review.witnesses import Witness
from greffier.record.views import ReferenceList

ASKED = {
    "apart": "Are these two the same?",
    "joined": "These were taken for one. Are they the same?",
    "listed": "Is this who the list says?",
}
KEYS = "s same · d different · l later · w say why · u undo · q stop"


def key(doubt: Doubt) -> str:
    """The next key pressed; of a pipe the first letter of the next line. `q` where there is no more."""
    if sys.stdin.isatty():
        click.echo(screen.plain(f"  {doubt.left.name} – {named(doubt)}?"), err=True)
        click.echo(f"  {KEYS} > ", nl=False, err=True)
        pressed = click.getchar()
        click.echo(pressed if pressed.isprintable() else "", err=True)
        return pressed.lower()
    while line := sys.stdin.readline():
        if line.strip():
            return line.strip()[0].lower()
    return "q"


def text(asked: str) -> str:
    """A line that the user types."""
    if sys.stdin.isatty():
        click.echo(f"  {asked} ", nl=False, err=True)
    return sys.stdin.readline().strip()


def head(doubt: Doubt, number: int, total: int) -> None:
    """What is asked, and how much hangs on it."""
    hangs = "" if doubt.kind == "listed" else f" · {counted(doubt.moves, 'entry')} would move"
    screen.say()
    screen.heading(f"{number} of {total} · {ASKED[doubt.kind]}")
    screen.say(f"{doubt.left.entity.kind}{hangs} · {doubt.score.value:.0%} alike: {doubt.score.reason}")


def both(doubt: Doubt, left: Sequence[Witness], right: Sequence[Witness]) -> None:
    """The two sides beside each other; in a pipe one after the other."""
    columns = [_side(doubt.left, left), _side(doubt.right, right) if doubt.right else _reference(doubt)]
    if not screen.terminal():
        for mark, lines in zip("AB", columns, strict=True):
            for place, (line, _) in enumerate(lines):
                screen.say(f"{mark}  {line}" if place == 0 else f"   {line}")
        return
    from rich.table import Table

    made = Table.grid(expand=True, padding=(0, 3, 0, 0))
    made.add_column(ratio=1, overflow="fold")
    made.add_column(ratio=1, overflow="fold")
    made.add_row(*(screen.styled(*_on_lines(lines)) for lines in columns))
    screen.console().print(made)


def _on_lines(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(f"{line}\n", style) for line, style in lines]


def _side(side: Side, seen: Sequence[Witness]) -> list[tuple[str, str]]:
    weighed = f"{counted(len(side.papers), 'paper')}, {counted(side.entries, 'entry')}"
    where = f"{country(side.entity.country)}; " if side.entity.country else ""
    lines = [(side.name, "bold"), (f"{where}{weighed}; id {screen.short(side.entity.id)}", "dim")]
    others = [name for name in side.entity.names if name != side.name][:6]
    if others and len(side.appearances) == len(side.entity.appearances):
        lines.append((f"also {', '.join(others)}", "dim"))
    for one in seen:
        date = spoken(one.date)
        lines.append(("", ""))
        if one.says:
            lines.append((f"{date}: {one.says}" if date else one.says, ""))
        lines += [(f"“{one.quote}”", "italic"), (one.paper.name, "dim")]
    return lines


def _reference(doubt: Doubt) -> list[tuple[str, str]]:
    found = doubt.reference
    assert found is not None
    lines = [(found.name, "bold"), (f"on the list {found.list}", "dim")]
    if found.names:
        lines.append((f"also {', '.join(found.names[:6])}", "dim"))
    lines.append(("", ""))
    lines += [(country(found.country), "")] if found.country else []
    lines += [(found.about, "")] if found.about else []
    lines += [(f"{scheme} {value}", "") for scheme, value in found.identifiers]
    return [*lines, ("", ""), ("what a list says is not told as a fact: it quotes no paper", "dim")]


def nothing(lists: Sequence[ReferenceList]) -> None:
    """What to say where there is no question."""
    screen.say("Nothing to decide: no two names are in doubt" + (", and no list knows more." if lists else "."))
    if not lists:
        screen.say("A list of people and bodies (greffier reference add FILE) tells who they are.")
