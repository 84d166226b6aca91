"""Whom a request asks: named behind its verb or on the line above; nobody where it asks nothing."""

import pytest

from greffier.model.entry import Provision
from greffier.run.pipeline import read_paper

HEADED = """Motion for a resolution on the schools of Sandvik

The House of Representatives,

Having regard to the report of the Sandvik Council,
Whereas the schools have been closed since the spring,

CALLS ON THE FEDERAL GOVERNMENT:

1. to open the schools before the winter begins;
2. to report to the House on what was done.
"""
MIXED = """Resolution on the harbour of Port Ilen

The Senate,

Having regard to the treaty on harbours,
Considering that ships wait for weeks,

1. Deplores the delay at the harbour of Port Ilen in the past two years;
2. Urges the European Commission to send experts to the harbour without delay;
3. Calls on all member states of the European Union to lend their pilots for a year.
"""
DUTCH = """Voorstel van resolutie over de scholen van Sandvik

De Senaat,

Gelet op het verslag van de Raad van Sandvik;
Overwegende dat de scholen sinds het voorjaar gesloten zijn;

1. verzoekt de Europese Commissie deskundigen naar de haven te sturen;
2. betreurt het uitstel van de voorbije twee jaar in de haven.
"""


def asked(text: str) -> dict[str, str | None]:
    _, findings = read_paper(text.encode(), "paper.txt")
    names = {one.id: one.name for one in findings.appearances}
    return {
        entry.label: names[entry.addressee] if entry.addressee else None
        for entry in findings.entries
        if isinstance(entry, Provision) and entry.type == "request"
    }


def test_the_line_above_asks_for_all_below_it() -> None:
    assert {label: (who or "").lower() for label, who in asked(HEADED).items()} == {
        "1": "federal government",
        "2": "federal government",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MIXED, {"1": None, "2": "European Commission", "3": None}),
        (DUTCH, {"1": "Europese Commissie", "2": None}),
    ],
)
def test_who_stands_behind_the_verb_is_asked(text: str, expected: dict[str, str | None]) -> None:
    assert asked(text) == expected
