"""Who met whom, when and whether: invented sentences in nine languages."""

import pytest
from tests.extract.meetings.stage import meetings, staged, told

from greffier.model.entry import Meeting
from greffier.model.span import Span
from greffier.run.pipeline import read_paper

ADA_BO = "Ada Moor, Bo Lind"

VERBS = [
    ("en", "On 12 May 2031 {p:Ada Moor} met with {p:Bo Lind} in {l:Bern}."),
    ("en", "{p:Ada Moor} held talks with {r:minister:Minister} {p:Bo Lind} on 12 May 2031."),
    ("en", "{p:Bo Lind} was received by {p:Ada Moor} on 12 May 2031."),
    ("en", "{p:Ada Moor} and {p:Bo Lind} discussed trade on 12 May 2031."),
    ("nl", "{p:Ada Moor} ontmoette op 12 mei 2031 de heer {p:Bo Lind} in {l:Bern}."),
    ("nl", "Op 12 mei 2031 sprak {p:Ada Moor} af; op 12 mei 2031 had {p:Ada Moor} een gesprek met {p:Bo Lind}."),
    ("nl", "{p:Bo Lind} werd op 12 mei 2031 door {p:Ada Moor} ontvangen."),
    ("fr", "{p:Ada Moor} a rencontré {p:Bo Lind} à {l:Berne} le 12 mai 2031."),
    ("fr", "Le 12 mai 2031, {p:Ada Moor} s'est entretenue avec M. {p:Bo Lind}."),
    ("fr", "{p:Bo Lind} a été reçu par {p:Ada Moor} le 12 mai 2031."),
    ("fr", "Le 12 mai 2031, {p:Ada Moor} a reçu longuement en audience, au vieux palais, M. {p:Bo Lind}."),
    ("de", "{p:Ada Moor} traf am 12. Mai 2031 {p:Bo Lind} in {l:Bern}."),
    ("de", "Am 12. Mai 2031 hat {p:Ada Moor} Herrn {p:Bo Lind} empfangen."),
    ("da", "{p:Ada Moor} mødtes den 12. maj 2031 med {p:Bo Lind} i {l:Bern}."),
    ("da", "Den 12. maj 2031 modtog {p:Ada Moor} {p:Bo Lind}."),
    ("sv", "{p:Ada Moor} träffade {p:Bo Lind} den 12 maj 2031 i {l:Bern}."),
    ("sv", "Den 12 maj 2031 tog {p:Ada Moor} emot; {p:Ada Moor} samtalade med {p:Bo Lind} den 12 maj 2031."),
    ("ru", "12 мая 2031 года {p:Ada Moor} встретилась с {p:Bo Lind} в {l:Берне}."),
    ("ru", "12 мая 2031 года {p:Ada Moor} провела переговоры с {p:Bo Lind}."),
    ("kk", "2031 жылғы 12 мамырда {p:Ada Moor} {p:Bo Lind} қабылдады."),
    ("kk", "{p:Ada Moor} 2031 жылғы 12 мамырда {p:Bo Lind} кездесті."),
    ("es", "{p:Ada Moor} se reunió con {p:Bo Lind} el 12 de mayo de 2031 en {l:Berna}."),
    ("es", "El 12 de mayo de 2031 {p:Ada Moor} recibió a {p:Bo Lind}."),
]


@pytest.mark.parametrize(("lang", "text"), VERBS)
def test_a_verb_tells_who_met_and_when(lang: str, text: str) -> None:
    assert told(lang, text) == [("2031-05-12", "held", ADA_BO)]


NOUNS = [
    ("en", "The meeting between {p:Ada Moor} and {p:Bo Lind} of 12 May 2031 was long.", "2031-05-12", "held"),
    ("nl", "De ontmoeting tussen {p:Ada Moor} en {p:Bo Lind} van 12 mei 2031 duurde lang.", "2031-05-12", "held"),
    ("fr", "La rencontre entre {p:Ada Moor} et {p:Bo Lind} du 12 mai 2031 a duré.", "2031-05-12", "held"),
    ("de", "Das Treffen zwischen {p:Ada Moor} und {p:Bo Lind} vom 12. Mai 2031 dauerte lange.", "2031-05-12", "held"),
    ("da", "Mødet mellem {p:Ada Moor} og {p:Bo Lind} den 12. maj 2031 varede længe.", "2031-05-12", "held"),
    ("sv", "Mötet mellan {p:Ada Moor} och {p:Bo Lind} den 12 maj 2031 varade länge.", "2031-05-12", "held"),
    ("ru", "Встреча {p:Ada Moor} и {p:Bo Lind} 12 мая 2031 года длилась долго.", "2031-05-12", "held"),
    ("es", "La reunión entre {p:Ada Moor} y {p:Bo Lind} del 12 de mayo de 2031 fue larga.", "2031-05-12", "held"),
    ("en", "A visit by {p:Ada Moor} and {p:Bo Lind} to {l:Bern} is planned for June 2031.", "2031-06", "planned"),
    ("nl", "In juni 2031 is een bezoek van {p:Ada Moor} en {p:Bo Lind} aan {l:Bern} gepland.", "2031-06", "planned"),
]


@pytest.mark.parametrize(("lang", "text", "date", "status"), NOUNS)
def test_a_noun_with_names_and_a_date_tells_a_meeting(lang: str, text: str, date: str, status: str) -> None:
    assert told(lang, text) == [(date, status, ADA_BO)]


SESSIONS = [
    ("en", "The 12th meeting of the {b:Rivers Committee} took place on 3 May 2031.", 12),
    ("nl", "De twaalfde vergadering van de {b:Rivierencommissie} vond plaats op 3 mei 2031.", 12),
    ("fr", "La 12e réunion de la {b:Commission des rivières} a eu lieu le 3 mai 2031.", 12),
    ("de", "Die zwölfte Sitzung der {b:Flusskommission} fand am 3. Mai 2031 statt.", 12),
    ("da", "Det tolvte møde i {b:Flodudvalget} fandt sted den 3. maj 2031.", 12),
    ("sv", "Det tolfte mötet i {b:Flodkommittén} ägde rum den 3 maj 2031.", 12),
    ("ru", "Двенадцатое заседание {b:Речной комиссии} состоялось 3 мая 2031 года.", 12),
    ("kk", "{b:Өзен комиссиясының} 12-ші отырысы 2031 жылғы 3 мамырда өтті.", 12),
    ("es", "La 12.ª reunión de la {b:Comisión de los Ríos} tuvo lugar el 3 de mayo de 2031.", 12),
]


@pytest.mark.parametrize(("lang", "text", "ordinal"), SESSIONS)
def test_a_session_keeps_its_ordinal_and_its_body(lang: str, text: str, ordinal: int) -> None:
    (session,) = meetings(lang, text)
    assert (session.date, session.session_ordinal) == ("2031-05-03", ordinal)
    assert session.session_body is not None and session.session_body.startswith("body:")


NONE = [
    ("en", "{p:Ada Moor} met the requirements."),
    ("en", "They spoke of mutual visits, round tables and regular contacts."),
    ("en", "{p:Ada Moor} did not meet {p:Bo Lind}."),
    ("en", "{p:Ada Moor} could visit many towns, she thought."),
    ("nl", "De bezoekers ontvingen een brochure."),
    ("fr", "Elle a rencontré des difficultés."),
    ("de", "{p:Ada Moor} traf eine Entscheidung."),
    ("da", "Forslaget mødte modstand."),
    ("sv", "Förslaget mötte motstånd."),
    ("ru", "Она приняла решение."),
    ("kk", "Ол шешім қабылдады."),
    ("es", "Recibió una carta."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_is_no_meeting_is_left_alone(lang: str, text: str) -> None:
    assert told(lang, text) == []


STATUS = [
    ("en", "{p:Ada Moor} will meet {p:Bo Lind} on 3 June.", "planned"),
    ("en", "The visit of {p:Ada Moor} to {l:Bern}, planned for 3 June, was cancelled.", "cancelled"),
    ("nl", "{p:Ada Moor} zal {p:Bo Lind} ontmoeten.", "planned"),
    ("fr", "{p:Ada Moor} rencontrera {p:Bo Lind} le 3 juin.", "planned"),
    ("de", "{p:Ada Moor} wird {p:Bo Lind} treffen.", "planned"),
    ("da", "{p:Ada Moor} skal mødes med {p:Bo Lind}.", "planned"),
    ("sv", "{p:Ada Moor} ska träffa {p:Bo Lind}.", "planned"),
    ("ru", "{p:Ada Moor} встретится с {p:Bo Lind} 3 июня.", "planned"),
    ("es", "{p:Ada Moor} se reunirá con {p:Bo Lind} el 3 de junio.", "planned"),
]


@pytest.mark.parametrize(("lang", "text", "status"), STATUS)
def test_what_has_not_taken_place_says_so(lang: str, text: str, status: str) -> None:
    assert [m.status for m in meetings(lang, text)] == [status]


def test_people_met_one_by_one_are_met_in_so_many_meetings() -> None:
    text = "{p:Ada Moor} met {r:speaker:Speaker of the House} {p:Bo Lind} and {r:minister:Minister} {p:Cy Holm}."
    assert told("en", text) == [(None, "held", "Ada Moor, Bo Lind"), (None, "held", "Ada Moor, Cy Holm")]


def test_a_meeting_told_in_title_lead_and_text_is_one() -> None:
    found = meetings(
        "en",
        "# {p:Ada Moor} meets {p:Bo Lind}",
        "{p:Ada Moor} met {p:Bo Lind} on 12 May 2031.",
        "During the meeting, {p:Cy Holm} spoke of rivers.",
        "Also present was {p:Dee Falk}.",
    )
    assert [[p.name for p in m.participants] for m in found] == [["Ada Moor", "Bo Lind", "Cy Holm", "Dee Falk"]]


def test_people_only_mentioned_took_no_part() -> None:
    text = "{p:Ada Moor} met {p:Bo Lind}, who thanked her on behalf of {p:Cy Holm}, to discuss {p:Dee Falk}'s reforms."
    assert told("en", text) == [(None, "held", ADA_BO)]


def test_talks_during_a_visit_take_its_days_and_its_guest() -> None:
    found = told(
        "en",
        "{p:Ada Moor} will pay an official visit to {l:Bern} from 3 to 5 June 2031.",
        "During her visit, she will meet with {p:Bo Lind}.",
    )
    assert found == [
        ("2031-06-03/2031-06-05", "planned", "Ada Moor"),
        ("2031-06-03/2031-06-05", "planned", "Ada Moor, Bo Lind"),
    ]


def test_a_call_is_remote_and_a_visit_is_not() -> None:
    (call,) = meetings("en", "{p:Ada Moor} spoke by phone with {p:Bo Lind} on 12 May 2031.")
    (visit,) = meetings("en", "{p:Ada Moor} visited {l:Bern} on 12 May 2031.")
    assert (call.mode, visit.mode, visit.place) == ("remote", "in_person", "place:Bern")


def test_every_meeting_quotes_its_sentence_and_keeps_its_id() -> None:
    reading = staged("en", "{p:Ada Moor} met {p:Bo Lind}.", "Later {p:Cy Holm} visited {l:Bern}.")
    text = reading.outline.paper.text
    found = meetings("en", "{p:Ada Moor} met {p:Bo Lind}.", "Later {p:Cy Holm} visited {l:Bern}.")
    again = meetings("en", "{p:Ada Moor} met {p:Bo Lind}.", "Later {p:Cy Holm} visited {l:Bern}.")
    assert [Span.of(m.evidence[0], text) for m in found] == ["Ada Moor met Bo Lind.", "Later Cy Holm visited Bern."]
    assert [m.id for m in found] == [m.id for m in again]
    assert all(m.reason and 0 < m.confidence < 1 for m in found)


def test_people_listed_behind_a_colon_were_there_and_those_in_their_titles_were_not() -> None:
    found = told(
        "nl",
        "{p:Ada Moor} bezocht {l:Bern} op 12 mei 2031. De delegatie bestond uit:",
        "- {p:Bo Lind}, raadgever van {p:Cy Holm};",
        "- mevrouw {p:Dee Falk}, secretaris.",
    )
    assert found == [("2031-05-12", "held", "Ada Moor, Bo Lind, Dee Falk")]


def test_the_author_is_who_says_i() -> None:
    found = told("en", "The Hon {p:Ada Moor} MP", "In {l:Bern} I met {r:speaker:Speaker} {p:Bo Lind} on 12 May 2031.")
    assert found == [("2031-05-12", "held", ADA_BO)]


def test_a_guest_received_needs_no_host_by_name() -> None:
    assert told("fr", "{p:Ada Moor} a été reçue le 12 mai 2031 au ministère.") == [("2031-05-12", "held", "Ada Moor")]


def test_earlier_visits_are_not_this_one() -> None:
    found = told(
        "de",
        "{p:Ada Moor} traf am Montag {p:Bo Lind} in {l:Bern}.",
        "Bei einem Besuch von {p:Bo Lind} im November 2029 in {l:Wien} war das anders.",
        "Im Oktober 2028 traf {p:Ada Moor} {p:Bo Lind} in {l:Rom}.",
    )
    assert [date for date, _, _ in found] == ["2031-05-19", "2029-11", "2028-10"]


def test_the_subject_may_stand_behind_its_verb() -> None:
    assert told("de", "Gestern traf {p:Ada Moor} den {r:minister:Minister} {p:Bo Lind}.") == [
        ("2031-05-19", "held", ADA_BO)
    ]


def test_two_language_versions_tell_one_meeting() -> None:
    from greffier.extract.meetings.find import find_meetings
    from greffier.extract.reading import Reading

    one = staged("nl", "{p:Ada Moor} ontmoette {p:Bo Lind} op 12 mei 2031.", version=0)
    two = staged("fr", "{p:Ada Moor} a rencontré {p:Bo Lind} le 12 mai 2031.", version=1)
    both = Reading(one.outline, (*one.scenes, *two.scenes), one.cast)
    (meeting,) = find_meetings(both)
    assert len(meeting.evidence) == 2


SEPARATED = [
    ("en", "{p:Ada Moor} spoke on Monday by phone with {p:Bo Lind}.", "2031-05-19"),
    ("nl", "{p:Ada Moor} sprak maandag met {p:Bo Lind}.", "2031-05-19"),
    ("de", "{p:Ada Moor} sprach am Montag mit {p:Bo Lind}.", "2031-05-19"),
    ("da", "{p:Ada Moor} talte i mandags i telefon med {p:Bo Lind}.", "2031-05-19"),
    ("sv", "I måndags talade {p:Ada Moor} med {p:Bo Lind}.", "2031-05-19"),
]


@pytest.mark.parametrize(("lang", "text", "date"), SEPARATED)
def test_other_words_may_stand_between_a_verb_and_its_preposition(lang: str, text: str, date: str) -> None:
    assert told(lang, text) == [(date, "held", ADA_BO)]


def test_the_day_of_a_meeting_may_be_told_in_the_next_sentence() -> None:
    found = told("ru", "{p:Ada Moor} провела переговоры с {p:Bo Lind}. Встреча прошла 7 мая.")
    assert found == [("2031-05-07", "held", ADA_BO)]


def test_who_reports_on_a_meeting_need_not_have_been_there() -> None:
    text = "{p:Ada Moor} reported on the 12th meeting of the {b:Rivers Committee}, held on 3 May 2031."
    assert told("en", text) == [("2031-05-03", "held", "")]


def test_an_invitation_to_a_day_to_come_is_proposed() -> None:
    text = (
        "Oslo, 4 May 2021\n\nThe ministers met in Oslo on Monday and spoke of the harbour.\n\n"
        "Minister Ada Verhulst invited Speaker Ines Roldan to visit Gent in October 2021.\n"
    )
    _, findings = read_paper(text.encode(), "paper.txt")
    visits = [entry for entry in findings.entries if isinstance(entry, Meeting) and entry.date == "2021-10"]
    assert [visit.status for visit in visits] == ["proposed"]
