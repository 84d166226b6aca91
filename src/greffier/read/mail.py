"""Mail (EML): the text of a message under its headers, written as front matter; its attachments are other papers.

Of a text that stands there plain and as HTML the plain one is read, unless it only says that there is another. The `>`
before quoted lines are left out.

Sources: RFC 5322 (messages), RFC 2045 to 2047 (MIME), RFC 3676 (flowed text).

>>> head = b"From: Ada <a@b.kz>\\nSubject: Visit\\nDate: Mon, 3 May 2021 10:00:00 +0500\\n"
>>> paper = read(head + b"\\nShe came.\\n", "a.eml")
>>> print(paper.text)
---
title: Visit
author: Ada <a@b.kz>
date: 2021-05-03 10:00
---
<BLANKLINE>
She came.
<BLANKLINE>
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import PurePath

from greffier.model.errors import EmptyPaper, PaperError
from greffier.model.ids import file_id
from greffier.model.paper import Block, Metadata, Paper
from greffier.model.span import Span
from greffier.read import html
from greffier.read.assembling import Piece, assemble, tidy
from greffier.read.plain import decode

MEDIA = "message/rfc822"
NAMES = (".eml", ".mht", ".mhtml")
HEADER = re.compile(rb"[!-9;-~]{1,70}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
MACHINES = re.compile(rb"(?:message-id|mime-version|received|return-path|content-type|delivered-to|x-[\w-]+):", re.I)
PEOPLE = re.compile(rb"(?:from|to|subject|date|sender|cc):", re.I)
WORDS = 20  # of a plain text beside HTML that is believed to be the message
QUOTED = re.compile(r"^(?:> ?)+", re.M)
KEYS = (("author", "From"), ("date", "Date"), ("to", "To"), ("cc", "Cc"))
# what the standard library raises on headers and encodings that are none
FAULTS = (LookupError, ValueError, AssertionError, TypeError, AttributeError, MessageError)
DEEPEST = 20  # parts in each other


def recognised(data: bytes, source: str) -> bool:
    """Whether `data` is a message: headers that programs write beside those that people do, or some and the name."""
    place, machine, people = 0, False, False
    head = data[:65_536].lstrip(b"\xef\xbb\xbf\r\n")
    while (match := HEADER.match(head, place)) is not None:
        machine = machine or MACHINES.match(head, place) is not None
        people = people or PEOPLE.match(head, place) is not None
        place = match.end()
    named = PurePath(source).name.lower().endswith(NAMES)
    return (people and machine) or (named and (people or machine))


def read(data: bytes, source: str) -> Paper:
    """The paper that a message is; raises a `PaperError` where it has no text."""
    message = parsed(data)
    said = {key: header(message, name) for key, name in KEYS} | {"date": sent(message)}
    title = header(message, "Subject")
    texts = list(bodies(message))
    if not any(payload(part).strip() for part in texts):
        raise EmptyPaper(source, "the message has no text of its own", "Its attachments are filed beside it")
    if any(part.get_content_type() == "text/html" for part in texts):
        text, blocks = _marked(texts, title, said, source)
    else:
        matter = "".join(f"{key}: {value}\n" for key, value in {"title": title, **said}.items() if value)
        running = "\n\n".join(_plain(part, source).strip("\r\n") for part in texts)
        text, blocks = (f"---\n{matter}---\n\n" if matter else "") + running + "\n", ()
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=MEDIA,
        text=text,
        blocks=blocks,
        metadata=Metadata(title=title or None, author=said["author"] or None, published=said["date"] or None),
    )


def parsed(data: bytes) -> Message:
    """The message in `data`; its parser takes whatever comes."""
    return message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)


def header(message: Message, name: str) -> str:
    """A header as words, in one line; nothing where there is none."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        decoded = str(make_header(decode_header(raw)))
    except FAULTS:
        decoded = str(raw)
    if name in ("From", "To", "Cc"):
        pairs = getaddresses([decoded])
        decoded = ", ".join(f"{who} <{at}>" if who and at else who or at for who, at in pairs if who or at) or decoded
    return tidy(decoded).replace("\n", " ")


def sent(message: Message) -> str:
    """The day and time of its `Date`, as ISO 8601 writes them; as written there where that is no date."""
    written = header(message, "Date")
    try:
        return parsedate_to_datetime(written).strftime("%Y-%m-%d %H:%M") if written else ""
    except (*FAULTS, OverflowError):
        return written


def bodies(part: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that are the text of a message, in order."""
    kind = part.get_content_type()
    if depth > DEEPEST or attached(part):
        return
    if part.is_multipart() and kind != "message/rfc822":
        inside = [list(bodies(one, depth + 1)) for one in _parts(part)]
        if kind == "multipart/alternative":
            plain = [found for found in inside if found and all(p.get_content_type() != "text/html" for p in found)]
            rich = [found for found in inside if found and found not in plain]
            enough = plain and (not rich or sum(len(payload(p).split()) for p in plain[0]) >= WORDS)
            inside = plain[:1] if enough else [*rich[-1:], *plain][:1]
        elif kind == "multipart/related":
            inside = inside[:1]
        for found in inside:
            yield from found
    elif kind in ("text/plain", "text/html") and not part.is_multipart():
        yield part


def attached(part: Message) -> bool:
    """Whether a part says that it is an attachment."""
    return (part.get_content_disposition() or "") == "attachment"


def payload(part: Message) -> bytes:
    """The bytes of a part, its encoding undone as far as it can be."""
    try:
        data = part.get_payload(decode=True)
    except FAULTS:
        return b""
    return data if isinstance(data, bytes) else b""


def charset(part: Message) -> str | None:
    """The encoding that a part says its text is in."""
    try:
        return part.get_content_charset()
    except FAULTS:
        return None


def _parts(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []


def _plain(part: Message, source: str) -> str:
    text = decode(payload(part), source, declared=charset(part)).replace("\r\n", "\n")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<!^--) \n(?=[^\n>])", "" if part.get_param("delsp") == "yes" else " ", text, flags=re.M)
    return unquoted(text)


def unquoted(text: str) -> str:
    """`text` without the marks of quoted lines, a blank line where quoting begins or ends.

    >>> unquoted("Yes.\\n> Will you\\n> come?\\nA.")
    'Yes.\\n\\nWill you\\ncome?\\n\\nA.'
    """
    if not QUOTED.search(text):
        return text
    made: list[str] = []
    before = 0
    for line in text.split("\n"):
        match = QUOTED.match(line)
        depth = match.group().count(">") if match else 0
        if depth != before and made:
            made.append("")
        made.append(line[match.end() :] if match else line)
        before = depth
    return "\n".join(made)


def _marked(texts: list[Message], title: str, said: dict[str, str], source: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a message of which a part is HTML, and its blocks."""
    text, blocks = assemble(
        [
            Piece("heading", title, level=1),
            Piece("byline", said["author"]),
            Piece("date", said["date"], value=said["date"][:10] or None),
            Piece("furniture", said["to"]),
            Piece("furniture", said["cc"]),
        ]
    )
    made = list(blocks)
    for part in texts:
        text += "\n" if text else ""
        if part.get_content_type() == "text/html":
            try:
                page = html.read(payload(part), source, declared=charset(part))
            except PaperError:
                continue
            added, inside = page.text, page.blocks
        else:
            pieces = (Piece("paragraph", one) for one in re.split(r"\n\s*\n", _plain(part, source)))
            added, inside = assemble(pieces)
        at = len(text)
        made += [replace(block, span=Span(block.span.start + at, block.span.end + at)) for block in inside]
        text += added
    return text, tuple(made)
