"""A brief about some names, to be printed and taken along: Markdown, HTML, Word or PDF, one text for all four.

Every line carries a footnote to its paper and quote. The same record gives the same brief.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from greffier.model.entity import Entity
from greffier.model.errors import GreffierError
from greffier.publish.brief.compose import compose
from greffier.publish.brief.text import Brief
from greffier.record.record import Record

FORMATS = ("md", "html", "docx", "pdf")


def write(record: Record, about: Sequence[Entity], path: Path) -> None:
    """Write the brief about `about` to `path`, in the format that its suffix names."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise GreffierError(f"{path}: a brief is written as .md, .html, .docx or .pdf. Name the file so")
    path.write_bytes(_writer(ending)(compose(record, about)))


def _writer(ending: str) -> Callable[[Brief], bytes]:
    from greffier.publish.brief import html, markdown, pdf, word

    writers: Mapping[str, Callable[[Brief], bytes]] = {
        "md": markdown.as_markdown,
        "html": html.as_html,
        "docx": word.as_docx,
        "pdf": pdf.as_pdf,
    }
    return writers[ending]
