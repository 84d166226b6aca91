"""Which files are containers, told by their first bytes, their last (of a package its list of parts) and their name.

>>> kind_of(b"PK\\x03\\x04 ...", b"", "a.zip"), kind_of(b"Plain words", b"", "a.txt")
('zip', None)
"""

import re
from pathlib import PurePath

from greffier.read import mail, mhtml, warc

ENDS = 65_536  # bytes at either end of a file that tell what it is
ARCHIVES = frozenset({"zip", "mbox", "warc"})  # no papers themselves; all others are
MBOX = re.compile(rb"From [^\r\n]{0,200}\r?\n[!-9;-~]{1,70}:")
OFFICE = (b"word/document", b"word/_rels", b"xl/workbook", b"ppt/presentation", b"mimetypeapplication/")
EMBEDDED = b"word/embeddings/"


def kind_of(head: bytes, tail: bytes, name: str) -> str | None:
    """The kind of container that a file is: `zip`, `mbox`, `warc`, `mail`, `page`, `office`; None for none."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if any(sign in head or sign in tail for sign in OFFICE):
            return "office" if EMBEDDED in head or EMBEDDED in tail else None
        return "zip"
    if warc.recognised(head) or (head.startswith(b"\x1f\x8b") and PurePath(name).name.lower().endswith(".warc.gz")):
        return "warc"
    if MBOX.match(head):
        return "mbox"
    if mail.recognised(head, name):
        if mhtml.recognised(head, name):
            return "page"
        return "mail" if b"multipart/" in head.lower() else None
    return None
