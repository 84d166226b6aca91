"""Which reader reads a file, told by its bytes first and its name second.

>>> read(b"De sectie vergaderde.", "verslag.txt").text
'De sectie vergaderde.'
>>> read(b"", "leeg.txt")
Traceback (most recent call last):
...
greffier.model.errors.EmptyPaper: leeg.txt: the file is empty. File it again once it holds text
"""

from greffier.model.errors import EmptyPaper, TooLarge
from greffier.model.paper import Paper
from greffier.read import html, pdf, plain

LARGEST = 50_000_000  # bytes of a file that is read


def read(data: bytes, source: str) -> Paper:
    """The paper that `data` holds; raises a `PaperError` that names `source`, the reason and the remedy."""
    if len(data) > LARGEST:
        reason = f"the file has {len(data):,} bytes, more than the {LARGEST:,} that are read"
        raise TooLarge(source, reason, "Split it and file the parts")
    if not data.strip():
        raise EmptyPaper(source, "the file is empty", "File it again once it holds text")
    if pdf.recognised(data):
        paper = pdf.read(data, source)
    else:
        paper = html.read(data, source) if html.recognised(data, source) else plain.read(data, source)
    if not paper.text.strip():
        raise EmptyPaper(source, "the file holds no words", "File it again once it holds text")
    return paper
