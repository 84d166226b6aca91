"""Words to rows: all that stands at one height of the page, whatever column it belongs to."""

from collections.abc import Iterable
from operator import attrgetter

from greffier.read.layout.sheet import Set, Word, line

SAME = 0.3  # of a word's height: how far the baselines of one row lie apart at most
SMALL = 0.8  # of a row's height: a raised or lowered figure is smaller
MOST = 6  # raised figures in one line
NEAR = 0.6  # of a row's height: a raised or lowered figure is nearer to it

_base = attrgetter("base")
_left = attrgetter("left")


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """The rows of `words` from top to bottom, each from left to right; raised figures are in the row they belong to.

    >>> at = [("pact", 0.0, 10.0, 8.0), ("1", 21.0, 6.0, 5.0), ("next", 0.0, 10.0, 20.0)]
    >>> found = rows(Word(text, left, base - high, left + 20, base, base) for text, left, high, base in at)
    >>> [[word.text for word in row] for row in found]
    [['pact', '1'], ['next']]
    """
    made: list[list[Word]] = []
    row: list[Word] = []
    limit = 0.0
    for word in sorted(words, key=_base):
        if row and word.base <= limit:
            row.append(word)
            continue
        row = [word]
        limit = word.base + SAME * (word.bottom - word.top)
        made.append(row)
    made = _with_raised(made)
    for row in made:
        row.sort(key=_left)
    return made


def lines(words: Iterable[Word], page: int, edges: tuple[float, float]) -> tuple[Set, ...]:
    """The lines of a column with its edges."""
    return tuple(line(row, page, edges) for row in rows(words))


def _with_raised(found: list[list[Word]]) -> list[list[Word]]:
    """Rows of nothing but small words put into the row beside them that they touch."""
    sizes = [max([word.bottom - word.top for word in row]) for row in found]
    moved: set[int] = set()
    for index, row in enumerate(found):
        if len(row) > MOST:
            continue
        for beside in (index + 1, index - 1):
            if not 0 <= beside < len(found) or beside in moved or sizes[index] > SMALL * sizes[beside]:
                continue
            near = abs(found[beside][0].base - row[0].base) < NEAR * sizes[beside]
            if near and all(_touches(word, found[beside], sizes[beside]) for word in row):
                found[beside].extend(row)
                moved.add(index)
                break
    return [row for index, row in enumerate(found) if index not in moved]


def _touches(word: Word, row: list[Word], size: float) -> bool:
    return any(other.left - 0.4 * size <= word.right and word.left <= other.right + 0.4 * size for other in row)
