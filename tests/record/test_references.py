"""Lists of reference data are kept whole, found by key and taken out, on either database."""

from collections.abc import Iterator

import pytest

from greffier.model.errors import NotFound
from greffier.model.reference import Reference
from greffier.record.record import Record
from greffier.record.views import ReferenceList

LIST = ReferenceList("mps", "mps.csv", "0" * 64, "1")


def by_name(one: Reference) -> tuple[str, ...]:
    return (one.name, *one.names)


def some(number: int, name: str = "mps") -> list[Reference]:
    identifiers = (("wikidata", "Q1"),)
    return [
        Reference(name, str(n), "person", f"Name {n}", ("Common",), "md", "born 1960", identifiers)
        for n in range(number)
    ]


@pytest.fixture
def record(db_url: str) -> Iterator[Record]:
    with Record.open(db_url) as opened:
        yield opened


def test_a_list_comes_back_equal_and_is_found_by_key(record: Record) -> None:
    assert record.add_references(LIST, some(3), by_name).entries == 3
    (number,) = record.references_with("Name 2")
    assert record.reference(number) == some(3)[2] == record.reference_of("mps", "2")
    assert len(record.references_with("Common")) == 3
    assert record.references_with("Common", most=2) == ()
    assert record.references_with("nobody") == ()


def test_a_list_is_replaced_by_its_name_and_another_stays(record: Record) -> None:
    record.add_references(LIST, some(3), by_name)
    record.add_references(ReferenceList("peps", "p.json", "1", "1"), some(5, "peps"), by_name)
    record.add_references(LIST, some(1), by_name)
    assert [(one.name, one.entries) for one in record.reference_lists()] == [("mps", 1), ("peps", 5)]
    record.remove_references("mps")
    assert [one.name for one in record.reference_lists()] == ["peps"]
    assert len(record.references_with("Common")) == 5
    with pytest.raises(NotFound, match="no list is called"):
        record.remove_references("mps")
    with pytest.raises(NotFound):
        record.reference_of("mps", "0")


def test_of_two_with_one_id_the_first_counts(record: Record) -> None:
    twice = [Reference("mps", "1", "person", "First"), Reference("mps", "1", "person", "Second")]
    assert record.add_references(LIST, twice, by_name).entries == 1
    assert record.reference_of("mps", "1").name == "First"


def test_a_list_that_fails_half_way_leaves_the_earlier_one(record: Record) -> None:
    record.add_references(LIST, some(3), by_name)

    def failing() -> Iterator[Reference]:
        yield from some(2500)
        raise ValueError("the file ends")

    with pytest.raises(ValueError):
        record.add_references(LIST, failing(), by_name)
    assert [(one.name, one.entries) for one in record.reference_lists()] == [("mps", 3)]


def test_keys_of_other_rules_are_made_anew(record: Record) -> None:
    record.add_references(LIST, some(2100), by_name)
    record.freshen_references("2", lambda one: [one.name.upper()])
    assert record.reference_lists()[0].keys == "2"
    assert record.references_with("Common") == ()
    assert [record.reference(n).name for n in record.references_with("NAME 2099")] == ["Name 2099"]
