"""`greffier text`: the text of a paper as Greffier read it."""

import click

from greffier.cli import screen
from greffier.cli.options import command, opened
from greffier.cli.which import one_paper
from greffier.model.outline import Passage
from greffier.model.page import Layout
from greffier.model.span import Span


@command("text", "greffier text 2021-05-11-minutes.txt --layout")
@click.argument("paper", metavar="PAPER")
@click.option(
    "--layout", is_flag=True, help="Show the structure: each passage with its kind, language, label and page."
)
def text_command(url: str, paper: str, layout: bool) -> int:
    """Print the text of a paper as it was read.

    The canonical text, which all quotes are taken from. PAPER is an id, its first digits, a file name, or the path that
    it was filed from (letter.eml/minutes.pdf for one in a container)."""
    with opened(url) as record:
        card = one_paper(record, paper)
        text = record.text(card.id)
        if not layout:
            click.echo(screen.plain(text), nl=False)
            return 0
        outline, places = record.outline(card.id), record.layout(card.id)
    for passage in outline.passages:
        version = "" if passage.version is None else f"/{passage.version}"
        said = (f"{passage.lang}{version}", passage.label, _page(passage, places, text))
        screen.say(f"[{' '.join([passage.kind, *filter(None, said)])}] {passage.text}")
    return 0


def _page(passage: Passage, places: Layout | None, text: str) -> str:
    """The page that a passage begins on; nothing for a paper without pages."""
    began = passage.evidence(0, 1)
    if places is None or not began:
        return ""
    found = places.boxes(text, Span(began[0].start, began[0].start + 1))
    return f"p.{found[0][0]}" if found else ""
