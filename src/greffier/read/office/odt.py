"""ODT and flat ODT: the paragraphs of an OpenDocument text in their order, with its headings, lists, tables and notes.

Source: OpenDocument 1.3 part 3. Deleted text (tracked changes) is left out.
"""

from collections.abc import Iterator
from pathlib import PurePath

from lxml.etree import _Element as Element

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Metadata, Paper
from greffier.read.assembling import Piece, assemble, tidy
from greffier.read.limits import limits
from greffier.read.office.numbers import Counter, Level
from greffier.read.office.odt_styles import Styles, read_styles
from greffier.read.office.package import AGAIN, Package, attribute, child, elements, local, parsed
from greffier.read.office.tables import table_pieces

MEDIA = "application/vnd.oasis.opendocument.text"
CUT = "Its content is damaged, and what stands behind the damage may be missing; " + AGAIN[0].lower() + AGAIN[1:]
SKIPPED = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "variable-decls", "rt"),
        *("user-field-decls", "index-title-template", "table-of-content-source", "ruby-text", "desc", "title"),
        *("list-header-source", "alphabetical-index-source", "bibliography-source", "event-listeners", "object"),
    }
)
INDEXES = frozenset(
    {"table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"}
)


def read(data: bytes, source: str) -> Paper:
    """The paper in an OpenDocument text; raises a `PaperError` where none can be read."""
    if data[:2] == b"PK":
        package = Package(data, source, limits())
        content = package.tree("content.xml", needed=True)
        styles, meta = package.tree("styles.xml"), package.tree("meta.xml")
        cut = package.cut
        manifest = package.part("META-INF/manifest.xml") or b""
        if content is None and b"encryption-data" in manifest:
            raise DamagedPaper(source, "the file is encrypted", "Save it without a password")
    else:
        content, cut = parsed(data)
        styles = meta = content
    body = child(content, "body", "text")
    if body is None:
        raise DamagedPaper(source, "it holds no text document that can be read", AGAIN)
    story = _Story(read_styles(styles, content))
    above, below = _margins(styles)
    pieces = [
        *(Piece("furniture", text) for text in story.furniture(above)),
        *story.flow(body),
        *(Piece("furniture", text) for text in story.furniture(below)),
    ]
    text, blocks = assemble(pieces)
    if cut and not text:
        raise DamagedPaper(source, "its content is damaged, and nothing of it can be read", AGAIN)
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=MEDIA,
        text=text,
        blocks=blocks,
        metadata=_metadata(meta, text),
        problems=(CUT,) if cut else (),
    )


class _Story:
    """The text on the way to pieces: list styles, and what lists and headings have counted to."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counter = Counter()
        self._lists = 0

    def furniture(self, parents: list[Element]) -> list[str]:
        """The texts of headers or footers, each once."""
        return list(dict.fromkeys(text for one in parents for p in self.flow(one) if (text := tidy(p.text))))

    def flow(self, parent: Element, kind: str = "paragraph") -> Iterator[Piece]:
        """The pieces of a body, section, cell, note or text box."""
        for element in elements(parent):
            name = local(element)
            if name == "p":
                titled = kind == "paragraph" and attribute(element, "style-name") in self._styles.titles
                yield from self._paragraph(element, "heading" if titled else kind, "", 1)
            elif name == "h":
                level = _count(attribute(element, "outline-level"))
                label = self._counter.label("outline", self._styles.outline, level - 1)
                yield from self._paragraph(element, "heading" if kind == "paragraph" else kind, label, level)
            elif name == "list":
                self._lists += 1
                same = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
                style = attribute(element, "style-name") or ""
                key = style if same else f"{style} {self._lists}"
                if same and key not in self._counter.counts:
                    previous = [known for known in self._counter.counts if known.startswith(f"{style} ")]
                    key = previous[-1] if previous else key
                yield from self._list(element, self._styles.lists.get(style, {}), key, 0)
            elif name == "table":
                yield from table_pieces(self._rows(element))
            elif name in INDEXES:
                yield from self.flow(element, "furniture")
            elif name not in SKIPPED:
                yield from self.flow(element, kind)

    def _list(self, element: Element, levels: dict[int, Level], key: str, depth: int) -> Iterator[Piece]:
        for item in elements(element):
            if local(item) not in ("list-item", "list-header"):
                continue
            label = None if local(item) == "list-item" else ""
            for inside in elements(item):
                name = local(inside)
                if name == "list":
                    own = self._styles.lists.get(attribute(inside, "style-name") or "", levels)
                    yield from self._list(inside, own, key, min(depth + 1, 8))
                elif name in ("p", "h"):
                    if label is None:
                        label = self._counter.label(key, levels, depth)
                        yield from self._paragraph(inside, "item" if name == "p" else "heading", label, depth + 1)
                    else:
                        yield from self._paragraph(inside, "paragraph", "")
                elif name not in SKIPPED:
                    yield from self.flow(inside)

    def _rows(self, table: Element) -> Iterator[list[list[Piece]]]:
        for row in elements(table):
            if local(row) == "table-row":
                yield [list(self.flow(cell)) for cell in elements(row) if local(cell) == "table-cell"]
            elif local(row) in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._rows(row)

    def _paragraph(self, element: Element, kind: str, label: str, level: int = 0) -> Iterator[Piece]:
        words: list[str] = []
        beside: list[Element] = []
        if attribute(element, "style-name") not in self._styles.hidden:
            self._inline(element, words, beside)
        text = tidy("".join(words))
        if text:
            yield Piece(kind, f"{label} {text}" if label else text, level=level if kind == "heading" else 0)
        for one in beside:
            if local(one) == "note":
                citation, body = child(one, "note-citation"), child(one, "note-body")
                cited = tidy("".join(citation.itertext())) if citation is not None else ""
                said = " ".join(tidy(p.text) for p in self.flow(body)) if body is not None else ""
                yield Piece("note", f"{cited} {said}" if said else "")
            else:
                yield from self.flow(one)

    def _inline(self, element: Element, words: list[str], beside: list[Element]) -> None:
        """The words of a paragraph; its notes and text boxes stand beside it."""
        words.append(element.text or "")
        for inside in element:
            name = local(inside)
            if name == "s":
                words.append(" ")
            elif name == "tab":
                words.append("\t")
            elif name == "line-break":
                words.append("\n")
            elif name in ("note", "text-box", "table"):
                beside.append(inside)
            elif name and name not in SKIPPED and attribute(inside, "style-name") not in self._styles.hidden:
                self._inline(inside, words, beside)
            words.append(inside.tail or "")


def _count(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 5 else 1


def _margins(styles: Element | None) -> tuple[list[Element], list[Element]]:
    """The headers and the footers of the pages."""
    pages = child(styles, "master-styles")
    inside = [part for page in elements(pages) for part in elements(page)] if pages is not None else []
    heads = [part for part in inside if local(part).startswith("header")]
    return heads, [part for part in inside if local(part).startswith("footer")]


def _metadata(meta: Element | None, text: str) -> Metadata:
    """What the file says of itself. Its title often is that of a template, so it must stand in the text too."""
    parent = child(meta, "meta")
    said = {local(one): tidy(one.text or "") for one in elements(parent)} if parent is not None else {}
    title = said.get("title") or ""
    return Metadata(
        title=title if title and title.casefold() in " ".join(text.split()).casefold() else None,
        author=said.get("initial-creator") or said.get("creator") or None,
        lang=(said.get("language") or "")[:2].lower() or None,
    )
