"""What stands on a page before anyone says in which order it is read: words with their places.

A reader of pages (PDF, a scan) makes sheets; `compose` makes a text of them. On the way words are put together to
lines: the words of one column on one baseline.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

BOLD = 600  # stroke weight from which a word is bold
CELL = 1.6  # of a line's height: white within a line that parts two cells
STROKE = "|"
STRETCHED = 0.4  # of a column's width: white in a line of two words that is justified, at most
LABEL = re.compile(r"[-–—•*▪◦‣·§]|\(?(?:[A-Za-z]{1,3}|\d{1,3}|[ivxIVX]{1,5})[.)]{1,2}|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,3}")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Word(NamedTuple):
    """A word as set on the page, in points from the top left corner; `base` is the height of its baseline.

    `weight` is the font's stroke weight (400 plain, 700 bold), 0 where nothing tells; `upright` is False for words
    that run up or down the page.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    weight: int = 0
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its words in the order of the file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """A line as set: the words of one column on one baseline, from left to right, on `page`."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    lefts: tuple[float, ...]
    first: float  # the width of its first word
    cells: int = 1


def line(words: Sequence[Word], page: int, edges: tuple[float, float] | None = None) -> Set:
    """The line of `words`, sorted from left to right; raised figures hang on the word before, cells are parted.

    `edges` are those of its column: a line stretched from one to the other has no cells.

    >>> at = [("pact", 10.0, 30.0), ("2021", 80.0, 99.0)]
    >>> line([Word(text, left, 0.0, right, 10.0, 8.0) for text, left, right in at], 1).text
    'pact | 2021'
    """
    size = max([word.bottom - word.top for word in words])
    base = max(words, key=len_of_text).base if any(word.base != words[0].base for word in words) else words[0].base
    cut = _cell_gap(words, size, edges)
    high = base - 0.15 * size
    parts: list[str] = []
    lefts: list[float] = []
    edge = words[0].left
    chars = bold = 0
    cells = 1
    for word in words:
        text = word.text
        raised = word.base < high and word.bottom - word.top < 0.85 * size and text.strip("()").isdigit()
        if raised:
            text = text.translate(RAISED)
        if raised and parts and parts[-1] != STROKE and word.left - edge < 0.3 * size:
            parts[-1] += text
        else:
            if word.left - edge > cut and parts and not (len(parts) == 1 and LABEL.fullmatch(parts[0])):
                parts.append(STROKE)
                lefts.append(edge)
                cells += 1
            parts.append(text)
            lefts.append(word.left)
        edge = word.right
        chars += len(text)
        bold += len(text) if word.weight >= BOLD else 0
    return Set(
        " ".join(parts),
        page,
        words[0].left,
        min([word.top for word in words]),
        max([word.right for word in words]),
        max([word.bottom for word in words]),
        base,
        size,
        bold * 10 >= chars * 9,
        tuple(lefts),
        words[0].right - words[0].left,
        cells,
    )


def _cell_gap(words: Sequence[Word], size: float, edges: tuple[float, float] | None) -> float:
    """The white from which two words of a line are in two cells; more than any white of a line that is justified."""
    gaps = sorted(after.left - before.right for before, after in pairwise(words))
    if not gaps or gaps[-1] <= CELL * size:
        return CELL * size
    if edges is None:
        return CELL * size
    width = edges[1] - edges[0]
    whole = words[0].left - edges[0] < 3 * size and edges[1] - words[-1].right < max(2.0, 0.03 * width)
    even = gaps[-1] < 1.3 * gaps[0] if len(gaps) > 1 else gaps[0] < STRETCHED * width
    return gaps[-1] if whole and even else CELL * size


def len_of_text(word: Word) -> int:
    """How many letters a word has."""
    return len(word.text)
