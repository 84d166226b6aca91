"""Bombs and spoiled files of every format: each is filed or told with its reason, none ends the run or outlasts it.

`GREFFIER_FUZZ` sets how many files are spoiled (a sixteenth of it here; `bench/fuzz.py` makes thousands).
"""

import os
import time
from pathlib import Path

import pytest
from bench import bombs, fuzz

from greffier.run.filing import How, Outcome, file_papers
from greffier.run.opening import open_record

SECONDS = 8.0
NUMBER = int(os.environ.get("GREFFIER_FUZZ", "2000")) // 16
REFUSED = {  # bomb: what is said of it
    "zeros.zip": "GREFFIER_UNPACKED",
    "overlapping.zip": "GREFFIER_MEMBERS",
    "nested.zip": "GREFFIER_MEMBERS",
    "laughs.docx": "damaged",
    "laughs.fodt": "damaged",
    "deep.rtf": "nested too deep",
    "zeros.docx": "GREFFIER_RATIO",
    "parts.eml": "GREFFIER_PARTS",
    "nested.eml": "nested too deep",
    "forwarded.eml": "GREFFIER_DEPTH",
    "headers.warc": "damaged",
    "endless.warc": "breaks off",
    "zeros.warc.gz": "GREFFIER_RATIO",
    "many.pdf": "GREFFIER_PAGES",
    "circle.pdf": "no text",
}


def filed(folder: Path, record: Path) -> list[Outcome]:
    with open_record(str(record), create=True) as opened:
        return list(file_papers(opened, [folder], How(jobs=1, seconds=SECONDS)))


@pytest.mark.slow
def test_bombs_are_refused_by_a_limit_that_is_named(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in REFUSED:
        (desk / name).write_bytes(bombs.BOMBS[name]())
    (desk / "z.txt").write_bytes(b"The council met.")
    began = time.monotonic()
    outcomes = filed(desk, tmp_path / "r.db")
    assert time.monotonic() - began < 120
    said: dict[str, list[str]] = {}
    for one in outcomes:
        if one.problem:
            name = Path(one.source).relative_to(desk).parts[0]
            said.setdefault(name, []).append(f"{one.problem.reason}. {one.problem.remedy}")
    for name, words in REFUSED.items():
        assert any(words in line for line in said.get(name, [])), (name, said.get(name))
    assert len(said["forwarded.eml"]) < 20
    assert [one.state for one in outcomes if one.source == str(desk / "z.txt")] == ["filed"]


@pytest.mark.slow
def test_spoiled_files_of_every_format_are_filed_or_told(tmp_path: Path) -> None:
    pytest.importorskip("PIL.Image")
    desk = tmp_path / "desk"
    desk.mkdir()
    valid = fuzz.samples()
    for number in range(NUMBER):
        name, data = fuzz.made(number, valid)
        (desk / name).write_bytes(data)
    outcomes = filed(desk, tmp_path / "r.db")
    told = {Path(one.source).relative_to(desk).parts[0] for one in outcomes}
    assert told == {file.name for file in desk.iterdir()}
    reasons = [f"{one.source}: {one.problem.reason}" for one in outcomes if one.problem]
    assert [line for line in reasons if "Greffier failed" in line or "died" in line] == []
    assert sum(one.problem is None for one in outcomes) > NUMBER // 4


def test_every_sample_of_the_fuzzer_is_filed_unspoiled(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    pictures = ("png", "jpg", "tif")
    pytest.importorskip("PIL.Image")
    for ending, samples in fuzz.samples().items():
        for number, data in enumerate(samples if ending not in pictures else ()):
            (desk / f"{number}.{ending}").write_bytes(data)
    assert [one.problem for one in filed(desk, tmp_path / "r.db") if one.problem] == []
