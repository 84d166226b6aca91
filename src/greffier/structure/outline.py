"""The outline of a paper, from its text and the blocks its reader marked."""

import re

from greffier.model.offsets import Offsets, Piece
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def outline(paper: Paper) -> Outline:
    """The paper's parts and passages."""
    passages = []
    for index, match in enumerate(PARAGRAPH.finditer(paper.text)):
        text, offsets = clean(paper.text, Span(*match.span()))
        passages.append(
            Passage(index, "paragraph", "en", text, offsets, tuple(Span(*m.span()) for m in SENTENCE.finditer(text)))
        )
    return Outline(paper, "other", None, None, None, ("en",), (), tuple(passages))


SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s|$)|$)")
BREAK = re.compile(r"(?<=\w)-\n\s*(?=\w)|\s+")


def clean(text: str, span: Span) -> tuple[str, Offsets]:
    """The text of `span` with line breaks as spaces and line-end hyphens undone, and the way back."""
    pieces: list[Piece] = []
    made: list[str] = []
    length, start = 0, span.start
    for match in BREAK.finditer(text, span.start, span.end):
        pieces.append(Piece(length, start, match.start() - start, bool(pieces)))
        made.append(text[start : match.start()])
        length += match.start() - start
        start = match.end()
        if not match.group().startswith("-"):
            made.append(" ")
            length += 1
    pieces.append(Piece(length, start, span.end - start, bool(pieces)))
    made.append(text[start : span.end])
    return "".join(made), Offsets(tuple(pieces))
