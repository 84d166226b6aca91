"""A brief as PDF, set by Typst; the text goes in as data, so nothing in it is taken for markup."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from greffier.publish.brief.text import Brief

TEMPLATE = Path(__file__).parent / "brief.typ"


def as_pdf(brief: Brief) -> bytes:
    """The PDF's bytes."""
    made = typst.compile(str(TEMPLATE), sys_inputs={"brief": json.dumps(asdict(brief))})
    assert isinstance(made, bytes)
    return made
