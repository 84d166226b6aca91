"""`greffier reference`: lists of people and bodies that others keep, to know who is who by."""

from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened
from greffier.publish.counting import counted

SHOWN = 20  # bad lines told one by one


@click.group("reference", epilog="\b\nExample:\n  greffier reference add members.csv\n  greffier review")
def reference_command() -> None:
    """Add lists of people and bodies, to tell who is who.

    A list proposes; `greffier review` asks you to confirm. Nothing of a list is told as a fact of the record."""


@command("add", "greffier reference add members.csv --country no")
@click.argument("file", metavar="FILE")
@click.option("--name", default="", metavar="NAME", help="What to call the list.  [default: by its file]")
@click.option("--country", metavar="CODE", help="Country of those whom the list gives none (ISO 3166: no, cl, eu).")
@json_option
def add_command(url: str, file: str, name: str, country: str | None, json_: bool) -> int:
    """Add a list, over an earlier one of its name.

    FILE is FollowTheMoney JSON lines (OpenSanctions), Popolo JSON (EveryPolitician and others) or CSV with a column
    `name`. The exit status is 1 if some lines could not be used.
    """
    from greffier.run.references import add_list

    with opened(url, create=True) as record, screen.waiting(f"reading {file}"):
        added = add_list(record, Path(file), name=name, country=country.lower() if country else None)
    if json_:
        screen.as_json(added)
    else:
        screen.say(f"{added.named.name}: {counted(added.named.entries, 'name')} to compare with. Now: greffier review")
    for line in added.bad[:SHOWN]:
        screen.complain(f"{file}:{line.line}: {line.reason}; left out")
    if added.left_out > SHOWN:
        screen.complain(f"{file}: {counted(added.left_out - SHOWN, 'further line')} left out")
    return 1 if added.left_out else 0


@command("list", "greffier reference list")
@json_option
def list_command(url: str, json_: bool) -> int:
    """Name the lists that were added."""
    with opened(url) as record:
        found = record.reference_lists()
    if json_:
        screen.as_json(found)
        return 0
    screen.table(("list", "names", "file"), [(one.name, one.entries, one.file) for one in found], wide=2)
    if not found and screen.terminal():
        screen.say("no list yet. greffier reference add FILE adds one")
    return 0


@command("remove", "greffier reference remove members")
@click.argument("name", metavar="NAME")
def remove_command(url: str, name: str) -> int:
    """Take a list out of the record.

    What you confirmed by it stays; greffier undo takes that back."""
    with opened(url) as record:
        record.remove_references(name)
    screen.say(f"removed: {name}")
    return 0


for one in (add_command, list_command, remove_command):
    reference_command.add_command(one)
