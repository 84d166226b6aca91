"""Words in quotation marks, of every style that papers use, nested or left open.

Styles: “…”, "…", «…», »…«, „…“, „…”, ”…” and, between spaces, ‘…’ and '…'. A mark that opens within a quotation of
another style is nested in it. A quotation that its paragraph does not close is given with `closed` false: the next
paragraph may go on with it.

>>> [(quote.start, quote.end) for quote in quotes_in("He said “we «all» agree” at once")]
[(8, 24)]
>>> list(quotes_in("the Ambassador's residence"))
[]
"""

from collections.abc import Iterator

from greffier.extract.chunks import Quote
from greffier.lexicon.load import Lexicon
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
MARKS = frozenset("“„«»”\"‘'’‟")


def find_quotes(passage: Passage, lexicon: Lexicon) -> Iterator[Quote]:
    """Yield each outermost quotation of `passage`, in reading order; the marks are the same in every lexicon."""
    return quotes_in(passage.text)


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
