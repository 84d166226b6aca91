"""What a container gives: members, and members that it cannot give; names as the record writes them.

>>> clean_name("C:\\\\notes\\\\..\\\\a\\x00b.txt"), clean_name("/../.."), clean_name("x/y/")
('C:/notes/a_b.txt', 'unnamed', 'x/y')
"""

import re
from dataclasses import dataclass, field

LONGEST = 180  # code points of one part of a name; file systems allow 255 bytes
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file in a container that cannot be had; without a name the container itself."""

    name: str
    reason: str
    remedy: str


@dataclass(slots=True)
class Names:
    """The names given in one container, so that none is given twice."""

    given: set[str] = field(default_factory=set)

    def give(self, written: str) -> str:
        """The name of a member that its container calls `written`."""
        clean = clean_name(written)
        name, number = clean, 2
        while name in self.given:
            stem, dot, ending = clean.rpartition(".")
            name = f"{stem} ({number}).{ending}" if dot and "/" not in ending else f"{clean} ({number})"
            number += 1
        self.given.add(name)
        return name


def clean_name(written: str) -> str:
    """A name without what could leave its container or play with a terminal."""
    parts = UNSAFE.sub("_", written.replace("\\", "/")).split("/")
    kept = [part.strip()[:LONGEST] for part in parts if part.strip() not in ("", ".", "..")]
    return "/".join(kept) or UNNAMED


def hidden(name: str) -> bool:
    """Whether a member is no paper by its name: hidden files, and what systems put beside them.

    >>> hidden("a/.DS_Store"), hidden("__MACOSX/a.txt"), hidden("a.b/c.txt")
    (True, True, False)
    """
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1] in ("Thumbs.db", "desktop.ini") or any(p.startswith(".") for p in parts)
