"""`greffier papers`: what is filed, and what could not be read."""

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened
from greffier.publish.counting import counted


@command("papers", "greffier papers")
@json_option
def papers_command(url: str, json_: bool) -> int:
    """List the papers filed, and the files not read.

    The latest published first."""
    with opened(url) as record:
        cards, problems = record.papers(), record.problems()
    if json_:
        screen.as_json({"papers": cards, "problems": problems})
        return 0
    heads = ("published", "kind", "languages", "entries", "paper", "id")
    rows = [(c.published, c.kind, " ".join(c.languages), c.entries, c.name, screen.short(c.id)) for c in cards]
    screen.table(heads, rows, wide=4)
    for card in cards:
        for problem in card.problems:
            screen.complain(f"{card.file}: {problem}")
    for one in problems:
        screen.complain(f"{one.source}: {one.reason}. {one.remedy}")
    if screen.terminal():
        screen.say(counted(len(cards), "paper") + (f", {counted(len(problems), 'file')} not read" if problems else ""))
    return 0
