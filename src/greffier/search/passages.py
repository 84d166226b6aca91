"""Passages that answer a question, best first: all words as given; then as beginnings of words; then any of them.

Case and accents are put aside. SQLite ranks by BM25, PostgreSQL by cover density.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from greffier.model.outline import Passage
from greffier.model.span import Span
from greffier.record.record import Record
from greffier.record.rows import passage_from
from greffier.record.views import PaperCard
from greffier.search.question import Question, Term, fts5, question, tsquery
from greffier.text.folding import WORD, fold

SHOWN = 240  # code points of a long passage that are shown around its first marked words


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: `marks` are spans of `passage.text`, `quotes` the same words as spans of the canonical text.

    `shown` is the stretch of the passage's text worth showing; a lower `rank` is a better one.
    """

    paper: PaperCard
    passage: Passage
    marks: tuple[Span, ...]
    quotes: tuple[Span, ...]
    shown: Span
    rank: float


def search(record: Record, asked: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """At most `limit` passages, best first; none where `asked` holds no word."""
    wanted = question(asked)
    if not wanted.terms:
        return ()
    found: dict[tuple[str, int], Hit] = {}
    cards: dict[str, PaperCard] = {}
    for step in (wanted, wanted.widened(), replace(wanted.widened(), either=True)):
        if step.either and (found or len(step.terms) < 2):
            break
        for paper, place, rank in _ask(record, step, limit):
            if (paper, place) not in found and len(found) < limit:
                if paper not in cards:
                    cards[paper] = record.paper(paper)
                found[paper, place] = _hit(record, cards[paper], place, step, rank)
        if len(found) >= limit:
            break
    return tuple(found.values())


def _ask(record: Record, asked: Question, limit: int) -> list[tuple[str, int, float]]:
    sqlite = record.database.dialect == "sqlite"
    rows = record.database.ask("search", words=fts5(asked) if sqlite else tsquery(asked), limit=limit)
    return [(paper, place, float(rank)) for paper, place, rank in rows]


def _hit(record: Record, card: PaperCard, place: int, asked: Question, rank: float) -> Hit:
    passage = passage_from(record.database.ask("passage", paper=card.id, place=place)[0])
    marks = tuple(marked(passage.text, asked.terms))
    quotes = tuple(span for mark in marks for span in passage.evidence(mark.start, mark.end))
    return Hit(card, passage, marks, quotes, _shown(passage.text, marks), rank)


def marked(text: str, terms: tuple[Term, ...]) -> Iterator[Span]:
    """The spans of `text` where one of `terms` stands, in order.

    >>> text = "De Tokajevs bezoek"
    >>> [span.of(text) for span in marked(text, question("tokajev*").terms)]
    ['Tokajevs']
    """
    words = [(match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text)]
    patterns = [(term.folded, term.begins) for term in terms if term.folded]
    end = 0
    for place, (start, _, _) in enumerate(words):
        for folded, begins in patterns:
            there = [word for _, _, word in words[place : place + len(folded)]]
            if start >= end and _agree(there, folded, begins):
                end = words[place + len(folded) - 1][1]
                yield Span(start, end)


def _agree(there: list[str], folded: tuple[str, ...], begins: bool) -> bool:
    if len(there) < len(folded) or there[:-1] != list(folded[:-1]):
        return False
    return there[-1].startswith(folded[-1]) if begins else there[-1] == folded[-1]


def _shown(text: str, marks: tuple[Span, ...]) -> Span:
    """About `SHOWN` code points from a little before the first mark, cut at spaces."""
    if len(text) <= SHOWN * 1.5:
        return Span(0, len(text))
    start = max(0, (marks[0].start if marks else 0) - SHOWN // 4)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + SHOWN)
    if end < len(text):
        end = max(text.rfind(" ", start, end), marks[0].end if marks else start)
    return Span(start, end)
