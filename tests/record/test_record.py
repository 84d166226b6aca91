"""The record keeps what was read to the letter, answers from it, and replays what people decided."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.record.papers import VISIT, read, rows

from greffier.model.entity import Entity
from greffier.model.entry import Meeting, Office
from greffier.model.errors import NotFound, RecordError
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement
from greffier.record.record import Record
from greffier.record.rows import rows_of
from greffier.record.views import Problem


def by_name(appearances: Iterable[Appearance], judgements: Iterable[Judgement]) -> Iterator[Entity]:
    """A resolver that takes equal names for one, unless a judgement says `different`."""
    apart = {subject for one in judgements if one.verdict == "different" for subject in one.subjects}
    found: dict[tuple[str, ...], list[Appearance]] = {}
    for one in sorted(appearances, key=lambda one: one.id):
        found.setdefault((one.kind, one.name, one.id if one.id in apart else ""), []).append(one)
    for (kind, name, _), members in found.items():
        ids = tuple(one.id for one in members)
        yield Entity(ids[0], kind, name, members[0].names, members[0].country, members[0].identifiers, ids)


@pytest.fixture
def record(db_url: str) -> Iterator[Record]:
    with Record.open(db_url, resolver=by_name) as opened:
        yield opened


def kinds(record: Record, about: str | None = None, since: str | None = None, until: str | None = None) -> list[str]:
    return [told.entry.kind for told in record.timeline(about, since=since, until=until)]


def test_what_was_read_comes_back_equal(record: Record) -> None:
    outline, findings = read()
    assert record.file(rows_of(outline, findings, "1"), outline.paper.source) == "filed"
    assert record.outline(outline.paper.id) == outline
    back = record.findings(outline.paper.id)
    assert back.entries == findings.entries
    assert set(back.appearances) == set(findings.appearances)
    assert set(back.mentions) == set(findings.mentions)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_comes_back_to_the_code_point(record: Record, text: str) -> None:
    outline, findings = read(VISIT + text)
    record.file(rows_of(outline, findings, "1"), "/a")
    assert record.text(outline.paper.id) == VISIT + text
    assert record.orphans() == ()


def test_a_changed_file_replaces_and_a_forgotten_one_goes(record: Record) -> None:
    record.file(rows(), "/desk/a.txt")
    assert record.file(rows(VISIT + " Slot."), "/desk/a.txt") == "replaced"
    assert [card.sources for card in record.papers()] == [("/desk/a.txt",)]
    assert record.forget("/desk/a.txt")
    assert not record.forget("/desk/a.txt")
    assert not record.papers()
    assert not record.entities()
    assert not record.entries()


def test_two_files_of_the_same_bytes_are_one_paper(record: Record) -> None:
    record.file(rows(), "/desk/a.txt")
    record.add_source("/desk/copy.txt", rows().paper)
    assert len(record.papers()) == 1
    record.forget("/desk/a.txt")
    assert len(record.papers()) == 1
    record.forget("/desk/copy.txt")
    assert record.papers() == ()


def test_entities_follow_the_papers(record: Record) -> None:
    record.file(rows(), "/a")
    record.file(rows(VISIT + " Einde."), "/b")
    assert record.stale
    (chair,) = record.find_entity("ada verhulst")
    assert not record.stale
    assert len(chair.appearances) == 2
    assert record.entity(chair.id) == record.entity_of(chair.appearances[1]) == chair
    assert record.weights("person")[chair.id].papers == 2
    assert [named.text for named in record.mentions(chair.id)] == ["Ada Verhulst"] * 2
    assert record.find_entity("oz demir") == record.find_entity("Öz Demir") == record.find_entity("demir")
    assert record.find_entity("%") == record.find_entity("no one") == ()
    record.forget("/a")
    (left,) = record.find_entity("ada verhulst")
    assert len(left.appearances) == 1


def test_entries_are_asked_by_entity_kind_and_date(record: Record) -> None:
    record.file(rows(), "/a")
    (chair,) = record.find_entity("Ada Verhulst")
    (place,) = record.entities("place")
    assert {told.entry.kind for told in record.entries(chair.id)} == {"meeting", "office", "undertaking"}
    assert [told.entry.kind for told in record.entries(place.id)] == ["meeting"]
    assert [told.entry.kind for told in record.entries(kinds=("office", "meeting"))] == ["meeting", "office"]
    assert kinds(record, since="2021", until="2021-05") == ["meeting"]
    assert kinds(record, chair.id) == ["meeting", "undertaking"]
    assert record.entries(since="2023") == ()
    in_paper = [told.entry.kind for told in record.entries(paper=rows().paper)]
    assert in_paper == ["meeting", "office", "undertaking", "provision"]
    with pytest.raises(NotFound, match="is no date"):
        record.entries(since="soon")


def test_an_entry_is_told_with_its_quotes_paper_and_people(record: Record) -> None:
    record.file(rows(), "/a")
    told = record.entries(kinds=("meeting",))[0]
    assert isinstance(told.entry, Meeting)
    assert [quote.text for quote in told.quotes] == ["Op 3 mei 2021 ontving", "in Gent"]
    assert told.paper.title == "Verslag"
    names = [told.entity(one.appearance) for one in told.entry.participants]
    assert [entity.name for entity in names if entity] == ["Ada Verhulst", "Öz Demir"]
    assert told.verdict is None
    assert record.entry(told.entry.id) == told


def test_judgements_are_replayed_and_undone(record: Record) -> None:
    record.file(rows(), "/a")
    office = record.entries(kinds=("office",))[0].entry
    record.judge(Judgement("j1", "correct", (office.id,), "tv", "2026-01-01", "typo", json.dumps({"role": "mayor"})))
    told = record.entries(kinds=("office",))[0]
    assert isinstance(told.entry, Office)
    assert (told.entry.role, told.entry.confidence, told.verdict) == ("mayor", 1.0, "correct")
    assert told.entry.reason == "corrected by tv: typo"
    record.judge(Judgement("j2", "reject", (office.id,), "tv", "2026-01-02"))
    assert record.entries(kinds=("office",)) == ()
    assert office.id not in {entry.id for entry in record.findings(rows().paper).entries}
    assert record.entries(kinds=("office",), rejected=True)[0].verdict == "reject"
    record.judge(Judgement("j3", "undo", ("j2",), "tv", "2026-01-03"))
    assert record.entries(kinds=("office",))[0].verdict == "correct"
    assert len(record.judgements()) == 3


def test_judgements_outlive_reading_again_and_are_orphaned_when_the_paper_goes(record: Record) -> None:
    record.file(rows(), "/a")
    office = record.entries(kinds=("office",))[0].entry
    record.judge(Judgement("j1", "reject", (office.id,), "tv", "2026-01-01"))
    record.forget("/a")
    assert [orphan.id for orphan in record.orphans()] == ["j1"]
    record.file(rows(), "/a")
    assert record.orphans() == ()
    assert record.entries(kinds=("office",)) == ()


def test_two_taken_for_one_are_parted_by_a_judgement(record: Record) -> None:
    record.file(rows(), "/a")
    record.file(rows(VISIT + " Einde."), "/b")
    (both,) = record.find_entity("Ada Verhulst")
    record.judge(Judgement("j1", "different", both.appearances, "tv", "2026-01-01"))
    assert len(record.find_entity("Ada Verhulst")) == 2


def test_a_judgement_on_nothing_or_nonsense_is_refused(record: Record) -> None:
    record.file(rows(), "/a")
    office = record.entries(kinds=("office",))[0].entry
    for verdict in ("confirm", "same", "undo"):
        with pytest.raises(NotFound):
            record.judge(Judgement("j", verdict, ("nobody",), "tv", "2026-01-01"))
    with pytest.raises(ValueError, match="has no field 'id'"):
        record.judge(Judgement("j", "correct", (office.id,), "tv", "2026-01-01", "", '{"id": "x"}'))
    assert record.judgements() == ()


def test_the_log_of_judgements_cannot_be_rewritten(record: Record) -> None:
    record.file(rows(), "/a")
    record.judge(Judgement("j", "confirm", (record.entries()[0].entry.id,), "tv", "2026-01-01"))
    for change in ("UPDATE judgements SET who = 'x';", "DELETE FROM judgements;"):
        with pytest.raises(RecordError, match="judgements are never"):
            record.database.run(change)
    assert record.judgements()[0].who == "tv"


def test_problems_are_listed_until_the_file_is_read(record: Record) -> None:
    record.add_problem(Problem("/a", "no text\x00in it", "Scan it again"))
    record.add_problem(Problem("/a", "still no text", "Scan it again"))
    assert [problem.reason for problem in record.problems()] == ["still no text"]
    record.file(rows(), "/a")
    assert record.problems() == ()


def test_evidence_that_no_longer_holds_is_listed(record: Record) -> None:
    record.file(rows(), "/a")
    record.database.run("UPDATE evidence SET quote = 'other words' WHERE quote = 'in Gent';")
    assert [orphan.reason for orphan in record.orphans()] == ["code points 72 to 79 do not hold the words quoted"]


def test_papers_are_found_by_the_beginning_of_their_id_or_by_name(record: Record) -> None:
    record.file(rows(), "/a")
    paper = rows().paper
    assert record.paper(paper) == record.paper(paper[:8]) == record.paper("verslag.txt")
    for name in ("", "%", "0", "nothing.txt"):
        with pytest.raises(NotFound):
            record.paper(name)


def test_a_failure_half_way_leaves_nothing_of_the_paper(record: Record) -> None:
    made = rows()
    broken = [
        (name, ({**values[0], "id": None},)) if name == "add_entry" else (name, values) for name, values in made.tables
    ]
    with pytest.raises(RecordError):
        record.file(replace(made, tables=tuple(broken)), "/a")
    assert record.papers() == ()
    assert record.file(made, "/a") == "filed"


def test_an_entry_found_twice_is_kept_once(record: Record) -> None:
    outline, findings = read()
    twice = replace(findings, entries=(*findings.entries, *findings.entries), mentions=findings.mentions * 2)
    record.file(rows_of(outline, twice, "1"), "/a")
    assert record.findings(outline.paper.id).entries == findings.entries


def test_counts_say_what_the_record_holds(record: Record) -> None:
    record.file(rows(), "/a")
    counts = record.counts()
    assert (counts.papers, counts.passages, counts.mentions) == (1, 2, 3)
    assert counts.languages == {"nl": 1}
    assert counts.paper_kinds == {"minutes": 1}
    assert counts.entities == {"person": 2, "place": 1}
    assert counts.entries == {"meeting": 1, "office": 1, "undertaking": 1, "provision": 1}


def test_spans_of_evidence_hold_their_quotes(record: Record) -> None:
    record.file(rows(), "/a")
    text = record.text(rows().paper)
    for told in record.entries():
        assert told.quotes
        for quote in told.quotes:
            assert quote.span.of(text) == quote.text


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("meeting", '{"date": 2021, "status": "planned", "topics": ["a"], "session_ordinal": 3, "mode": null}', True),
        ("meeting", '{"participants": [{"appearance": null, "name": "Ada"}]}', True),
        ("meeting", '{"participants": "Ada"}', False),
        ("meeting", '{"participants": [{"nom": "Ada"}]}', False),
        ("meeting", '{"session_ordinal": "third"}', False),
        ("meeting", '{"status": null}', False),
        ("meeting", "[]", False),
        ("meeting", "{", False),
        ("undertaking", '{"what": true}', False),
    ],
)
def test_a_correction_fits_its_fields_or_is_refused(record: Record, kind: str, value: str, fits: bool) -> None:
    record.file(rows(), "/a")
    entry = record.entries(kinds=(kind,))[0].entry
    correction = Judgement("j", "correct", (entry.id,), "tv", "2026-01-01", "", value)
    if fits:
        record.judge(correction)
        assert record.entry(entry.id).verdict == "correct"
        assert record.findings(entry.paper).entries
        return
    with pytest.raises(ValueError):
        record.judge(correction)
    record.take_over([correction])
    assert record.entry(entry.id).verdict is None
