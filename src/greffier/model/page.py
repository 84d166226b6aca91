"""The pages a paper was set on, and where on them each stretch of its canonical text stands.

Lengths are PDF points (1/72 inch) from the page's top left corner, rotation undone, so that they fit the page's image
at any resolution. A line keeps where its words begin, so the box of a stretch within it is exact to the word.

>>> line = Line(Span(0, 12), 1, (50.0, 100.0, 110.0, 112.0), (50.0, 71.0, 92.0))    # "The old pact"
>>> Layout((Page(1, 595.0, 842.0),), (line,)).boxes("The old pact", Span(4, 7))
((1, (71.0, 100.0, 89.0, 112.0)),)
>>> Layout((), ()).boxes("The old pact", Span(4, 7))
()
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.model.span import Span

Box = tuple[float, float, float, float]  # left, top, right, bottom
SPACE = 0.25  # of a line's height: the space between two words


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number counts from 1 in the file, whatever number is printed on it."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page: its span in the canonical text and its box.

    `words` are the left edges of its words (the stretches between spaces), in the order of the text; empty where only
    the line's box is known.
    """

    span: Span
    page: int
    box: Box
    words: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper's pages, and its lines in the order of the canonical text; no two lines overlap."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]

    def boxes(self, text: str, span: Span) -> tuple[tuple[int, Box], ...]:
        """Page and box of each line, or part of a line, that `span` of the canonical `text` holds, in its order."""
        return tuple(self._boxes(text, span))

    def _boxes(self, text: str, span: Span) -> Iterator[tuple[int, Box]]:
        first = max(bisect_right(self.lines, span.start, key=_start) - 1, 0)
        for line in self.lines[first:]:
            if line.span.start >= span.end:
                return
            low, high = max(span.start, line.span.start), min(span.end, line.span.end)
            if low < high and text[low:high].strip():
                yield line.page, _part(line, text, low, high)


def _start(line: Line) -> int:
    return line.span.start


def _part(line: Line, text: str, low: int, high: int) -> Box:
    """The box of the words of `line` that stand between `low` and `high`."""
    left, top, right, bottom = line.box
    before = text[line.span.start : low].split()
    inside = text[line.span.start : high].split()
    within = bool(before) and not text[low - 1].isspace() and not text[low].isspace()  # begins inside a word
    first, last = len(before) - within, len(inside)
    if 0 < first < len(line.words):
        left = line.words[first]
    if 0 < last < len(line.words):
        right = max(left + 1.0, line.words[last] - SPACE * (bottom - top))
    return (left, top, right, bottom)
