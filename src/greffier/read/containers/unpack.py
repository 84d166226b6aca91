"""A container unpacked, with the containers in it, into a folder: one file for each paper, named by its number.

All or nothing: a container beyond the limits gives no member, so that what is filed of it does not depend on chance. A
member that cannot be had is told by name, the others go on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from greffier.model.errors import PaperError, TooLarge
from greffier.read.containers.archive import open_office, open_zip
from greffier.read.containers.crawl import open_warc
from greffier.read.containers.kinds import ARCHIVES, ENDS, kind_of
from greffier.read.containers.letters import open_mail, open_mbox, open_page
from greffier.read.containers.member import Member, Refused
from greffier.read.limits import Limits, limits, setting

Opener = Callable[[BinaryIO, str, Limits], Iterator[Member | Refused]]
OPENERS: Mapping[str, Opener] = {
    "zip": open_zip, "mbox": open_mbox, "warc": open_warc, "mail": open_mail, "page": open_page, "office": open_office,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stored:
    """A member: its name below its container, and the file that holds its bytes."""

    name: str
    file: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a container holds: its papers, and what cannot be had of it."""

    members: tuple[Stored, ...]
    refused: tuple[Refused, ...]


class _Beyond(TooLarge):
    """All that has been unpacked goes beyond a limit, so nothing of it is kept."""


@dataclass(slots=True)
class _Unpacking:
    """What has been unpacked so far of one file."""

    folder: Path
    allowed: Limits
    members: list[Stored] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    number: int = 0
    size: int = 0

    def count(self, data: bytes, source: str) -> None:
        """One more member; raises `TooLarge` where that is one too many."""
        self.number += 1
        self.size += len(data)
        for limit, found, most in (
            ("members", self.number, self.allowed.members),
            ("unpacked", self.size, self.allowed.unpacked_bytes),
        ):
            if found > most:
                shown = f"{most:,} files" if limit == "members" else f"{self.allowed.unpacked:,} MB"
                raise _Beyond(
                    source, f"with all that is in it, it holds more than {shown}", f"Split it, or {setting(limit)}"
                )

    def store(self, name: str, data: bytes) -> None:
        """A paper, into the folder."""
        file = self.folder / f"{len(self.members):06}"
        file.write_bytes(data)
        self.members.append(Stored(name, str(file)))


def unpack(file: Path, name: str, folder: Path, allowed: Limits | None = None) -> Contents:
    """The papers in the container `file`, named `name`, unpacked into `folder`. Raises a `PaperError`."""
    unpacking = _Unpacking(folder, allowed or limits())
    with file.open("rb") as stream:
        kind = kind_in(stream, name)
        if kind is not None:
            _walk(unpacking, OPENERS[kind], stream, name, "", 1)
    return Contents(tuple(unpacking.members), tuple(unpacking.refused))


def kind_in(stream: BinaryIO, name: str) -> str | None:
    """The kind of container that a stream holds, None for none."""
    head = stream.read(ENDS)
    tail = b""
    if head.startswith(b"PK"):
        size = stream.seek(0, 2)
        stream.seek(max(0, size - ENDS))
        tail = stream.read(ENDS)
    stream.seek(0)
    return kind_of(head, tail, name)


def _walk(unpacking: _Unpacking, opener: Opener, stream: BinaryIO, name: str, prefix: str, depth: int) -> None:
    for found in opener(stream, name, unpacking.allowed):
        if isinstance(found, Refused):
            unpacking.refused.append(Refused((prefix + found.name).rstrip("/"), found.reason, found.remedy))
            continue
        unpacking.count(found.data, name)
        place = prefix + found.name
        kind = kind_of(found.data[:ENDS], found.data[-ENDS:], found.name)
        if opener is open_warc and kind == "warc":  # a page with its headers
            kind = None
        if kind not in ARCHIVES:
            unpacking.store(place, found.data)
        if kind is None:
            continue
        if depth >= unpacking.allowed.depth:
            reason = f"it stands in {depth} containers, one in the other, and none is opened deeper"
            unpacking.refused.append(Refused(place, reason, f"Unpack it yourself, or {setting('depth')}"))
            continue
        try:
            _walk(unpacking, OPENERS[kind], BytesIO(found.data), name, place + "/", depth + 1)
        except _Beyond:
            raise
        except PaperError as error:
            unpacking.refused.append(Refused(place, error.reason, error.remedy))
