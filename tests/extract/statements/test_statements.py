"""Statements: invented sentences in nine languages, the speaker found or left open."""

import pytest

from greffier.extract.chunks import Name
from greffier.extract.quotes import quotes_in
from greffier.extract.reading import Cast, Reading, Scene
from greffier.extract.statements.find import find_statements
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

PEOPLE = ("Anna Jansen", "Bert Olsen", "Анна Петрова", "Айгүл Сәрсен")


def reading(*paragraphs: str, lang: str) -> Reading:
    """A paper of `paragraphs`, each one sentence, in which the PEOPLE are known."""
    text = "\n\n".join(paragraphs)
    scenes = []
    place = 0
    for index, paragraph in enumerate(paragraphs):
        names = [
            Name(at, at + len(person), "person", person) for person in PEOPLE if (at := paragraph.find(person)) >= 0
        ]
        passage = Passage(
            index, "paragraph", lang, paragraph, whole(Span(place, place + len(paragraph))), (Span(0, len(paragraph)),)
        )
        names.sort(key=lambda name: name.start)
        scenes.append(
            Scene(passage, load_lexicon(lang), lowered(paragraph), tuple(names), quotes=tuple(quotes_in(paragraph)))
        )
        place += len(paragraph) + 2
    paper = Paper("0" * 64, "a.txt", "a.txt", "text/plain", text)
    return Reading(Outline(paper, "press", None, None, None, (lang,), (), ()), tuple(scenes), Cast())


CASES = [
    ("en", "“We will go on together,” said Anna Jansen.", "Anna Jansen", "We will go on together,"),
    ("en", "Anna Jansen noted that the talks went well.", "Anna Jansen", "the talks went well"),
    ("en", "Anna Jansen received Bert Olsen and said that the road is open.", "Anna Jansen", "the road is open"),
    ("en", "Anna Jansen called on Bert Olsen and noted that the road is open.", "Anna Jansen", "the road is open"),
    ("en", "The road will open to all in May, Anna Jansen said in a letter.", "Anna Jansen", "The road will open"),
    ("en", "According to Anna Jansen, the talks went well.", "Anna Jansen", "the talks went well"),
    ("nl", "In Gent zei Anna Jansen dat de gesprekken goed verliepen.", "Anna Jansen", "de gesprekken goed verliepen"),
    ("nl", "Volgens Anna Jansen verliepen de gesprekken goed.", "Anna Jansen", "verliepen de gesprekken goed"),
    ("fr", "« Nous irons ensemble plus loin », a déclaré Anna Jansen.", "Anna Jansen", "Nous irons ensemble plus loin"),
    ("fr", "Anna Jansen a souligné l’importance des échanges.", "Anna Jansen", "l’importance des échanges"),
    ("fr", "« Nous irons plus loin avec eux dès le mois de mai », a-t-elle ajouté.", None, "Nous irons plus loin"),
    ("fr", "Anna Jansen a par ailleurs rappelé que le pont est ouvert.", "Anna Jansen", "le pont est ouvert"),
    ("fr", "Anna Jansen s’est également félicitée du vote à Oslo.", "Anna Jansen", "du vote à Oslo"),
    ("fr", "Le pont est désormais ouvert, a déclaré Anna Jansen, en fin de journée.", "Anna Jansen", "Le pont est"),
    ("fr", "Anna Jansen et Bert Olsen ont salué la fin des travaux.", "Anna Jansen", "la fin des travaux"),
    ("nl", "Verder heeft Anna Jansen aangegeven dat de brug open is.", "Anna Jansen", "de brug open is"),
    ("fr", "« Ce pont est un danger pour tous », dénonce Anna Jansen.", "Anna Jansen", "Ce pont est un danger"),
    ("nl", "Er was een debat waarin Anna Jansen het belang van de brug benadrukte.", "Anna Jansen", "het belang van"),
    ("nl", "Anna Jansen toonde zich verheugd over de nieuwe brug.", "Anna Jansen", "over de nieuwe brug"),
    ("nl", "Ook merkte Anna Jansen op dat de brug open is.", "Anna Jansen", "de brug open is"),
    ("nl", "Anna Jansen riep de stad op om de brug te openen.", "Anna Jansen", "de stad op om de brug te openen"),
    ("nl", "Anna Jansen ging in op de bouw van de brug.", "Anna Jansen", "de bouw van de brug"),
    (
        "nl",
        "Dat zal volgens Anna Jansen helpen bij de bouw.",
        "Anna Jansen",
        "zal volgens Anna Jansen helpen",
    ),
    ("da", "Anna Jansen sagde: ”Vi går videre sammen med jer.”", "Anna Jansen", "Vi går videre sammen med jer."),
    ("da", "I Aarhus takkede Anna Jansen for den gode modtagelse.", "Anna Jansen", "for den gode modtagelse"),
    ("de", "„Wir gehen gemeinsam weiter voran“, sagte Anna Jansen.", "Anna Jansen", "Wir gehen gemeinsam weiter voran"),
    ("sv", "Anna Jansen sade att samtalen gick bra.", "Anna Jansen", "samtalen gick bra"),
    (
        "ru",
        "«Мы пойдём дальше вместе с вами», — сказала Анна Петрова.",
        "Анна Петрова",
        "Мы пойдём дальше вместе с вами",
    ),
    ("ru", "По словам Анна Петрова, переговоры прошли хорошо.", "Анна Петрова", "переговоры прошли хорошо"),
    ("kk", "Айгүл Сәрсен кездесудің жақсы өткенін атап өтті.", "Айгүл Сәрсен", "кездесудің жақсы өткенін"),
    ("es", "Anna Jansen dijo que las conversaciones fueron bien.", "Anna Jansen", "las conversaciones fueron bien"),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "words"), CASES)
def test_the_speaker_and_the_words_are_found(lang: str, text: str, speaker: str | None, words: str) -> None:
    found = list(find_statements(reading(text, lang=lang)))
    assert [(s.speaker, words in s.quote) for s in found] == [(speaker, True)], found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The letter was handed to Anna Jansen on Friday."),
        ("en", "They called for the release of Anna Jansen, and demanded that the road be opened."),
        ("en", "On Monday Anna Jansen called on the Mayor at the town hall."),
        ("en", "He read the book “On the Way” to Anna Jansen."),
        ("nl", "De voorzitter stelde vast dat Anna Jansen afwezig was."),
        ("fr", "Le prix a été remis à Anna Jansen."),
        ("fr", "La ville attend que Anna Jansen annonce le début des travaux."),
        ("fr", "Anna Jansen, dont le fils, un juriste, assure la gestion du port."),
        ("fr", "La réforme a été saluée, et cette critique vise Anna Jansen."),
        ("fr", "Cette demande de Anna Jansen vise la réforme."),
        ("nl", "Hierna gaf Anna Jansen het woord aan de burgemeester van Bergen."),
        ("nl", "De brug waarin Anna Jansen het idee verwierp is open."),
        ("nl", "De organisatie riep Anna Jansen op om de brug te openen."),
    ],
)
def test_words_are_not_put_in_a_mouth_that_did_not_speak(lang: str, text: str) -> None:
    assert not [s for s in find_statements(reading(text, lang=lang)) if s.speaker]


def test_what_is_told_begins_behind_who_is_told() -> None:
    found = list(find_statements(reading("Anna Jansen said in Rome that the road is open.", lang="en")))
    assert [s.quote for s in found] == ["the road is open."]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = list(
        find_statements(
            reading("Anna Jansen said: “We will go on with this.", "“And we will go farther than that.”", lang="en")
        )
    )
    assert len(found) == 1
    assert len(found[0].evidence) == 2
    assert found[0].speaker == "Anna Jansen"


def test_the_next_sentence_may_say_who_spoke() -> None:
    quoted = "“De brug gaat in mei open voor iedereen.”"
    found = list(find_statements(reading(quoted, "Dat heeft Anna Jansen meegedeeld aan de pers.", lang="nl")))
    assert [(s.speaker, len(s.evidence)) for s in found] == [("Anna Jansen", 2)]


def test_a_clause_that_holds_the_quotation_is_not_told_twice() -> None:
    text = "Anna Jansen exhorte la ville « à ouvrir le pont avant la fin de la semaine »."
    found = list(find_statements(reading(text, lang="fr")))
    assert [s.quote for s in found] == ["à ouvrir le pont avant la fin de la semaine"]


def test_each_turn_of_a_debate_is_one_statement() -> None:
    found = list(
        find_statements(
            reading(
                "3.01 Anna Jansen (ABC): Mevrouw de voorzitter, ik heb een vraag.",
                "Die vraag gaat over de gesprekken.",
                "3.02 Bert Olsen: Dank u, ik zal daarop antwoorden.",
                lang="nl",
            )
        )
    )
    assert [(s.speaker, len(s.evidence)) for s in found] == [("Anna Jansen", 2), ("Bert Olsen", 1)]


def test_a_long_quotation_without_a_speaker_stays_open() -> None:
    found = list(find_statements(reading("“We will go on together with all of you here.”", lang="en")))
    assert [s.speaker for s in found] == [None]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“a „b” c”", ["a „b” c"]),
        ("»Ja«, sagte er.", ["Ja"]),
        ('Il dit « oui » et "non".', [" oui ", "non"]),
        ("the ministers' house", []),
        ("he said ‘no’ twice", ["no"]),
    ],
)
def test_quotation_marks_of_every_style(text: str, inside: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quotes_in(text)] == inside
