"""What templates are given to say an entry: its line with links, how sure it is, its quotes in context."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from greffier.model.entry import Entry, Meeting
from greffier.model.span import Span
from greffier.publish.points import DOUBTFUL
from greffier.publish.web import addresses
from greffier.publish.wording import heading, line, shortened
from greffier.record.entries import when
from greffier.record.views import Told

CONTEXT = 160  # code points of the paper shown on each side of a quote


@dataclass(frozen=True, slots=True)
class InContext:
    """A quote with the words around it."""

    before: str
    quote: str
    after: str


def linked(told: Told, *, whole: bool = False) -> Markup:
    """The line of an entry (`whole`: with the words it quotes), every name in it leading to its page."""
    return _with_links(told, line(told) if whole else heading(told))


def met(told: Told) -> Markup:
    """Where, who and on what of a meeting, every name leading to its page: what follows the word "meeting"."""
    return _with_links(told, line(told).removeprefix(f"Meeting {getattr(told.entry, 'status', '')}"))


def _with_links(told: Told, said: str) -> Markup:
    targets = {entity.name: addresses.of_entity(entity) for entity in told.who.values()}
    if not targets:
        return escape(said)
    names = sorted(targets, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(?!\w)")
    pieces = pattern.split(said)  # at odd places the names
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(targets[piece], piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def quoted(told: Told, longest: int = 420) -> str:
    """The words an entry rests on, on one line."""
    return shortened(" … ".join(" ".join(quote.text.split()) for quote in told.quotes), longest)


def sureness(told: Told) -> str:
    """A word for how sure an entry is: `settled` by a person, `sure`, `likely` or `doubtful`."""
    if told.verdict in ("confirm", "correct"):
        return "settled"
    confidence = told.entry.confidence
    return "doubtful" if confidence < DOUBTFUL else "likely" if confidence < 0.8 else "sure"


def in_context(text: str, span: Span) -> InContext:
    """The words of `span` between those before and after."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    if span.start > CONTEXT:
        before = "…" + before[before.find(" ") + 1 :]
    if span.end + CONTEXT < len(text):
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return InContext(before, span.of(text), after)


def status(entry: Entry) -> str:
    """The status of a meeting that was not held, else nothing."""
    return entry.status if isinstance(entry, Meeting) and entry.status != "held" else ""


def by_year(groups: Iterable[tuple[Told, ...]]) -> list[tuple[str, list[tuple[Told, ...]]]]:
    """Groups of entries under the year they stand at, in the order they come."""
    found: dict[str, list[tuple[Told, ...]]] = {}
    for group in groups:
        date = when(group[0].entry) or ""
        found.setdefault(date[:4] if date[:4].isdigit() else "Year not known", []).append(group)
    return list(found.items())
