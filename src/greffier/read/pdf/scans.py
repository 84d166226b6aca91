"""Pages of a PDF that hold pictures instead of text, or letters that do not say what they are, read by OCR."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from greffier.read.layout import Sheet
from greffier.read.limits import limits, setting
from greffier.read.ocr import Scanner, missing

DPI = 200  # at which a page is looked at
INCH = 72  # points
DEEPEST = 4  # forms in each other that a picture is looked for in


@dataclass(frozen=True, slots=True)
class Scans:
    """The sheets of pages that OCR read, by number, and what is to be said of them."""

    sheets: Mapping[int, Sheet]
    problems: tuple[str, ...]


def read_scans(document: Any, numbers: Sequence[int]) -> Scans:
    """Read those pages (counted from 1); none where there is nothing to read them with."""
    if not numbers or missing() is not None:
        return Scans({}, ())
    most = limits().scans
    scanner = Scanner()
    found = {}
    for number in numbers[:most]:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            dpi = min(DPI, int(INCH * (limits().pixels * 1_000_000 / (width * height)) ** 0.5))
            if dpi > 0 and has_picture(page):
                sheet = scanner.sheet(page.render(scale=dpi / INCH, grayscale=True).to_pil(), dpi, number)
                if sheet.words:
                    found[number] = sheet
        finally:
            page.close()
    problems = scanner.problems()
    if len(numbers) > most:
        reason = f"Only the first {most} of {len(numbers)} pages without text were read by OCR"
        problems = (*problems, f"{reason}. Split it, or {setting('scans')}")
    return Scans(found, problems)


def has_picture(page: Any) -> bool:
    """Whether anything is drawn on a page; blank ones need no OCR."""
    return next(iter(page.get_objects(max_depth=DEEPEST)), None) is not None
