"""`greffier file`: file papers and folders."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened

if TYPE_CHECKING:
    from greffier.run.filing import Outcome

SAID = {
    "filed": "filed",
    "changed": "changed and read again",
    "again": "read again",
    "copy": "known under another name",
    "unchanged": "unchanged",
    "failed": "not read",
}


@command("file", "greffier file papers/ 2021-05-11-minutes.txt")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes that read.  [default: as many as are worth it]")
@click.option(
    "--seconds",
    type=click.FloatRange(1),
    default=60.0,
    show_default=True,
    envvar="GREFFIER_SECONDS",
    help="Allowed for one paper, and again for each megabyte of it.",
)
@click.option("--again", is_flag=True, help="Read unchanged files too.")
@json_option
def file_command(url: str, paths: tuple[str, ...], jobs: int | None, seconds: float, again: bool, json_: bool) -> int:
    """File papers, and folders and containers of papers: ZIP, mail and MBOX, saved pages, crawls.

    Unchanged files are skipped, changed ones read again, and a file that is gone stays in the record until `forget`.
    The exit status is 1 if some files could not be read.
    """
    from greffier.run.filing import How, file_papers

    with opened(url, create=True) as record:
        found = file_papers(record, [Path(path) for path in paths], How(jobs=jobs, seconds=seconds, again=again))
        outcomes = list(_watched(found, paths))
    if json_:
        screen.as_json(outcomes)
    else:
        counted = Counter(outcome.state for outcome in outcomes)
        screen.say(
            ", ".join(f"{counted[state]} {said}" for state, said in SAID.items() if counted[state]) or "no files"
        )
    for outcome in sorted(outcomes, key=lambda outcome: outcome.source):
        if outcome.problem:
            problem = outcome.problem
            screen.complain(f"{problem.source}: {problem.reason}. {problem.remedy}")
    return 1 if any(outcome.problem for outcome in outcomes) else 0


def _watched(found: Iterator["Outcome"], paths: tuple[str, ...]) -> Iterator["Outcome"]:
    """The outcomes, with a progress bar while they come if a person watches."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from greffier.run.filing import count_files

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        number = count_files([Path(path) for path in paths])
        bar = progress.add_task("", total=number)
        for done, outcome in enumerate(found, 1):  # containers hold more papers than there are files
            progress.update(
                bar, advance=1, total=max(number, done), description=screen.plain(Path(outcome.source).name)[:40]
            )
            yield outcome
