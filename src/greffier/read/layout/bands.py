"""A page's rows cut into bands: rows that run across the page, and columns side by side.

Where the gutters of a band change a new band begins. A heading of one side with nothing beside it, white above and
below, stands across, so that what follows it in the other column is read after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from greffier.read.layout.gutters import Gutter
from greffier.read.layout.rows import lines
from greffier.read.layout.sheet import BOLD, Set, Word

SHORT = 3  # lines of a heading between two stretches of columns, at most
WHITE = 0.8  # of a line's height: white across the page above and below it, at least
SOME = 0.3  # the same of one that is larger or bolder than the text
LARGER = 1.12  # of the size of most rows
SAME = 0.5  # of the rows of the shorter of two gutters beside each other that they share, at least


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side, from left to right, each with its lines; one column where rows run across the page.

    `edges` are left and right of each column as far as a line can reach.
    """

    columns: tuple[tuple[Set, ...], ...]
    edges: tuple[tuple[float, float], ...]


def bands(found: Sequence[list[Word]], page: int, strips: Sequence[Gutter], *, versions: bool) -> list[Band]:
    """The bands of a page from top to bottom, parted by `strips`.

    `versions` says that the columns hold one text in several languages, so that a heading of one side has its like in
    the other column, be it elsewhere.
    """
    if not found:
        return []
    active = _active(found, strips)
    left = min(word.left for row in found for word in row)
    right = max(word.right for row in found for word in row)
    made: list[Band] = []
    start = 0
    for index in range(1, len(found) + 1):
        if index < len(found) and active[index] == active[start]:
            continue
        made.extend(_band(found[start:index], active[start], page, (left, right), versions))
        start = index
    return made


def _active(found: Sequence[list[Word]], strips: Sequence[Gutter]) -> list[tuple[tuple[int, int], ...]]:
    """The gutters of each row."""
    ranges: list[list[int]] = [list(strip.rows) for strip in strips]
    for one, strip in enumerate(strips):
        for other, beside in enumerate(strips):
            shared = min(strip.rows[1], beside.rows[1]) - max(strip.rows[0], beside.rows[0])
            shorter = min(strip.rows[1] - strip.rows[0], beside.rows[1] - beside.rows[0])
            if one != other and shared >= SAME * shorter:
                ranges[one] = [max(ranges[one][0], beside.rows[0]), min(ranges[one][1], beside.rows[1])]
    made: list[tuple[tuple[int, int], ...]] = []
    for index in range(len(found)):
        here = [
            (strip.left, strip.right) for strip, (top, end) in zip(strips, ranges, strict=True) if top <= index < end
        ]
        made.append(tuple(sorted(here)))
    return made


def _band(
    found: Sequence[list[Word]],
    strips: tuple[tuple[int, int], ...],
    page: int,
    edges: tuple[float, float],
    versions: bool,
) -> list[Band]:
    if not strips:
        return [Band((lines((word for row in found for word in row), page, edges),), (edges,))]
    borders = [edges[0], *(float(edge) for strip in strips for edge in strip), edges[1]]
    limits = tuple((borders[2 * place], borders[2 * place + 1]) for place in range(len(strips) + 1))
    made = []
    for place, part in enumerate([found] if versions else _parts(found, strips)):
        if place % 2:  # a heading
            made.append(Band((lines((word for row in part for word in row), page, edges),), (edges,)))
            continue
        columns: list[list[Word]] = [[] for _ in limits]
        for word in (word for row in part for word in row):
            middle = (word.left + word.right) / 2
            columns[sum(middle > (low + high) / 2 for low, high in strips)].append(word)
        made.append(
            Band(tuple(lines(column, page, limit) for column, limit in zip(columns, limits, strict=True)), limits)
        )
    return made


def _parts(found: Sequence[list[Word]], strips: tuple[tuple[int, int], ...]) -> list[Sequence[list[Word]]]:
    """The rows, cut before and after each heading that has one side to itself with white above and below."""
    whites = [0]
    far = [True]
    deepest = max(word.bottom for word in found[0])
    for index in range(1, len(found)):
        row = found[index]
        top, high = min(word.top for word in row), max(word.bottom - word.top for word in row)
        if top - deepest >= SOME * high:
            whites.append(index)
            far.append(top - deepest >= WHITE * high)
        deepest = max(deepest, *(word.bottom for word in row))
    whites.append(len(found))
    far.append(True)
    chunks = [found[low:high] for low, high in pairwise(whites)]
    usual = median(word.bottom - word.top for row in found for word in row[:1])
    heads = [
        (far[place] and far[place + 1]) or min(_size(row) for row in chunk) >= LARGER * usual or _bold(chunk)
        for place, chunk in enumerate(chunks)
    ]
    alone = [
        len(chunk) <= SHORT and head and len(_sides(chunk, strips)) == 1
        for chunk, head in zip(chunks, heads, strict=True)
    ]
    both = [len(_sides(chunk, strips)) > 1 for chunk in chunks]
    made: list[Sequence[list[Word]]] = []
    held: list[list[Word]] = []
    for index, chunk in enumerate(chunks):
        if alone[index] and 0 < index < len(chunks) - 1 and both[index - 1] and both[index + 1]:
            made.extend((held, chunk))
            held = []
        else:
            held = [*held, *chunk]
    made.append(held)
    return made


def _size(row: list[Word]) -> float:
    return max(word.bottom - word.top for word in row)


def _bold(chunk: Sequence[list[Word]]) -> bool:
    return all(word.weight >= BOLD for row in chunk for word in row)


def _sides(found: Sequence[list[Word]], strips: tuple[tuple[int, int], ...]) -> set[int]:
    return {sum(word.left > low for low, _ in strips) for row in found for word in row}
