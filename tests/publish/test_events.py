"""One event that several papers tell: joined where day and participants agree, else left apart."""

from collections.abc import Iterator

import pytest

from greffier.publish.calendar import calendar
from greffier.publish.events import events, papers_of
from greffier.record.record import Record
from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

TOLD = "They discussed the new treaty and what is to be done for the schools.\n"
PAPERS = {
    "a.txt": f"Oslo, 4 May 2021\n\nOn 3 May 2021 Minister Ada Verhulst met Ambassador Tomas Brandel in Oslo. {TOLD}",
    "b.txt": f"5 May 2021\n\nAmbassador Tomas Brandel held talks with Minister Ada Verhulst on 3 May 2021. {TOLD}",
    "c.txt": f"Oslo, 6 May 2021\n\nOn 3 May 2021 Minister Ada Verhulst met Speaker Ines Roldan in Oslo. {TOLD}",
    "d.txt": f"Oslo, 7 May 2021\n\nOn 6 May 2021 Minister Ada Verhulst met Ambassador Tomas Brandel in Oslo. {TOLD}",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("events")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_record(str(folder / "record.db"), create=True) as opened:
        list(file_papers(opened, [folder], How(jobs=1)))
        opened.refresh()
        yield opened


def test_two_papers_of_one_meeting_are_one_event(record: Record) -> None:
    found = [{told.paper.file for told in group} for group in events(record.entries(kinds=["meeting"]))]
    assert {"a.txt", "b.txt"} in found
    assert {"c.txt"} in found, "another guest on that day is another meeting"
    assert {"d.txt"} in found, "the same two on another day are another meeting"


def test_each_paper_of_an_event_keeps_its_words(record: Record) -> None:
    group = next(group for group in events(record.entries(kinds=["meeting"])) if len(group) > 1)
    words = [told.quotes[0].text for of_one in papers_of(group) for told in of_one]
    assert any("held talks" in text for text in words)
    assert any("met Ambassador" in text for text in words)


def test_the_calendar_has_an_event_once_with_both_papers(record: Record) -> None:
    made = calendar(record.timeline()).replace("\r\n ", "")
    assert made.count("DTSTART;VALUE=DATE:20210503") == 2
    assert sum("held talks" in line and "met Ambassador" in line for line in made.splitlines()) == 1
