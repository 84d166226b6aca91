"""What of an RTF file has been read: the words of the paragraph that is being written, finished pieces, cells, rows."""

from dataclasses import dataclass, field

from greffier.read.assembling import Piece, tidy
from greffier.read.office.tables import table_pieces

HEADING = 250  # code points of a paragraph in a heading's style that is one


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits: where its text goes, how its bytes are read, whether it is hidden, its style."""

    place: str = "body"
    skip: int = 1
    page: str = "cp1252"
    hidden: bool = False
    ignored: bool = False


@dataclass(slots=True)
class Paragraph:
    """What is set for the paragraph that is being written."""

    level: int | None = None
    style: str = ""
    table: bool = False
    listed: bool = False


@dataclass(slots=True)
class Sheet:
    """What has been read: words of the paragraph, finished pieces, cells and rows, by place."""

    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    margins: dict[str, list[str]] = field(default_factory=lambda: {"above": [], "below": []})
    notes: list[Piece] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    styles: dict[str, int] = field(default_factory=dict)
    style: str = ""
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    page: str = "cp1252"
    pending: bytearray = field(default_factory=bytearray)
    skipping: int = 0
    told: int = 0


def put(sheet: Sheet, text: str) -> None:
    """`text` where the group writes to."""
    place = sheet.state.place
    if place not in ("skip", "fonts") and not sheet.state.hidden:
        sheet.words.setdefault(place, []).append(text)


def end_of(sheet: Sheet, name: str) -> None:
    """The end of a paragraph, cell or row."""
    if sheet.state.place != "body":
        put(sheet, "\n" if sheet.state.place in ("above", "below", "note") else "")
        return
    if name in ("cell", "nestcell"):
        end_paragraph(sheet, cell=True)
        sheet.cells.append(sheet.cell)
        sheet.cell = []
    elif name in ("row", "nestrow"):
        sheet.rows.append(sheet.cells)
        sheet.cells = []
    else:
        end_paragraph(sheet, cell=sheet.paragraph.table)


def end_paragraph(sheet: Sheet, *, cell: bool = False) -> None:
    """The words that wait, as a piece of the text or of a cell."""
    text = tidy("".join(sheet.words.pop("body", [])))
    paragraph = sheet.paragraph
    level = sheet.styles.get(paragraph.style) if paragraph.level is None else paragraph.level
    kind = "item" if paragraph.listed else "paragraph"
    if level is not None and len(text) <= HEADING:
        kind = "heading"
    made = [Piece(kind, text, level=(level or 0) + 1 if kind == "heading" else 0), *sheet.notes]
    sheet.notes = []
    paragraph.listed = False
    if cell:
        sheet.cell += made
    else:
        if text:
            end_table(sheet)
        sheet.pieces += made


def end_table(sheet: Sheet) -> None:
    """The rows that wait, as pieces."""
    if sheet.cells or sheet.cell:
        sheet.rows.append([*sheet.cells, sheet.cell])
        sheet.cells, sheet.cell = [], []
    sheet.pieces += table_pieces(sheet.rows)
    sheet.rows = []
