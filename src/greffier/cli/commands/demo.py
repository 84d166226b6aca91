"""`greffier demo`: file the sample papers and show what the record holds."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, opened
from greffier.publish.counting import counted

RECORD = Path("out") / "demo.db"


@command("demo", "greffier demo examples/belgium-kazakhstan")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
def demo_command(url: str, folder: str) -> int:
    """File the sample papers and show what comes of it.

    The papers of FOLDER go into out/demo.db."""
    from greffier.publish.brief import write
    from greffier.run.filing import file_papers

    RECORD.parent.mkdir(exist_ok=True)
    papers = Path(folder) / "papers"
    brief = RECORD.with_name("brief.md")
    with opened(str(RECORD), create=True) as record:
        outcomes = list(file_papers(record, [papers if papers.is_dir() else Path(folder)]))
        for outcome in outcomes:
            if outcome.problem:
                screen.complain(f"{outcome.source}: {outcome.problem.reason}. {outcome.problem.remedy}")
        counts = record.counts()
        screen.say(f"The record {RECORD} holds {counted(counts.papers, 'paper')}, {counted(counts.words, 'word')}.")
        rows = [("papers by language", counts.languages), ("papers by kind", counts.paper_kinds)]
        rows += [("named", counts.entities), ("entries", counts.entries)]
        screen.table(("", ""), [(head, _list(numbers)) for head, numbers in rows], wide=1)
        weights = record.weights("person")
        best = sorted(record.entities("person"), key=lambda one: (-weights[one.id].entries, one.name))[:3]
        if best:
            write(record, best, brief)
    screen.say("Type next:")
    program = f"{_program()} --record {RECORD}"
    if best:
        screen.say(f'  {program} show "{best[0].name}"')
    screen.say(f"  {program} timeline --since 2021")
    if best:
        screen.say(f"  {program} search {best[0].name.split()[-1]}")
        screen.say(f"  less {brief}")
    screen.say(f"  {program} serve")
    return 1 if any(outcome.problem for outcome in outcomes) else 0


def _program() -> str:
    """How to call this program from here."""
    own = Path(sys.executable).with_name("greffier")
    if shutil.which("greffier") or not own.exists():
        return "greffier"
    return os.path.relpath(own)


def _list(numbers: Mapping[str, int]) -> str:
    return ", ".join(
        f"{number} {name}" for name, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    )
