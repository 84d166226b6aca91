"""The sample papers are all described in their README and are what it says they are."""

import re
from fnmatch import fnmatch
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan"
PAPERS = sorted((FOLDER / "papers").iterdir())
ROWS = re.findall(r"^\| `([^`]+)` \| ([a-z, ]+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_paper_has_its_row_in_the_readme_and_every_row_its_paper() -> None:
    assert len(ROWS) == len(PAPERS)
    for (name, langs), paper in zip(ROWS, PAPERS, strict=True):
        assert fnmatch(paper.name, name.replace("…", "*"))
        assert paper.name[11:].startswith(langs.replace(", ", "-") + "-")


def test_the_papers_are_utf_8_and_short() -> None:
    for paper in PAPERS:
        words = re.sub(r"<[^>]+>", " ", paper.read_text(encoding="utf-8")).split()
        assert 100 < len(words) < 1100, paper.name


def test_the_readme_says_that_the_papers_are_no_sources() -> None:
    assert "They are not sources." in (FOLDER / "README.md").read_text(encoding="utf-8")
