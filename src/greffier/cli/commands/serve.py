"""`greffier serve`: the record's pages in a browser."""

import click

from greffier.cli import screen
from greffier.cli.options import by, command, opened, who_option

OWN = ("127.0.0.1", "localhost", "::1")


@command("serve", "greffier serve --port 8000")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on: this machine alone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--read-only", is_flag=True, help="Without the pages that decide.")
@click.option(
    "--decide-at",
    "names",
    metavar="NAME",
    multiple=True,
    help="With another --host: let whoever can reach it decide, under this name of the machine in the browser.",
)
@who_option
def serve_command(url: str, host: str, port: int, read_only: bool, names: tuple[str, ...], who: str | None) -> int:
    """Show the record in a browser until Ctrl-C.

    On this machine you decide there too (review, confirm, reject, correct, merge, split, undo). On another address the
    pages are for reading only, unless --decide-at says otherwise.
    """
    import uvicorn

    from greffier.publish.web.app import LOCAL, create
    from greffier.run.references import freshen

    with opened(url) as record:
        freshen(record)
        record.refresh()
    decides = by(who).who if not read_only and (host in OWN or names) else None
    hosts = (*LOCAL, *names) if host in OWN or names else ("*",)
    screen.say(f"The record is at http://{host}:{port}/ {_said(decides)} (Ctrl-C ends)")
    uvicorn.run(create(url, hosts=hosts, who=decides), host=host, port=port, log_level="warning")
    return 0


def _said(decides: str | None) -> str:
    return f"where {decides} decides" if decides else "for reading only"
