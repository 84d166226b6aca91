"""A list of reference data read into the record: streamed, whole or not at all, bad lines told and left out."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from greffier.model.errors import ListError
from greffier.model.reference import BadLine, Reference
from greffier.publish.review.keys import keys, version
from greffier.read.references import read_list
from greffier.record.record import Record
from greffier.record.views import ReferenceList

BAD = 1000  # bad lines remembered; of the others only their number


@dataclass(frozen=True, slots=True)
class Added:
    """A list that was added, and what of its file could not be used: the first lines, and how many in all."""

    named: ReferenceList
    bad: tuple[BadLine, ...]
    left_out: int


def add_list(record: Record, file: Path, *, name: str = "", country: str | None = None) -> Added:
    """Read `file` into the record as the list `name` (by default the file's own); `country` where it gives none."""
    name = name or file.name.split(".")[0]
    if not re.fullmatch(r"[\w.-]{1,60}", name):
        raise ListError(f"{name!r} cannot name a list. Give one of letters and digits with --name")
    bad: list[BadLine] = []
    left_out = 0

    def good() -> Iterator[Reference]:
        nonlocal left_out
        for found in read_list(file, name):
            if isinstance(found, Reference):
                yield replace(found, country=found.country or country)
            else:
                left_out += 1
                if len(bad) < BAD:
                    bad.append(found)

    named = record.add_references(ReferenceList(name, file.name, _digest(file), version()), good(), keys)
    return Added(named, tuple(bad), left_out)


def freshen(record: Record) -> None:
    """Make the keys of lists anew that another version of Greffier made."""
    record.freshen_references(version(), keys)


def _digest(file: Path) -> str:
    if file.is_dir():
        raise ListError(f"{file}: is a folder. Name one file")
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
