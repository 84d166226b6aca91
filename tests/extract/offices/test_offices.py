"""Offices found in invented sentences of nine languages; names are marked, so that only the grammar is tried."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.offices.marked import read_marked

from greffier.extract.offices import find_offices
from greffier.lexicon.load import languages, load_lexicon
from greffier.lexicon.patterns import lowered

SENTENCES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
CASES = [line.split(" | ") for line in SENTENCES.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("lang", "sentence", "expected"), CASES)
def test_each_person_has_the_offices_the_sentence_states(lang: str, sentence: str, expected: str) -> None:
    found = {f"{office.person} = {office.role}" for office in find_offices(read_marked(lang, sentence))}
    assert found == (set() if expected == "-" else set(expected.split(", ")))


def test_evidence_quotes_the_office_with_its_name() -> None:
    reading = read_marked("en", "On Monday the former Dutch minister [Jane Roe] spoke.")
    (office,) = find_offices(reading)
    assert [span.of(reading.outline.paper.text) for span in office.evidence] == ["former Dutch minister Jane Roe"]
    assert (office.country, office.tenure_to, office.as_of) == ("nl", "../2024-05-02", None)


@pytest.mark.parametrize(
    ("lang", "sentence", "former"),
    [
        ("en", "Executive Secretary [Jane Roe] spoke.", False),
        ("en", "External Affairs Minister [Jane Roe] spoke.", False),
        ("en", "Ex-minister [Jane Roe] spoke.", True),
        ("es", "El expresidente [Luis Roe] habló.", True),
        ("ru", "Эксперт [Иван Роев] выступил.", False),
        ("ru", "Экс-министр [Иван Роев] выступил.", True),
    ],
)
def test_only_a_mark_joined_to_an_office_makes_it_a_former_one(lang: str, sentence: str, former: bool) -> None:
    (office,) = find_offices(read_marked(lang, sentence))
    assert (office.tenure_to is not None) is former


def test_a_role_set_over_a_name_belongs_to_it() -> None:
    reading = read_marked("en", "MINISTER FOR DEFENCE", "The Hon [Jane Roe]")
    assert {(office.person, office.role) for office in find_offices(reading)} == {("Jane Roe", "minister")}


def test_a_byline_names_a_journalist_and_a_signature_an_author() -> None:
    press = read_marked("en", "By [Jane Roe]", kinds=("byline",))
    assert [office.role for office in find_offices(press)] == ["journalist"]
    motion = read_marked("nl", "[Jan Roe] (ABC)", kinds=("signature",), paper_kind="resolution")
    assert [office.role for office in find_offices(motion)] == ["author"]


def test_the_names_of_a_list_of_members_are_members() -> None:
    lines = (
        "Le groupe d'amitié est constitué.",
        "Liste des membres",
        "M. [Luc Roe] Lois",
        "Mme [Eva Paz]",
        "M. [Guy Fay]",
    )
    found = {(office.person, office.role) for office in find_offices(read_marked("fr", *lines))}
    assert found == {(name, "member_of_parliament") for name in ("Luc Roe", "Eva Paz", "Guy Fay")}


@pytest.mark.parametrize("lang", [lang for lang in languages() if load_lexicon(lang).patterns("roles")])
@given(data=st.data())
def test_every_word_for_an_office_before_a_name_is_its_office(lang: str, data: st.DataObject) -> None:
    """Whatever form of the lexicon is put before a name, the name holds that office."""
    patterns = [p for p in load_lexicon(lang).patterns("roles").patterns if p.examples and p.value.islower()]
    pattern = data.draw(st.sampled_from(patterns))
    reading = read_marked(lang, f"{pattern.examples[0][1]} [Ann Lee]")
    codes = {office.role for office in find_offices(reading)}
    generic = {"chair", "president", "deputy_chair", "member", "head", "led", "leads", "counterpart", "none"}
    if pattern.value not in generic and pattern.value not in ("expert", "doctor"):
        assert pattern.value in codes, lowered(pattern.examples[0][1])


def test_a_headline_names_the_office_of_the_only_person_without_one() -> None:
    lines = ("Norwegian Ambassador visits Chile", "[Ola Vik] said little.", "Mayor [Ann Lee] listened.")
    reading = read_marked("en", *lines, kinds=("title",))
    found = {(office.person, office.role): office for office in find_offices(reading)}
    assert set(found) == {("Ola Vik", "ambassador"), ("Ann Lee", "mayor")}
    quotes = [span.of(reading.outline.paper.text) for span in found["Ola Vik", "ambassador"].evidence]
    assert quotes == ["Norwegian Ambassador", "Ola Vik"]


def test_the_offices_held_are_noted_at_the_people_and_so_is_the_country_that_they_agree_on() -> None:
    reading = read_marked("en", "The Norwegian Foreign Minister [Kari Holte] met the former ambassador [Olav Moen].")
    people = reading.cast.appearances
    assert people["Kari Holte"].roles == (f"foreign_minister/no/{reading.outline.date_at(reading.scenes[0].passage)}",)
    assert people["Kari Holte"].country == "no"
    assert people["Olav Moen"].roles == ()
