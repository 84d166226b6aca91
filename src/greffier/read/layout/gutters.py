"""The white strips that part columns, told from the chance gaps of justified lines and from the white in tables.

A gutter is a strip that no word crosses in several rows. It parts columns only where the evidence says so: text on both
sides in lines broken because they were full, most of them beginning at the same place,
and more rows the narrower the strip. White beside labels, page numbers of contents and short cells parts nothing.

>>> def block(left, chars, rows, words=4):
...     wide = chars // words
...     return [[Word("x" * wide, left + 5.0 * wide * at, 12.0 * row, left + 5.0 * wide * (at + 1), 12.0 * row + 10,
...                   12.0 * row + 8) for at in range(words)] for row in range(rows)]
>>> two = [left + right for left, right in zip(block(50, 40, 9), block(262, 40, 9))]
>>> [(gutter.left, gutter.right, gutter.rows) for gutter in Page(two).gutters()]
[(250, 262, (0, 9))]
>>> labels = [left + right for left, right in zip(block(50, 3, 9, 1), block(80, 72, 9))]
>>> Page(labels).gutters()
[]
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from greffier.read.layout.sheet import LABEL, Word
from greffier.read.layout.strips import (
    MARGINS,
    NARROWEST,
    SURE,
    WIDE,
    WINDOW,
    Row,
    Strip,
    strips,
    strips_at,
    without_chance,
    without_tables,
)

COLUMN = 50.0  # points: no column is narrower
CHARS = 10.0  # letters of a column's line on average, at least
WRAPPED = 0.45  # of a column's lines have no room for the next line's first word, at least
LIKELY = 0.25  # the same where the next strip is not known yet
WORDS = 2.2  # of a column's line on average, at least: a cell has fewer
ALIGNED = 0.4  # of a column's lines begin at the same place, at least
WIDER = 1.6  # of the usual white between words: a strip through few rows, at least
WIDE_ENOUGH = 1.3  # the same through some more rows
MANY = 15  # rows from which the white between words says nothing any more
LONG = 20  # rows of a strip that counts beside a longer one
FEWEST = 4  # words of a row that columns share, at least
BESIDE = 12.0  # points: a label stands so near to the strip behind it


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip from `left` to `right` that no word crosses in `rows` (half-open).

    `sides` are the rows with text left and right of it; `parts` says that the evidence makes it part columns,
    `likely` that it may where another gutter stands beside it.
    """

    left: int
    right: int
    rows: tuple[int, int]
    sides: tuple[int, int]
    parts: bool
    likely: bool


class Page:
    """The rows of a page, asked for its gutters once alone and once more with those of other pages."""

    def __init__(self, found: Sequence[Sequence[Word]]) -> None:
        self._rows = [Row(words) for words in found]
        self._strips = strips(self._rows)
        self._alone: list[Gutter] | None = None

    def gutters(self, known: Sequence[tuple[int, int]] = ()) -> list[Gutter]:
        """The gutters that part columns, from left to right; `known` are those of other pages."""
        if self._alone is None:
            self._alone = self._found(self._strips, ())
        if not known or self._covered(self._alone, known):
            return self._alone
        return self._found(
            [*self._strips, *(s for low, high in known for s in strips_at(self._rows, low, high))], known
        )

    def _covered(self, found: Sequence[Gutter], known: Sequence[tuple[int, int]]) -> bool:
        """Whether each known gutter is there from the first row to the last, and no other."""
        whole = (0, len(self._rows))
        return len(found) == len(known) and all(
            one.rows == whole and one.left < high and low < one.right
            for one, (low, high) in zip(found, sorted(known), strict=True)
        )

    def _found(self, white: Sequence[Strip], known: Sequence[tuple[int, int]]) -> list[Gutter]:
        rows = self._rows
        whole = {part for strip in white for part in without_chance(rows, strip)}
        cut = sorted({part for strip in whole for part in without_tables(rows, strip)})
        sure = [strip for strip in cut if _judged(rows, strip, (), known).likely and not _behind_labels(rows, strip)]
        others = [strip for strip in cut if strip not in sure] if sure else []
        more = [one for one in others if _judged(rows, one, sure, known).parts and not _behind_labels(rows, one)]
        likely = [*sure, *more]
        made = [_judged(rows, strip, likely, known) for strip in likely]
        return sorted(_without_doubles([one for one in made if one.parts]), key=lambda one: (one.left, one.rows))


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of a strip, up to the next strip or the page's end."""

    number: int
    width: float
    chars: float
    words: float
    wrapped: float
    aligned: float

    @property
    def text(self) -> bool:
        return self.width >= COLUMN and self.chars >= CHARS


def _side(rows: Sequence[Row], low: float, high: float) -> _Side:
    lines = []
    for row in rows:
        first, end = row.between(low, high)
        if first < end:
            word = row.words[first]
            left = word.left
            size = word.bottom - word.top
            chars = row.letters[end] - row.letters[first]
            lines.append((left, row.rights[end - 1], chars, word.right - left + 0.6 * size, end - first))
    if not lines:
        return _Side(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    begins = Counter([round(line[0] / MARGINS) for line in lines])
    place, _ = begins.most_common(1)[0]
    same = sum([begins[near] for near in (place - 1, place, place + 1)])
    edge = sorted([line[1] for line in lines])[-1 - len(lines) // 8]  # a line or two may reach beyond
    wrapped = sum([edge - before[1] < after[3] for before, after in pairwise(lines)])
    number = len(lines)
    width = edge - min([line[0] for line in lines])
    letters, many = sum([line[2] for line in lines]) / number, sum([line[4] for line in lines]) / number
    return _Side(number, width, letters, many, wrapped / max(1, number - 1), same / number)


def _behind_labels(rows: Sequence[Row], strip: Strip) -> bool:
    """Whether what stands right before the strip are labels of what stands behind it."""
    low, _, top, end = strip
    near = [word for row in rows[top:end] for word in row.words if low - BESIDE <= word.right <= low + 1.0]
    return bool(near) and sum(LABEL.fullmatch(word.text) is not None for word in near) * 2 > len(near)


def _judged(
    rows: Sequence[Row],
    strip: Strip,
    others: Sequence[Strip],
    known: Sequence[tuple[int, int]],
) -> Gutter:
    low, high, top, end = strip
    beside = [one for one in others if _counts(one, strip)]
    left = _side(rows[top:end], max((one[1] for one in beside if one[1] <= low), default=-9), low)
    right = _side(rows[top:end], high, min((one[0] for one in beside if one[0] >= high), default=99_999))
    number = min(left.number, right.number)
    told = any(min(b, high) - max(a, low) >= min(NARROWEST, b - a) for a, b in known)
    text = left.text and right.text and min(left.words, right.words) >= WORDS
    wrapped = min(left.wrapped, right.wrapped)
    aligned = min(left.aligned, right.aligned) >= ALIGNED
    white = _white(rows[top:end]) if number < MANY else 0.0
    few = number >= WINDOW and high - low >= max(WIDE, WIDER * white) and not known
    enough = (number >= SURE and high - low >= WIDE_ENOUGH * white) or few
    as_known = told and (
        number == 0 or (text and wrapped >= LIKELY) or (number < WINDOW and _begins(rows, strip, known))
    )
    likely = as_known or (text and aligned and enough and wrapped >= LIKELY)
    parts = as_known or (likely and wrapped >= WRAPPED)
    return Gutter(low, high, (top, end), (left.number, right.number), parts, likely)


def _white(rows: Sequence[Row]) -> float:
    """The usual white between two words of `rows`."""
    gaps = [after - before for row in rows for before, after in zip(row.rights, row.lefts[1:], strict=False)]
    return median(gaps) if gaps else 0.0


def _begins(rows: Sequence[Row], strip: Strip, known: Sequence[tuple[int, int]]) -> bool:
    """Whether few rows are columns after all: what stands right of the strip begins where a column is known to."""
    _, high, top, end = strip
    begins = [
        row.lefts[row.between(high, 99_999)[0]] for row in rows[top:end] if row.lefts and row.lefts[-1] >= high - 1
    ]
    words = [len(row.words) for row in rows[top:end]]
    return max(words) > FEWEST and any(abs(left - edge) <= MARGINS for left in begins for _, edge in known)


def _counts(one: Strip, strip: Strip) -> bool:
    """Whether a column next to `strip` may end at the strip `one`.

    They must run side by side; of two so near that no column fits between them, the wider parts columns.
    """
    near = max(one[0] - strip[1], strip[0] - one[1]) < COLUMN
    if near and one[1] - one[0] < strip[1] - strip[0]:
        return False
    shared, rows = 2 * _shared(one, strip), one[3] - one[2]
    return shared >= strip[3] - strip[2] or (rows >= LONG and shared >= rows)


def _shared(one: Strip, other: Strip) -> int:
    return min(one[3], other[3]) - max(one[2], other[2])


def _without_doubles(found: Sequence[Gutter]) -> list[Gutter]:
    """Of strips in the same rows between which no column fits the one with most rows."""
    made: list[Gutter] = []
    for gutter in sorted(found, key=lambda one: (one.rows[0] - one.rows[1], one.left - one.right)):
        clash = any(
            one.left < gutter.right + COLUMN
            and gutter.left < one.right + COLUMN
            and one.rows[0] < gutter.rows[1]
            and gutter.rows[0] < one.rows[1]
            for one in made
        )
        if not clash:
            made.append(gutter)
    return made
