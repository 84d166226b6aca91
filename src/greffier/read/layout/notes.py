"""Footnotes: the smaller lines at the foot of a column, from a mark on."""

import re
from collections.abc import Sequence

from greffier.read.layout.gutters import Gutter
from greffier.read.layout.paragraphs import Measure
from greffier.read.layout.sheet import Set, Word

SMALLER = 0.94  # of the body's size
MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]|\(?\d{1,3}[.)]?\s|[*†‡]+|\([*\d]")
MOST = 0.7  # of a column's lines that can be notes


def without_notes(column: Sequence[Set], sizes: Measure) -> tuple[tuple[Set, ...], tuple[Set, ...]]:
    """The lines of a column's text and those of its notes."""
    start = len(column)
    while start and column[start - 1].size <= SMALLER * sizes.size:
        start -= 1
    if start == len(column):
        return tuple(column), ()
    for place in range(start, len(column)):
        marked = MARK.match(column[place].text) is not None
        apart = place > 0 and column[place].base - column[place - 1].base > 1.3 * sizes.step(column[place].size)
        if (marked or (apart and place == start)) and len(column) - place <= max(1, MOST * len(column)):
            return tuple(column[:place]), tuple(column[place:])
    return tuple(column), ()


def foot(found: Sequence[Sequence[Word]], strips: Sequence[Gutter], size: float) -> int:
    """The row from which notes run across a page with columns; the number of rows where none do.

    `size` is that of most letters. Notes under their own column are no such notes.
    """
    start = len(found)
    while start and max(word.bottom - word.top for word in found[start - 1]) <= SMALLER * size:
        start -= 1
    for place in range(start, len(found)):
        if place == 0 or not MARK.match(" ".join(word.text for word in found[place]) + " "):
            continue
        across = [index for index in range(place, len(found)) if not any(a <= index < b for a, b in _rows(strips))]
        return place if across else len(found)
    return len(found)


def _rows(strips: Sequence[Gutter]) -> list[tuple[int, int]]:
    return [strip.rows for strip in strips]


def notes(lines: Sequence[Set]) -> list[tuple[Set, ...]]:
    """The lines of each note."""
    made: list[list[Set]] = []
    for line in lines:
        if not made or MARK.match(line.text):
            made.append([])
        made[-1].append(line)
    return [tuple(note) for note in made]
