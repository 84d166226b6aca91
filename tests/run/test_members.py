"""Members of containers are papers of their own, filed with the same promises as files."""

from pathlib import Path

import pytest
from tests.read.container_files import NOTE, PAGE, crawl, mail
from tests.read.office_files import zipped
from tests.run.test_filing import SAMPLES, exported

from greffier.run.checking import check
from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

READ = How(jobs=1)


def filed(record: Path, paths: list[Path], how: How = READ) -> dict[str, str]:
    with open_record(str(record), create=True) as opened:
        return {one.source.replace(f"{record.parent}/", ""): one.state for one in file_papers(opened, paths, how)}


def test_members_are_filed_skipped_when_unchanged_and_checked(tmp_path: Path) -> None:
    box, letter, record = tmp_path / "box.zip", tmp_path / "letter.eml", tmp_path / "r.db"
    box.write_bytes(zipped(("a.txt", NOTE), ("b/page.html", PAGE), ("empty.txt", b"")))
    letter.write_bytes(mail(("note.txt", NOTE + b" Then he left.")))
    expected = {
        "box.zip/a.txt": "filed",
        "box.zip/b/page.html": "filed",
        "letter.eml": "filed",
        "letter.eml/note.txt": "filed",
    }
    assert filed(record, [box, letter]) == {**expected, "box.zip/empty.txt": "failed"}
    assert filed(record, [box, letter]) == {**dict.fromkeys(expected, "unchanged"), "box.zip/empty.txt": "failed"}
    with open_record(str(record)) as opened:
        assert {source for card in opened.papers() for source in card.sources} == {
            f"{tmp_path}/{name}" for name in expected
        }
        assert [problem.source for problem in opened.problems()] == [f"{tmp_path}/box.zip/empty.txt"]
        assert list(check(opened)) == []
        box.write_bytes(zipped(("a.txt", NOTE + b" Changed.")))
        assert {fault.kind for fault in check(opened)} == {"source"}
    assert filed(record, [box]) == {"box.zip/a.txt": "changed"}


def test_a_member_with_the_bytes_of_a_file_is_the_same_paper(tmp_path: Path) -> None:
    (tmp_path / "box.zip").write_bytes(zipped(("z.txt", NOTE), ("y.txt", NOTE)))
    (tmp_path / "x.txt").write_bytes(NOTE)
    states = filed(tmp_path / "r.db", [tmp_path / "box.zip", tmp_path / "x.txt"])
    assert sorted(states.values()) == ["copy", "copy", "filed"]
    with open_record(str(tmp_path / "r.db")) as opened:
        (card,) = opened.papers()
        assert len(card.sources) == 3


def test_what_is_wrong_with_a_container_is_told_once_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GREFFIER_PARTS", "3")
    (tmp_path / "cut.zip").write_bytes(zipped(("a.txt", NOTE))[:-10])
    (tmp_path / "none.zip").write_bytes(zipped((".hidden", b"x")))
    (tmp_path / "many.eml").write_bytes(mail(*((f"{n}.txt", b"x") for n in range(4))))
    (tmp_path / "z.txt").write_bytes(NOTE)
    names = ["cut.zip", "none.zip", "many.eml", "z.txt"]
    states = filed(tmp_path / "r.db", [tmp_path / name for name in names])
    assert states == {
        "cut.zip": "failed", "none.zip": "failed", "many.eml": "filed", "many.eml/": "failed", "z.txt": "filed",
    }  # fmt: skip
    monkeypatch.delenv("GREFFIER_PARTS")
    assert filed(tmp_path / "r.db", [tmp_path / "many.eml"])["many.eml/0.txt"] == "filed"
    with open_record(str(tmp_path / "r.db")) as opened:
        assert {Path(one.source).name for one in opened.problems()} == {"cut.zip", "none.zip"}


@pytest.mark.slow
def test_the_record_is_the_same_from_folders_and_containers_in_any_order(tmp_path: Path) -> None:
    papers = sorted(SAMPLES.iterdir())[:10]
    members = [(one.name, one.read_bytes()) for one in papers]
    (tmp_path / "a.zip").write_bytes(zipped(*members[:5]))
    (tmp_path / "b.zip").write_bytes(zipped(("inner.zip", zipped(*members[4:])), ("crawl.warc.gz", crawl(packed=True))))
    paths = [tmp_path / "a.zip", tmp_path / "b.zip", papers[0]]
    filed(tmp_path / "one.db", paths)
    filed(tmp_path / "two.db", paths[::-1], How(jobs=2))
    for path in paths:
        filed(tmp_path / "parts.db", [path])
    first = exported(tmp_path / "one.db")
    assert first == exported(tmp_path / "two.db") == exported(tmp_path / "parts.db")
    assert len(first) == len(papers) + 3 + 4
