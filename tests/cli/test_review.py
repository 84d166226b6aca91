"""`greffier review` and `greffier reference`, as typed and as piped."""

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import run
from tests.record.people import file_people

from greffier.record.record import Record


@pytest.fixture
def record(tmp_path: Path) -> str:
    url = str(tmp_path / "r.db")
    with Record.open(url) as opened:
        file_people(opened, "a.txt", "Sigrid Lindqvist", offices=9)
        file_people(opened, "b.txt", "S. Lindqvist", offices=4)
        file_people(opened, "c.txt", "Nino Beridze", offices=2)
        file_people(opened, "d.txt", "N. Beridze", offices=7)
    return url


def review(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: str, keys: str, *options: str
) -> str:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
    status, out, _ = run(capsys, "--record", record, "review", "--who", "tv", *options)
    assert status == 0
    return out


def verdicts(capsys: pytest.CaptureFixture[str], record: str) -> list[str]:
    return [line.split("\t")[2] for line in run(capsys, "--record", record, "judgements")[1].splitlines()]


def test_questions_are_listed_and_asked_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: str
) -> None:
    listed = review(capsys, monkeypatch, record, "", "--list").splitlines()
    assert [line.split("\t")[3:5] for line in listed] == [
        ["Sigrid Lindqvist", "S. Lindqvist"],
        ["N. Beridze", "Nino Beridze"],
    ]
    out = review(capsys, monkeypatch, record, "sd")
    assert "4 entries would move" in out and "A  Sigrid Lindqvist" in out and "B  S. Lindqvist" in out
    assert "→ Sigrid Lindqvist and S. Lindqvist are the same" in out
    assert "→ N. Beridze and Nino Beridze are different" in out
    assert "2 decisions made; 0 questions open." in out
    assert verdicts(capsys, record) == ["same", "different"]
    assert "Nothing to decide" in review(capsys, monkeypatch, record, "")


def test_later_undo_why_and_stop(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: str
) -> None:
    out = review(capsys, monkeypatch, record, "xlwbd")
    assert "1 decision made, 1 question left for later; 1 question open." in out
    assert json.loads(run(capsys, "--record", record, "judgements", "--json")[1])[0]["why"] == "b"
    run(capsys, "--record", record, "undo")
    out = review(capsys, monkeypatch, record, "ususq")
    assert out.count("undone: Sigrid Lindqvist same") == 1
    assert verdicts(capsys, record) == ["different (undone)", "undo", "same (undone)", "undo", "same"]


def test_a_list_is_added_confirmed_shown_and_removed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: str, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("name,id,wikidata\nSigrid Lindqvist,m1,Q101\n,m2,\n", encoding="utf-8")
    status, out, err = run(capsys, "--record", record, "reference", "add", str(file))
    assert (status, out) == (1, "members: 1 name to compare with. Now: greffier review\n")
    assert err == f"{file}:3: has no name; left out\n"
    assert run(capsys, "--record", record, "reference", "list")[1] == "members\t1\tmembers.csv\n"
    out = review(capsys, monkeypatch, record, "lls")
    assert "→ Sigrid Lindqvist is Sigrid Lindqvist (members m1, wikidata Q101)" in out
    assert "wikidata: Q101" in run(capsys, "--record", record, "show", "Sigrid Lindqvist")[1]
    assert run(capsys, "--record", record, "reference", "remove", "members")[0] == 0
    assert "wikidata: Q101" in run(capsys, "--record", record, "show", "Sigrid Lindqvist")[1]
    assert run(capsys, "--record", record, "undo")[0] == 0
    assert "Q101" not in run(capsys, "--record", record, "show", "Sigrid Lindqvist")[1]
    assert run(capsys, "--record", record, "reference", "remove", "members")[0] == 2


def test_decisions_go_through_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: str, tmp_path: Path
) -> None:
    review(capsys, monkeypatch, record, "sd")
    file = tmp_path / "decisions.json"
    assert run(capsys, "--record", record, "judgements", "-o", str(file))[0] == 0
    other = str(tmp_path / "other.db")
    with Record.open(other) as opened:
        file_people(opened, "a.txt", "Sigrid Lindqvist", offices=9)
        file_people(opened, "b.txt", "S. Lindqvist", offices=4)
    _, _, err = run(capsys, "--record", other, "judgements", "--add", str(file))
    assert err == "2 decisions read, 2 of them new; 1 decide on what is not in this record (orphaned)\n"
    assert verdicts(capsys, other) == ["same", "different (orphaned)"]


MISTAKES = [
    ["reference", "add", "/nowhere.csv"],
    ["reference", "add", "/"],
    ["reference", "add", __file__],
    ["reference", "add", "--name", "a b", __file__],
    ["reference", "remove", "nothing"],
    ["reference", "nonsense"],
    ["review", "--kind", "ghost"],
    ["merge", "Sigrid", "Sigrid Lindqvist"],
    ["split", "Sigrid Lindqvist", "a.txt"],
]


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_mistake_is_one_line(capsys: pytest.CaptureFixture[str], record: str, arguments: list[str]) -> None:
    status, out, err = run(capsys, "--record", record, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("greffier: ") and err.count("\n") == 1
