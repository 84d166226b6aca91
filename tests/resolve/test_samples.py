"""Over the sample papers one person is one entity in every script and spelling, and no two people are merged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.resolve.entities import resolve
from greffier.run.pipeline import read_paper
from greffier.text.folding import fold

PAPERS = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"

# Surname in every form that a sample uses, and how many entities may bear it.
PEOPLE = {
    "tokayev": "tokayev tokajev tokajew tokaiev токаев токаева тоқаев тоқаевтың",
    "vandenput": "vandenput",
    "baimukhan": "baimukhan baimuchan baimoechan баймухан",
    "vassilenko": "vassilenko vasilenko василенко",
    "yerman": "yerman ierman",
    "nazarbayev": "nazarbayev nazarbajev nazarbaiev nazarbaev",
    "nigmatulin": "nigmatulin nigmatouline нигматулин",
    "tleuberdi": "tleuberdi",
    "azimova": "azimova",
    "gilmore": "gilmore",
    "rohonyi": "rohonyi",
    "de smet": "smet",
    "seitkali": "seitkali",
    "claessens": "claessens",
    "iliyashev": "iliyashev",
}


@pytest.fixture(scope="module")
def people() -> list[Entity]:
    return [entity for entity in resolve(_appearances()) if entity.kind == "person"]


def _appearances() -> Iterator[Appearance]:
    for paper in sorted(PAPERS.iterdir()):
        yield from read_paper(paper.read_bytes(), paper.name)[1].appearances


@pytest.mark.parametrize("person", PEOPLE)
def test_one_person_is_one_entity(person: str, people: list[Entity]) -> None:
    forms = set(PEOPLE[person].split())
    found = [each for each in people if any(forms & set(fold(name).split()) for name in each.names)]
    assert len(found) == 1, [each.names for each in found]


def test_no_two_people_are_one_entity(people: list[Entity]) -> None:
    surnames = {form: person for person, forms in PEOPLE.items() for form in forms.split()}
    for each in people:
        named = {surnames[word] for name in each.names for word in fold(name).split() if word in surnames}
        assert len(named) <= 1, each.names
    apart = [each for each in people if any("abishev" in fold(name) for name in each.names)]
    assert {each.name for each in apart} >= {"Aset Abishev", "Kenzhebek Abishev"}
