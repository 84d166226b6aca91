"""Files made to hurt whoever reads them, and what becomes of each when Greffier files them.

    python bench/bombs.py [SECONDS]

Each is filed alone, with SECONDS (20) allowed for a paper; printed are its size, how long it took, and what was said of
it. The sizes are those of the file; unpacked, most would not fit on the disk.
"""

import gzip
import io
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from greffier.run.filing import How, Outcome, file_papers
from greffier.run.opening import open_record

Maker = Callable[[], bytes]
ZEROS = bytes(1_000_000)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0"'
HEAD = b"From: a@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: Many\r\nMIME-Version: 1.0\r\n"
RECORD = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.org/\r\n"


def packed(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return written.getvalue()


def zip_of_zeros() -> bytes:
    """Sixty files of 40 MB each."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", ZEROS * 40)
    return _repeated(written.getvalue(), 60)


def zip_of_one_file_many_times() -> bytes:
    """An archive whose list names the same bytes thirty thousand times."""
    return _repeated(packed(("0.txt", b"Words. " * 5_000)), 30_000)


def zips_in_zips() -> bytes:
    """Ten zips in a zip, ten in each of them, to a depth of seven."""
    data = packed(("paper.txt", b"A paper."))
    for depth in range(7):
        data = packed(*((f"{number}.zip", data) for number in range(10)))
        if depth > 3 and len(data) > 3_000_000:
            break
    return data


def word_file(body: str, head: str = "") -> bytes:
    """A Word file with that body."""
    xml = f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return packed(("[Content_Types].xml", b"<a/>"), ("word/document.xml", xml.encode()))


def open_file(body: str, head: str = "") -> bytes:
    """An OpenDocument text with that body, flat."""
    xml = f"<office:document {OPEN}><office:body><office:text>{body}</office:text></office:body></office:document>"
    return f'<?xml version="1.0"?>{head}{xml}'.encode()


def laughs(size: int = 12) -> str:
    """Entities that would be a billion words."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, size))
    return f'<!DOCTYPE a [<!ENTITY e0 "ha ">{lines}]>'


def mail_of_many_parts() -> bytes:
    """A message of ten thousand attachments."""
    part = b'--b\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment\r\n\r\nx\r\n'
    return HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * 10_000 + b"--b--\r\n"


def mail_in_mail() -> bytes:
    """A message of five thousand multiparts in each other."""
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number) for number in range(5_000)
    )
    return HEAD + opened + b"Content-Type: text/plain\r\n\r\nDeep.\r\n"


def forwarded_mail() -> bytes:
    """A message forwarded forty times, each with the one before."""
    data = HEAD + b"\r\nThe first.\r\n"
    for number in range(40):
        mark = b"m%d" % number
        data = (
            HEAD + b'Content-Type: multipart/mixed; boundary="' + mark + b'"\r\n\r\n--' + mark
            + b"\r\nContent-Type: message/rfc822\r\n\r\n" + data + b"\r\n--" + mark + b"--\r\n"
        )  # fmt: skip
    return data


def picture(width: int, height: int) -> bytes:
    """A PNG that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(min((width // 8 + 1) * height, 50_000_000)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def picture_without_end() -> bytes:
    """A TIFF whose second picture is its first again."""
    numbers = {256: 64, 257: 64, 258: 8, 259: 1, 262: 1, 273: 200, 278: 64, 279: 4096}
    entries = [(key, 4, 1, value) for key, value in numbers.items()]
    listed = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (b"II*\x00" + struct.pack("<I", 8) + listed + struct.pack("<I", 8)).ljust(200, b"\x00") + b"\xff" * 4096


def pdf(content: bytes, *, kids: str = "3 0 R", count: int = 1) -> bytes:
    """A PDF of one page with a packed content stream."""
    stream = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj" % number + one + b"endobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)


def _repeated(data: bytes, times: int) -> bytes:
    """An archive of one member, with that member listed many times."""
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06", at)
    entry = data[at:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times & 0xFFFF, times & 0xFFFF, len(entry) * times, at, 0)
    return data[:at] + entry * times + tail


LONG = f'<!DOCTYPE a [<!ENTITY e "{"a" * 50_000}">]>'
CELL = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
BOMBS: Mapping[str, Maker] = {
    "zeros.zip": zip_of_zeros,
    "overlapping.zip": zip_of_one_file_many_times,
    "nested.zip": zips_in_zips,
    "laughs.docx": lambda: word_file("<w:p><w:r><w:t>&e11; words</w:t></w:r></w:p>", laughs()),
    "laughs.fodt": lambda: open_file("<text:p>&e11; words</text:p>", laughs()),
    "quadratic.fodt": lambda: open_file("<text:p>" + "&e;" * 50_000 + "</text:p>", LONG),
    "deep.docx": lambda: word_file("<w:tbl><w:tr><w:tc>" * 300_000),
    "deep.fodt": lambda: open_file("<text:section>" * 500_000),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 1_000_000 + b"Words",
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 5_000_000,
    "zeros.docx": lambda: word_file(" " * 40_000_000),
    "table.docx": lambda: word_file("<w:tbl>" + f"<w:tr>{CELL * 8}</w:tr>" * 25_000 + "</w:tbl>"),
    "table.rtf": lambda: b"{\\rtf1 " + (b"\\trowd " + b"\\intbl 12\\cell" * 8 + b"\\row\n") * 25_000 + b"}",
    "table.html": lambda: b"<html><body><table>" + (b"<tr>" + b"<td>12</td>" * 8 + b"</tr>") * 25_000 + b"</table>",
    "wide.html": lambda: b"<html><body><table><tr>" + b"<td>12</td>" * 300_000 + b"</tr></table>",
    "parts.eml": mail_of_many_parts,
    "nested.eml": mail_in_mail,
    "forwarded.eml": forwarded_mail,
    "headers.eml": lambda: HEAD + b"".join(b"X-Header-%d: words\r\n" % n for n in range(300_000)) + b"\r\nText.\r\n",
    "quoted.eml": lambda: HEAD + b"\r\n" + b">" * 3_000_000 + b" words\r\n" + b"> > > word\r\n" * 100_000,
    "encoded.eml": lambda: HEAD.replace(b"Many", b"=?utf-8?q?" + b"=?utf-8?b?" * 50_000) + b"\r\nText.\r\n",
    "endless.warc": lambda: RECORD + b"Content-Length: 999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + ZEROS,
    "headers.warc": lambda: RECORD + b"X: y\r\n" * 2_000_000,
    "chunked.warc": lambda: _record(b"Transfer-Encoding: chunked\r\n", b"7fffffff\r\n" + b"1\r\na\r\n" * 500_000),
    "packed.warc": lambda: _record(b"Content-Encoding: gzip\r\n", gzip.compress(ZEROS * 200)),
    "zeros.warc.gz": lambda: gzip.compress(RECORD + b"Content-Length: 900000000\r\n\r\n" + ZEROS * 500),
    "members.warc.gz": lambda: gzip.compress(b"") * 500_000,
    "huge.png": lambda: picture(65_000, 65_000),
    "wide.png": lambda: picture(2_000_000_000, 1),
    "large.png": lambda: picture(12_000, 12_000),
    "endless.tif": picture_without_end,
    "zeros.pdf": lambda: pdf(b"BT /F 9 Tf (a) Tj " * 100 + b" " * 900_000_000),
    "words.pdf": lambda: pdf(b"BT /F 9 Tf " + b"(word word) Tj " * 3_000_000 + b"ET"),
    "circle.pdf": lambda: pdf(b"", kids="2 0 R 3 0 R", count=99_999_999),
    "many.pdf": lambda: pdf(b"BT /F 9 Tf (a) Tj ET", kids="3 0 R " * 200_000, count=200_000),
    "word.txt": lambda: b"a" * 20_000_000,
    "brackets.txt": lambda: b"((((" * 500_000,
    "names.txt": lambda: b"Aa Bb-" * 500_000,
    "dates.txt": lambda: b"1.1.1.1.1/" * 300_000,
    "initials.txt": lambda: b"A.B." * 500_000,
    "spaces.txt": lambda: b"a" + b" \n" * 3_000_000 + b"b",
}


def _record(headers: bytes, body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    return RECORD + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


def filed(file: Path, seconds: float) -> list[Outcome]:
    """What becomes of a file in a record of its own."""
    with open_record(str(file.with_name(file.name + ".db")), create=True) as record:
        return list(file_papers(record, [file], How(jobs=1, seconds=seconds)))


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    wanted = sys.argv[2:]
    for name, make in BOMBS.items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / name
            file.write_bytes(make())
            began = time.monotonic()
            outcomes = filed(file, seconds)
            took = time.monotonic() - began
            told = [f"{one.problem.reason}. {one.problem.remedy}" for one in outcomes if one.problem]
            number = sum(one.problem is None for one in outcomes)
            said = "; ".join([f"{number} filed"] * bool(number) + told[:1] + [f"{len(told)} lines"] * (len(told) > 1))
            print(f"{name:18} {file.stat().st_size:12,} bytes {took:6.1f} s  {said[:150]}", flush=True)


if __name__ == "__main__":
    main()
