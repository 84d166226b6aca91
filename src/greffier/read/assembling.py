"""Pieces that a reader finds, set one behind the other as the canonical text, each with its block.

Pieces stand a blank line apart, items and rows of a table behind each other a line.

>>> text, blocks = assemble([Piece("heading", "Visit", level=1), Piece("item", "1. a"), Piece("item", "2. b")])
>>> text, [block.span.of(text) for block in blocks]
('Visit\\n\\n1. a\\n2. b\\n', ['Visit', '1. a', '2. b'])
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from greffier.model.paper import Block
from greffier.model.span import Span

LISTED = frozenset({"item", "cell"})
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0fc\uf076]")  # of the fonts Symbol and Wingdings, in their private letters
BLANKS = re.compile(r"[^\S\n]+")
BREAKS = re.compile(r" ?\n[\n ]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block on its way into the text: `kind`, `level` and the others are those of `Block`."""

    kind: str
    text: str
    level: int = 0
    value: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The canonical text of `pieces` and its blocks; a piece without words is left out."""
    made: list[str] = []
    blocks: list[Block] = []
    length = 0
    before = ""
    for piece in pieces:
        text = tidy(piece.text)
        if not text:
            continue
        if made:
            made.append("\n" if piece.kind == before and before in LISTED else "\n\n")
            length += len(made[-1])
        span = Span(length, length + len(text))
        blocks.append(Block(span, piece.kind, piece.level, piece.page, piece.box, value=piece.value))
        made.append(text)
        length = span.end
        before = piece.kind
    return "".join(made) + ("\n" if made else ""), tuple(blocks)


def tidy(text: str) -> str:
    """`text` without control characters, with single spaces and line breaks.

    >>> tidy(" a\\t b \\n\\n c\\x00")
    'a b\\nc'
    """
    return BREAKS.sub("\n", BLANKS.sub(" ", BULLETS.sub("•", CONTROLS.sub("", text)))).strip()
