"""MHTML, a page saved as one file: the page itself is the paper, read as HTML, with the address it was saved from.

Source: RFC 2557. Frames and files inside it are papers of their own (`greffier.read.containers`).
"""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import PurePath

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Paper
from greffier.read import html
from greffier.read.mail import charset, header, parsed, payload

NAMES = (".mht", ".mhtml")
SIGNS = (b"\nsnapshot-content-location:", b"from: <saved by", b"multipart/related")
HEAD = 8_192


def recognised(data: bytes, source: str) -> bool:
    """Whether a message is a saved page: programs that save pages say so, or the name does."""
    head = data[:HEAD].lower()
    named = PurePath(source).name.lower().endswith(NAMES)
    return SIGNS[2] in head and (named or SIGNS[0] in head or SIGNS[1] in head)


def read(data: bytes, source: str) -> Paper:
    """The paper that the saved page is; raises a `PaperError` where there is none."""
    message = parsed(data)
    root = next(pages(message), None)
    if root is None:
        raise DamagedPaper(source, "the saved page holds no page", "Save it again from a browser")
    page = html.read(payload(root), source, declared=charset(root))
    address = header(message, "Snapshot-Content-Location") or header(root, "Content-Location")
    said = page.metadata
    return replace(
        page,
        id=file_id(data),
        metadata=replace(
            said,
            address=said.address or (address if address.startswith(("http:", "https:")) else None),
            title=said.title or header(message, "Subject") or None,
        ),
    )


def pages(message: Message) -> Iterator[Message]:
    """The parts that are pages, the page itself first: the one that `start` names, else the first."""
    found = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = message.get_param("start")
    if isinstance(start, str):
        found.sort(key=lambda part: header(part, "Content-ID") != start)
    yield from found
