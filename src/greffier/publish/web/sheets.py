"""A page of a paper as it looks, the evidence boxed: the picture is made of the filed file, which must still be there.

The record keeps where the words stand, not the file. What is shown is only ever the file that was filed: its bytes
must have the paper's own digest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from greffier.model.errors import NotFound, PaperError
from greffier.model.ids import file_id
from greffier.model.page import Layout, Page
from greffier.publish.web.marking import Mark
from greffier.read.containers.find import member_of
from greffier.read.pdf.picture import picture
from greffier.record.record import Record
from greffier.record.views import PaperCard

WIDTH = 1200  # pixels
PICTURES = ("image/png", "image/jpeg")  # that a browser shows as they are


@dataclass(frozen=True, slots=True)
class Boxed:
    """A stretch of evidence on the page: left, top, width and height in points; `first` for the entry's first box."""

    mark: Mark
    left: float
    top: float
    width: float
    height: float
    first: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to show: `pages` is how many there are, `there` whether its picture can be made."""

    page: Page
    pages: int
    boxes: tuple[Boxed, ...]
    there: bool


def sheet(record: Record, card: PaperCard, marks: Iterable[Mark], chosen: str, number: int) -> Sheet | None:
    """Page `number` with its marks; of 0 the page on which the `chosen` entry stands first. None of a paper without."""
    layout = record.layout(card.id)
    if layout is None or not layout.pages:
        return None
    text = record.text(card.id)
    placed = [(mark, layout.boxes(text, mark.span)) for mark in marks]
    if not number:
        number = next((box[0] for mark, boxes in placed if mark.id == chosen for box in boxes), 1)
    page = next((one for one in layout.pages if one.number == number), None)
    if page is None:
        raise NotFound(f"{card.file} has no page {number}.")
    made: list[Boxed] = []
    seen: set[str] = set()
    for mark, boxes in placed:
        for where, (left, top, right, bottom) in boxes:
            if where == number:
                made.append(Boxed(mark, left, top, right - left, bottom - top, mark.id not in seen))
                seen.add(mark.id)
    return Sheet(page, len(layout.pages), tuple(made), _file(card) is not None)


def page_of(layout: Layout | None, text: str, marks: Iterable[Mark]) -> dict[str, int]:
    """The page on which each entry stands first."""
    made: dict[str, int] = {}
    for mark in marks if layout else ():
        boxes = layout.boxes(text, mark.span) if layout and mark.id not in made else ()
        if boxes:
            made[mark.id] = boxes[0][0]
    return made


def image(record: Record, paper_id: str, number: int) -> tuple[bytes, str]:
    """The picture of a page and its media type. Raises `NotFound` where the file is gone, changed or has none."""
    card = record.paper(paper_id)
    data = _file(card)
    if data is None:
        raise NotFound(f"{card.file} is not where it was filed from, or has changed. File it again to see its pages.")
    if card.media in PICTURES and number == 1:
        return data, card.media
    try:
        return picture(data, number, WIDTH), "image/png"
    except LookupError as error:
        raise NotFound(f"{card.file} has no page {number}.") from error


def _file(card: PaperCard) -> bytes | None:
    """The bytes that were filed, from the first place that still has them."""
    if card.media != "application/pdf" and card.media not in PICTURES:
        return None
    for source in card.sources:
        data = _bytes(source)
        if data is not None and file_id(data) == card.id:
            return data
    return None


def _bytes(source: str) -> bytes | None:
    """The bytes of a file, or of a member in a container; None where they are gone."""
    try:
        file = Path(source)
        return file.read_bytes() if file.is_file() else member_of(source)
    except (OSError, ValueError, PaperError):
        return None
