"""Filing gives one record whatever the order, the number of processes, the bad files and the kills."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.record.papers import VISIT
from tests.run import slow_reader

from greffier.publish.export.jsonl import export_ordered
from greffier.run.checking import check
from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
QUICK = How(jobs=1, seconds=30, read=slow_reader.read)
KILLS = int(os.environ.get("GREFFIER_KILLS", "4"))


def states(record: Path, paths: list[Path], how: How = QUICK) -> dict[str, str]:
    with open_record(str(record), create=True) as opened:
        return {Path(one.source).name: one.state for one in file_papers(opened, paths, how)}


def exported(record: Path) -> dict[str, bytes]:
    out = record.with_suffix(".export")
    with open_record(str(record)) as opened:
        export_ordered(out, opened.whole(), opened.entities())
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in sorted(out.rglob("*")) if file.is_file()}


def paper(folder: Path, name: str, text: str = "") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(VISIT + text, encoding="utf-8")
    return file


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


def test_unchanged_files_are_skipped_and_changed_ones_read_again(tmp_path: Path, desk: Path) -> None:
    record = tmp_path / "r.db"
    paper(desk, "a.txt"), paper(desk, "sub/b.txt", " B.")
    assert states(record, [desk]) == {"a.txt": "filed", "b.txt": "filed"}
    paper(desk, "a.txt", " Changed.")
    (desk / "sub" / "b.txt").touch()
    assert states(record, [desk]) == {"a.txt": "changed", "b.txt": "unchanged"}
    (desk / "a.txt").unlink()
    assert states(record, [desk]) == {"b.txt": "unchanged"}
    with open_record(str(record)) as opened:
        assert len(opened.papers()) == 2
        assert {fault.kind for fault in check(opened)} >= {"source"}


def test_again_reads_everything_again(tmp_path: Path, desk: Path) -> None:
    paper(desk, "a.txt")
    assert states(tmp_path / "r.db", [desk]) == {"a.txt": "filed"}
    before = exported(tmp_path / "r.db")
    again = How(jobs=1, again=True, read=slow_reader.read)
    assert states(tmp_path / "r.db", [desk], again) == {"a.txt": "again"}
    assert exported(tmp_path / "r.db") == before


def test_bad_files_cost_a_line_each_and_the_rest_goes_on(tmp_path: Path, desk: Path) -> None:
    for number, name in enumerate(("a.txt", "bad.txt", "die.txt", "hang.txt", "z.txt")):
        paper(desk, name, str(number))
    os.mkfifo(desk / "pipe.txt")
    (desk / "broken.txt").symlink_to(desk / "nowhere")
    began = time.monotonic()
    how = How(jobs=2, seconds=3, read=slow_reader.read)
    found = states(tmp_path / "r.db", [desk, desk / "absent.txt"], how)
    assert time.monotonic() - began < 30
    failed = {"bad.txt", "die.txt", "hang.txt", "pipe.txt", "broken.txt", "absent.txt"}
    assert found == dict.fromkeys(failed, "failed") | {"a.txt": "filed", "z.txt": "filed"}
    with open_record(str(tmp_path / "r.db")) as opened:
        problems = {Path(one.source).name: one for one in opened.problems()}
        assert problems.keys() == failed
        assert "took more than 3 seconds" in problems["hang.txt"].reason
        assert all(one.remedy for one in problems.values())


def test_a_file_that_reads_at_last_is_a_problem_no_more(tmp_path: Path, desk: Path) -> None:
    record = tmp_path / "r.db"
    file = paper(desk, "a.txt")
    assert states(record, [file, desk / "b.txt"]) == {"a.txt": "filed", "b.txt": "failed"}
    paper(desk, "b.txt")
    assert states(record, [desk]) == {"a.txt": "unchanged", "b.txt": "copy"}
    with open_record(str(record)) as opened:
        assert opened.problems() == ()


def test_files_of_the_same_bytes_are_read_under_the_first_name(tmp_path: Path, desk: Path) -> None:
    first, second = paper(desk, "a.txt"), paper(desk, "b.txt")
    found = []
    for number, paths in enumerate(([first, second], [second, first], [desk])):
        record = tmp_path / f"{number}.db"
        for path in paths:
            states(record, [path])
        found.append(exported(record))
    record = tmp_path / "together.db"
    states(record, [second, first])
    assert found[0] == found[1] == found[2] == exported(record)
    with open_record(str(record)) as opened:
        assert opened.papers()[0].file == "a.txt"
        opened.forget(str(first))
    states(record, [second])
    states(tmp_path / "alone.db", [second])
    assert exported(record) == exported(tmp_path / "alone.db")


def test_the_record_is_no_paper_of_its_own(tmp_path: Path, desk: Path) -> None:
    paper(desk, "a.txt")
    assert states(desk / "greffier.db", [desk]) == {"a.txt": "filed"}
    assert states(desk / "greffier.db", [desk]) == {"a.txt": "unchanged"}


@pytest.mark.slow
def test_the_record_is_the_same_in_any_order_and_on_two_processes(tmp_path: Path) -> None:
    papers = sorted(SAMPLES.iterdir())
    shuffled = random.Random(7).sample(papers, len(papers))
    states(tmp_path / "one.db", papers, How(jobs=1))
    states(tmp_path / "two.db", shuffled[::-1], How(jobs=2))
    for part in (shuffled[:9], shuffled[9:]):
        states(tmp_path / "parts.db", part, How(jobs=1))
        exported(tmp_path / "parts.db")  # makes the entities in between
    first = exported(tmp_path / "one.db")
    assert first == exported(tmp_path / "two.db") == exported(tmp_path / "parts.db")
    assert len(first) == len(papers) + 4


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_every_paper_filed_or_not(tmp_path: Path) -> None:
    def command(record: Path) -> list[str]:
        return [sys.executable, "-m", "greffier", "--record", str(record), "file", str(SAMPLES)]

    began = time.monotonic()
    subprocess.run(command(tmp_path / "whole.db"), check=True, capture_output=True)
    whole, took = exported(tmp_path / "whole.db"), time.monotonic() - began
    moments = random.Random(11)
    for number in range(KILLS):
        record = tmp_path / f"killed{number}.db"
        with subprocess.Popen(command(record), stdout=subprocess.DEVNULL, start_new_session=True) as process:
            time.sleep(moments.uniform(0.1, took))
            process.send_signal(signal.SIGKILL)
        subprocess.run(command(record), check=True, capture_output=True)
        assert exported(record) == whole, number
