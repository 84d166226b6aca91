"""`greffier export`: the record as files for other programs."""

from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, opened
from greffier.publish.counting import counted


@command("export", "greffier export --format jsonl out/")
@click.argument("out", metavar="OUT")
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How.")
def export_command(url: str, out: str, format_: str) -> int:
    """Write the whole record as files for other programs.

    Papers, texts, entities, mentions and entries go into the folder OUT, as JSON Lines."""
    from greffier.publish.export.jsonl import export_ordered

    with opened(url) as record:
        export_ordered(Path(out), record.whole(), record.entities())
        counts = record.counts()
    screen.say(
        f"{counted(counts.papers, 'paper')}, {counted(sum(counts.entities.values()), 'entity')} written to {out}"
    )
    return 0
