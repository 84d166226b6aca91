"""The program `tesseract`, called once for each look at a page: its words with places and confidence, or how it lies.

Source: tesseract(1), its TSV output and its page segmentation modes 0 (turn and script alone) and 3 (whole pages).
"""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

SECONDS = 120  # for one look at a page
WORD = "5"  # TSV: the level of words
FIELDS = 12
TURN = re.compile(r"Rotate: (\d+)\s")
SURE = re.compile(r"Orientation confidence: ([\d.]+)")
SCRIPT = re.compile(r"Script: (\w+)")
ENOUGH = 2.0  # confidence from which a page is believed to be turned


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as Tesseract sees it, in pixels; `line` numbers the line it belongs to, `sure` is 0 to 100."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    sure: float


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page lies: degrees that it must be turned clockwise, and its script, lower-cased, if that was told."""

    degrees: int = 0
    script: str = ""


class Failed(Exception):
    """Tesseract gave no answer for a page."""


@cache
def program() -> str | None:
    """Where the program is, None where it is not installed."""
    return shutil.which("tesseract")


@cache
def installed() -> frozenset[str]:
    """The languages that it has data for, by the names of the data."""
    try:
        listed = _run(["--list-langs"], b"")
    except Failed:
        return frozenset()
    return frozenset(line.strip() for line in listed.splitlines()[1:] if line.strip())


def look(picture: bytes, languages: tuple[str, ...], dpi: int) -> list[Seen]:
    """The words of a page, a PNG, in the order in which Tesseract reads it. Raises `Failed`."""
    table = _run(["-", "-", "-l", "+".join(languages), "--psm", "3", "--dpi", str(dpi), "tsv"], picture)
    found = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != FIELDS or cells[0] != WORD or not cells[11].strip():
            continue
        with suppress(ValueError):
            left, top, width, height = (int(cell) for cell in cells[6:10])
            line = (int(cells[2]), int(cells[3]), int(cells[4]))
            found.append(Seen(cells[11].strip(), left, top, left + width, top + height, line, float(cells[10])))
    return found


def turn(picture: bytes, dpi: int) -> Turn:
    """How a page lies; as it is where Tesseract cannot tell, as on pages with few words."""
    if "osd" not in installed():
        return Turn()
    try:
        told = _run(["-", "-", "--psm", "0", "--dpi", str(dpi)], picture)
    except Failed:
        return Turn()
    degrees, sure, script = TURN.search(told), SURE.search(told), SCRIPT.search(told)
    believed = degrees is not None and sure is not None and float(sure.group(1)) >= ENOUGH
    return Turn(int(degrees.group(1)) if degrees and believed else 0, script.group(1).lower() if script else "")


def _run(arguments: list[str], given: bytes) -> str:
    where = program()
    if where is None:
        raise Failed("Tesseract is not installed")
    try:
        done = subprocess.run(
            [where, *arguments],
            input=given,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # one processor a page: other workers have the others
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failed(f"Tesseract gave no answer ({type(error).__name__})") from error
    if done.returncode:
        raise Failed("Tesseract failed on the page")
    return done.stdout.decode("utf-8", "replace")
