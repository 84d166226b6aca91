"""DOCX: the paragraphs of a Word file in their order, with what its styles and lists say of them.

Source: ECMA-376 part 1 (WordprocessingML), transitional and strict. Deleted and hidden text is left out, inserted text
is text; of drawings that stand there twice for older programs one is read.
"""

from collections.abc import Iterator
from pathlib import PurePath

from lxml.etree import _Element as Element

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Metadata, Paper
from greffier.read.assembling import Piece, assemble, tidy
from greffier.read.limits import limits
from greffier.read.office.docx_styles import Styles, read_styles
from greffier.read.office.numbers import Counter
from greffier.read.office.package import AGAIN, Package, attribute, child, elements, local
from greffier.read.office.tables import table_pieces

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CUT = "Its content is damaged, and what stands behind the damage may be missing; " + AGAIN[0].lower() + AGAIN[1:]
SKIPPED = frozenset(
    {
        *("del", "delText", "instrText", "moveFrom", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("rPr", "object", "rt", "annotationRef", "footnoteRef", "endnoteRef"),
    }
)
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
HEADING = 250  # code points of a paragraph in a heading's style that is one


def read(data: bytes, source: str) -> Paper:
    """The paper in a Word file; raises a `PaperError` where none can be read."""
    package = Package(data, source, limits())
    relations = _relations(package, "", "")
    main = next((target for kind, target in relations.values() if kind == "officeDocument"), "word/document.xml")
    root = package.tree(main, needed=True)
    body = child(root, "body")
    if body is None:
        raise DamagedPaper(source, "it holds no document that can be read", AGAIN)
    story = _Story(package, main)
    pieces = [*story.margins("header"), *story.flow(body), *story.margins("footer")]
    text, blocks = assemble(pieces)
    if package.cut and not text:
        raise DamagedPaper(source, "its content is damaged, and nothing of it can be read", AGAIN)
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=MEDIA,
        text=text,
        blocks=blocks,
        metadata=_metadata(package, text),
        problems=(CUT,) if package.cut else (),
    )


class _Story:
    """The main document and what belongs to it, on the way to pieces."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        folder, _, file = main.rpartition("/")
        self._folder = folder
        self._relations = _relations(package, folder, file)
        styles = self._related("styles")
        numbering = self._related("numbering")
        self._styles: Styles = read_styles(styles, numbering)
        self._counter = Counter()
        self._notes = {kind: _by_id(self._related(kind)) for kind in NOTES.values()}
        self._told = 0

    def margins(self, kind: str) -> list[Piece]:
        """What stands on top or at the foot of every page, each text once."""
        found = dict.fromkeys(
            tidy(piece.text)
            for target in sorted(target for what, target in self._relations.values() if what == kind)
            if (root := self._package.tree(target)) is not None
            for piece in self.flow(root)
        )
        return [Piece("furniture", text) for text in found if text]

    def flow(self, parent: Element) -> Iterator[Piece]:
        """The pieces of a body, a cell, a note or a text box."""
        for element in elements(parent):
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from table_pieces(self._rows(element))
            elif name == "AlternateContent":
                yield from self.flow(_chosen(element))
            elif name not in SKIPPED:
                yield from self.flow(element)

    def _rows(self, table: Element) -> Iterator[list[list[Piece]]]:
        for row in elements(table):
            if local(row) in ("sdt", "sdtContent", "ins", "customXml"):
                yield from self._rows(row)
            elif local(row) == "tr" and child(row, "trPr", "del") is None:
                yield list(self._cells(row))

    def _cells(self, row: Element) -> Iterator[list[Piece]]:
        for cell in elements(row):
            if local(cell) in ("sdt", "sdtContent", "ins", "customXml"):
                yield from self._cells(cell)
            elif local(cell) == "tc":
                yield list(self.flow(cell))

    def _paragraph(self, element: Element) -> Iterator[Piece]:
        words: list[str] = []
        boxes: list[Element] = []
        notes: list[tuple[str, str]] = []
        self._inline(element, words, boxes, notes)
        text = tidy("".join(words))
        shape = self._styles.shape(child(element, "pPr"))
        if text or shape.list is None:
            label = self._styles.label(shape, self._counter) if text else ""
            text = f"{label} {text}" if label else text
            kind = "paragraph"
            if shape.contents:
                kind = "furniture"
            elif shape.level is not None and len(text) <= HEADING:
                kind = "heading"
            elif label:
                kind = "item"
            yield Piece(kind, text, level=(shape.level or 0) + 1 if kind == "heading" else 0)
        for box in boxes:
            yield from self.flow(box)
        for kind, id_ in notes:
            note = self._notes[kind].get(id_)
            if note is not None:
                self._told += 1
                said = " ".join(tidy(piece.text) for piece in self.flow(note))
                yield Piece("note", f"{self._told} {said}" if said else "")

    def _inline(self, element: Element, words: list[str], boxes: list[Element], notes: list[tuple[str, str]]) -> None:
        for inside in elements(element):
            name = local(inside)
            if name == "t":
                words.append("".join(inside.itertext()))
            elif name in SIGNS:
                words.append(SIGNS[name])
            elif name in NOTES:
                notes.append((NOTES[name], attribute(inside, "id") or ""))
            elif name == "txbxContent":
                boxes.append(inside)
            elif name == "AlternateContent":
                self._inline(_chosen(inside), words, boxes, notes)
            elif name not in SKIPPED and not (name == "r" and _hidden(inside)):
                self._inline(inside, words, boxes, notes)

    def _related(self, kind: str) -> Element | None:
        target = next((target for what, target in self._relations.values() if what == kind), None)
        return None if target is None else self._package.tree(target)


def _chosen(element: Element) -> Element:
    """Of the renderings of one thing for newer and older programs, the first."""
    return next(elements(element), element)


def _hidden(run: Element) -> bool:
    found = child(run, "rPr", "vanish")
    return found is not None and attribute(found, "val") not in ("0", "false", "off")


def _by_id(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    kinds = ("separator", "continuationSeparator", "continuationNotice")
    return {attribute(note, "id") or "": note for note in elements(root) if attribute(note, "type") not in kinds}


def _relations(package: Package, folder: str, file: str) -> dict[str, tuple[str, str]]:
    """The parts that a part names, by id: kind and name."""
    root = package.tree(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found: dict[str, tuple[str, str]] = {}
    for one in elements(root) if root is not None else ():
        target = one.get("Target") or ""
        if one.get("TargetMode") != "External":
            name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            found[one.get("Id") or ""] = (one.get("Type") or "").rpartition("/")[2], name
    return found


def _metadata(package: Package, text: str) -> Metadata:
    """What the file says of itself. Its title often is that of a template, so it must stand in the text too."""
    root = package.tree("docProps/core.xml")
    said = {local(one): tidy(one.text or "") for one in elements(root)} if root is not None else {}
    title = said.get("title") or ""
    return Metadata(
        title=title if title and title.casefold() in " ".join(text.split()).casefold() else None,
        author=said.get("creator") or None,
        lang=(said.get("language") or "")[:2].lower() or None,
    )
