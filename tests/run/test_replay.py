"""What people decided outlives a reading by other lexicons, in the same record and in one made from nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import greffier

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
OTHER = """\
[[pattern]]
value = "ambassador"
forms = ["gastheer"]
"""
pytestmark = pytest.mark.slow


def run(record: Path, *arguments: str, lexicons: Path | None = None, keys: str = "") -> tuple[int, str]:
    source = str(Path(greffier.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": source, "GREFFIER_WHO": "tv", "GREFFIER_RECORD": str(record)}
    environment.pop("GREFFIER_LEXICONS", None)
    if lexicons:
        environment["GREFFIER_LEXICONS"] = str(lexicons)
    command = [sys.executable, "-m", "greffier", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, input=keys)
    assert "fault of Greffier" not in done.stderr
    return done.returncode, done.stdout


def found(record: Path, *arguments: str, lexicons: Path | None = None) -> Any:
    return json.loads(run(record, *arguments, "--json", lexicons=lexicons)[1])


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    """A user's own folder that reads roles in Dutch otherwise."""
    (tmp_path / "lexicons" / "nl").mkdir(parents=True)
    (tmp_path / "lexicons" / "nl" / "roles.toml").write_text(OTHER, encoding="utf-8")
    return tmp_path / "lexicons"


def test_decisions_hold_or_are_listed_as_orphaned_after_another_reading(tmp_path: Path, lexicons: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in ("2020-02-19-nl-verslag-bilaterale-sectie.txt", "2025-09-19-en-vassilenko-de-roover.html"):
        (desk / name).write_bytes((SAMPLES / name).read_bytes())
    (desk / "2025-09-22-kk.txt").write_bytes(next(SAMPLES.glob("*-kk-*")).read_bytes())
    first = tmp_path / "first.db"
    run(first, "file", str(desk))
    told = [one["entry"] for one in found(first, "timeline")]
    roles = [one["entry"] for one in found(first, "show", "2020-02-19-nl-verslag-bilaterale-sectie.txt")["entries"]]
    offices = [one for one in roles if one["kind"] == "office"]
    judged = list({one["id"]: one for one in [*told[:4], *offices[:4]]}.values())
    assert len(judged) >= 6
    for number, entry in enumerate(judged):
        run(first, ("confirm", "reject")[number % 2], entry["id"])
    assert run(first, "merge", "Tim Vandenput", "Darya Safai")[0] == 0
    assert run(first, "review", keys="s\nd\nq\n")[0] == 0
    before = found(first, "judgements")
    assert {"same", "confirm", "reject"} <= {one["verdict"] for one in before}
    decisions = tmp_path / "decisions.json"
    run(first, "judgements", "-o", str(decisions))

    second = tmp_path / "second.db"
    run(second, "file", str(desk), lexicons=lexicons)
    run(second, "judgements", "--add", str(decisions), lexicons=lexicons)
    assert run(first, "file", str(desk), lexicons=lexicons)[1] == "3 read again\n"
    for record in (first, second):
        assert found(record, "judgements") == before
        _holds(record, before, lexicons)
    exports = [_export(record, tmp_path, lexicons) for record in (first, second)]
    assert exports[0] == exports[1]


def _holds(record: Path, before: list[dict[str, Any]], lexicons: Path) -> None:
    """Every decision either holds in what is told now, or is listed as orphaned."""
    listed = run(record, "judgements", lexicons=lexicons)[1].splitlines()
    orphaned = {line.split("\t")[-1] for line in listed if "(orphaned)" in line}
    checked = run(record, "verify", lexicons=lexicons)[1]
    told = {one["entry"]["id"]: one["verdict"] for one in _everything(record, lexicons)}
    named = found(record, "show", "Tim Vandenput", lexicons=lexicons)["shown"]
    assert "Safai" in named["names"]
    questions = found(record, "review", lexicons=lexicons)
    asked = {(one["left"]["appearances"][0], one["right"]["appearances"][0]) for one in questions if one["right"]}
    for one in before:
        subject = one["subjects"][0]
        if one["id"][:8] in orphaned:
            assert subject not in told
            assert one["verdict"] in checked
        elif one["verdict"] == "confirm":
            assert told[subject] == "confirm"
        elif one["verdict"] == "reject":
            assert subject not in told
        else:
            assert (subject, one["subjects"][-1]) not in asked
    assert len(orphaned) < len(before)
    assert orphaned, "the other lexicon changes nothing that was judged"


def _everything(record: Path, lexicons: Path) -> list[dict[str, Any]]:
    papers = found(record, "papers", lexicons=lexicons)["papers"]
    return [one for paper in papers for one in found(record, "show", paper["id"], lexicons=lexicons)["entries"]]


def _export(record: Path, folder: Path, lexicons: Path) -> dict[str, bytes]:
    out = folder / f"{record.stem}.export"
    run(record, "export", str(out), lexicons=lexicons)
    return {file.name: file.read_bytes() for file in sorted(out.rglob("*")) if file.is_file()}
