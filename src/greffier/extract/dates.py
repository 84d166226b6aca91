"""The dates of a passage, counted from the date of its article or paper where they are relative.

The words and the counting are `greffier.text.dates` and `greffier.text.calendar`; here a date that the words beside it
put in the future ("will", "planned") is counted forwards.
"""

from collections.abc import Iterator

from greffier.extract.chunks import Date
from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.outline import Passage
from greffier.text.calendar import resolve
from greffier.text.dates import find_dates as find_written


def find_dates(passage: Passage, lexicon: Lexicon, base: str | None, lower: str | None = None) -> Iterator[Date]:
    """Yield each date of `passage` as EDTF, counted from `base`; what cannot be counted stays open or is left out."""
    lower = lowered(passage.text) if lower is None else lower
    future: list[tuple[int, int]] | None = None
    for written in find_written(passage.text, lexicon.lang, lower):
        if not written.relative:
            yield Date(written.start, written.end, written.edtf)
            continue
        if future is None:
            marks = [hit.start for hit in lexicon.patterns("future").find(passage.text, lower)]
            future = [(s.start, s.end) for s in passage.sentences if any(s.start <= mark < s.end for mark in marks)]
        ahead = any(start <= written.start < end for start, end in future)
        edtf = resolve(written.edtf, base, future=ahead)
        if edtf is not None:
            yield Date(written.start, written.end, edtf, relative=True)
