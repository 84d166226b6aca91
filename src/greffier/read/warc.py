"""WARC, the archive of a crawler: its records, and a page of it read as HTML with the address it was fetched from.

A record of a page is a small WARC of its own, so the page keeps its address and the encoding that its server declared.

Source: WARC 1.1 (ISO 28500:2017); RFC 9112, 7.1 (chunked bodies).

>>> import io
>>> head = b"WARC/1.1\\r\\nWARC-Type: resource\\r\\nWARC-Target-URI: https://a.kz/b\\r\\nContent-Length: 9\\r\\n\\r\\n"
>>> [(record.address, record.block) for record in records(io.BytesIO(head + b"<p>Hi</p>\\r\\n\\r\\n"))]
[('https://a.kz/b', b'<p>Hi</p>')]
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Paper
from greffier.read import html
from greffier.read.limits import LARGEST

LINE = 65_536  # bytes of a line of headers
LINES = 500  # of one record's headers
MARK = b"WARC/"
KEPT = frozenset({"response", "resource", "conversion"})
CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")
AGAIN = "Fetch the pages again, or get the archive again"


class Stream(Protocol):
    """What records are read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, fewer only at the end."""

    def readline(self, size: int, /) -> bytes:
        """A line, at most `size` bytes of it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its type (`damage` for bytes that are none), target address, media type, and its bytes; `head` as it
    stood there, `block` None if passed over, `cut` if the file ends in it."""

    type: str
    address: str
    media: str
    head: bytes
    block: bytes | None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: its status, media type, encodings of the whole (`packed`) and of the text, its body."""

    status: int
    media: str
    packed: str
    charset: str | None
    body: bytes


def recognised(data: bytes) -> bool:
    """Whether `data` is a WARC, unpacked."""
    return data.startswith(MARK)


def read(data: bytes, source: str) -> Paper:
    """The paper that the one page in `data` is."""
    record = next(records(io.BytesIO(data)), None)
    if record is None or record.block is None:
        raise DamagedPaper(source, "the archive holds no page", AGAIN)
    answer = answered(record)
    page = html.read(answer.body, source, declared=answer.charset)
    said = page.metadata
    return replace(page, id=file_id(data), metadata=replace(said, address=said.address or record.address or None))


def records(stream: Stream) -> Iterator[Record]:
    """The records of a WARC in order; those that hold nothing fetched, or are too large, without their block."""
    while True:
        line = stream.readline(LINE)
        while line and not line.strip():
            line = stream.readline(LINE)
        if not line:
            return
        if not line.startswith(MARK):
            while line and not line.startswith(MARK):  # go on with the next record
                line = stream.readline(LINE)
            yield Record("damage", "", "", b"", None)
            if not line:
                return
        lines = [line]
        while (line := stream.readline(LINE)).strip():
            lines.append(line)
            if len(lines) > LINES:
                yield Record("damage", "", "", b"", None)
                return
        head = b"".join(lines) + b"\r\n"
        said = _headers(lines[1:])
        length = said.get("content-length", "")
        if not length.isascii() or not length.isdigit() or len(length) > 18:
            yield Record("damage", "", "", b"", None)
            continue
        kind = said.get("warc-type", "").lower()
        size = int(length)
        wanted = kind in KEPT and size <= LARGEST
        block = stream.read(size) if wanted else None
        cut = len(block) < size if block is not None else _pass(stream, size)
        address = said.get("warc-target-uri", "").strip("<>")
        yield Record(kind, address, said.get("content-type", "").lower(), head, block, cut)
        if cut:
            return


def answered(record: Record) -> Answer:
    """What the server answered, its transfer encoding undone; a record without HTTP is its own answer."""
    block = record.block or b""
    if not block.startswith(b"HTTP/"):
        media, _, rest = record.media.partition(";")
        return Answer(200, media.strip(), "", _charset(rest), block)
    head, _, body = block.partition(b"\r\n\r\n")
    if not body and b"\n\n" in block:
        head, _, body = block.partition(b"\n\n")
    status, *lines = head.split(b"\n")
    said = _headers(lines)
    number = status.split(b" ")[1:2]
    media, _, rest = said.get("content-type", "").lower().partition(";")
    if "chunked" in said.get("transfer-encoding", "").lower():
        body = _joined(body)
    packed = said.get("content-encoding", "").lower().strip()
    if packed in ("gzip", "x-gzip", "deflate"):
        unpacked = _inflated(body)
        body, packed = (unpacked, "") if unpacked is not None else (body, packed)
    known = number[0].isdigit() if number else False
    return Answer(int(number[0]) if known else 0, media.strip(), packed, _charset(rest), body)


def _headers(lines: list[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _charset(rest: str) -> str | None:
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest)
    return match.group(1) if match else None


def _pass(stream: Stream, size: int) -> bool:
    """Pass over `size` bytes; whether the file ends before."""
    while size:
        read = len(stream.read(min(size, 1 << 20)))
        if not read:
            return True
        size -= read
    return False


def _joined(body: bytes) -> bytes:
    """A chunked body as one; as it is where it is not chunked after all."""
    made = []
    place = 0
    while (match := CHUNK.match(body, place)) is not None:
        size = int(match.group(1), 16)
        made.append(body[match.end() : match.end() + size])
        place = match.end() + size
        if not size:
            break
    return b"".join(made) if place else body


def _inflated(body: bytes) -> bytes | None:
    """A packed body unpacked, at most `LARGEST` bytes of it; None where it is not packed so."""
    for window in (47, -15):  # gzip or zlib by their headers, else bare deflate
        try:
            return zlib.decompressobj(window).decompress(body, LARGEST)
        except zlib.error:
            continue
    return None
