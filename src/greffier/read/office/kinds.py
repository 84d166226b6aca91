"""Which office file a ZIP package is, told by the names in its list, not by those in files packed into it.

>>> local = b"PK\\x03\\x04" + bytes(22)
>>> office_kind(local + b"\\x08\\x00\\x00\\x00mimetypeapplication/vnd.oasis.opendocument.text", b"")
'odt'
>>> office_kind(local + b"\\x05\\x00\\x00\\x00a.txt word/document.xml", b"") is None
True
"""

import struct
from collections.abc import Iterator

LOCAL, LISTED, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"  # APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12, 4.3.16
PACKAGE = "[Content_Types].xml"
FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
FIRST = (PACKAGE, "_rels/", "docProps/", "customXml/", *FOLDERS)
TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
OTHER = b"mimetypeapplication/"
EMBEDDED = "word/embeddings/"


def office_kind(head: bytes, tail: bytes) -> str | None:
    """`docx`, `odt`, `xlsx`, `pptx`, `other` of OpenDocument and EPUB; None for an archive and for what is no package.

    `head` and `tail` are the first and last bytes of the file, its list of names among the last.
    """
    if not head.startswith(LOCAL):
        return None
    if head[30 : 30 + len(OTHER)] == OTHER:
        return "odt" if head[30 : 30 + len(TEXT)] == TEXT else "other"
    listed = list(listed_names(tail))
    first = head[30 : 30 + int.from_bytes(head[26:28], "little")].decode("utf-8", "replace")
    if PACKAGE not in listed and not first.startswith(FIRST):
        return None
    for folder, kind in FOLDERS.items():
        if any(name.startswith(folder) for name in listed) or first.startswith(folder):
            return kind
    return next((kind for folder, kind in FOLDERS.items() if folder.encode() in head), "other")  # its list is cut off


def listed_names(tail: bytes) -> Iterator[str]:
    """The names in the list of an archive that ends in `tail`; none where it does not hold the whole list."""
    end = tail.rfind(END)
    if end < 0 or len(tail) < end + 22:
        return
    size = struct.unpack_from("<I", tail, end + 12)[0]
    at = end - size
    while 0 <= at < end and tail[at : at + 4] == LISTED and at + 46 <= end:
        name, extra, comment = struct.unpack_from("<HHH", tail, at + 28)
        yield tail[at + 46 : at + 46 + name].decode("utf-8", "replace")
        at += 46 + name + extra + comment
