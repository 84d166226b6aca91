"""Sheets to the canonical text: read as a person reads them, a line a line, a blank line between paragraphs.

Gutters are found page by page, then once more with those that the paper's other pages have; where the columns of a page
are in different languages, they are versions of one text.

>>> words = [Word(text, left, 100.0, left + 20, 110.0, 108.0) for text, left in (("The", 50.0), ("pact", 73.0))]
>>> made = compose([Sheet(1, 595.0, 842.0, tuple(words))])
>>> made.text, made.layout.boxes(made.text, Span(4, 8))
('The pact\\n', ((1, (73.0, 100.0, 93.0, 110.0)),))
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median_high, median_low

from greffier.model.page import Layout, Line, Page
from greffier.model.paper import Block
from greffier.model.span import Span
from greffier.read.layout import gutters
from greffier.read.layout.bands import Band, bands
from greffier.read.layout.flows import Flows
from greffier.read.layout.gutters import Gutter
from greffier.read.layout.languages import Languages
from greffier.read.layout.margins import Body, bodies, body_size
from greffier.read.layout.notes import foot, notes, without_notes
from greffier.read.layout.paragraphs import LARGER, Measure, Paragraph, measure, paragraphs
from greffier.read.layout.rows import lines
from greffier.read.layout.sheet import Set, Sheet, Word, line
from greffier.read.layout.strips import NARROWEST, SURE

TOGETHER = 150  # pages laid out together
SAME = 12.0  # points: how far the middles of one gutter on two pages lie apart at most


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in reading order, its blocks, and where its lines stand."""

    text: str
    blocks: tuple[Block, ...]
    layout: Layout


@dataclass(frozen=True, slots=True)
class Laid:
    """A page cut into its bands, and the notes that run across its foot."""

    body: Body
    bands: Sequence[Band]
    notes: Sequence[Set]


def compose(sheets: Iterable[Sheet]) -> Composed:
    """The text of `sheets` in the order of reading.

    Some pages at a time are laid out, so that a thousand pages need not have all their words in memory; what they show
    together (gutters, heads that come back, sizes) is told of those, a paragraph or version goes on to the end.
    """
    flows = Flows()
    pages: list[Page] = []
    sizes: Measure | None = None
    waiting = iter(sheets)
    while some := list(islice(waiting, TOGETHER)):
        pages.extend(Page(sheet.number, sheet.width, sheet.height) for sheet in some)
        laid, languages = _laid(some)
        measured = measure(column for page in laid for band in page.bands for column in band.columns)
        sizes = sizes or measured
        for page in laid:
            _read(page, flows, languages, measured)
    return _written(flows.read(), pages, sizes or measure(()))


def _laid(sheets: Sequence[Sheet]) -> tuple[list[Laid], Languages]:
    """The pages cut into bands, and the languages of their columns."""
    size = body_size(sheets)
    pages = bodies(sheets, size)
    asked = [gutters.Page(body.rows) for body in pages]
    strips = [page.gutters() for page in asked]
    known = _known(strips)
    if known:
        strips = [page.gutters(known) for page in asked]
    languages = Languages(pages, strips)
    laid = []
    for body, found in zip(pages, strips, strict=True):
        end = foot(body.rows, found, size) if found else len(body.rows)
        text = bands(body.rows[:end], body.sheet.number, found, versions=languages.several)
        below = lines((word for row in body.rows[end:] for word in row), body.sheet.number, (0.0, body.sheet.width))
        laid.append(Laid(body, text, below))
    return laid, languages


def _known(strips: Iterable[Sequence[Gutter]]) -> list[tuple[int, int]]:
    """The gutters that the paper's columns surely have, each as most pages have it."""
    sure = sorted(((one.left, one.right) for page in strips for one in page if min(one.sides) >= SURE), key=sum)
    groups: list[list[tuple[int, int]]] = []
    for low, high in sure:
        if groups and low + high - sum(groups[-1][-1]) <= SAME:
            groups[-1].append((low, high))
        else:
            groups.append([(low, high)])
    made = [(median_high([low for low, _ in group]), median_low([high for _, high in group])) for group in groups]
    return [(low, high) for low, high in made if high - low >= NARROWEST]


def _read(page: Laid, flows: Flows, languages: Languages, sizes: Measure) -> None:
    """Add a page to the flows: its text, then, behind the paragraph under way, its notes and furniture."""
    aside: list[tuple[str | None, Sequence[Set]]] = [(None, page.notes)]
    last = len(page.bands) - 1
    for place, band in enumerate(page.bands):
        keys = languages.keys(band)
        for column, edges, key in zip(band.columns, band.edges, keys, strict=True):
            text, below = without_notes(column, sizes) if place == last else (column, ())
            if below:
                aside.append((key or None, below))
            made = paragraphs(text, edges, sizes)
            alone = place == 0 and sum(bool(one) for one in band.columns) == 1
            if key and not (alone and made and not languages.told(column) and not flows.expects(key, made[0])):
                flows.beside(key, made)
            else:
                flows.across(languages.parted(made))
    for where, found in aside:
        flows.aside((Paragraph(one, "note", True, False) for one in notes(found)), where)
    around = [line(row, page.body.sheet.number) for row in (*page.body.above, *page.body.below)]
    flows.aside(Paragraph((one,), "furniture", True, False) for one in around)


def _written(found: Iterable[Paragraph], pages: Sequence[Page], sizes: Measure) -> Composed:
    parts: list[str] = []
    placed: list[Line] = []
    blocks: list[Block] = []
    levels = _levels(found := list(found), sizes)
    length = 0
    for paragraph in found:
        start = length
        for one in paragraph.lines:
            box = (one.left, one.top, one.right, one.bottom)
            placed.append(Line(Span(length, length + len(one.text)), one.page, box, one.lefts))
            parts.append(one.text)
            length += len(one.text) + 1
        first = [one for one in paragraph.lines if one.page == paragraph.lines[0].page]
        blocks.append(
            Block(
                Span(start, length - 1),
                paragraph.kind,
                level=levels.get(paragraph.lines[0].size, 0) if paragraph.kind == "heading" else 0,
                page=first[0].page,
                box=(
                    min(one.left for one in first),
                    min(one.top for one in first),
                    max(one.right for one in first),
                    max(one.bottom for one in first),
                ),
                aside=paragraph.kind == "furniture",
                lang=paragraph.lang or None,
            )
        )
        parts.append("")
        length += 1
    text = "\n".join(parts)
    return Composed(text, tuple(blocks), Layout(tuple(pages), tuple(placed)))


def _levels(found: Iterable[Paragraph], sizes: Measure) -> dict[float, int]:
    """The level of headings by their size: 1 for the largest that is larger than the text."""
    heads = {paragraph.lines[0].size for paragraph in found if paragraph.kind == "heading"}
    larger = sorted((size for size in heads if size >= LARGER * sizes.size), reverse=True)
    return {**{size: 2 + len(larger) for size in heads}, **{size: level for level, size in enumerate(larger, 1)}}


__all__ = ["Composed", "Word", "compose"]
