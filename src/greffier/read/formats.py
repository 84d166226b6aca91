"""Which reader reads a file, told by its bytes first and its name second.

>>> read(b"De sectie vergaderde.", "verslag.txt").text
'De sectie vergaderde.'
>>> read(b"", "leeg.txt")
Traceback (most recent call last):
...
greffier.model.errors.EmptyPaper: leeg.txt: the file is empty. File it again once it holds text
"""

from collections.abc import Callable

from greffier.model.errors import EmptyPaper, TooLarge, UnknownFormat
from greffier.model.paper import Paper
from greffier.read import html, mail, mhtml, ocr, pdf, plain, warc
from greffier.read.limits import LARGEST
from greffier.read.office.kinds import office_kind
from greffier.read.refusals import HEAD, refusal


def read(data: bytes, source: str) -> Paper:
    """The paper that `data` holds; raises a `PaperError` that names `source`, the reason and the remedy."""
    if len(data) > LARGEST:
        reason = f"the file has {len(data):,} bytes, more than the {LARGEST:,} that are read"
        raise TooLarge(source, reason, "Split it and file the parts")
    if not data.strip():
        raise EmptyPaper(source, "the file is empty", "File it again once it holds text")
    paper = _reader(data, source)(data, source)
    if not paper.text.strip():
        raise EmptyPaper(source, "the file holds no words", "File it again once it holds text")
    return paper


def _reader(data: bytes, source: str) -> Callable[[bytes, str], Paper]:
    """The reader of a format; one that few papers need is loaded only where one needs it."""
    package = office_kind(data[:HEAD], data[-HEAD:])
    if package == "docx":
        from greffier.read.office import docx

        return docx.read
    if package == "odt":
        from greffier.read.office import odt

        return odt.read
    if data.startswith(b"{\\rtf"):
        from greffier.read.office import rtf

        return rtf.read
    if data.lstrip()[:5] == b"<?xml" and b"office:document" in data[:HEAD]:
        from greffier.read.office import odt

        return odt.read
    if not data.startswith(b"PK") and pdf.recognised(data):
        return pdf.read
    if ocr.recognised(data):
        return ocr.read
    if warc.recognised(data):
        return warc.read
    if mail.recognised(data, source):
        return mhtml.read if mhtml.recognised(data, source) else mail.read
    if known := refusal(data, source):
        raise UnknownFormat(source, *known)
    return html.read if html.recognised(data, source) else plain.read
