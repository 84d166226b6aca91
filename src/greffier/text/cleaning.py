"""Cleaning that carries its way back: line breaks to spaces, line-end hyphens undone, markup left out.

What is left out are only marks: emphasis, link targets, tags, entities of spaces. No word is changed.

>>> cleaned = clean("de co-\\nronacrisis **heeft**\\n[alles](http://a.b) veranderd")
>>> cleaned.text
'de coronacrisis heeft alles veranderd'
>>> [span.start for span in cleaned.offsets.spans(3, 15)]
[3]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.load import languages, load_lexicon
from greffier.model.offsets import Offsets, Piece
from greffier.model.span import Span

KEPT = r"(?<=\w-)\s*\n\s*(?=[A-ZА-ЯÀ-Þ0-9])"
VOID = r"&nbsp;|&#160;|<br\s*/?>|</?[a-zA-Z][^<>\n]*>|<!--.*?-->"  # marks that part words
RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"  # figures of notes behind a word or mark; "km²" keeps its own
NOTE = rf"(?=[{RAISED}])(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?»”\"')\]]))[{RAISED}]+"
# what is left out, and what becomes one space; a space alone is kept as it is, so that a line of words is one piece
PLAIN = (rf"[\u00ad\u200b\ufeff]|{NOTE}", r"[^\S ]\s*| \s+")
MARKUP = (
    r"[\u00ad\u200b\ufeff]"
    r"|!\[[^\]\n]*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"  # an image
    r"|\[(?=[^\[\]]*\]\([^()\s]*)|\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"  # a link around its text
    r"|\[\[|\]\]"
    r"|\*\*|__(?=\S)|(?<=\S)__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|`+"
    r"|</?(?:b|i|em|strong|u|span|a|sup|sub|font|small|mark|code|ins|del|strike)\b[^<>]*>"
    r"|\{:[^{}\n]*\}|\\(?=[\\`*_{}\[\]()#+.!|\n]|$)",
    rf"(?: (?=\s|{VOID})|[^\S ]|{VOID})(?:\s|{VOID})*",
)
MARKED = re.compile(r"\]\(|\*\*|</?[a-zA-Z]|&nbsp;|\{:|\[\[|<!--|\\$|(?<!\w)\*\S|`", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text made readable and its way back to the canonical text."""

    text: str
    offsets: Offsets


@cache
def _joining() -> re.Pattern[str]:
    """What a suspended hyphen is kept before: a word of any language that joins ("partnerschaps- en")."""
    words = {word for lang in languages() for word in load_lexicon(lang).words("language", "and")}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words)))})\b")


@cache
def _left_out(markup: bool) -> re.Pattern[str]:
    """What is no text: `none` leaves nothing behind, `space` one space.

    A hyphen at a line's end is undone before a small letter, unless what follows joins.
    """
    hyphen = rf"(?<=[^\W\d_])[-\u2010\u00ad]\s*\n\s*(?=(?!{_joining().pattern})[^\W\d_A-ZА-ЯÀ-Þ])"
    marks, spaces = MARKUP if markup else PLAIN
    return re.compile(rf"(?P<none>{hyphen}|{KEPT}|{marks})|(?P<space>{spaces})", re.DOTALL)


def has_markup(text: str) -> bool:
    """Whether `text` holds marks of Markdown or HTML."""
    return MARKED.search(text) is not None


def clean(text: str, span: Span | None = None, *, markup: bool | None = None) -> Cleaned:
    """The words of `text` in `span`; `markup` says whether marks are to be left out, told from the text if None."""
    start, end = (span.start, span.end) if span else (0, len(text))
    if markup is None:
        markup = has_markup(text[start:end])
    made: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for low, high, gap in _kept(text, start, end, _left_out(markup)):
        if gap and made and not made[-1].endswith(" "):
            made.append(" ")
            length += 1
        if made and made[-1].endswith(" ") and text[low] == " ":
            low += 1
        if low < high:
            pieces.append(Piece(length, low, high - low, joined=bool(pieces)))
            made.append(text[low:high])
            length += high - low
    return Cleaned("".join(made), Offsets(tuple(pieces)))


def _kept(text: str, start: int, end: int, regex: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield each stretch that is kept and whether a space stands before it; none ends or begins the whole."""
    place, gap = start, False
    for match in regex.finditer(text, start, end):
        if match.start() > place:
            yield place, match.start(), gap
            gap = False
        gap = gap or match.lastgroup == "space"
        place = match.end()
    if place < end:
        yield place, end, gap


def joined(first: Cleaned, second: Cleaned, *, jump: bool) -> Cleaned:
    """Two stretches as one; a hyphen at the first's end is undone, `jump` says that other text stands between."""
    text, pieces = first.text, list(first.offsets.pieces)
    hyphen = text[-1:] in "-\u00ad\u2010" and text[-2:-1].isalpha() and second.text[:1].islower()
    if text and hyphen and not _joining().match(second.text):
        text = text[:-1]
        last = pieces[-1]
        pieces[-1] = Piece(last.clean, last.source, last.length - 1, last.joined)
    elif text and second.text and text[-1:] != "-":
        text += " "
    base = len(text)
    for index, piece in enumerate(second.offsets.pieces):
        beside = piece.joined if index else not jump
        pieces.append(Piece(base + piece.clean, piece.source, piece.length, beside))
    return Cleaned(text + second.text, Offsets(tuple(piece for piece in pieces if piece.length)))
