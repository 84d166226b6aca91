"""Sheets to the canonical text: lines of words, paragraphs of lines, each with its place.

>>> words = [Word(text, left, 100.0, left + 20, 110.0, 108.0) for text, left in (("The", 50.0), ("pact", 73.0))]
>>> made = compose([Sheet(1, 595.0, 842.0, tuple(words))])
>>> made.text, made.layout.boxes(made.text, Span(4, 8))
('The pact\\n', ((1, (73.0, 100.0, 93.0, 110.0)),))
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.model.page import Layout, Line, Page
from greffier.model.paper import Block
from greffier.model.span import Span
from greffier.read.layout.sheet import Sheet, Word

SAME = 0.4  # of a word's height: how far baselines of one line differ at most
APART = 0.6  # of a line's height: white between two lines that parts paragraphs


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in reading order, its blocks, and where its lines stand."""

    text: str
    blocks: tuple[Block, ...]
    layout: Layout


def compose(sheets: Iterable[Sheet]) -> Composed:
    """The text of `sheets` in the order of the file: a line a line, a blank line between paragraphs and pages."""
    parts: list[str] = []
    lines: list[Line] = []
    pages: list[Page] = []
    length = 0
    for sheet in sheets:
        pages.append(Page(sheet.number, sheet.width, sheet.height))
        before: list[Word] = []
        for words in _lines(sheet.words):
            top, bottom = min(word.top for word in words), max(word.bottom for word in words)
            if before:
                gap = top - max(word.bottom for word in before)
                parts.append("\n" if -(bottom - top) < gap < APART * (bottom - top) else "\n\n")
                length += len(parts[-1])
            line = " ".join(word.text for word in words)
            box = (min(word.left for word in words), top, max(word.right for word in words), bottom)
            lines.append(Line(Span(length, length + len(line)), sheet.number, box, tuple(word.left for word in words)))
            parts.append(line)
            length += len(line)
            before = words
        if before:
            parts.append("\n\n")
            length += 2
    text = "".join(parts).rstrip("\n") + "\n" if lines else ""
    return Composed(text, (), Layout(tuple(pages), tuple(lines)))


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and (
            abs(word.base - line[-1].base) > SAME * (word.bottom - word.top) or word.left < line[-1].right - 1.0
        ):
            yield line
            line = []
        line.append(word)
    if line:
        yield line
