"""Where a paper's text stands on its pages, packed for the record: some 2 kB a page.

Lengths are whole tenths of a point; each number is kept as its difference from the one before; all is JSON, compressed.

>>> kept = Layout((Page(1, 595.3, 841.9),), (Line(Span(0, 8), 1, (50.0, 70.5, 91.2, 82.0), (50.0, 62.4)),))
>>> unpacked(packed(kept)) == kept
True
"""

import json
import zlib
from itertools import accumulate, pairwise

from greffier.model.page import Layout, Line, Page
from greffier.model.span import Span

TENTHS = 10


def packed(layout: Layout) -> bytes:
    """`layout` as bytes, exact to a tenth of a point."""
    pages = [[page.number, _tenths(page.width), _tenths(page.height)] for page in layout.pages]
    lines, end, top = [], 0, 0
    for line in layout.lines:
        left, upper, right, lower = map(_tenths, line.box)
        words = [_tenths(word) for word in line.words]
        steps = [after - before for before, after in pairwise([left, *words])]
        start, length = line.span.start - end, line.span.end - line.span.start
        lines.append([start, length, line.page, left, upper - top, right - left, lower - upper, *steps])
        end, top = line.span.end, upper
    whole = json.dumps([pages, lines], separators=(",", ":"))
    return zlib.compress(whole.encode("ascii"), 6)


def unpacked(data: bytes) -> Layout:
    """The layout that `packed` made `data` of."""
    pages, lines = json.loads(zlib.decompress(data))
    made, end, top = [], 0, 0
    for start, length, page, left, upper, width, height, *steps in lines:
        start, upper = end + start, top + upper
        box = (left / TENTHS, upper / TENTHS, (left + width) / TENTHS, (upper + height) / TENTHS)
        words = tuple(word / TENTHS for word in list(accumulate(steps, initial=left))[1:])
        made.append(Line(Span(start, start + length), page, box, words))
        end, top = start + length, upper
    sizes = (Page(number, width / TENTHS, height / TENTHS) for number, width, height in pages)
    return Layout(tuple(sizes), tuple(made))


def _tenths(length: float) -> int:
    return round(length * TENTHS)
