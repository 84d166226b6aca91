"""White strips down a page: where no word stands in several rows on end, whatever that means.

Rows are kept as bits, a bit a point across the page, so that the white that rows share is one operation.

>>> word = Word("pact", 10.0, 0.0, 30.0, 10.0, 8.0)
>>> rows = [Row([word, word._replace(left=50.0, right=70.0)])] * 4
>>> strips(rows)
[(30, 50, 0, 4)]
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from greffier.read.layout.sheet import CELL, Word

NARROWEST = 5  # points: a gutter of .3 cm is 8.5 wide, less the rounding on both sides
WINDOW = 3  # rows that a strip runs through at least
SURE = 6  # rows from which a strip of any width is looked at
WIDE = 9  # points from which fewer rows are enough
MARGINS = 2.0  # points: places that are the same
CHANCE = 0.62  # of a word's size: the white between two words of one line, at most
SPACE = 0.35  # the same, surely
MOST = 16  # words of a row of a table
FILLS = 0.6  # of the distance to the next cell: what a short cell fills at most
MANY = 4  # cells of a row that hardly are lines of as many columns
MORE = 0.85  # the same where there are many
FEW = 0.25  # of a strip's rows that can be words across it with a chance gap there, at most

Strip = tuple[int, int, int, int]  # left, right, first row, the row after its last


class Row:
    """The words of a row from left to right, ready to be asked what stands between two places."""

    __slots__ = ("lefts", "letters", "mask", "rights", "short", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.lefts = [word.left for word in words]
        self.rights = [word.right for word in words]
        self.letters = list(accumulate([len(word.text) for word in words], initial=0))
        mask = 0
        for left, right in zip(self.lefts, self.rights, strict=True):
            low = round(left) if left > 0.0 else 0
            mask |= (1 << max(low + 1, round(right))) - (1 << low)
        self.mask = mask
        self.short = self._short()

    def _short(self) -> int:
        """The number of the row's cells where there are two or more and none fills more than some of its place."""
        if not 2 <= len(self.words) <= MOST:
            return 0
        first = self.words[0]
        gap = CELL * (first.bottom - first.top)
        begins = [0, *(i + 1 for i in range(len(self.words) - 1) if self.lefts[i + 1] - self.rights[i] > gap)]
        if len(begins) < 2:
            return 0
        ends = [*begins[1:], len(self.words)]
        pitches = [self.lefts[after] - self.lefts[before] for before, after in pairwise(begins)]
        fills = FILLS if len(begins) < MANY else MORE
        short = all(
            self.rights[after - 1] - self.lefts[before] < fills * pitch
            for before, after, pitch in zip(begins, ends, [*pitches, pitches[-1]], strict=True)
        )
        return len(begins) if short else 0

    def between(self, low: float, high: float) -> tuple[int, int]:
        """The first word and the one after the last that stand wholly between two places."""
        return bisect_left(self.lefts, low - 1.0), bisect_right(self.rights, high + 1.0)


def strips(rows: Sequence[Row]) -> list[Strip]:
    """The strips of a page, each as long as it goes."""
    masks = [row.mask for row in rows]
    made: list[Strip] = []
    for index in range(len(masks) - WINDOW + 1):
        used = masks[index] | masks[index + 1] | masks[index + 2]
        white = ((1 << used.bit_length()) - (used & -used)) & ~used
        if not _wide(white):
            continue
        after = used
        for mask in masks[index + WINDOW : index + SURE]:
            after |= mask
        for low, high in _stretches(white):
            if high - low < NARROWEST or (
                high - low < WIDE and not _wide(((1 << high) - (1 << low)) & ~after) and index + SURE <= len(masks)
            ):
                continue
            if any(a < high and low < b and top <= index and index + WINDOW <= end for a, b, top, end in made):
                continue
            made.append(_grown(masks, low, high, index, index + WINDOW))
    return [one for one in made if one[3] - one[2] >= SURE or one[1] - one[0] >= WIDE]


def strips_at(rows: Sequence[Row], low: int, high: int) -> list[Strip]:
    """The runs of rows that leave the strip from `low` to `high` white, with text on both sides somewhere.

    From the page's head on one side is enough: the other column may have ended on the page before.
    """
    masks = [row.mask for row in rows]
    strip = (1 << high) - (1 << low)
    made = []
    start = None
    for index in range(len(masks) + 1):
        blank = index < len(masks) and not masks[index] & strip
        if blank and start is None:
            start = index
        elif not blank and start is not None:
            right = any(mask >> high for mask in masks[start:index])
            left = any(mask & ((1 << low) - 1) for mask in masks[start:index])
            if (left and right) or start == 0:
                made.append((low, high, start, index))
            start = None
    return made


def without_tables(rows: Sequence[Row], strip: Strip) -> Iterator[Strip]:
    """The strip, cut at the rows of a table whose cells happen to stand where columns do."""
    low, high, top, end = strip
    start = top
    index = top
    while index < end:
        after = index
        while after < end and rows[after].short:
            after += 1
        if after - index >= WINDOW or (after - index == 2 and min(row.short for row in rows[index:after]) >= MANY):
            if index - start >= 1:
                yield low, high, start, index
            start = after
        index = max(after, index + 1)
    if end - start >= 1:
        yield low, high, start, end


def without_chance(rows: Sequence[Row], strip: Strip) -> Iterator[Strip]:
    """The strip, cut at the rows that run across and have a gap there by chance: they begin where no other row does."""
    low, high, top, end = strip
    begins: list[float | None] = []
    tight: list[float] = []
    for row in rows[top:end]:
        first, last = bisect_left(row.lefts, high - 1.0), bisect_right(row.rights, low + 1.0) - 1
        right = row.words[first] if first < len(row.words) else None
        begins.append(right.left if right else None)
        gap = right.left - row.rights[last] if right and last >= 0 else None
        tight.append(gap / (right.bottom - right.top) if right is not None and gap is not None else CHANCE)
    if min(tight) >= CHANCE:
        yield strip
        return
    places = Counter(round(left / MARGINS) for left in begins if left is not None)
    often = max(2, round(0.04 * (end - top)))
    usual = [place for place in places if sum(places[near] for near in (place - 1, place, place + 1)) >= often]
    if not usual:
        yield strip
        return
    first_place = min(usual) * MARGINS - 2 * MARGINS
    chance = [
        top + index
        for index, (left, narrow) in enumerate(zip(begins, tight, strict=True))
        if left is not None and (narrow < SPACE or (narrow < CHANCE and left < first_place))
    ]
    if not chance or len(chance) > FEW * (end - top):
        yield strip
        return
    for begin, until in pairwise([top - 1, *chance, end]):
        used = 0
        for row in rows[begin + 1 : until]:
            used |= row.mask
        white = ((1 << max(high, round(first_place))) - (1 << max(0, low - 60))) & ~used
        wide = [one for one in _stretches(white) if one[0] <= low and one[1] >= high]
        if until - begin - 1 >= WINDOW and wide:
            yield (*wide[0], begin + 1, until)


def _wide(white: int) -> int:
    """The places from which on `NARROWEST` bits of `white` are set."""
    two = white & white >> 1
    return two & two >> 2 & white >> 4


def _stretches(bits: int) -> list[tuple[int, int]]:
    """The runs of set bits, from the lowest on."""
    made = []
    place = 0
    while bits:
        skip = (bits & -bits).bit_length() - 1
        bits >>= skip
        place += skip
        length = (~bits & (bits + 1)).bit_length() - 1
        made.append((place, place + length))
        bits >>= length
        place += length
    return made


def _grown(masks: Sequence[int], low: int, high: int, top: int, end: int) -> Strip:
    """The strip, longer row by row while it stays wide enough."""

    def narrowed(mask: int) -> tuple[int, int] | None:
        white = ((1 << high) - (1 << low)) & ~mask
        best = max(_stretches(white), key=lambda one: one[1] - one[0], default=(0, 0))
        return best if best[1] - best[0] >= NARROWEST else None

    while end < len(masks) and (now := narrowed(masks[end])):
        low, high = now
        end += 1
    while top > 0 and (now := narrowed(masks[top - 1])):
        low, high = now
        top -= 1
    return low, high, top, end
