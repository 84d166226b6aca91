"""The whole flow, written once: bytes, paper, outline, findings; over all papers, entities.

bytes ─read→ Paper ─outline→ Outline ─extract→ Findings ─resolve→ entities ─record→ the record
"""

from greffier.extract.paper import extract
from greffier.model.findings import Findings
from greffier.model.outline import Outline
from greffier.read.formats import read
from greffier.structure.outline import outline


def read_paper(data: bytes, source: str) -> tuple[Outline, Findings]:
    """One file, read to the end: its outline and what was found in it. Raises a `PaperError`."""
    structured = outline(read(data, source))
    return structured, extract(structured)
