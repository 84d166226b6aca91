"""`greffier serve`: the record's pages in a browser."""

import click

from greffier.cli import screen
from greffier.cli.options import command, opened


@command("serve", "greffier serve --port 8000")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on: this machine alone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on.")
def serve_command(url: str, host: str, port: int) -> int:
    """Show the record in a browser, read-only, until Ctrl-C."""
    import uvicorn

    from greffier.publish.web.app import create

    with opened(url) as record:
        record.refresh()
    screen.say(f"The record is at http://{host}:{port}/ (Ctrl-C ends)")
    app = create(url) if host in ("127.0.0.1", "localhost") else create(url, hosts=("*",))
    uvicorn.run(app, host=host, port=port, log_level="warning")
    return 0
