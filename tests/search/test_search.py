"""Search finds passages by their words, marks them, and takes any question."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.record.papers import VISIT, rows

from greffier.record.record import Record
from greffier.search.passages import search


@pytest.fixture
def record(db_url: str) -> Iterator[Record]:
    with Record.open(db_url) as opened:
        opened.file(rows(), "/a")
        opened.file(rows(VISIT + " De zaal van de Raad blijft gesloten.", "later.txt"), "/b")
        yield opened


@pytest.mark.parametrize(
    ("asked", "marks"),
    [
        ("oz", ["Öz"]),
        ("ÖZ DEMIR", ["Öz", "Demir"]),
        ('"öz demir"', ["Öz Demir"]),
        ('"demir öz"', []),
        ("verhul*", ["Verhulst"]),
        ("voorzitt", ["voorzitter"]),
        ("voor", ["voorzitter"]),
        ("zaal -raad", ["zaal"]),
        ("2021 gent", ["2021", "Gent"]),
        ("gent nergens", ["Gent"]),
        ("nergens", []),
        ("", []),
    ],
)
def test_words_are_found_and_marked(record: Record, asked: str, marks: list[str]) -> None:
    hits = search(record, asked)
    assert bool(hits) == bool(marks)
    for hit in hits[:1]:
        assert sorted(span.of(hit.passage.text) for span in hit.marks) == sorted(marks)
        text = record.text(hit.paper.id)
        assert [span.of(text) for span in hit.quotes] == [span.of(hit.passage.text) for span in hit.marks]


def test_letters_that_are_written_in_two_ways_are_one(record: Record) -> None:
    record.file(rows(VISIT + " Фёдор, Straße.", "third.txt"), "/c")
    for asked in ("федор", "ФЁДОР", "strasse", "STRASSE", "Straße"):
        assert [hit.paper.file for hit in search(record, asked)] == ["third.txt"], asked
        assert search(record, asked)[0].marks, asked
    record.forget("/c")
    assert not search(record, "федор")


def test_the_passage_that_says_more_of_it_comes_first(record: Record) -> None:
    assert search(record, "zaal gesloten")[0].paper.file == "later.txt"
    assert len(search(record, "zaal", limit=1)) == 1


def test_a_forgotten_paper_is_found_no_more(record: Record) -> None:
    record.forget("/b")
    assert not search(record, "gesloten")


HOSTILE = ['"', '""', "*", "-", "-x", "AND", "OR NOT", "a NEAR(b)", "text:zaal", "'; DROP TABLE papers", "^zaal", "("]
HOSTILE += [
    "{}",
    "zaal:*",
    "a\x00b",
    "\ud800",
    "\\",
    "%",
    "é" * 5000,
    "x " * 5000,
    "-zaal",
    '"-*"',
    "& | !",
    "<->",
    "½ ²",
]


@pytest.mark.parametrize("asked", HOSTILE)
def test_no_question_is_an_error(record: Record, asked: str) -> None:
    search(record, asked)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30))
def test_no_random_question_is_an_error(record: Record, asked: str) -> None:
    search(record, asked)


def test_an_answer_takes_little_time(record: Record) -> None:
    began = time.perf_counter()
    for _ in range(20):
        search(record, "zaal")
    assert (time.perf_counter() - began) / 20 < 0.05
