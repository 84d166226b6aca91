"""Which files are containers, told by their first bytes, their last (of a package its list of parts) and their name.

>>> kind_of(b"PK\\x03\\x04 ...", b"", "a.zip"), kind_of(b"Plain words", b"", "a.txt")
('zip', None)
"""

import re
from pathlib import PurePath

from greffier.read import mail, mhtml, warc
from greffier.read.office.kinds import EMBEDDED, listed_names, office_kind

ENDS = 65_536  # bytes at either end of a file that tell what it is
ARCHIVES = frozenset({"zip", "mbox", "warc"})  # no papers themselves; all others are
HOLDING = re.compile(rb"\ncontent-type:\s*(?!text/)|^content-type:\s*(?!text/)|disposition:\s*attachment", re.I)
MBOX = re.compile(rb"From [^\r\n]{0,200}\r?\n[!-9;-~]{1,70}:")


def kind_of(head: bytes, tail: bytes, name: str) -> str | None:
    """The kind of container that a file is: `zip`, `mbox`, `warc`, `mail`, `page`, `office`; None for none."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        kind = office_kind(head, tail)
        if kind == "docx":
            return "office" if any(name.startswith(EMBEDDED) for name in listed_names(tail)) else None
        return None if kind else "zip"
    if warc.recognised(head) or (head.startswith(b"\x1f\x8b") and PurePath(name).name.lower().endswith(".warc.gz")):
        return "warc"
    if MBOX.match(head):
        return "mbox"
    if mail.recognised(head, name):
        if mhtml.recognised(head, name):
            return "page"
        return "mail" if HOLDING.search(head) else None
    return None
