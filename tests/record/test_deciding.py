"""Decisions about identity: the last word counts, one decision is one line of the log, and an undo takes it back."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.people import appearance, file_people

from greffier.model.errors import NotFound, RecordError
from greffier.model.judgement import Judgement
from greffier.model.reference import Reference
from greffier.record import deciding
from greffier.record.deciding import By
from greffier.record.linked import links
from greffier.record.record import Record
from greffier.resolve.entities import resolve

ME = By("tv", "I was there")
ANA = Reference("mps", "7", "person", "Ana Ursu", ("Анна Урсу",), "md", "", (("mps", "7"), ("wikidata", "Q7")))


@pytest.fixture
def record(db_url: str) -> Iterator[Record]:
    with Record.open(db_url, resolver=resolve) as opened:
        for file in ("a.txt", "b.txt", "c.txt", "d.txt"):
            file_people(opened, file, "Ana Ursu")
        file_people(opened, "e.txt", "Maren Tveit")
        file_people(opened, "f.txt", "Maren Tveit")
        yield opened


def people(record: Record) -> list[int]:
    """How many papers each person is named in."""
    return sorted(len(entity.appearances) for entity in record.entities("person"))


def test_what_is_merged_after_it_was_split_is_one(record: Record) -> None:
    ana, maren = record.find_entity("ana ursu")[0], record.find_entity("maren tveit")[0]
    deciding.different(record, ana.appearances, maren.appearances, ME)
    assert people(record) == [2, 4]
    deciding.same(record, ana.appearances, maren.appearances, ME)
    assert people(record) == [6]
    deciding.different(record, ana.appearances, maren.appearances, ME)
    assert people(record) == [2, 4]
    for expected in ([6], [2, 4]):
        deciding.undo(record, "", ME)
        assert people(record) == expected


def test_a_split_is_one_decision_and_undone_as_one(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    papers = [card.id for card in record.papers() if card.file in ("a.txt", "b.txt")]
    deciding.split(record, ana, papers, ME)
    assert len(record.judgements()) == 1
    parts = record.find_entity("ana ursu")
    assert sorted(part.appearances for part in parts) == sorted(
        tuple(sorted(appearance(file, "Ana Ursu") for file in files))
        for files in (("a.txt", "b.txt"), ("c.txt", "d.txt"))
    )
    deciding.undo(record, "", ME)
    assert people(record) == [2, 4]


@pytest.mark.parametrize("kind", ["body", "place"])
def test_a_split_of_what_is_no_person_leaves_the_rest_together(record: Record, kind: str) -> None:
    papers = [file_people(record, f"{n}.txt", "Great Northern Peat Agency", kind=kind) for n in range(5)]
    (agency,) = record.find_entity("great northern peat agency")
    deciding.split(record, agency, papers[:2], ME)
    assert sorted(len(one.appearances) for one in record.find_entity("great northern peat agency")) == [2, 3]
    deciding.undo(record, "", ME)
    assert len(record.find_entity("great northern peat agency")) == 1


def test_whom_nobody_judged_stays_out_of_a_quarrel_and_with_the_only_one(record: Record) -> None:
    ana, maren = record.find_entity("ana ursu")[0], record.find_entity("maren tveit")[0]
    deciding.different(record, ana.appearances, maren.appearances, ME)
    file_people(record, "h.txt", "Ana Ursu")
    assert people(record) == [2, 5]
    (paper,) = [card.id for card in record.papers() if card.file == "a.txt"]
    deciding.split(record, record.find_entity("ana ursu")[0], [paper], ME)
    assert people(record) == [1, 2, 4]
    file_people(record, "i.txt", "Ana Ursu")
    assert people(record) == [1, 1, 2, 4]


def test_a_split_of_nothing_is_refused(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    with pytest.raises(NotFound, match="nothing to split"):
        deciding.split(record, ana, [card.id for card in record.papers()], ME)


def test_a_merge_holds_while_one_paper_of_either_side_is_left(record: Record) -> None:
    ana, maren = record.find_entity("ana ursu")[0], record.find_entity("maren tveit")[0]
    deciding.same(record, ana.appearances, maren.appearances, ME)
    for file in ("a.txt", "b.txt", "c.txt", "e.txt"):
        record.forget(f"/desk/{file}")
    assert people(record) == [2]
    assert [one.state for one in record.decisions()] == ["standing"]
    record.forget("/desk/d.txt")
    assert [one.state for one in record.decisions()] == ["orphaned"]
    assert [orphan.id for orphan in record.orphans()] == [record.judgements()[0].id]
    file_people(record, "a.txt", "Ana Ursu")
    assert people(record) == [2]
    assert record.orphans() == ()


def test_who_someone_is_stands_until_it_is_undone(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    deciding.identify(record, ana, ANA, ME)
    assert record.find_entity("ana ursu")[0].identifiers == (("mps", "7"), ("wikidata", "Q7"))
    file_people(record, "g.txt", "Ana Ursu")
    assert record.find_entity("ana ursu")[0].identifiers == (("mps", "7"), ("wikidata", "Q7"))
    assert record.find_entity("maren tveit")[0].identifiers == ()
    deciding.undo(record, "", ME)
    assert record.find_entity("ana ursu")[0].identifiers == ()


def test_who_someone_is_goes_with_the_greater_part(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    deciding.identify(record, ana, ANA, ME)
    (paper,) = [card.id for card in record.papers() if card.file == "a.txt"]
    deciding.split(record, ana, [paper], ME)
    found = {len(one.appearances): one.identifiers for one in record.find_entity("ana ursu")}
    assert found == {1: (), 3: (("mps", "7"), ("wikidata", "Q7"))}


def test_a_decision_is_undone_by_the_beginning_of_its_id(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    made = deciding.identify(record, ana, ANA, ME)
    assert deciding.undo(record, made.id[:8], ME) == made
    assert [one.state for one in record.decisions()] == ["undone", "undo"]
    with pytest.raises(NotFound):
        deciding.undo(record, "nothing", ME)


BROKEN = [
    Judgement("j", "rename", ("a",), "tv", "2026-01-01"),
    Judgement("j", "same", (), "tv", "2026-01-01"),
]


@pytest.mark.parametrize("judgement", BROKEN)
def test_a_broken_decision_is_not_taken_over(record: Record, judgement: Judgement) -> None:
    with pytest.raises(RecordError, match="decision 1"):
        record.take_over([judgement])
    assert record.judgements() == ()


def test_decisions_are_taken_over_once(record: Record) -> None:
    (ana,) = record.find_entity("ana ursu")
    deciding.identify(record, ana, ANA, ME)
    assert record.take_over(record.judgements()) == 0


IDS = st.sampled_from("abcdef")
SIDES = st.lists(IDS, min_size=2, max_size=5, unique=True).flatmap(
    lambda ids: st.tuples(st.just(tuple(ids)), st.integers(1, len(ids) - 1))
)
LOGS = st.lists(st.tuples(st.sampled_from(["same", "different"]), SIDES), max_size=8)


@given(LOGS, st.sets(IDS))
def test_the_last_word_counts_for_every_pair(
    log: list[tuple[str, tuple[tuple[str, ...], int]]], there: set[str]
) -> None:
    judgements = [
        Judgement(str(n), verdict, ids, "tv", f"2026-01-0{n + 1}", "", str(first))
        for n, (verdict, (ids, first)) in enumerate(log)
    ]
    made = links(judgements, there)
    apart = {frozenset(link.subjects) for link in made if link.verdict == "different"}
    joined = {frozenset(link.subjects) for link in made if link.verdict == "same"}
    assert not apart & joined
    for one in there:
        for other in there - {one}:
            about = [
                verdict
                for verdict, (ids, first) in log
                if (one in ids[:first] and other in ids[first:]) or (other in ids[:first] and one in ids[first:])
            ]
            assert (frozenset((one, other)) in apart) == (about[-1:] == ["different"])
