"""`greffier search`: passages that hold words, best first."""

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened


@command("search", "greffier search visa 'short stay'\ngreffier search '\"joint committee\" -minutes kaz*'")
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="At most so many passages.")
@json_option
def search_command(url: str, words: tuple[str, ...], limit: int, json_: bool) -> int:
    """Find passages by their words, best first.

    Case and accents do not matter.
        "Several words" in quotation marks are a phrase, word* is the beginning of one, -word must not be there.
    """
    from greffier.search.passages import search

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with opened(url) as record:
        hits = search(record, asked, limit=limit)
    if json_:
        screen.as_json(hits)
        return 0
    for hit in hits:
        start, end = hit.shown.start, hit.shown.end
        text = hit.passage.text[start:end]
        spans = [
            (mark.start - start, mark.end - start) for mark in hit.marks if start <= mark.start and mark.end <= end
        ]
        before, after = "…" * (start > 0), "…" * (end < len(hit.passage.text))
        place = f"{hit.paper.published or 'undated'}  {hit.paper.name}  {screen.short(hit.paper.id)}"
        shown = screen.marked(text, spans)
        if isinstance(shown, str):
            screen.say(f"{place}\n    {before}{shown}{after}")
        else:
            out = screen.console()
            out.print(screen.styled((place, "dim")))
            from rich.padding import Padding

            out.print(Padding(shown, (0, 0, 1, 4)))
    if not hits:
        screen.complain("no passage holds these words")
    return 0 if hits else 1
