"""Words in quotation marks, of every style that papers use, nested or left open.

Styles: “…”, "…", «…», »…«, „…“, „…”, ”…” and, between spaces, ‘…’ and '…'. A mark that opens within a quotation of
another style is nested in it. A quotation that its paragraph does not close is given with `closed` false: the next
paragraph may go on with it.

>>> [(quote.start, quote.end) for quote in quotes_in("He said “we «all» agree” at once")]
[(8, 24)]
>>> list(quotes_in("the Ambassador's residence"))
[]
"""

import re
from collections.abc import Iterator

from greffier.extract.chunks import Quote
from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.outline import Passage
from greffier.model.span import Span

CLOSERS = {
    "“": '”"“',
    "„": '“”"‟',
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"”',
    "‘": "’",
    "'": "'",
    "’": "’",
}
SINGLE = "‘'’"
DASH = re.compile(r"\s*[-–—]\s+(?=\S)")
TURN = re.compile(r"[,!?…]\s*[–—-]\s+(?=\w)")
ON = re.compile(r"[.!?]\s+[–—-]\s+(?=\w)")
BESIDE = 40  # code points behind a dash in which its verb of speech stands
LEAST = 2  # words of speech behind a dash
MARKS = frozenset("“„«»”\"‘'’‟")


def find_quotes(passage: Passage, lexicon: Lexicon) -> Iterator[Quote]:
    """Yield each outermost quotation of `passage`, in reading order; the marks are the same in every lexicon.

    In a language whose `speech` has the setting `dash`, a paragraph that begins with a dash and holds a verb of saying
    behind a comma is speech: up to that verb, and again from the next sentence on.
    """
    if lexicon.text("speech", "dash") == "yes" and (spoken := tuple(_dashed(passage, lexicon))):
        return iter(spoken)
    found = quotes_in(passage.text)
    return _broken(passage.text, found, lexicon) if lexicon.text("speech", "dash") == "yes" else found


def _broken(text: str, quotes: Iterator[Quote], lexicon: Lexicon) -> Iterator[Quote]:
    """The quotations, those cut in two that hold between dashes who says them ("“We agree, – says X. – At last.”")."""
    for quote in quotes:
        for turn in TURN.finditer(text, quote.inner.start, quote.inner.end):
            first = next(lexicon.patterns("speech").find(text[turn.end() : turn.end() + BESIDE]), None)
            if first is None or first.start > 0 or first.pattern.value not in ("say", "object"):
                continue
            yield Quote(quote.start, turn.start() + 1, Span(quote.inner.start, turn.start()))
            more = ON.search(text, turn.end(), quote.inner.end)
            if more is not None:
                yield Quote(more.end(), quote.end, Span(more.end(), quote.inner.end), closed=quote.closed)
            break
        else:
            yield quote


def _dashed(passage: Passage, lexicon: Lexicon) -> Iterator[Quote]:
    opened = DASH.match(passage.text)
    if opened is None:
        return
    for hit in lexicon.patterns("speech").find(passage.text, lowered(passage.text)):
        ahead = passage.text[opened.end() : hit.start].rstrip(" –—-")
        if hit.pattern.value != "say" or not ahead.endswith((",", "?", "!")) or len(ahead.split()) < LEAST:
            continue
        end = opened.end() + len(ahead)
        yield Quote(opened.end(), end, Span(opened.end(), end - ahead.endswith(",")))
        more = next((s.start for s in passage.sentences if s.start > hit.end), None)
        if more is not None:
            yield Quote(more, len(passage.text), Span(more, len(passage.text)))
        return


def quotes_in(text: str) -> Iterator[Quote]:
    """Yield each outermost quotation of `text`, in reading order."""
    opened: list[tuple[int, str]] = []
    for place, char in enumerate(text):
        if char not in MARKS:
            continue
        if opened and _closes(text, place, opened[-1][1]):
            start, _ = opened.pop()
            if not opened:
                yield Quote(start, place + 1, Span(start + 1, place))
        elif _opens(text, place, char) and len(opened) < 3:
            opened.append((place, char))
    if opened and opened[0][1] not in SINGLE:
        start = opened[0][0]
        yield Quote(start, len(text), Span(start + 1, len(text)), closed=False)


def _opens(text: str, place: int, char: str) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not after or (after.isspace() and char not in "«“„"):
        return False
    if char in "«“„":
        return True
    free = not before or before.isspace() or before in "([—–-:«“„"
    return free and (after.isalnum() or after in "…«“„‘'.[(")


def _closes(text: str, place: int, opener: str) -> bool:
    char = text[place]
    if char not in CLOSERS[opener]:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if opener in SINGLE:
        return not after.isalnum() and not before.isspace()
    if char == "“" and opener == "“":  # the same mark at both ends, as machine translation leaves it
        return not after.isalnum() or before in ".,!?…"
    return opener != '"' or not (before.isspace() and after.isalnum())
