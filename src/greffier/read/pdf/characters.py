"""The words of a PDF page and their places, asked of PDFium in bulk.

One call gives a page's characters; only the first and the last of each word are asked for their boxes, so a page takes
a few milliseconds. Ligatures are spelt out, bullets of symbol fonts are bullets, a hyphen that PDFium marks as its own
is a hyphen again.
"""

import re
from collections.abc import Iterator
from ctypes import POINTER, byref, c_double, c_ushort, cast, create_string_buffer

import pypdfium2 as pdfium
from pypdfium2 import raw

from greffier.read.layout.sheet import Sheet, Word

MOST = 200_000  # characters of a page that is read: no page that a person reads has more
WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
SPELT = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\ufffe": "-",
        "\x02": "-",
        "\uf0b7": "•",  # bullets of the Symbol and Wingdings fonts
        "\uf0a7": "•",
        "\uf0d8": "•",
        "\uf02d": "-",
        **dict.fromkeys((*range(2), *range(3, 9), *range(14, 32), 65535, 65279, *range(55296, 57344))),
    }
)
SAMPLE = 24  # characters of a page that are asked whether the font says which letter they are
UNSURE = 0.3  # share of them that it does not say of, from which the page's text cannot be trusted


class TooManyCharacters(Exception):
    """A page of more characters than are read."""


def sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """The words of `page`, the file's page `number`, in the order of the file."""
    width, height = page.get_size()
    place = _Place(page, width, height)
    textpage = raw.FPDFText_LoadPage(page.raw)
    try:
        words = tuple(_words(textpage, place))
    finally:
        raw.FPDFText_ClosePage(textpage)
    return Sheet(number, width, height, words)


def legible(page: pdfium.PdfPage) -> bool:
    """Whether the fonts say which letters their signs are."""
    textpage = raw.FPDFText_LoadPage(page.raw)
    try:
        number = raw.FPDFText_CountChars(textpage)
        step = max(1, number // SAMPLE)
        asked = range(0, number, step)
        unsure = sum(raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 for index in asked)
        return bool(unsure <= UNSURE * len(asked))
    finally:
        raw.FPDFText_ClosePage(textpage)


class _Place:
    """From a page's own coordinates to points from the top left corner of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage, width: float, height: float) -> None:
        self.turn = page.get_rotation() // 90
        self.left, self.low, self.right, self.high = page.get_bbox()
        self.width, self.height = width, height

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 0:
            return x - self.left, self.high - y
        if self.turn == 1:
            return y - self.low, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.low
        return self.high - y, self.right - x


def _text(textpage: raw.FPDF_TEXTPAGE) -> str:
    """The page's characters, one code point each."""
    number = raw.FPDFText_CountChars(textpage)
    if number > MOST:
        raise TooManyCharacters(number)
    if number <= 0:
        return ""
    buffer = create_string_buffer((number + 1) * 4)
    written = raw.FPDFText_GetText(textpage, 0, number, cast(buffer, POINTER(c_ushort)))
    text = buffer.raw[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == number:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(number))  # some have no letter at all
    return "".join(chr(code) if 0 < code < 0x110000 else "\x00" for code in codes)


def _words(textpage: raw.FPDF_TEXTPAGE, place: _Place) -> Iterator[Word]:
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    loose, origin, weigh = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontWeight
    box_at, x_at, y_at = byref(box), byref(x), byref(y)
    straight, from_left, from_top = place.turn == 0, place.left, place.high

    def corners(index: int) -> tuple[float, float, float, float]:
        loose(textpage, index, box_at)
        if straight:
            return box.left - from_left, from_top - box.top, box.right - from_left, from_top - box.bottom
        (a, b), (c, d) = place.point(box.left, box.top), place.point(box.right, box.bottom)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    for match in WORD.finditer(_text(textpage)):
        first, last = match.start(), match.end() - 1
        text = match.group().translate(SPELT)
        if not text or text.isspace():
            continue
        left, top, right, bottom = corners(first)
        upright = True
        if last > first:
            other = corners(last)
            upright = other[2] > right or other[0] > left or other[1] == top
            left, top, right, bottom = (
                min(left, other[0]),
                min(top, other[1]),
                max(right, other[2]),
                max(bottom, other[3]),
            )
        origin(textpage, first, x_at, y_at)
        base = from_top - y.value if straight else place.point(x.value, y.value)[1]
        yield Word(text, left, top, right, bottom, base, weigh(textpage, first), upright)
