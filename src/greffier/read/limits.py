"""How much of a foreign file is read: the limits that bombs are refused by, each with its setting.

The limits are far beyond what papers need; whoever has a larger one sets it higher (docs/settings.md).

>>> Limits().depth
5
>>> limits({"GREFFIER_DEPTH": "2"}).depth
2
>>> limits({"GREFFIER_DEPTH": "deep"})
Traceback (most recent call last):
...
greffier.model.errors.GreffierError: GREFFIER_DEPTH is 'deep'; set it to a whole number above 0, or unset it
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from greffier.model.errors import GreffierError

SETTINGS = {
    "members": "GREFFIER_MEMBERS",
    "parts": "GREFFIER_PARTS",
    "depth": "GREFFIER_DEPTH",
    "unpacked": "GREFFIER_UNPACKED",
    "ratio": "GREFFIER_RATIO",
    "pages": "GREFFIER_PAGES",
    "pixels": "GREFFIER_PIXELS",
    "scans": "GREFFIER_SCANS",
    "memory": "GREFFIER_MEMORY",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """`members` of a container with all it holds, `parts` of one mail, `depth` of containers in each other, megabytes
    `unpacked`, `ratio` of unpacked to packed size, `pages` of a paper, millions of `pixels` of a picture,
    `scans`: pages of a paper that are read by OCR, megabytes of `memory` of a process that reads."""

    members: int = 20_000
    parts: int = 1_000
    depth: int = 5
    unpacked: int = 2_000
    ratio: int = 200
    pages: int = 5_000
    pixels: int = 150
    scans: int = 200
    memory: int = 4_000

    @property
    def unpacked_bytes(self) -> int:
        """`unpacked` in bytes."""
        return self.unpacked * 1_000_000


LARGEST = 50_000_000  # bytes of a file, of a member of a container, of a record of a crawl: an hour of reading
RATIO_FROM = 10_000_000  # bytes below which no ratio is too high: blank scans and long tables pack well


def limits(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits as they are set."""
    found = {}
    for limit, name in SETTINGS.items():
        written = environment.get(name, "").strip()
        if written:
            if not written.isascii() or not written.isdigit() or int(written) < 1:
                raise GreffierError(f"{name} is {written!r}; set it to a whole number above 0, or unset it")
            found[limit] = int(written)
    return Limits(**found)


def setting(limit: str) -> str:
    """The remedy that names the setting of a limit.

    >>> setting("pages") == f"allow more with {SETTINGS['pages']}"
    True
    """
    return f"allow more with {SETTINGS[limit]}"
