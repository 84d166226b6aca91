"""PDF, read with PDFium: the canonical text is the text of its pages in reading order, each line with its place.

>>> recognised(b"%PDF-1.7 ..."), recognised(b"Plain words")
(True, False)
>>> read(b"%PDF-1.7 cut off", "a.pdf")
Traceback (most recent call last):
...
greffier.model.errors.DamagedPaper: a.pdf: the PDF is damaged or cut off. Get it again, or print it to a new PDF
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

import pypdfium2 as pdfium
from pypdfium2 import raw

from greffier.model.errors import DamagedPaper, EmptyPaper, TooLarge
from greffier.model.ids import file_id
from greffier.model.paper import Metadata, Paper
from greffier.read.layout import Sheet, compose
from greffier.read.limits import limits, setting
from greffier.read.ocr import missing
from greffier.read.pdf.characters import TooManyCharacters, words_of
from greffier.read.pdf.scans import read_scans

MEDIA = "application/pdf"
HEAD = 1024  # bytes in which the mark of a PDF stands: PDF 1.7, appendix H, note 13
DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")  # PDF 1.7, 7.9.4
TITLE = re.compile(r"^Microsoft \w+ - |\.\w{3,4}$|^untitled", re.I)  # what programs put there, no title of a paper
DAMAGED = ("the PDF is damaged or cut off", "Get it again, or print it to a new PDF")
LOCKED = ("the PDF is locked with a password", "Open it with the password, save a copy without one and file that")
AGAIN = "If words stand there, scan it again or file its text"


def recognised(data: bytes) -> bool:
    """Whether `data` is a PDF, by the mark near its beginning."""
    return b"%PDF-" in data[:HEAD]


def read(data: bytes, source: str) -> Paper:
    """The paper in the PDF; raises a `PaperError` where it is locked, damaged, empty or has too many pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise DamagedPaper(source, *(LOCKED if locked else DAMAGED)) from error
    try:
        return _read(document, data, source)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, data: bytes, source: str) -> Paper:
    number = len(document)
    if not number:
        raise DamagedPaper(source, *DAMAGED)
    most = limits().pages
    if number > most:
        reason = f"the PDF has {number:,} pages, more than the {most:,} that are read"
        raise TooLarge(source, reason, f"Split it, or {setting('pages')}")
    sheets: list[Sheet] = []
    bare: list[int] = []
    garbled: list[int] = []
    lost: list[int] = []
    for index in range(number):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            lost.append(index + 1)
            continue
        try:
            found = words_of(page, index + 1)
            sheets.append(found.sheet)
            if not found.sheet.words:
                bare.append(index + 1)
            elif not found.legible:
                garbled.append(index + 1)
        except TooManyCharacters:
            lost.append(index + 1)
        finally:
            page.close()
    scans = read_scans(document, sorted([*bare, *garbled]))
    sheets = [scans.sheets.get(made.number, made) for made in sheets]
    bare = [page for page in bare if page not in scans.sheets]
    garbled = [page for page in garbled if page not in scans.sheets]
    remedy = missing() or AGAIN
    if not any(made.words for made in sheets):
        if not sheets:
            raise DamagedPaper(source, *DAMAGED)
        reason = "the PDF holds no text, only pictures or nothing"
        raise EmptyPaper(source, f"{reason}, and OCR finds no words in them" if remedy == AGAIN else reason, remedy)
    composed = compose(_drained(sheets))
    problems = list(scans.problems)
    if bare:
        problems.append(f"No text on {pages(bare)}, only pictures or nothing. {remedy}")
    if garbled:
        problems.append(
            f"The fonts on {pages(garbled)} do not say which letters they show, so words are wrong. {remedy}"
        )
    if lost:
        problems.append(f"Could not read {pages(lost)}. {DAMAGED[1]}")
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=MEDIA,
        text=composed.text,
        blocks=composed.blocks,
        metadata=_metadata(document),
        problems=tuple(problems),
        layout=composed.layout,
    )


def _drained(sheets: list[Sheet]) -> Iterator[Sheet]:
    """The sheets in their order, each let go of: a thousand pages of words are many."""
    sheets.reverse()
    while sheets:
        yield sheets.pop()


def pages(numbers: list[int]) -> str:
    """Page numbers as words, runs drawn together.

    >>> pages([2]), pages([1, 2, 3, 7])
    ('page 2', 'pages 1–3, 7')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {said}"


def _metadata(document: pdfium.PdfDocument) -> Metadata:
    said = {key: value.strip("\x00 \t\r\n") for key, value in document.get_metadata_dict().items()}
    date = DATE.match(said.get("CreationDate", ""))
    created = "-".join(part for part in date.groups() if part) if date else None
    title = said.get("Title", "")
    named = TITLE.search(title) is None
    return Metadata(title=title if title and named else None, author=said.get("Author") or None, created=created)
