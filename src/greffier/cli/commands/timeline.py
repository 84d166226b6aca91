"""`greffier timeline`: what happened or is to happen, by date."""

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened, since_option, until_option
from greffier.cli.telling import told_table
from greffier.cli.which import one_entity


@command("timeline", 'greffier timeline --about "Ada Verhulst" --since 2021-05 --until 2021')
@click.option("--about", metavar="NAME", help="A person, body, place or instrument, by name or id.")
@since_option
@until_option
@json_option
def timeline_command(url: str, about: str | None, since: str | None, until: str | None, json_: bool) -> int:
    """Show what happened or is to happen, by date.

    Meetings, statements, undertakings, acts, instruments and offices that have a date."""
    from greffier.publish.about import timeline

    with opened(url) as record:
        entity = one_entity(record, about) if about else None
        found = timeline(record, entity, since=since, until=until)
        if json_:
            screen.as_json(found)
        else:
            told_table(found)
    return 0
