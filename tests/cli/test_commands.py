"""The commands, as a user types them: what they print, how they exit, and that nothing is ever a stack trace."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.record.papers import VISIT, rows

from greffier.cli import app
from greffier.record.record import Record

DOCS = Path(__file__).parents[2] / "docs"
ESCAPE = "\x1b[31mred"


@pytest.fixture
def record(tmp_path: Path) -> str:
    url = str(tmp_path / "r.db")
    with Record.open(url) as opened:
        opened.file(rows(), "/desk/verslag.txt")
        opened.file(rows(VISIT + f" Slot {ESCAPE}.", "later.txt"), "/desk/later.txt")
    return url


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = app.run(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    status, out, err = run(capsys, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_every_command_has_help_with_an_example_and_its_page() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name in app.COMMANDS:
        shown = CliRunner().invoke(app.program, [name, "--help"])
        assert f"Example:\n    greffier {name}" in shown.output, name
        assert f"`greffier {name}" in page, name


def test_every_setting_is_documented() -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    source = Path(app.__file__).parents[1]
    for file in source.rglob("*.py"):
        for word in file.read_text(encoding="utf-8").replace('"', " ").replace("=", " ").split():
            if word.startswith("GREFFIER_"):
                assert f"`{word}`" in page, word


def test_papers_are_listed(capsys: pytest.CaptureFixture[str], record: str) -> None:
    status, out, _ = run(capsys, "--record", record, "papers")
    assert status == 0
    assert len(out.splitlines()) == 2
    assert "2021-05-04\tminutes\tnl\t4\tVerslag\t" in out


def test_a_name_is_shown_with_its_entries(capsys: pytest.CaptureFixture[str], record: str) -> None:
    status, out, _ = run(capsys, "--record", record, "show", "ada verhulst")
    assert status == 0
    assert out.startswith("Ada Verhulst\nperson; 2 papers, 2 mentions")
    assert "2021-05-03\tmeeting\tMeeting held in Gent: Ada Verhulst (speaker, Belgium), Öz Demir — zaal\tVerslag" in out


def test_a_paper_and_an_entry_are_shown_by_their_ids(capsys: pytest.CaptureFixture[str], record: str) -> None:
    _, out, _ = run(capsys, "--record", record, "show", "verslag.txt")
    entry = out.splitlines()[-1].split("\t")[-1]
    assert "minutes, 2021-05-04; nl" in out
    status, out, _ = run(capsys, "--record", record, "show", entry)
    assert status == 0
    assert "Request 1: Ze vragen" in out
    assert "70% sure: a numbered item (provisions 1)" in out


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str], record: str) -> None:
    for command in (("text", "later.txt"), ("text", "later.txt", "--layout"), ("search", "slot")):
        _, out, _ = run(capsys, "--record", record, *command)
        assert "31mred" in out
        assert "\x1b" not in out


def test_words_found_are_marked(capsys: pytest.CaptureFixture[str], record: str) -> None:
    status, out, _ = run(capsys, "--record", record, "search", "öz demir")
    assert status == 0
    assert "»Öz Demir«" in out
    assert run(capsys, "--record", record, "search", "nowhere")[0] == 1


def test_the_timeline_is_by_date(capsys: pytest.CaptureFixture[str], record: str) -> None:
    _, out, _ = run(capsys, "--record", record, "timeline", "--about", "Gent")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["2021-05-03"] * 2
    _, out, _ = run(capsys, "--record", record, "timeline", "--since", "2022")
    assert [line.split("\t")[1] for line in out.splitlines()] == ["undertaking"] * 2


def test_json_is_for_programs(capsys: pytest.CaptureFixture[str], record: str) -> None:
    for command in (["papers"], ["show", "Gent"], ["timeline"], ["search", "zaal"], ["languages"]):
        assert found(capsys, "--record", record, *command)


def test_decisions_are_made_and_undone(capsys: pytest.CaptureFixture[str], record: str) -> None:
    _, out, _ = run(capsys, "--record", record, "timeline", "--about", "Gent")
    entry = out.splitlines()[0].split("\t")[-1]
    assert run(capsys, "--record", record, "correct", entry, "date=2021-05-04", "status=planned", "--who", "tv")[0] == 0
    _, out, _ = run(capsys, "--record", record, "timeline", "--about", "Gent")
    assert "2021-05-04\tplanned meeting" in out
    assert run(capsys, "--record", record, "reject", entry)[0] == 0
    assert len(run(capsys, "--record", record, "timeline", "--about", "Gent")[1].splitlines()) == 1
    assert run(capsys, "--record", record, "undo", "--why", "wrong key")[0] == 0
    assert len(run(capsys, "--record", record, "timeline", "--about", "Gent")[1].splitlines()) == 2
    verdicts = [line.split("\t")[2] for line in run(capsys, "--record", record, "judgements")[1].splitlines()]
    assert verdicts == ["correct", "reject (undone)", "undo"]


def test_decisions_are_taken_over_from_another_record(
    capsys: pytest.CaptureFixture[str], record: str, tmp_path: Path
) -> None:
    _, out, _ = run(capsys, "--record", record, "timeline", "--about", "Gent")
    run(capsys, "--record", record, "reject", out.splitlines()[0].split("\t")[-1])
    file = tmp_path / "decisions.json"
    file.write_text(run(capsys, "--record", record, "judgements", "--json")[1], encoding="utf-8")
    other = str(tmp_path / "other.db")
    with Record.open(other) as opened:
        opened.file(rows(), "/desk/verslag.txt")
        opened.file(rows(VISIT + f" Slot {ESCAPE}.", "later.txt"), "/desk/later.txt")
    for _ in range(2):
        assert run(capsys, "--record", other, "judgements", "--add", str(file))[0] == 0
    assert len(run(capsys, "--record", other, "judgements")[1].splitlines()) == 1
    assert len(run(capsys, "--record", other, "timeline", "--about", "Gent")[1].splitlines()) == 1


def test_export_and_verify(capsys: pytest.CaptureFixture[str], record: str, tmp_path: Path) -> None:
    assert run(capsys, "--record", record, "export", "--format", "jsonl", str(tmp_path / "out"))[0] == 0
    entries = [
        json.loads(line) for line in (tmp_path / "out" / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(entries) == 8
    status, out, _ = run(capsys, "--record", record, "verify")
    assert status == 1  # the files of these papers were never there
    assert "10 quotes checked, 0 broken" in out


def test_forget_takes_a_path_or_a_file_name(capsys: pytest.CaptureFixture[str], record: str) -> None:
    assert run(capsys, "--record", record, "forget", "/desk/later.txt")[0] == 0
    assert run(capsys, "--record", record, "forget", "verslag.txt")[0] == 0
    assert run(capsys, "--record", record, "papers")[1] == ""


def test_files_that_cannot_be_read_cost_a_line_each(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "empty.txt").touch()
    (desk / "two\nlines \x1b[31m.txt").touch()
    os.close(os.open(os.fsencode(desk) + b"/latin-\xe9.txt", os.O_CREAT))
    with (desk / "huge.txt").open("wb") as huge:
        huge.truncate(10**9)
    status, out, err = run(capsys, "--record", str(tmp_path / "r.db"), "file", str(desk), str(tmp_path / "absent"))
    assert (status, out) == (1, "5 not read\n")
    assert len(err.splitlines()) == 5
    assert "\x1b" not in err
    assert "too many to read. Split it" in err
    assert run(capsys, "--record", str(tmp_path / "r.db"), "papers")[2].count("\n") == 5


MISTAKES = [
    ["judgements", "--add", __file__],
    ["papers", "--record", "nowhere.db"],
    ["show", "nobody at all"],
    ["timeline", "--since", "soon"],
    ["timeline", "--about", "%"],
    ["correct", "abcdef12", "date=2021"],
    ["correct", "abcdef12", "date"],
    ["reject", "x"],
    ["merge", "Gent", "Gent"],
    ["split", "Gent", "nothing.txt"],
    ["undo"],
    ["undo", "x"],
    ["forget", "nothing.txt"],
    ["text", "nothing.txt"],
    ["nonsense"],
    ["show"],
    ["file", "--jobs", "x", "y"],
    ["names", "one"],
    ["names", "--pairs", "/nowhere.csv"],
    ["export", "/proc/nowhere/out"],
    ["papers", "--record", "/dev/null/x"],
    ["papers", "--record", "postgresql://nobody@127.0.0.1:1/x"],
]


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_mistake_is_one_line_and_exit_status_2(
    capsys: pytest.CaptureFixture[str], record: str, arguments: list[str]
) -> None:
    status, out, err = run(capsys, "--record", record, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("greffier: ")
    assert err.count("\n") == 1


def test_a_fault_of_the_program_is_one_line_too(
    capsys: pytest.CaptureFixture[str], record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("greffier.record.answers.papers", lambda database: 1 / 0)
    status, _, err = run(capsys, "--record", record, "papers")
    assert status == 2
    assert err.startswith("greffier: this is a fault of Greffier: ZeroDivisionError")


def test_a_program_starts_within_a_second_and_loads_no_reader() -> None:
    began = time.perf_counter()
    script = "import sys; from greffier.cli import app; app.run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment())
    assert time.perf_counter() - began < 2
    heavy = {"lingua", "trafilatura", "lxml", "fastapi", "rich", "pycrfsuite", "babel"}
    assert not heavy & set(done.stdout.splitlines()[-1].split())


def test_a_reader_that_closes_the_pipe_is_no_error(record: str) -> None:
    command = f"{sys.executable} -m greffier --record {record} text later.txt --layout | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env=environment())
    assert done.stderr == ""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(app.__file__).parents[2])}


def test_a_brief_and_a_calendar_are_written(capsys: pytest.CaptureFixture[str], record: str, tmp_path: Path) -> None:
    brief, dates = tmp_path / "brief.md", tmp_path / "dates.ics"
    assert run(capsys, "--record", record, "brief", "--about", "ada verhulst", "-o", str(brief))[0] == 0
    assert brief.read_text("utf-8").startswith("# Brief: Ada Verhulst")
    assert run(capsys, "--record", record, "calendar", "-o", str(dates))[0] == 0
    assert "BEGIN:VEVENT" in dates.read_bytes().decode()


def test_a_paper_in_a_container_is_told_by_its_path_with_the_pages_of_its_passages(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import io
    import zipfile

    import typst

    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(
            "a/paper.pdf", typst.compile(b"The council met in Bergen.\n#pagebreak()\n= The envoy leaves\n\nHe left it.")
        )
        archive.writestr("b/paper.pdf", typst.compile(b"Another paper is filed."))
    (tmp_path / "box.zip").write_bytes(written.getvalue())
    url = str(tmp_path / "members.db")
    assert run(capsys, "--record", url, "file", str(tmp_path / "box.zip"), "--jobs", "1")[:2] == (0, "2 filed\n")
    inside = str(tmp_path / "box.zip" / "a" / "paper.pdf")
    _, out, _ = run(capsys, "--record", url, "text", inside, "--layout")
    assert "en p.1] The council met in Bergen." in out
    assert "p.2] The envoy leaves" in out
    assert run(capsys, "--record", url, "text", "paper.pdf")[0] == 2
    assert (
        run(capsys, "--record", url, "text", str(tmp_path / "box.zip" / "b" / "paper.pdf"))[1]
        == "Another paper is filed.\n"
    )
