"""Which reader reads a file, told by its bytes first and its name second.

>>> read(b"De sectie vergaderde.", "verslag.txt").text
'De sectie vergaderde.'
>>> read(b"", "leeg.txt")
Traceback (most recent call last):
...
greffier.model.errors.EmptyPaper: leeg.txt: the file is empty. File it again once it holds text
"""

from greffier.model.errors import EmptyPaper
from greffier.model.paper import Paper
from greffier.read import plain


def read(data: bytes, source: str) -> Paper:
    """The paper that `data` holds; raises a `PaperError` that names `source`, the reason and the remedy."""
    if not data.strip():
        raise EmptyPaper(source, "the file is empty", "File it again once it holds text")
    return plain.read(data, source)
