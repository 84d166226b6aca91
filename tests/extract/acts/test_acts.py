"""Acts: invented sentences in nine languages; whole lists under one act; nobody is named who is only near."""

import pytest

from greffier.extract.acts.find import find_acts
from greffier.extract.chunks import Name
from greffier.extract.reading import Cast, Reading, Scene
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

PEOPLE = ("Anna Jansen", "Bert Olsen", "Carla Ruiz", "Анна Петрова", "Айгүл Сәрсен")


def acts(text: str, lang: str, kind: str = "paragraph") -> set[tuple[str, str, str]]:
    names = sorted(
        (Name(at, at + len(p), "person", p) for p in PEOPLE if (at := text.find(p)) >= 0), key=lambda name: name.start
    )
    passage = Passage(0, kind, lang, text, whole(Span(0, len(text))), (Span(0, len(text)),))
    scene = Scene(passage, load_lexicon(lang), lowered(text), tuple(names))
    paper = Paper("0" * 64, "a.txt", "a.txt", "text/plain", text)
    reading = Reading(Outline(paper, "press", None, None, None, (lang,), (), ()), (scene,), Cast())
    return {(act.person, act.act, act.status) for act in find_acts(reading)}


CASES = [
    (
        "en",
        "Anna Jansen and Bert Olsen were arrested.",
        {("Anna Jansen", "arrest", "done"), ("Bert Olsen", "arrest", "done")},
    ),
    ("en", "Anna Jansen faces up to ten years in prison.", {("Anna Jansen", "imprisonment", "threatened")}),
    (
        "nl",
        "Anna Jansen is veroordeeld tot een geldboete.",
        {("Anna Jansen", "conviction", "done"), ("Anna Jansen", "fine", "done")},
    ),
    (
        "nl",
        "Bij Bert Olsen en Carla Ruiz vond niets plaats, maar Anna Jansen werd ontvoerd.",
        {("Anna Jansen", "abduction", "done")},
    ),
    ("fr", "Anna Jansen a été arrêtée.", {("Anna Jansen", "arrest", "done")}),
    ("fr", "Il est temps de libérer Anna Jansen.", {("Anna Jansen", "release", "demanded")}),
    ("fr", "Anna Jansen est en prison depuis mai.", {("Anna Jansen", "imprisonment", "done")}),
    ("fr", "Anna Jansen est poursuivie pour fraude.", {("Anna Jansen", "prosecution", "done")}),
    (
        "nl",
        "Twee politieke gevangenen, Anna Jansen en Bert Olsen, eten niet.",
        {("Anna Jansen", "imprisonment", "done"), ("Bert Olsen", "imprisonment", "done")},
    ),
    (
        "fr",
        "La Norvégienne Anna Jansen et le Chilien Bert Olsen ont été arrêtés.",
        {("Anna Jansen", "arrest", "done"), ("Bert Olsen", "arrest", "done")},
    ),
    ("nl", "De rechter heeft Anna Jansen vrijgesproken.", {("Anna Jansen", "release", "done")}),
    (
        "fr",
        "Anna Jansen et Bert Olsen sont assignés à résidence.",
        {("Anna Jansen", "house_arrest", "done"), ("Bert Olsen", "house_arrest", "done")},
    ),
    ("da", "Anna Jansen blev fængslet.", {("Anna Jansen", "imprisonment", "done")}),
    ("de", "Anna Jansen wurde verhaftet.", {("Anna Jansen", "arrest", "done")}),
    ("sv", "Anna Jansen dömdes i måndags.", {("Anna Jansen", "conviction", "done")}),
    ("ru", "Анна Петрова была задержана.", {("Анна Петрова", "detention", "done")}),
    ("kk", "Айгүл Сәрсен сотталды.", {("Айгүл Сәрсен", "conviction", "done")}),
    ("es", "Anna Jansen fue detenida.", {("Anna Jansen", "detention", "done")}),
    ("en", "Bert Olsen spoke of Anna Jansen, who was arrested in May.", {("Anna Jansen", "arrest", "done")}),
    ("en", "The police have arrested Anna Jansen.", {("Anna Jansen", "arrest", "done")}),
    ("en", "Bert Olsen arrested Anna Jansen.", {("Anna Jansen", "arrest", "done")}),
    (
        "en",
        "A court sentenced Anna Jansen to nine years.",
        {("Anna Jansen", "conviction", "done"), ("Anna Jansen", "imprisonment", "done")},
    ),
    ("en", "We call on the authorities to release Anna Jansen.", {("Anna Jansen", "release", "demanded")}),
    (
        "en",
        "The club condemns the conviction of Anna Jansen and demands her immediate release.",
        {("Anna Jansen", "conviction", "done"), ("Anna Jansen", "release", "demanded")},
    ),
    ("en", "Bert Olsen denounced the detention since March of Anna Jansen.", {("Anna Jansen", "detention", "done")}),
    ("es", "El gobierno de Bert Olsen ha detenido a Anna Jansen.", {("Anna Jansen", "detention", "done")}),
    (
        "es",
        "Anna Jansen fue condenada a nueve años de cárcel.",
        {("Anna Jansen", "conviction", "done"), ("Anna Jansen", "imprisonment", "done")},
    ),
    (
        "ru",
        "Анна Петрова осуждена на четыре года колонии.",
        {("Анна Петрова", "conviction", "done"), ("Анна Петрова", "imprisonment", "done")},
    ),
    ("kk", "Айгүл Сәрсен үй қамағына алынды.", {("Айгүл Сәрсен", "house_arrest", "done")}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_an_act_is_found_with_those_whom_it_befell(lang: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert acts(text, lang) == expected


def test_a_request_demands_the_release_of_a_whole_list() -> None:
    found = acts("2. de onmiddellijke vrijlating te eisen van Anna Jansen, Bert Olsen en Carla Ruiz;", "nl", "request")
    assert found == {(person, "release", "demanded") for person in ("Anna Jansen", "Bert Olsen", "Carla Ruiz")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They prosecuted the men who filmed the body of Anna Jansen."),
        ("nl", "Zij vervolgden de mannen die Anna Jansen hadden gefilmd."),
        ("de", "Anna Jansen sprach über die verhafteten Männer."),
        ("fr", "Le verdict a été lu devant Anna Jansen."),
        ("fr", "« Le pont est ouvert », a-t-elle poursuivi devant Anna Jansen."),
        ("fr", "Le suspect a été incarcéré sur ordre du maire de la ville d’Anna Jansen."),
        ("nl", "Anna Jansen heeft gemarteld."),
        ("en", "Bert Olsen met all the members of the press club detained in May."),
        ("en", "According to a press release by Anna Jansen nothing happened."),
    ],
)
def test_who_is_only_near_suffers_nothing(lang: str, text: str) -> None:
    assert not acts(text, lang)


def test_the_brother_of_someone_is_not_someone() -> None:
    found = acts("dat de autoriteiten Bert Olsen, de broer van Anna Jansen, hebben gegijzeld", "nl")
    assert found == {("Bert Olsen", "abduction", "done")}
