"""Plain text and Markdown: the canonical text is the file itself, decoded.

>>> read("Résumé".encode(), "a.txt").text
'Résumé'
"""

from pathlib import PurePath

from greffier.model.ids import file_id
from greffier.model.paper import Paper


def read(data: bytes, source: str) -> Paper:
    """The paper in `data`, decoded as UTF-8."""
    text = data.decode("utf-8-sig", "replace")
    return Paper(id=file_id(data), file=PurePath(source).name, source=source, media="text/plain", text=text)
