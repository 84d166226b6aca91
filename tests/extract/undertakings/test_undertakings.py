"""Undertakings: invented sentences in nine languages; a bare future needs someone who acts."""

import pytest

from greffier.extract.chunks import Name
from greffier.extract.dates import find_dates
from greffier.extract.reading import Cast, Reading, Scene
from greffier.extract.undertakings.find import find_undertakings
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.entry import Undertaking
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

PEOPLE = ("Anna Jansen", "Анна Петрова", "Айгүл Сәрсен")


def undertakings(text: str, lang: str) -> list[Undertaking]:
    lexicon = load_lexicon(lang)
    names = tuple(Name(at, at + len(p), "person", p) for p in PEOPLE if (at := text.find(p)) >= 0)
    passage = Passage(0, "paragraph", lang, text, whole(Span(0, len(text))), (Span(0, len(text)),))
    dates = tuple(find_dates(passage, lexicon, "2021-05-01"))
    scene = Scene(passage, lexicon, lowered(text), names, dates=dates)
    paper = Paper("0" * 64, "a.txt", "a.txt", "text/plain", text)
    return list(
        find_undertakings(Reading(Outline(paper, "press", None, None, None, (lang,), (), ()), (scene,), Cast()))
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The parties agreed to set up a working group."),
        ("nl", "Beide landen kwamen overeen een werkgroep op te richten."),
        ("fr", "Les parties ont convenu de créer un groupe de travail."),
        ("fr", "La ville s’est fermement engagée à rouvrir le port."),
        ("fr", "Une visite est prévue en mai à Tromsø."),
        ("nl", "De stad zegde meer hulp aan de haven toe."),
        ("nl", "Zij nodigde de burgemeester in Bergen uit."),
        ("da", "Parterne blev enige om at nedsætte en arbejdsgruppe."),
        ("de", "Die Parteien vereinbarten eine Arbeitsgruppe."),
        ("sv", "Parterna enades om en arbetsgrupp."),
        ("ru", "Стороны договорились создать рабочую группу."),
        ("kk", "Тараптар жұмыс тобын құруға келісті."),
        ("es", "Las partes acordaron crear un grupo de trabajo."),
    ],
)
def test_what_was_agreed_is_found(lang: str, text: str) -> None:
    found = undertakings(text, lang)
    assert [u.what for u in found] == [text]


def test_a_bare_future_of_someone_who_acts_has_its_party_and_due_date() -> None:
    found = undertakings("Anna Jansen will visit Oslo on 3 June 2021.", "en")
    assert [(u.parties, u.due) for u in found] == [(("Anna Jansen",), "2021-06-03")]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Anna Jansen announced that the ministry would open a harbour.", 1),
        ("en", "Anna Jansen said that the ministry would help the harbour.", 0),
        ("en", "The harbour is old and they would open it.", 0),
        ("es", "Anna Jansen dijo que el ministerio enviará una misión.", 1),
        ("es", "El Corán se leyó en Teherán.", 0),
        ("ru", "Анна Петрова передала приглашение посетить Осло.", 1),
    ],
)
def test_a_future_that_somebody_told_is_one_where_it_undertakes_something(lang: str, text: str, count: int) -> None:
    assert len(undertakings(text, lang)) == count


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The reform will strengthen trust in the state."),
        ("nl", "De hervorming zal het vertrouwen versterken."),
        ("fr", "Cette réforme sera utile."),
        ("fr", "Elle est venue à l’invitation du maire de Tromsø."),
        ("fr", "Ce droit est garanti par la loi."),
        ("fr", "Personne ne devrait être puni pour cela."),
        ("nl", "Zij kwam op uitnodiging van de stad."),
        ("en", "If they agreed to it, nothing changed."),
        ("de", "Die Reform wird das Vertrauen stärken."),
    ],
)
def test_a_forecast_or_a_condition_is_no_undertaking(lang: str, text: str) -> None:
    assert undertakings(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Im Juni wird Anna Jansen den Hafen von Lima besuchen."),
        ("da", "I juni vil Anna Jansen besøge havnen i Lima."),
        ("sv", "I juni kommer Anna Jansen även att besöka hamnen i Lima."),
    ],
)
def test_the_subject_may_stand_behind_its_verb(lang: str, text: str) -> None:
    assert [u.parties for u in undertakings(text, lang)] == [("Anna Jansen",)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "In Lima wird Anna Jansen seit Jahren verfolgt."),
        ("sv", "Kommer Anna Jansen att besöka hamnen i Lima?"),
        ("sv", "I juni kommer Anna Jansen inte att besöka hamnen."),
        ("de", "Die Medien sind herzlich eingeladen."),
    ],
)
def test_a_passive_a_question_and_a_denial_promise_nothing(lang: str, text: str) -> None:
    assert undertakings(text, lang) == []
