"""`greffier brief`: what the record holds about some names, to be printed and taken along."""

from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, opened
from greffier.cli.which import one_entity


@command("brief", 'greffier brief --about "Ada Verhulst" --about "Öz Demir" -o brief.docx')
@click.option("--about", metavar="NAME", multiple=True, required=True, help="A person, body, place or instrument.")
@click.option("-o", "--output", metavar="FILE", required=True, help="FILE.md, .html, .docx or .pdf.")
def brief_command(url: str, about: tuple[str, ...], output: str) -> int:
    """Write a brief about some names.

    Who is who, meetings, what was asked and promised, instruments, open points; each line with its source."""
    from greffier.publish.brief import write

    with opened(url) as record:
        write(record, tuple(one_entity(record, name) for name in about), Path(output))
    screen.say(f"brief written to {output}")
    return 0
