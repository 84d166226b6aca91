"""Tables: a row of facts is one line, its cells a stroke apart; a table that only sets the page is read cell by cell.

>>> short = [[Piece("paragraph", "2021")], [Piece("paragraph", "12 visits")]]
>>> [piece.text for piece in table_pieces([short])]
['2021 | 12 visits']
>>> long = [[Piece("paragraph", "a" * 500)], [Piece("paragraph", "b" * 500)]]
>>> [(piece.kind, piece.text[:1]) for piece in table_pieces([long])]
[('paragraph', 'a'), ('paragraph', 'b')]
"""

from collections.abc import Iterable, Iterator, Sequence

from greffier.read.assembling import Piece, tidy

ROW = 400  # code points of a row that is read as one line
STROKE = " | "


def table_pieces(rows: Iterable[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """The pieces of a table, given row by row as the pieces of each cell."""
    for cells in rows:
        filled = [[piece for piece in cell if tidy(piece.text)] for cell in cells]
        filled = [cell for cell in filled if cell]
        if len(filled) > 1 and _facts(filled):
            yield Piece("cell", STROKE.join(" ".join(tidy(p.text).replace("\n", " ") for p in cell) for cell in filled))
        else:
            for cell in filled:
                yield from cell


def _facts(cells: Sequence[Sequence[Piece]]) -> bool:
    """Whether a row is one line of facts: short, no cell set in paragraphs."""
    total = sum(len(piece.text) for cell in cells for piece in cell)
    return total <= ROW and all(len(cell) <= 2 for cell in cells)
