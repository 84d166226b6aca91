"""WARC archives: the pages and documents that a crawler fetched, packed or not.

A page is given with its record's headers, a document as its bytes. What is no paper (pictures, styles, scripts, errors
of servers, requests) is left out; so is a page fetched twice with the same bytes.
"""

import hashlib
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from greffier.model.errors import DamagedPaper, TooLarge
from greffier.read.containers.member import Member, Names, Refused
from greffier.read.limits import RATIO_FROM, Limits, setting
from greffier.read.warc import AGAIN, Record, Stream, answered, records

PAGES = frozenset({"text/html", "application/xhtml+xml"})
DOCUMENTS = frozenset(
    {
        *("text/plain", "application/pdf", "application/rtf", "text/rtf", "application/msword", "application/zip"),
        *("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822"),
        *("application/vnd.oasis.opendocument.text", "multipart/related", "text/markdown"),
    }
)
PIECE = 1 << 18  # bytes unpacked at a time


def open_warc(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The pages and documents of a WARC, in its order."""
    names = Names()
    seen: set[bytes] = set()
    head = stream.read(2)
    stream.seek(0)
    plain: Stream = Unpacked(stream, name, allowed) if head == b"\x1f\x8b" else stream
    damaged = False
    for record in _whole(plain):
        if record.type == "damage" and not damaged:
            damaged = True
            yield Refused("", "the archive is damaged; what can be read of it is filed", AGAIN)
        if record.cut:
            yield Refused("", "the archive breaks off; what it holds up to there is filed", AGAIN)
        if record.block is None or (record.cut and not record.block):
            continue
        answer = answered(record)
        if answer.status != 200 or answer.media not in PAGES | DOCUMENTS or record.address.endswith("/robots.txt"):
            continue
        digest = hashlib.sha256(answer.body).digest()
        if not answer.body.strip() or digest in seen:
            continue
        seen.add(digest)
        given = names.give(_name(record.address))
        if answer.packed:
            yield Refused(given, f"its server packed it with {answer.packed[:20]}, which is not read", "Save the page")
        elif answer.media in PAGES:
            yield Member(given, record.head + record.block)
        else:
            yield Member(given, answer.body)


def _whole(stream: Stream) -> Iterator[Record]:
    """The records of a WARC up to where it can no longer be unpacked."""
    try:
        yield from records(stream)
    except DamagedPaper:
        yield Record("damage", "", "", b"", None)


def _name(address: str) -> str:
    """The name of what was fetched from an address: its host and path.

    >>> _name("https://www.example.org/a/?page=2"), _name("urn:x")
    ('www.example.org/a/index.html?page=2', 'x')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = unquote(parts.path, errors="replace")
    path += "index.html" if path.endswith("/") or (parts.netloc and not path) else ""
    if parts.netloc and not path.startswith("/"):
        path = "/" + path
    return parts.netloc + path + (f"?{parts.query.replace('/', '_')}" if parts.query else "")


class Unpacked:
    """What a gzip file of several members holds, unpacked as it is read, up to the limits."""

    def __init__(self, stream: BinaryIO, source: str, allowed: Limits) -> None:
        self._stream, self._source, self._allowed = stream, source, allowed
        self._packed = 0
        self._made = 0
        self._left = b""
        self._ready = bytearray()
        self._engine = zlib.decompressobj(31)

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end."""
        while len(self._ready) < size and self._next():
            pass
        return self._given(size)

    def readline(self, size: int) -> bytes:
        """The next bytes up to a line's end, at most `size` of them."""
        looked = 0
        while (at := self._ready.find(b"\n", looked)) < 0 and len(self._ready) < size:
            looked = len(self._ready)
            if not self._next():
                break
        return self._given(min(size, at + 1) if at >= 0 else size)

    def _given(self, size: int) -> bytes:
        given, self._ready = bytes(self._ready[:size]), self._ready[size:]
        return given

    def _next(self) -> bool:
        """Unpack a little more; False at the end."""
        if not self._left:
            self._left = self._stream.read(PIECE)
            self._packed += len(self._left)
            if not self._left:
                return False
        if self._engine.eof:
            self._engine = zlib.decompressobj(31)
            self._left = self._left.lstrip(b"\x00")
        try:
            made = self._engine.decompress(self._left, PIECE)
        except zlib.error as error:
            raise DamagedPaper(self._source, "the archive is damaged", AGAIN) from error
        self._left = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
        self._ready += made
        self._made += len(made)
        large = self._made > RATIO_FROM and self._made > self._allowed.ratio * self._packed
        if large or self._made > self._allowed.unpacked_bytes:
            reason = "unpacked it is far larger than the archives of crawlers are"
            limit = setting("ratio" if large else "unpacked")
            raise TooLarge(self._source, reason, f"Split it, or {limit}")
        return True
