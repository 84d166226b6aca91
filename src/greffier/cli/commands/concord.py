"""`greffier concord`: two language versions of one text compared."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened
from greffier.model.errors import NotFound, RecordError
from greffier.publish.counting import counted

if TYPE_CHECKING:
    from greffier.model.findings import Findings
    from greffier.model.outline import Outline
    from greffier.publish.concord import Concordance, Disagreement, Side

CONTEXT = 50  # code points shown on either side of the words that disagree
LONGEST = 140  # code points shown of a sentence that is missing
HARDLY = 0.5  # share of paragraphs with an answer below which these are hardly versions of one text


@command("concord", "greffier concord proposal.txt\ngreffier concord report-en.txt report-fr.txt --html compared.html")
@click.argument("papers", metavar="PAPER [PAPER]", nargs=-1, required=True)
@click.option("--all", "all_", is_flag=True, help="Also what is doubtful (below 50 %).")
@click.option("--html", metavar="FILE", help="Write both versions side by side, the disagreements marked.")
@json_option
def concord_command(url: str, papers: tuple[str, ...], all_: bool, html: str | None, json_: bool) -> int:
    """Compare two language versions of one text.

    Numbers, dates, names, articles of law, negations, missing provisions and sentences, open quotation marks,
    names spelt two ways. One PAPER holds both versions, or two hold one each; a PAPER is a file, or an id or
    file name of the record. Exit status 1: something does not agree."""
    from greffier.publish.concord import LEAST, concord

    if len(papers) > 2:
        raise click.UsageError("concord compares one paper with two versions, or two papers")
    sources = [_source(url, name) for name in papers]
    found = concord(sources, least=0.0 if all_ else LEAST)
    if html:
        from greffier.publish.web.concord import alone

        Path(html).write_text(alone(found, sources), encoding="utf-8")
    if json_:
        screen.as_json(found)
        return 1 if found.disagreements else 0
    rows = [_row(one) for one in found.disagreements]
    screen.table(("what", "at", *_heads(found), "sure", "why"), rows, wide=3)
    for line in _summary(found):
        screen.complain(line) if not screen.terminal() else screen.say(line)
    if html:
        screen.complain(f"both versions written to {html}")
    return 1 if found.disagreements else 0


def _source(url: str, name: str) -> "tuple[Outline, Findings]":
    """A file read, or a paper of the record."""
    if Path(name).is_file():
        from greffier.run.pipeline import read_paper

        return read_paper(Path(name).read_bytes(), Path(name).name)
    try:
        with opened(url) as record:
            card = record.paper(name)
            return record.outline(card.id), record.findings(card.id)
    except RecordError as error:
        raise NotFound(f"{name} is no file, and there is no record to look for it: {error}") from error


def _heads(found: "Concordance") -> tuple[str, str]:
    from greffier.publish.countries import language

    left, right = language(found.left.lang), language(found.right.lang)
    return (left, right) if left != right else (found.left.file, found.right.file)


def _summary(found: "Concordance") -> Sequence[str]:
    said = f"{found.provisions} of {counted(found.of, 'provision')} answer to each other; " if found.of else ""
    lines = [f"{said}{counted(len(found.disagreements), 'disagreement')}"]
    if found.answered < HARDLY:
        lines.append(
            f"Only {found.answered:.0%} of the sentences answer to each other: are these versions of one text?"
        )
    return lines


def _row(one: "Disagreement") -> tuple[object, ...]:
    sides = (_excerpt(one.left), _excerpt(one.right) if one.right else "")
    return (one.kind, one.label, *sides, f"{one.confidence:.0%}", one.reason)


def _excerpt(side: "Side") -> object:
    """The quote about the words that disagree, these marked; its beginning where they are none."""
    quote = side.quote
    places = []
    for word in side.words:
        at, piece = 0, None
        for span in side.spans:
            if span.start <= word.start and word.end <= span.end:
                piece = (at + word.start - span.start, at + word.end - span.start)
            at += span.end - span.start + len(" … ")
        if piece:
            places.append(piece)
    if not places:
        return _flat(quote[:LONGEST]) + ("…" if len(quote) > LONGEST else "")
    low = max(0, places[0][0] - CONTEXT)
    high = min(len(quote), max(places[0][1] + CONTEXT, min(places[-1][1], places[0][0] + LONGEST)))
    text = quote[low:high]
    inside = [(start - low, min(stop, high) - low) for start, stop in places if start < high]
    return screen.marked(_flat(text), inside)


def _flat(text: str) -> str:
    """On one line, every offset kept."""
    return "".join(" " if char.isspace() else char for char in text)
