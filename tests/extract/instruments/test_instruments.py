"""Instruments: invented sentences in nine languages, the name found whole and its like left alone."""

import pytest

from greffier.extract.citations import find_citations
from greffier.extract.dates import find_dates
from greffier.extract.instruments.find import find_instruments
from greffier.extract.instruments.join import with_instruments
from greffier.extract.reading import Cast, Reading, Scene
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span


def scene(text: str, lang: str, index: int = 0, version: int | None = None, parallel: int | None = None) -> Scene:
    lexicon, span = load_lexicon(lang), Span(0, len(text))
    passage = Passage(index, "paragraph", lang, text, whole(span), (span,), version=version, parallel=parallel)
    return Scene(passage, lexicon, lowered(text), dates=tuple(find_dates(passage, lexicon, None)))


def named(text: str, lang: str) -> list[str]:
    made = scene(text, lang)
    return [text[n.start : n.end] for n in find_instruments(made.passage, made.lexicon, made.dates)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They signed the Oslo Treaty on Extradition, which is new.", ["Oslo Treaty on Extradition"]),
        ("en", "Recalling resolutions 12/3 of 4 May 2001 and 13/4", ["12/3 of 4 May 2001", "13/4"]),
        ("en", "in document A/RES/61/2 it says", ["A/RES/61/2"]),
        ("nl", "het samenwerkingsverdrag met Noorwegen is oud", ["samenwerkingsverdrag met Noorwegen"]),
        ("fr", "la loi sur les associations qui date", ["loi sur les associations"]),
        ("da", "den nye partnerskabsaftale mellem EU og Norge, som", ["nye partnerskabsaftale mellem EU og Norge"]),
        ("de", "das Abkommen über den Handel, das alt ist", ["Abkommen über den Handel"]),
        ("sv", "lagen om föreningar som är ny", ["lagen om föreningar"]),
        ("ru", "подписали соглашение о торговле, которое", ["соглашение о торговле"]),
        ("es", "el acuerdo de cooperación que es nuevo", ["acuerdo de cooperación"]),
        ("en", "under the Universal Declaration of Human Rights.", ["Universal Declaration of Human Rights"]),
        (
            "en",
            "Norway joined the Convention on Cluster Munitions and the Treaty on Seals in May.",
            ["Convention on Cluster Munitions", "Treaty on Seals"],
        ),
        ("en", "Members passed the Clean Harbours Act in 2019.", ["Clean Harbours Act"]),
        ("en", "the Safety of Small Ferries Act 1987 remains", ["Safety of Small Ferries Act 1987"]),
        (
            "en",
            "under the Criminal Code and Section 12 of the Harbour Order Act 1986.",
            [
                "Criminal Code",
                "Harbour Order Act 1986",
            ],
        ),
        (
            "en",
            "Presidential Decree No. 41 of 3 March 2020 introduced a curfew",
            ["Presidential Decree No. 41 of 3 March 2020"],
        ),
        ("en", "a Treaty of Peace, Trade and Friendship was signed", ["Treaty of Peace, Trade and Friendship"]),
        (
            "en",
            "Directive 2013/77/EU and the 1962 Fisheries Convention",
            [
                "Directive 2013/77/EU",
                "1962 Fisheries Convention",
            ],
        ),
        (
            "ru",
            "подписали Конвенцию о тюленях и Соглашение о торговле с Норвегией",
            [
                "Конвенцию о тюленях",
                "Соглашение о торговле с Норвегией",
            ],
        ),
        ("ru", "статья 12 УК и Лесной кодекс остаются", ["УК", "Лесной кодекс"]),
        (
            "es",
            "ratificó el Convenio sobre las Focas y el Tratado de Comercio con Noruega.",
            [
                "Convenio sobre las Focas",
                "Tratado de Comercio con Noruega",
            ],
        ),
        ("es", "según el Código Penal vigente", ["Código Penal"]),
        (
            "kk",
            "балық саласындағы ынтымақтастық туралы келісімге қол қойды",
            ["балық саласындағы ынтымақтастық туралы келісімге"],
        ),
    ],
)
def test_an_instrument_is_named_whole(lang: str, text: str, expected: list[str]) -> None:
    assert named(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The agreement was long."),
        ("en", "They reached an agreement at night."),
        ("en", "the Minister for Law spoke"),
        ("en", "decisions of the Summit were praised"),
        ("en", "they welcomed the Government's agreement"),
        ("en", "at the Law Festival in Oslo"),
        ("es", "en la Plaza de la Constitución"),
        ("nl", "Deze resolutie werd besproken."),
        ("fr", "cette résolution au Sénat"),
        ("de", "ein Vertrag wurde besprochen"),
    ],
)
def test_what_only_refers_back_names_no_instrument(lang: str, text: str) -> None:
    assert named(text, lang) == []


def reading(*scenes: Scene) -> Reading:
    text = "".join(s.text for s in scenes)
    paper = Paper("0" * 64, "a.txt", "a.txt", "text/plain", text)
    return with_instruments(Reading(Outline(paper, "press", None, None, None, ("en",), (), ()), scenes, Cast()))


def test_what_is_said_of_an_instrument_is_kept_with_its_date() -> None:
    found = list(
        find_citations(reading(scene("The Oslo Treaty on Extradition entered into force on 3 May 2020.", "en")))
    )
    assert [(c.relation, c.date) for c in found] == [("in_force", "2020-05-03")]


def test_an_acronym_and_its_long_form_are_one_instrument() -> None:
    read = reading(
        scene("They praised the Oslo Treaty on Extradition (OTE).", "en"), scene("The OTE was new.", "en", 1)
    )
    assert len(read.cast.appearances) == 1
    assert [name.kind for name in read.scenes[1].names] == ["instrument"]


def test_the_two_language_versions_of_a_provision_cite_one_instrument() -> None:
    read = reading(
        scene("gelet op de wet op de verenigingen", "nl", 0, version=0, parallel=1),
        scene("vu la loi sur les associations", "fr", 1, version=1, parallel=0),
    )
    assert len(read.cast.appearances) == 1
