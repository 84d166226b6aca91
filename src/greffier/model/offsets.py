"""Cleaned text that knows where each of its stretches stands in the canonical text.

A passage is read from cleaned text: line breaks are spaces, line-end hyphens are undone, a column that goes on
after the page's other column is joined. Nothing is found again by comparison: each stretch carries its place.

>>> offsets = Offsets((Piece(0, 10, 3), Piece(3, 15, 5, joined=True)))   # "coop-\\n" + "eratie" undone
>>> offsets.spans(1, 6)
(Span(start=11, end=18),)
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` code points at `clean` in the cleaned text, copied from `source` in the canonical text.

    `joined` says that between this piece and the one before it stand only a line break, spaces or a hyphen, so
    that one span may run across; not joined is a jump, as from a column's foot to its next page.
    """

    clean: int
    source: int
    length: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Offsets:
    """The pieces of one cleaned text, in its order; the clean code points between two pieces are added spaces."""

    pieces: tuple[Piece, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The canonical spans of clean `start` to `end`, one where nothing jumps, in clean order."""
        pieces = self.pieces
        first = max(bisect_right(pieces, start, key=_clean_start) - 1, 0)
        found: list[Span] = []
        for piece in pieces[first:]:
            if piece.clean >= end:
                break
            low, high = max(start, piece.clean), min(end, piece.clean + piece.length)
            if low >= high:
                continue
            source_low = piece.source + low - piece.clean
            source_high = piece.source + high - piece.clean
            if found and piece.joined and found[-1].end <= source_low:
                found[-1] = Span(found[-1].start, source_high)
            else:
                found.append(Span(source_low, source_high))
        return tuple(found)

    def clean(self, source: int) -> int | None:
        """The clean offset of canonical `source`, or None where it was cleaned away."""
        for piece in self.pieces:
            if piece.source <= source < piece.source + piece.length:
                return piece.clean + source - piece.source
        return None


def _clean_start(piece: Piece) -> int:
    return piece.clean


def whole(span: Span) -> Offsets:
    """The offsets of a text taken over unchanged from `span`."""
    return Offsets((Piece(0, span.start, span.end - span.start),))


def length(pieces: Iterable[Piece]) -> int:
    """Code points up to the end of the last of `pieces`."""
    return max((piece.clean + piece.length for piece in pieces), default=0)
