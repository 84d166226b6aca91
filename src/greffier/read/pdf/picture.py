"""A page of a PDF as a picture: PNG, made by PDFium and the standard library.

PDFium is for one thread at a time, so pictures are made one after the other.
"""

import struct
import zlib
from threading import Lock

import pypdfium2 as pdfium

SIGN = b"\x89PNG\r\n\x1a\n"  # PNG (ISO/IEC 15948), 5.2
RGB = 2  # colour type, 11.2.2
QUICK = 3  # zlib level: a page in a tenth of a second
_one_at_a_time = Lock()


def picture(data: bytes, number: int, width: int) -> bytes:
    """Page `number` (from 1) of the PDF in `data` as PNG, `width` pixels wide; `LookupError` if there is none."""
    with _one_at_a_time:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise LookupError(number) from error
        try:
            if not 0 < number <= len(document):
                raise LookupError(number)
            page = document[number - 1]
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
            rows = bytes(bitmap.buffer)
            wide, high, stride, channels = bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels
        except pdfium.PdfiumError as error:
            raise LookupError(number) from error
        finally:
            document.close()
    if channels != 3:
        rows = b"".join(_colours(rows[row * stride : row * stride + wide * channels], channels) for row in range(high))
        stride = wide * 3
    lines = b"".join(b"\0" + rows[row * stride : row * stride + wide * 3] for row in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, RGB, 0, 0, 0)
    return SIGN + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, QUICK)) + _chunk(b"IEND", b"")


def _colours(row: bytes, channels: int) -> bytes:
    """Red, green and blue of a row that has one grey, or a fourth channel besides."""
    made = bytearray(len(row) // channels * 3)
    for colour in range(3):
        made[colour::3] = row[min(colour, channels - 1) :: channels]
    return bytes(made)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
