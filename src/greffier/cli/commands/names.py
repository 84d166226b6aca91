"""`greffier names`: how alike two names are, and why."""

import csv
import sys
from pathlib import Path

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option


@command("names", 'greffier names "Kateryna Lysenko" "Катерина Лисенко"\ngreffier names --pairs pairs.csv > scored.csv')
@click.argument("names", nargs=-1, metavar="A B")
@click.option("--pairs", metavar="FILE.csv", help="Score many: adds the columns score and reason to a CSV file.")
@json_option
def names_command(url: str, names: tuple[str, ...], pairs: str | None, json_: bool) -> int:
    """Say whether two names may be one person's, and why.

    A score from 0 to 1, 0.5 being the line, with its reason."""
    from greffier.resolve.names.pairs import explain

    if pairs is not None:
        return _pairs(Path(pairs))
    if len(names) != 2:
        raise click.UsageError("give two names, or --pairs FILE.csv", click.get_current_context())
    score = explain(*names)
    if json_:
        screen.as_json(score)
    else:
        screen.say(f"{score.value:.2f} {'same' if score.same else 'different'}: {score.reason}")
    return 0


def _pairs(file: Path) -> int:
    from greffier.resolve.names.pairs import score_pairs

    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        columns = list(rows.fieldnames or ())
        if not {"name1", "name2"} <= set(columns):
            raise click.UsageError(
                f"{file} has no columns name1 and name2. Name the two columns of names so", click.get_current_context()
            )
        added = [name for name in ("score", "reason") if name not in columns]
        out = csv.DictWriter(sys.stdout, [*columns, *added], extrasaction="ignore", lineterminator="\n")
        out.writeheader()
        out.writerows(score_pairs(rows))
    return 0
