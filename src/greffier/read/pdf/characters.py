"""The words of a PDF page and their places, asked of PDFium in bulk.

One call gives a page's characters; only the first and the last of each word are asked for their boxes, so a page takes
a few milliseconds. Ligatures are spelt out, bullets of symbol fonts are bullets, a hyphen that PDFium marks as its own
is a hyphen again.
"""

import re
from collections.abc import Iterator
from ctypes import POINTER, byref, c_double, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from math import hypot

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
RAISED = 0.85  # of a word's height: a raised figure behind it is smaller
MARK = re.compile(r"(?<=[^\d.,])\d{1,3}(?=[\W_]*$)|(?<=[.,])\d{1,3}$")
LEADS = re.compile(r"\d{1,3}(?=[^\W\d_])")
ASCENT, DESCENT = 0.8, 0.2  # of a font's size: above and below the baseline
UNSURE = 0.3  # share of them that it does not say of, from which the page's text cannot be trusted


class TooManyCharacters(Exception):
    """A page of more characters than are read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page's sheet, and whether its fonts say which letters their signs are."""

    sheet: Sheet
    legible: bool


def words_of(page: pdfium.PdfPage, number: int) -> Found:
    """The words of `page`, the file's page `number`, in the order of the file."""
    width, height = page.get_size()
    place = _Place(page, width, height)
    textpage = raw.FPDFText_LoadPage(page.raw)
    try:
        words = tuple(_words(textpage, place))
        return Found(Sheet(number, width, height, words), _legible(textpage))
    finally:
        raw.FPDFText_ClosePage(textpage)


def _legible(textpage: raw.FPDF_TEXTPAGE) -> bool:
    number = raw.FPDFText_CountChars(textpage)
    asked = range(0, number, max(1, number // SAMPLE))
    unsure = sum(raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 for index in asked)
    return bool(unsure <= UNSURE * len(asked))


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
    box, x, y, matrix = raw.FS_RECTF(), c_double(), c_double(), raw.FS_MATRIX()
    loose, origin, weigh = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontWeight
    sized, scaled = raw.FPDFText_GetFontSize, raw.FPDFText_GetMatrix
    tight, edges = raw.FPDFText_GetCharBox, [c_double() for _ in range(4)]
    box_at, x_at, y_at, matrix_at = byref(box), byref(x), byref(y), byref(matrix)
    straight, from_left, from_top = place.turn == 0, place.left, place.high

    def corners(index: int) -> tuple[float, float, float, float]:
        loose(textpage, index, box_at)
        if straight:
            return box.left - from_left, from_top - box.top, box.right - from_left, from_top - box.bottom
        (a, b), (c, d) = place.point(box.left, box.top), place.point(box.right, box.bottom)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def standing(index: int) -> tuple[float, float]:
        """Baseline and size of a character."""
        origin(textpage, index, x_at, y_at)
        scaled(textpage, index, matrix_at)
        size = sized(textpage, index) * hypot(matrix.c, matrix.d)
        return from_top - y.value if straight else place.point(x.value, y.value)[1], size or 1.0

    def above(index: int, base: float, size: float) -> bool:
        """Whether the ink of a character ends above the baseline."""
        tight(textpage, index, *edges)
        return bool(base - (from_top - edges[2].value) > 0.12 * size)

    text = _text(textpage)
    spelt = text.translate(SPELT)
    alike = len(spelt) == len(text)
    base, size, weight, depth, row, turned = 0.0, 1.0, 0, -1.0, 0, 0.0
    high, low = 0.0, 0.0  # of the line: shared by its words
    for match in WORD.finditer(text):
        first, end = match.span()
        word = spelt[first:end] if alike else match.group().translate(SPELT)
        if not word or word.isspace():
            continue
        left, top, right, bottom = corners(first)
        if bottom != depth or text.find("\n", row, first) >= 0:  # another line, another font, or raised
            base, size = standing(first)
            weight, depth = weigh(textpage, first), bottom
            high, low = base - ASCENT * size, base + DESCENT * size
        row = first
        if end == first + 1 and turned and abs(left - turned) < 0.15 * size:
            yield Word(word, left, top, right, bottom, base, 0, False)
            continue
        if end == first + 1 and word.isdigit() and straight and above(first, base, size):
            yield Word(word, left, base - 0.95 * size, right, base - 0.35 * size, base - 0.35 * size, weight)
            continue
        if end == first + 1:
            yield Word(word, left, high, right, low, base, weight)
            continue
        other = corners(end - 1) if end > first + 1 else (left, top, right, bottom)
        if abs(other[0] - left) < 0.15 * size and abs(other[1] - top) > 0.3 * size:  # words up or down the page
            turned = left
            edges_of = (min(top, other[1]), max(right, other[2]), max(bottom, other[3]))
            yield Word(word, min(left, other[0]), *edges_of, base, 0, False)
            continue
        turned = 0.0
        if word[0].isdigit() and straight and (mark := LEADS.match(word)) and len(word) == end - first:
            over, smaller = standing(first)
            if above(first, over, smaller) or (standing(end - 1)[1] * RAISED > smaller and standing(end - 1)[0] > over):
                base, size = standing(end - 1)
                begin = corners(first + mark.end())[0]
                top = base - 0.95 * size
                yield Word(mark.group(), left, top, begin, top + 0.6 * size, base - 0.35 * size, weight)
                first, word, left = first + mark.end(), word[mark.end() :], begin
                high, low, depth = base - ASCENT * size, base + DESCENT * size, -1.0
        if other[0] >= left and other[1] < low and other[3] > high:
            if (mark := MARK.search(word)) and len(word) == end - first:
                raised = first + mark.start()
                over, smaller = standing(raised)
                if smaller >= RAISED * size and straight and above(raised, base, size):  # a font's own raised figure
                    over, smaller = base - 0.35 * size, 0.6 * size
                if smaller < RAISED * size and over < base:
                    yield Word(word[: mark.start()], left, high, corners(raised - 1)[2], low, base, weight)
                    begin = corners(raised)[0]
                    until = corners(first + mark.end() - 1)[2]
                    top, bottom = over - ASCENT * smaller, over + DESCENT * smaller
                    yield Word(mark.group(), begin, top, until, bottom, over, weight)
                    if mark.end() < len(word):
                        yield Word(word[mark.end() :], until, high, other[2], low, base, weight)
                    continue
            yield Word(word, left, high, other[2], low, base, weight)
            continue
        edges_of = (min(top, other[1]), max(right, other[2]), max(bottom, other[3]))
        yield Word(word, min(left, other[0]), *edges_of, base, 0)
