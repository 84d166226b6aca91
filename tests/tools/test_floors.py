"""The floors: failing below them, raised silently, lowered only with a reason that is kept."""

import json
from pathlib import Path

import pytest

from tools import floors


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"gold": "g", "floors": {"all": {"persons": 0.9}}, "pins": []}), encoding="utf-8")
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "score.py").touch()
    monkeypatch.setattr(floors, "FLOORS", file)
    monkeypatch.setattr(floors, "TOLD", tmp_path / "measured.json")
    monkeypatch.setattr(floors, "README", tmp_path / "README.md")
    floors.README.write_text("Before\n<!-- floors -->\nold\n<!-- end of floors -->\nAfter\n", encoding="utf-8")
    monkeypatch.setattr(floors, "digest", lambda gold: "g")
    return file


def run(shared: Path, monkeypatch: pytest.MonkeyPatch, score: float, *arguments: str) -> int:
    monkeypatch.setattr(floors, "measured", lambda folder: ({"all": {"persons": score}}, {"all": 3}))
    return floors.main(["--shared", str(shared), *arguments])


def test_a_score_below_its_floor_fails(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(pinned.parent, monkeypatch, 0.9) == 0
    assert run(pinned.parent, monkeypatch, 0.8) == 1


def test_another_gold_fails(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "digest", lambda gold: "another")
    assert run(pinned.parent, monkeypatch, 0.9) == 1
    with pytest.raises(SystemExit):
        run(pinned.parent, monkeypatch, 0.9, "--raise")


def test_floors_are_raised_but_lowered_only_with_a_reason(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(pinned.parent, monkeypatch, 0.95, "--raise")
    run(pinned.parent, monkeypatch, 0.7, "--raise")
    assert json.loads(pinned.read_text(encoding="utf-8"))["floors"] == {"all": {"persons": 0.95}}
    run(pinned.parent, monkeypatch, 0.7, "--pin", "a stricter gold")
    made = json.loads(pinned.read_text(encoding="utf-8"))
    assert made["floors"] == {"all": {"persons": 0.7}}
    assert made["pins"] == [{"why": "a stricter gold", "lowered": ["all persons 0.700 is below 0.950"]}]


def test_without_gold_nothing_is_checked_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main(["--shared", str(tmp_path)]) == 0
    assert "not checked" in capsys.readouterr().out


def test_what_is_pinned_is_told(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(pinned.parent, monkeypatch, 0.95, "--raise")
    assert json.loads(floors.TOLD.read_text(encoding="utf-8")) == {"all": {"papers": 3, "persons": 0.95}}
    told = floors.README.read_text(encoding="utf-8")
    assert told.startswith("Before") and "| persons | 0.95 |" in told and "old" not in told


def test_the_readme_and_the_languages_tell_the_floors() -> None:
    pinned = json.loads(floors.FLOORS.read_text(encoding="utf-8"))["floors"]
    assert floors.table(pinned) in floors.README.read_text(encoding="utf-8")
    told = json.loads(floors.TOLD.read_text(encoding="utf-8"))
    assert {lang: {k: v for k, v in row.items() if k != "papers"} for lang, row in told.items()} == pinned
