"""The sitting that minutes record: its day, and those listed as present."""

from dataclasses import replace

import pytest
from tests.extract.meetings.stage import staged

from greffier.extract.meetings.find import find_meetings

HEADS = [
    (
        "en",
        "Minutes of the meeting of 12 May 2031",
        "Present: Mr {p:Ada Moor}, chair; {p:Bo Lind}, adviser to {p:Cy Holm}.",
    ),
    ("en", "Meeting of 12 May 2031", "Present: {p:Ada Moor}; {p:Bo Lind}. Apologies: {p:Dee Falk}."),
    ("nl", "Vergadering van 12 mei 2031", "Aanwezig: {p:Ada Moor}; {p:Bo Lind}. Verontschuldigd: {p:Dee Falk}."),
    ("fr", "Réunion du 12 mai 2031", "Présents : {p:Ada Moor} ; {p:Bo Lind}. Excusée : {p:Dee Falk}."),
    ("de", "Sitzung vom 12. Mai 2031", "Anwesend: {p:Ada Moor}; {p:Bo Lind}. Entschuldigt: {p:Dee Falk}."),
    ("da", "Møde den 12. maj 2031", "Til stede: {p:Ada Moor}; {p:Bo Lind}. Afbud: {p:Dee Falk}."),
    ("sv", "Möte den 12 maj 2031", "Närvarande: {p:Ada Moor}; {p:Bo Lind}. Frånvarande: {p:Dee Falk}."),
    ("ru", "Заседание 12 мая 2031 года", "Присутствовали: {p:Ada Moor}; {p:Bo Lind}. Отсутствовали: {p:Dee Falk}."),
    ("kk", "Отырыс 2031 жылғы 12 мамыр", "Қатысқандар: {p:Ada Moor}; {p:Bo Lind}."),
    ("es", "Reunión del 12 de mayo de 2031", "Presentes: {p:Ada Moor}; {p:Bo Lind}. Ausentes: {p:Dee Falk}."),
    (
        "nl",
        "Vergadering van 12 mei 2031",
        "| Voorzitter | {p:Ada Moor} | | Leden | {p:Bo Lind} | | Afwezig | {p:Cy Holm} |",
    ),
]


@pytest.mark.parametrize(("lang", "title", "present"), HEADS)
def test_minutes_tell_their_sitting_and_who_was_there(lang: str, title: str, present: str) -> None:
    reading = staged(lang, title, present)
    minutes = replace(reading, outline=replace(reading.outline, kind="minutes"))
    (sitting,) = find_meetings(minutes)
    assert (sitting.date, {p.name for p in sitting.participants}) == ("2031-05-12", {"Ada Moor", "Bo Lind"})


def test_minutes_without_a_list_are_read_like_any_paper() -> None:
    reading = staged("en", "{p:Ada Moor} met {p:Bo Lind} on 12 May 2031.")
    minutes = replace(reading, outline=replace(reading.outline, kind="minutes"))
    assert [m.date for m in find_meetings(minutes)] == ["2031-05-12"]
