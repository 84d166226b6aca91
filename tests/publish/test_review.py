"""The questions of review: what most hangs on first, what is decided never again, a list only as a candidate."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.people import file_people

from greffier.publish.export.jsonl import export_ordered
from greffier.publish.review.answering import answer
from greffier.publish.review.doubts import Doubt, doubts, open_still
from greffier.publish.review.witnesses import witnesses
from greffier.record import deciding
from greffier.record.deciding import By
from greffier.record.record import Record
from greffier.resolve.entities import resolve
from greffier.run.references import add_list, freshen

ME = By("tv", "I was there")
LIST = """\
name,id,wikidata,country,office
Sigrid Lindqvist,m1,Q101,no,speaker
Sigrid Lindquist,m2,Q102,no,baker
Nino Beridze,m3,Q103,ge,minister
"""


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(str(tmp_path / "r.db"), resolver=resolve) as opened:
        file_people(opened, "a.txt", "Sigrid Lindqvist", offices=9)
        file_people(opened, "b.txt", "S. Lindqvist", offices=4)
        file_people(opened, "c.txt", "Nino Beridze", offices=2)
        file_people(opened, "d.txt", "N. Beridze", offices=7)
        file_people(opened, "e.txt", "Beridze", "Otar Lomidze")
        file_people(opened, "f.txt", "Grand Assembly", kind="body")
        file_people(opened, "g.txt", "GRAND-ASSEMBLY", kind="body")
        yield opened


def asked(found: tuple[Doubt, ...]) -> list[tuple[str, str, int]]:
    return [(one.left.name, one.right.name if one.right else "", one.moves) for one in found]


def test_what_most_hangs_on_comes_first(record: Record) -> None:
    assert asked(doubts(record)) == [
        ("Sigrid Lindqvist", "S. Lindqvist", 4),
        ("N. Beridze", "Nino Beridze", 2),
        ("Nino Beridze", "Beridze", 1),
        ("N. Beridze", "Beridze", 1),
        *(one for one in asked(doubts(record, "body"))),
    ]
    assert {one[:2] for one in asked(doubts(record, "body"))} <= {
        ("Grand Assembly", "GRAND-ASSEMBLY"),
        ("GRAND-ASSEMBLY", "Grand Assembly"),
    }


def test_those_whom_one_paper_names_are_two(record: Record) -> None:
    paper = file_people(record, "h.txt", "Sigrid Lindqvist", "S. Lindqvist")
    for one in doubts(record, "person"):
        assert not one.right or not {paper} & set(one.left.papers) & set(one.right.papers)


def test_what_is_decided_is_not_asked_again_but_after_an_undo(record: Record) -> None:
    before = doubts(record, "person")
    answer(record, before[0], True, ME)
    answer(record, before[1], False, ME)
    assert asked(doubts(record, "person")) == asked(open_still(before, record.standing())) == asked(before[2:])
    file_people(record, "i.txt", "Sigrid Lindqvist")
    assert asked(doubts(record, "person")) == asked(before[2:])
    deciding.undo(record, "", ME)
    assert asked(doubts(record, "person")) == asked(before[1:])


def test_what_follows_from_decisions_is_not_asked(record: Record) -> None:
    full, initial, alone = doubts(record, "person")[1:]
    answer(record, full, True, ME)
    answer(record, initial, False, ME)
    assert not [one for one in asked(doubts(record, "person")) if "Beridze" in one[0]]
    assert alone.id not in {one.id for one in open_still([full, initial, alone], record.standing())}


def test_a_joined_name_that_agrees_little_is_asked_about(record: Record) -> None:
    (first, *_) = doubts(record, "person")
    assert first.right
    deciding.decide(record, "same", (first.left.appearances[0], first.right.appearances[0]), ME)
    assert not [one for one in doubts(record, "person") if one.kind == "joined"]
    (entity,) = record.find_entity("Sigrid Lindqvist")
    assert len(entity.appearances) == 2


def test_both_sides_show_their_quotes(record: Record) -> None:
    first = doubts(record, "person")[0]
    assert first.right
    left, right = witnesses(record, first.left), witnesses(record, first.right)
    assert left[0].quote == "Sigrid Lindqvist" and right[0].quote == "S. Lindqvist"
    assert {one.paper.file for one in right} == {"b.txt"}
    body = doubts(record, "body")[0]
    (mention,) = witnesses(record, body.left)
    assert mention.entry is None and "sat in the chair" in mention.quote


@pytest.fixture
def listed(record: Record, tmp_path: Path) -> Record:
    (tmp_path / "mps.csv").write_text(LIST, encoding="utf-8")
    assert add_list(record, tmp_path / "mps.csv").named.entries == 3
    return record


def of_list(record: Record) -> list[tuple[str, str]]:
    return [(one.left.name, one.reference.id) for one in doubts(record) if one.reference]


def test_a_list_gives_candidates_after_the_pairs_and_nothing_else(listed: Record, tmp_path: Path) -> None:
    assert of_list(listed)[:2] == [("Sigrid Lindqvist", "m1"), ("Sigrid Lindqvist", "m2")]
    assert ("Nino Beridze", "m3") in of_list(listed)
    kinds = [one.kind for one in doubts(listed)]
    assert kinds == sorted(kinds, key=lambda kind: kind == "listed")
    export_ordered(tmp_path / "out", listed.whole(), listed.entities())
    written = "".join(file.read_text("utf-8") for file in (tmp_path / "out").glob("*.jsonl"))
    assert "Q101" not in written and "baker" not in written


def test_who_is_confirmed_has_identifiers_and_is_asked_no_more(listed: Record, tmp_path: Path) -> None:
    first = next(one for one in doubts(listed) if one.reference)
    answer(listed, first, True, ME)
    assert not [one for one in of_list(listed) if one[0] == "Sigrid Lindqvist"]
    (entity,) = listed.find_entity("Sigrid Lindqvist")
    assert dict(entity.identifiers)["wikidata"] == "Q101"
    export_ordered(tmp_path / "out", listed.whole(), listed.entities())
    assert '"wikidata":"Q101"' in (tmp_path / "out" / "entities.jsonl").read_text("utf-8")
    listed.remove_references("mps")
    assert dict(listed.find_entity("Sigrid Lindqvist")[0].identifiers)["wikidata"] == "Q101"
    deciding.undo(listed, "", ME)
    assert listed.find_entity("Sigrid Lindqvist")[0].identifiers == ()


def test_who_is_refused_leaves_the_next_candidate(listed: Record) -> None:
    first = next(one for one in doubts(listed) if one.reference)
    answer(listed, first, False, ME)
    assert ("Sigrid Lindqvist", "m1") not in of_list(listed) and ("Sigrid Lindqvist", "m2") in of_list(listed)


def test_another_country_is_no_candidate(record: Record, tmp_path: Path) -> None:
    (tmp_path / "mps.csv").write_text(LIST, encoding="utf-8")
    with_country = tmp_path / "other.csv"
    with_country.write_text("name,id\nNino Beridze,x\n", encoding="utf-8")
    add_list(record, with_country, name="other", country="ge")
    assert record.reference_of("other", "x").country == "ge"


def test_keys_made_by_another_version_are_made_anew(listed: Record) -> None:
    listed.freshen_references("older", lambda one: ())
    assert of_list(listed) == []
    freshen(listed)
    assert ("Nino Beridze", "m3") in of_list(listed)
