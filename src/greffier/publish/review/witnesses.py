"""What the papers say of one side of a question: its entries with their quotes, else the words around its name."""

from dataclasses import dataclass

from greffier.publish.review.doubts import Side
from greffier.publish.wording import heading, shortened
from greffier.record.entries import when
from greffier.record.record import Record
from greffier.record.views import PaperCard, Told

AROUND = 120  # code points on either side of a name without an entry
ORDER = ("office", "meeting", "act", "statement", "undertaking", "citation", "provision", "figure")
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Witness:
    """One quote: what it says (nothing for a mere mention), when, in which paper and in which language."""

    says: str
    date: str | None
    quote: str
    paper: PaperCard
    entry: str | None
    lang: str


def witnesses(record: Record, side: Side, most: int = 3) -> tuple[Witness, ...]:
    """The quotes that tell most of who it is, offices first, and one of each paper before a second of any."""
    papers = set(side.papers)
    told = [one for one in record.entries(side.entity.id) if one.paper.id in papers and one.quotes]
    told.sort(key=lambda one: (ORDER.index(one.entry.kind), one.paper.id))
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, Told]] = []
    for one in told:
        seen[one.paper.id] = seen.get(one.paper.id, 0) + 1
        ranked.append((seen[one.paper.id], len(ranked), one))
    found = [
        Witness(
            heading(one),
            when(one.entry),
            shortened(" … ".join(" ".join(quote.text.split()) for quote in one.quotes), LONGEST),
            one.paper,
            one.entry.id,
            one.entry.lang,
        )
        for _, _, one in sorted(ranked)[:most]
    ]
    if len(found) < most:
        found += _mentions(record, side, {one.paper.id for one in found}, most - len(found))
    return tuple(found)


def _mentions(record: Record, side: Side, told: set[str], most: int) -> list[Witness]:
    """The words around the name, once for each paper that has told nothing."""
    found: dict[str, Witness] = {}
    for named in record.mentions(side.entity.id):
        if named.paper in side.papers and named.paper not in told and named.paper not in found and len(found) < most:
            text, card = record.text(named.paper), record.paper(named.paper)
            start, end = max(0, named.span.start - AROUND), named.span.end + AROUND
            words = " ".join(text[start:end].split())
            around = ("… " if start else "") + words + (" …" if end < len(text) else "")
            found[named.paper] = Witness("", None, around, card, None, card.languages[0] if card.languages else "")
    return list(found.values())
