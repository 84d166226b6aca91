"""`greffier forget`: take a paper out of the record."""

from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, opened
from greffier.model.errors import NotFound


@command("forget", "greffier forget papers/2021-05-11-minutes.txt")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER…")
def forget_command(url: str, papers: tuple[str, ...]) -> int:
    """Take papers out of the record.

    PAPER is a path, folder, file name or id; the files themselves stay where they are.

    What people decided about a forgotten paper stays in the log, and holds again if the paper is filed again.
    """
    with opened(url) as record:
        for name in papers:
            path = str(Path(name).absolute())
            sources = [source for source, *_ in record.readings()] + [one.source for one in record.problems()]
            found = [one for one in sources if one == path or one.startswith(path.rstrip("/") + "/")]
            if not found:
                try:
                    found = list(record.paper(name).sources)
                except NotFound:
                    raise NotFound(f"nothing was filed from {name!r}. greffier papers lists what is filed") from None
            for source in found:
                record.forget(source)
                screen.say(f"forgotten: {source}")
    return 0
