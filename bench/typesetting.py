"""Sets invented papers with typst and LibreOffice: one to three columns, one language or two, notes, heads, tables."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import pypdfium2 as pdfium
import typst
from bench.invented import Element
from pypdfium2 import raw


@dataclass(frozen=True)
class Style:
    """How a paper is set; lengths in points, `gutter` in centimetres.

    `columns` is how many; `rows` sets two versions paragraph beside paragraph, else column beside column; `stream` is
    the order in which the file has its words: `set` as the program wrote them, `rows` from top to bottom.
    """

    columns: int = 1
    gutter: float = 0.8
    size: float = 10.0
    font: str = "Libertinus Serif"
    justify: bool = True
    hyphenate: bool = True
    indent: float = 0.0
    spacing: float = 0.65
    gap: float = 1.2
    hanging: float = 0.0
    head: str = ""
    numbers: bool = True
    line_numbers: bool = False
    label: str = ""
    rows: bool = False
    across: bool = True
    stream: str = "set"
    paper: str = "a4"


SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\#$*_<>@[]`~=+-/\"'"})


def _typst(element: Element, style: Style, lang: str) -> str:
    text = element.text
    if element.note:
        text = (
            text[: element.mark].translate(SIGNS)
            + f"#footnote[{element.note.translate(SIGNS)}]"
            + text[element.mark :].translate(SIGNS)
        )
    else:
        text = text.translate(SIGNS)
    text = text.replace(". ", "\\. ", 1) if text[:3].rstrip(". ").isalnum() and ". " in text[:5] else text
    if element.kind == "title":
        return f'#align(center)[#text(size: {style.size * 1.5}pt, weight: "bold", hyphenate: false)[{text}]]'
    if element.kind == "heading":
        return f'#block(sticky: true)[#text(size: {style.size * 1.2}pt, weight: "bold", hyphenate: false)[{text}]]'
    if element.kind == "line":
        return f"#block(sticky: true)[{text}]"
    if element.kind == "table":
        cells = ", ".join(f"[{cell.translate(SIGNS)}]" for row in element.rows for cell in row)
        return f"#table(columns: {len(element.rows[0])}, stroke: 0.5pt, {cells})"
    hang = style.hanging if text[:1] in "–\\" or element.kind == "request" or element.label.isupper() else 0
    return f"#par(hanging-indent: {hang}pt)[{text}]"


def _page(style: Style, lang: str) -> str:
    head = f"header: [#text(size: 8pt)[{style.head} #h(1fr) #context counter(page).display()]]," if style.head else ""
    foot = "footer: align(center)[#text(size: 9pt)[#context counter(page).display()]]," if style.numbers else ""
    own = f"columns: {style.columns}," if style.columns > 1 and not style.rows and not style.across else ""
    lines = '#set par.line(numbering: "1")' if style.line_numbers else ""
    side = (
        f"background: place(left + horizon, dx: 8pt, rotate(-90deg, reflow: true)[#text(size: 8pt)[{style.label}]]),"
        if style.label
        else ""
    )
    return f"""#set page(paper: "{style.paper}", margin: (x: 2.2cm, y: 2.4cm), {own} {head} {foot} {side})
#set columns(gutter: {style.gutter}cm)
#set text(font: "{style.font}", size: {style.size}pt, lang: "{lang}", hyphenate: {str(style.hyphenate).lower()})
#set par(justify: {str(style.justify).lower()}, leading: {style.spacing}em, spacing: {style.gap}em,
  first-line-indent: (amount: {style.indent}pt, all: false))
{lines}
"""


def one_text(elements: Sequence[Element], style: Style, lang: str) -> bytes:
    """A paper of one language in one or more columns; `across` sets titles and headings over all columns."""
    out = [_page(style, lang)]
    if style.columns == 1 or not style.across:
        out.extend(_typst(element, style, lang) for element in elements)
    else:
        held: list[str] = []
        for element in (*elements, None):
            if element is None or element.kind in ("title", "heading", "table"):
                if held:
                    out.append(f"#columns({style.columns}, gutter: {style.gutter}cm)[\n" + "\n\n".join(held) + "\n]")
                    held = []
                if element is not None:
                    out.append(_typst(element, style, lang))
            else:
                held.append(_typst(element, style, lang))
    return _streamed(typst.compile("\n\n".join(out).encode()), style)


def two_versions(left: Sequence[Element], right: Sequence[Element], style: Style, langs: tuple[str, str]) -> bytes:
    """A paper of two languages side by side; headings across where `across` is set: the title in both languages."""
    out = [_page(replace(style, columns=1), langs[0])]
    sides = [list(left), list(right)]
    if style.across:
        for side, lang in zip(sides, langs, strict=True):
            out.append(_typst(side.pop(0), style, lang))
    grid = f"#grid(columns: (1fr, 1fr), column-gutter: {style.gutter}cm, row-gutter: {style.gap}em,\n"
    if style.rows:
        pairs = zip(*sides, strict=True)
        cells = [
            f'[#set text(lang: "{lang}")\n{_typst(element, style, lang)}]'
            for pair in pairs
            for element, lang in zip(pair, langs, strict=True)
        ]
    else:
        cells = [
            f'[#set text(lang: "{lang}")\n' + "\n\n".join(_typst(element, style, lang) for element in side) + "]"
            for side, lang in zip(sides, langs, strict=True)
        ]
    out.append(grid + ",\n".join(cells) + ")")
    return _streamed(typst.compile("\n\n".join(out).encode()), style)


def _streamed(data: bytes, style: Style) -> bytes:
    """The same pages with their words written from top to bottom across the columns."""
    if style.stream == "set":
        return data
    document = pdfium.PdfDocument(data)
    for page in document:
        objects = [raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page))]
        texts = [one for one in objects if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT]
        places = []
        for one in texts:
            left, low, right, high = (ctypes.c_float() for _ in range(4))
            raw.FPDFPageObj_GetBounds(one, left, low, right, high)
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(one, matrix)
            places.append((-round(matrix.f), left.value))
        for one in texts:
            raw.FPDFPage_RemoveObject(page, one)
        for _, one in sorted(zip(places, texts, strict=True), key=lambda pair: pair[0]):
            raw.FPDFPage_InsertObject(page, one)
        raw.FPDFPage_GenerateContent(page)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.pdf"
        document.save(path)
        return path.read_bytes()


# LibreOffice: flat OpenDocument text

FODT = (Path(__file__).parent / "paper.fodt").read_text(encoding="utf-8")


def _odt(element: Element, lang: str, number: list[int]) -> str:
    if element.kind == "table":
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell><text:p text:style-name="Standard">{escape(cell)}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in element.rows
        )
        columns = f'<table:table-column table:number-columns-repeated="{len(element.rows[0])}"/>'
        return f'<table:table table:style-name="T">{columns}{rows}</table:table>'
    style = f"Head-{lang}" if element.kind in ("title", "heading") else f"Body-{lang}"
    text = escape(element.text)
    if element.note:
        number[0] += 1
        text = (
            escape(element.text[: element.mark])
            + f'<text:note text:note-class="footnote"><text:note-citation>{number[0]}</text:note-citation>'
            + f'<text:note-body><text:p text:style-name="Footnote">{escape(element.note)}</text:p></text:note-body>'
            + "</text:note>"
            + escape(element.text[element.mark :])
        )
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def odt(sides: Sequence[Sequence[Element]], style: Style, langs: Sequence[str]) -> str:
    """The flat OpenDocument text of a paper: of one language in columns, of two beside each other in a table."""
    number = [0]
    if len(sides) == 2:
        pairs = zip(*sides, strict=True) if style.rows else [tuple(sides)]
        rows = ""
        for pair in pairs:
            rows += "<table:table-row>"
            for cell, side, lang in zip("LR", pair, langs, strict=True):
                inside = [side] if isinstance(side, Element) else side
                words = "".join(_odt(one, lang, number) for one in inside)
                rows += f'<table:table-cell table:style-name="{cell}">{words}</table:table-cell>'
            rows += "</table:table-row>"
        columns = '<table:table-column table:number-columns-repeated="2"/>'
        body = f'<table:table table:style-name="T">{columns}{rows}</table:table>'
    else:
        body, held = "", ""
        for element in (*sides[0], None):
            if element is None or (style.across and element.kind in ("title", "heading", "table")):
                body += (
                    f'<text:section text:style-name="two" text:name="s{len(body)}">{held}</text:section>'
                    if held
                    else ""
                )
                held = ""
                body += _odt(element, langs[0], number) if element else ""
            else:
                held += _odt(element, langs[0], number)
    names = "".join(
        f'<style:style style:name="{name}-{lang}" style:family="paragraph" style:parent-style-name="{parent}">'
        f'<style:text-properties fo:language="{lang}" fo:country="none"/></style:style>'
        for lang in langs
        for name, parent in (("Body", "Standard"), ("Head", "Head"))
    )
    return FODT.format(
        align="justify" if style.justify else "start",
        gap=style.gap * 5,
        indent=style.indent,
        font=style.font if "Liberation" in style.font or "DejaVu" in style.font else "Liberation Serif",
        size=style.size,
        hyphenate=str(style.hyphenate).lower(),
        title=style.size * 1.4,
        small=style.size * 0.8,
        columns=style.columns,
        gutter=style.gutter,
        half=style.gutter / 2,
        unbalanced="false",
        head=escape(style.head),
        langs=names,
        body=body,
    )


def office(papers: Sequence[str]) -> list[bytes]:
    """The PDFs that LibreOffice makes of flat OpenDocument texts; none where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, paper in enumerate(papers):
            files.append(Path(folder) / f"{number:04}.fodt")
            files[-1].write_text(paper, encoding="utf-8")
        subprocess.run(
            [
                program,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
            ]
            + [str(file) for file in files],
            check=True,
            capture_output=True,
            timeout=600,
        )
        return [file.with_suffix(".pdf").read_bytes() for file in files]
