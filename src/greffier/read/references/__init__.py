"""Lists of people and bodies that others keep: FollowTheMoney JSON lines, Popolo JSON, CSV.

`read_list(file, name)` yields each `Reference` as it is read, and a `BadLine` for what cannot be used; the rest goes
on. The format is told by the file's beginning, not by its name: OpenSanctions publishes FollowTheMoney entities, one
JSON object a line (followthemoney.tech); EveryPolitician and many parliaments Popolo (popoloproject.com); anybody a
table with a column `name`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from greffier.model.errors import ListError
from greffier.model.reference import BadLine, Reference
from greffier.read.references.followthemoney import read_entities
from greffier.read.references.popolo import read_popolo
from greffier.read.references.table import read_table

HEAD = 65536  # bytes of a file that tell its format


def read_list(file: Path, name: str) -> Iterator[Reference | BadLine]:
    """Yield everyone on the list in `file`, which is to be called `name`; raises `ListError` where it is no list."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    except IsADirectoryError:
        raise ListError(f"{file}: is a folder. Name one file") from None
    if not head:
        raise ListError(f"{file}: the file is empty. Save the list again")
    if b"\x00" in head:
        raise ListError(f"{file}: is no text. Save the list as JSON or CSV (UTF-8)")
    if head[:1] == b"{" and any(map(_is_entity, head.splitlines()[:5])):
        return read_entities(file, name)
    if head[:1] in b"{[":
        return read_popolo(file, name)
    return read_table(file, name)


def _is_entity(line: bytes) -> bool:
    """Whether a line is a FollowTheMoney entity of its own."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "schema" in found
