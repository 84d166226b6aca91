"""`greffier text`: the text of a paper as Greffier read it."""

import click

from greffier.cli import screen
from greffier.cli.options import command, opened


@command("text", "greffier text 2021-05-11-minutes.txt --layout")
@click.argument("paper", metavar="PAPER")
@click.option("--layout", is_flag=True, help="Show the structure: each passage with its kind, language and label.")
def text_command(url: str, paper: str, layout: bool) -> int:
    """Print the text of a paper as it was read.

    The canonical text, which all quotes are taken from. PAPER is an id, its first digits, or a file name."""
    with opened(url) as record:
        card = record.paper(paper)
        if not layout:
            click.echo(screen.plain(record.text(card.id)), nl=False)
            return 0
        outline = record.outline(card.id)
    for passage in outline.passages:
        version = "" if passage.version is None else f"/{passage.version}"
        head = f"[{passage.kind} {passage.lang}{version}{' ' + passage.label if passage.label else ''}]"
        screen.say(f"{head} {passage.text}")
    return 0
