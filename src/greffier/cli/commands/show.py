"""`greffier show`: a person, body, place, instrument, paper or entry, with its entries and quotes."""

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened
from greffier.cli.telling import entity_lines, paper_lines, told_lines, told_table
from greffier.cli.which import Entities, one_of


@command("show", 'greffier show "Ada Verhulst"\ngreffier show 2021-05-11-minutes.txt')
@click.argument("name", metavar="NAME-or-ID")
@click.option("--kind", type=click.Choice(["person", "body", "place", "instrument"]), help="Of what kind.")
@json_option
def show_command(url: str, name: str, kind: str | None, json_: bool) -> int:
    """Show one person, body, place, paper … with its quotes.

    NAME-or-ID is a name (or part of one), a file name, or an id of anything (or its first digits)."""
    from greffier.publish.about import entries
    from greffier.record.views import PaperCard, Told

    with opened(url) as record:
        found = one_of(record, name, kind)
        if isinstance(found, Entities):
            if json_:
                screen.as_json(found.several)
                return 0
            weights = record.weights()
            screen.say(f"{len(found.several)} answer to {name!r}; show one by its id:")
            heads = ("kind", "country", "papers", "name", "id")
            rows = [(e.kind, e.country, weights[e.id].papers, e.name, screen.short(e.id)) for e in found.several]
            screen.table(heads, rows, wide=3)
            return 0
        if isinstance(found, Told):
            if json_:
                screen.as_json(found)
            else:
                told_lines(found)
            return 0
        told = record.entries(paper=found.id) if isinstance(found, PaperCard) else entries(record, found)
        if json_:
            held = {} if isinstance(found, PaperCard) else {"tenures": record.tenures(found.id)}
            screen.as_json({"shown": found, "entries": told} | held)
            return 0
        if isinstance(found, PaperCard):
            paper_lines(found)
        else:
            entity_lines(record, found)
        told_table(told, paper=not isinstance(found, PaperCard))
    return 0
