"""`greffier calendar`: meetings and undertakings that have a day, for a calendar program."""

from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, opened, since_option, until_option
from greffier.cli.which import one_entity


@command("calendar", 'greffier calendar --about "Ada Verhulst" --since 2021 -o dates.ics')
@click.option("--about", metavar="NAME", help="A person, body, place or instrument, by name or id.")
@since_option
@until_option
@click.option("-o", "--output", metavar="FILE", required=True, help="FILE.ics.")
def calendar_command(url: str, about: str | None, since: str | None, until: str | None, output: str) -> int:
    """Write the dates of meetings and undertakings as a calendar file (iCalendar).

    Those held, planned and proposed that have a day; each with its quote and paper."""
    from greffier.publish.about import timeline
    from greffier.publish.calendar import calendar

    with opened(url) as record:
        entity = one_entity(record, about) if about else None
        found = timeline(record, entity, since=since, until=until)
    text = calendar(found)
    Path(output).write_bytes(text.encode("utf-8", "replace"))
    screen.say(f"{text.count('BEGIN:VEVENT')} dates written to {output}")
    return 0
