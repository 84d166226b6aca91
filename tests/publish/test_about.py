"""A country is told of by its persons and by who is said to act for it; a brief says an office once, with its land."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier.model.entry import Figure, Meeting
from greffier.publish import about
from greffier.publish.brief.compose import compose
from greffier.publish.web.shown import met
from greffier.publish.wording import line
from greffier.record.record import Record
from greffier.record.views import PaperCard, Told
from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

FIRST = """Oslo, 3 May 2021

On 2 May 2021 Bat-Erdene Ganbold, ambassador of Mongolia to Norway, met Sigrid Lindqvist, president of the Storting.
Sigrid Lindqvist met Otar Lomidze, ambassador of Georgia.
"""
SECOND = """Oslo, 9 May 2021

Ambassador Bat-Erdene Ganbold called on Sigrid Lindqvist in Bergen. Mongolia is far away.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    desk = tmp_path_factory.mktemp("desk")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (desk / name).write_text(text, encoding="utf-8")
    with open_record(":memory:", create=True) as opened:
        list(file_papers(opened, [Path(desk)], How(jobs=1)))
        yield opened


def test_a_country_is_told_of_by_its_persons(record: Record) -> None:
    (mongolia,) = record.find_entity("Mongolia", "place")
    assert about.country_of(mongolia) == "mn"
    told = about.entries(record, mongolia)
    assert {one.entry.kind for one in told} >= {"office", "meeting"}
    assert all("Ganbold" in "".join(who.name for who in one.who.values()) for one in told)
    assert len(about.timeline(record, mongolia, since="2021", until="2021")) >= 1
    (norway,) = record.find_entity("Norway", "place")
    assert len(about.entries(record, norway)) != len(told)


def test_anything_else_is_told_of_where_it_is_named(record: Record) -> None:
    (sigrid,) = record.find_entity("Sigrid Lindqvist", "person")
    assert about.entries(record, sigrid) == record.entries(sigrid.id)
    assert about.timeline(record, None) == record.timeline()


def test_an_office_is_said_once_with_its_country(record: Record) -> None:
    (mongolia,) = record.find_entity("Mongolia", "place")
    brief = compose(record, [mongolia])
    who = next(section for section in brief.sections if section.title == "Who is who")
    ganbold = [one for one in who.lines if one.lead == "Bat-Erdene Ganbold"]
    assert [one.text for one in ganbold] == ["ambassador, Mongolia"]
    assert len(ganbold[0].notes) == 2


def told(entry: Meeting | Figure) -> Told:
    card = PaperCard("p", "p.txt", "text/plain", "minutes", None, None, None, ("en",), (), 1, 1, ())
    return Told(entry, card, ())


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(1.0, "person", "1 person"), (12.0, "person", "12 persons"), (5.0, "EUR", "5 EUR"), (50.0, "percent", "50%")],
)
def test_a_figure_counts_its_unit(value: float, unit: str, said: str) -> None:
    figure = Figure(
        id="e", paper="p", lang="en", evidence=(), confidence=1, reason="", method="", value=value, unit=unit
    )
    assert line(told(figure)) == said


@pytest.mark.parametrize(("status", "mode", "said"), [("held", None, ""), ("planned", "remote", " (remote)")])
def test_a_meeting_is_told_behind_its_word(status: str, mode: str | None, said: str) -> None:
    meeting = Meeting(
        id="e", paper="p", lang="en", evidence=(), confidence=1, reason="", method="", status=status, mode=mode
    )
    assert met(told(meeting)) == said
