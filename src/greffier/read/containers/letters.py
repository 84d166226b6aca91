"""Mail: the attachments of a message, the messages of an MBOX file, the pages and files in a saved page.

Attachments are what says so, what has a name, forwarded messages, and documents; pictures that belong to the text and
signatures are none.

Sources: RFC 2183 (Content-Disposition), RFC 4155 (mbox).
"""

import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from greffier.model.errors import TooLarge
from greffier.read.containers.member import Member, Names, Refused
from greffier.read.limits import LARGEST, Limits, setting
from greffier.read.mail import FAULTS, attached, bodies, header, parsed, payload
from greffier.read.mhtml import pages

ENDINGS = {  # media type: what the name of a part that has none ends in
    "application/pdf": "pdf", "application/rtf": "rtf", "text/rtf": "rtf", "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx", "application/zip": "zip",
    "application/vnd.oasis.opendocument.text": "odt", "message/rfc822": "eml", "text/html": "html",
    "text/plain": "txt", "image/png": "png", "image/jpeg": "jpg", "image/tiff": "tif",
}  # fmt: skip
NONE = frozenset(
    {
        *("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"),
        *("application/pgp-encrypted", "message/delivery-status", "text/rfc822-headers", "text/x-amp-html"),
        *("text/css", "application/javascript", "text/javascript"),
    }
)
SHOWN = re.compile(rb"cid:([^\"'\s<>)]+)", re.I)
FROM = re.compile(rb"From \S")
HEADER = re.compile(rb"[!-9;-~]{1,70}:")
MARKUP = re.compile(rb"<script.*?</script>|<style.*?</style>|<[^>]*>", re.S | re.I)
WORDS = 50  # of a frame in a saved page that is a paper of its own
FORWARD = "the forwarded message is damaged"


def open_mail(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The attachments of a message."""
    message = parsed(stream.read())
    names = Names()
    text = {id(part): payload(part) for part in bodies(message)}
    shown = {match.group(1) for data in text.values() for match in SHOWN.finditer(data)}
    for part in _leaves(message, name, allowed):
        kind = part.get_content_type()
        inside = header(part, "Content-ID").strip("<>").encode() in shown  # a picture in the text
        if id(part) in text or kind in NONE or inside or not _attachment(part):
            continue
        given = names.give(_filename(part) or f"part.{ENDINGS.get(kind, 'bin')}")
        if kind == "message/rfc822":
            yield _forwarded(part, given)
        else:
            yield Member(given, payload(part))


def open_page(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The frames of a saved page that hold text, and the documents in it."""
    message = parsed(stream.read())
    names = Names()
    frames = list(pages(message))
    for number, frame in enumerate(frames[1 : allowed.parts]):
        data = payload(frame)
        if len(MARKUP.sub(b" ", data).split()) >= WORDS:
            yield Member(names.give(f"frame-{number + 1}.html"), data)
    documents = {kind for kind, ending in ENDINGS.items() if ending in ("pdf", "docx", "odt", "rtf", "doc")}
    for part in _leaves(message, name, allowed):
        kind = part.get_content_type()
        if kind in documents:
            yield Member(names.give(_filename(part) or f"part.{ENDINGS[kind]}"), payload(part))


def open_mbox(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The messages of an MBOX file, numbered."""
    number, size = 0, 0
    lines: list[bytes] = []
    blank = True
    began: bytes | None = None  # a line that begins a message if a header follows
    for line in stream:
        if began is not None:
            if HEADER.match(line):
                if lines:
                    yield _message(number, lines, size)
                number, lines, size = number + 1, [], 0
            else:
                lines.append(began)
                size += len(began)
            began = None
        if blank and FROM.match(line):
            began = line
            continue
        blank = not line.strip()
        size += len(line)
        if size <= LARGEST:
            lines.append(line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line)
    if lines:
        yield _message(max(number, 1), lines, size)


def _message(number: int, lines: list[bytes], size: int) -> Member | Refused:
    name = f"{number:05}.eml"
    if size > LARGEST:
        return Refused(name, f"it has {size / 1e6:,.0f} MB, too many to read", "Save its attachments and file them")
    return Member(name, b"".join(lines))


def _leaves(message: Message, source: str, allowed: Limits) -> Iterator[Message]:
    """The parts that hold no others; a forwarded message is one of them."""
    waiting = [message]
    number = 0
    while waiting:
        part = waiting.pop()
        number += 1
        if number > allowed.parts:
            reason = f"the message has more than {allowed.parts:,} parts"
            raise TooLarge(source, reason, f"Save its attachments and file them, or {setting('parts')}")
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting.extend(reversed([one for one in inside if isinstance(one, Message)]))
        else:
            yield part


def _attachment(part: Message) -> bool:
    if attached(part) or part.get_content_type() == "message/rfc822":
        return True
    return bool(_filename(part)) or (part.get_content_type() in ENDINGS and part.get_content_maintype() != "text")


def _forwarded(part: Message, name: str) -> Member | Refused:
    inside = part.get_payload()
    try:
        if isinstance(inside, list) and inside and isinstance(inside[0], Message):
            return Member(name if name.lower().endswith(".eml") else f"{name}.eml", inside[0].as_bytes())
    except FAULTS:
        pass
    data = payload(part)
    return Member(name, data) if data else Refused(name, FORWARD, "Save it from the mail program and file it")


def _filename(part: Message) -> str:
    try:
        written = part.get_filename()
    except FAULTS:
        return ""
    if written is None:
        return ""
    if "=?" in written:
        shown = Message()
        shown["X"] = written
        written = header(shown, "X")
    return written
