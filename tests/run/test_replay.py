"""What people decided outlives a reading by other lexicons, in the same record and in one made from nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import greffier
from greffier.model.judgement import Judgement
from greffier.publish.export.jsonl import export_ordered
from greffier.publish.review.answering import answer
from greffier.publish.review.doubts import doubts
from greffier.record import deciding
from greffier.record.deciding import By
from greffier.record.record import Record
from greffier.run.opening import open_record

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
NAMES = (
    "2020-02-19-nl-verslag-bilaterale-sectie.txt",
    "2025-09-19-en-vassilenko-de-roover.html",
    "2025-09-20-ru-vasilenko-de-rover.txt",
    "2025-09-22-kk-kezdesu.txt",
)
OTHER = """\
[[pattern]]
value = "ambassador"
forms = ["gastheer"]
"""
ME = By("tv", "I was there")
pytestmark = pytest.mark.slow


def file(record: Path, desk: Path, lexicons: Path | None = None) -> str:
    """File papers in a process of its own, for lexicons are loaded once."""
    environment = {**os.environ, "PYTHONPATH": str(Path(greffier.__file__).parents[1])}
    environment.pop("GREFFIER_LEXICONS", None)
    if lexicons:
        environment["GREFFIER_LEXICONS"] = str(lexicons)
    command = [sys.executable, "-m", "greffier", "--record", str(record), "file", "--jobs", "1", str(desk)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    for name in NAMES:
        (tmp_path / "desk" / name).write_bytes((SAMPLES / name).read_bytes())
    return tmp_path / "desk"


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    """A user's own folder that reads roles in Dutch otherwise."""
    (tmp_path / "lexicons" / "nl").mkdir(parents=True)
    (tmp_path / "lexicons" / "nl" / "roles.toml").write_text(OTHER, encoding="utf-8")
    return tmp_path / "lexicons"


def test_decisions_hold_or_are_listed_as_orphaned_after_another_reading(
    tmp_path: Path, desk: Path, lexicons: Path
) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    file(first, desk)
    with open_record(str(first)) as record:
        before = decide(record)
    assert {one.verdict for one in before} == {"same", "different", "confirm", "reject"}

    file(second, desk, lexicons)
    with open_record(str(second)) as record:
        assert record.take_over(before) == len(before)
    assert file(first, desk, lexicons) == f"{len(NAMES)} read again\n"
    exports = []
    for url in (first, second):
        with open_record(str(url)) as record:
            assert record.judgements() == before
            holds(record, before)
            exports.append(exported(record, url.with_suffix(".export")))
    assert exports[0] == exports[1]


def decide(record: Record) -> tuple[Judgement, ...]:
    """Decide on entries of every sort and on who is who."""
    paper = record.paper(NAMES[0]).id
    offices = [told for told in record.entries(paper=paper) if told.entry.kind == "office"]
    entries = list({told.entry.id: None for told in (*record.timeline()[:4], *offices[:4])})
    for number, entry in enumerate(entries):
        deciding.decide(record, ("confirm", "reject")[number % 2], (entry,), ME)
    tim, darya = record.find_entity("Vandenput")[0], record.find_entity("Safai")[0]
    deciding.same(record, tim.appearances, darya.appearances, ME)
    roman = record.find_entity("Roman Vassilenko")[0]
    deciding.split(record, roman, [record.paper(NAMES[1]).id], ME)
    for number, doubt in enumerate(doubts(record)[:2]):
        answer(record, doubt, number == 0, ME)
    return record.judgements()


def holds(record: Record, before: tuple[Judgement, ...]) -> None:
    """Every decision either holds in what is told now, or is listed as orphaned."""
    states = {one.judgement.id: one.state for one in record.decisions()}
    orphans = {orphan.id for orphan in record.orphans()}
    told = {one.entry.id: one.verdict for one in record.entries()}
    for one in before:
        if states[one.id] == "orphaned":
            assert one.id in orphans and not set(one.subjects) & told.keys()
        elif one.verdict == "confirm":
            assert told[one.subjects[0]] == "confirm"
        elif one.verdict == "reject":
            assert one.subjects[0] not in told
        else:
            homes = [record.entity_of(subject) for subject in (one.subjects[0], one.subjects[-1])]
            assert None not in homes
            assert (homes[0] == homes[1]) == (one.verdict == "same")
    assert 0 < list(states.values()).count("orphaned") < len(before)


def exported(record: Record, out: Path) -> dict[str, bytes]:
    export_ordered(out, record.whole(), record.entities())
    return {file.name: file.read_bytes() for file in sorted(out.rglob("*")) if file.is_file()}
