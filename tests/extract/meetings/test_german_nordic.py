"""Meetings told in the manner of German, Danish and Swedish offices: verbs in two parts, the present, programmes."""

import pytest
from tests.extract.meetings.stage import meetings, staged, told

from greffier.extract.meetings.find import tellings


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("de", "{p:Bo Lind} wurde am 12. Mai 2031 von {p:Ada Moor} im Rathaus empfangen.", "2031-05-12"),
        ("de", "{p:Ada Moor} stattete {p:Bo Lind} am 12. Mai 2031 einen Besuch ab.", "2031-05-12"),
        ("de", "Am 12. Mai 2031 tauschte sich {p:Ada Moor} in {l:Lima} mit {p:Bo Lind} aus.", "2031-05-12"),
        ("de", "{p:Ada Moor} ist am 12. Mai 2031 mit {p:Bo Lind} zusammengekommen.", "2031-05-12"),
        ("da", "{p:Bo Lind} blev den 12. maj 2031 modtaget af {p:Ada Moor}.", "2031-05-12"),
        ("sv", "{p:Ada Moor} har den 12 maj 2031 haft samtal med {p:Bo Lind}.", "2031-05-12"),
    ],
)
def test_a_verb_in_two_parts_tells_a_meeting(lang: str, text: str, date: str) -> None:
    assert [(when, who) for when, _, who in told(lang, text)] == [(date, "Ada Moor, Bo Lind")]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("de", "{p:Ada Moor} empfängt am Freitag {p:Bo Lind} in {l:Lima}.", "2031-05-23"),
        ("de", "{p:Ada Moor} empfängt diesen Dienstag {p:Bo Lind}.", "2031-05-20"),
        ("da", "{p:Ada Moor} mødes på fredag med {p:Bo Lind}.", "2031-05-23"),
        ("sv", "På fredag träffar {p:Ada Moor} {p:Bo Lind}.", "2031-05-23"),
        ("sv", "På fredag kommer {p:Ada Moor} även att träffa {p:Bo Lind}.", "2031-05-23"),
    ],
)
def test_the_present_counts_a_weekday_forwards(lang: str, text: str, date: str) -> None:
    assert [when for when, *_ in told(lang, text)] == [date]  # 20 May 2031 is a Tuesday


def test_two_people_received_on_two_days_are_two_meetings() -> None:
    text = (
        "{p:Ada Moor} empfing am 5. Mai 2031 den {r:minister:Minister} {p:Bo Lind} "
        "und am 9. Mai 2031 die {r:mayor:Bürgermeisterin} {p:Cy Holm} zu Gesprächen."
    )
    assert told("de", text) == [
        ("2031-05-05", "held", "Ada Moor, Bo Lind"),
        ("2031-05-09", "held", "Ada Moor, Cy Holm"),
    ]


def test_meetings_with_several_office_holders_are_several() -> None:
    text = "I programmet ingick möten med {r:speaker:talmannen} {p:Ada Moor} och {r:minister:ministern} {p:Bo Lind}."
    assert [who for *_, who in told("sv", text)] == ["Ada Moor", "Bo Lind"]


def test_the_day_of_a_report_is_not_the_day_of_what_it_reports() -> None:
    text = "In {l:Lima} traf {p:Ada Moor} den Minister {p:Bo Lind}, wie das Amt am Montag mitteilte."
    assert told("de", text) == [(None, "held", "Ada Moor, Bo Lind")]


def test_a_question_tells_no_meeting() -> None:
    assert meetings("sv", "Avser ministern att besöka {p:Ada Moor} den 12 maj 2031?") == []


def test_a_first_visit_is_no_session() -> None:
    found = list(tellings(staged("de", "Es war der dritte Besuch von {p:Ada Moor} in {l:Lima}.")))
    assert [told.ordinal for told in found] == [None]


def test_talks_with_one_and_a_meeting_with_another_are_two() -> None:
    text = "Auf dem Programm stehen ein Gespräch mit Minister {p:Ada Moor} sowie ein Treffen mit Präsident {p:Bo Lind}."
    assert [who for *_, who in told("de", text)] == ["Ada Moor", "Bo Lind"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Im Mai 2031 besuchte {p:Ada Moor} {l:Lima}."),
        ("da", "I maj 2031 besøgte {p:Ada Moor} {l:Lima}."),
        ("sv", "I maj 2031 besökte {p:Ada Moor} {l:Lima}."),
    ],
)
def test_who_visits_may_stand_behind_the_verb(lang: str, text: str) -> None:
    assert told(lang, text) == [("2031-05", "held", "Ada Moor")]
