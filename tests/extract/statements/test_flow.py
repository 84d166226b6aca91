"""Reported speech that goes over sentences, and verbs of speech in two parts: invented papers in several languages."""

import pytest

from greffier.extract.paper import read_chunks
from greffier.extract.reading import Reading
from greffier.extract.statements.find import find_statements
from greffier.read.formats import read
from greffier.structure.outline import outline

from .test_statements import reading


def paper(text: str) -> Reading:
    """The chunks of a whole paper, its names found too."""
    return read_chunks(outline(read(text.encode(), "invented.txt")))


def told(found: Reading) -> list[tuple[str | None, str]]:
    """Speaker by name, and the words, of each statement."""
    named = {id_: appearance.name for id_, appearance in found.cast.appearances.items()}
    return [(named.get(s.speaker or "", s.speaker), s.quote) for s in find_statements(found)]


def test_the_mood_of_german_goes_on_with_the_last_speaker() -> None:
    found = told(reading("Anna Jansen sagte, der Hafen sei offen.", "Die Brücke werde im Mai fertig.", lang="de"))
    assert found == [("Anna Jansen", "der Hafen sei offen."), ("Anna Jansen", "Die Brücke werde im Mai fertig.")]


def test_the_mood_waits_for_a_speaker_named_behind() -> None:
    text = "Es gab Fragen. Der Hafen sei heute für alle offen. Die Brücke werde im Mai fertig, sagte Anna Jansen."
    found = told(paper(f"Lima, 3. Mai 2031\n\nDie Gesandte Anna Jansen war in Lima.\n\n{text}\n"))
    assert [words for who, words in found if who == "Anna Jansen"] == [
        "Der Hafen sei heute für alle offen.",
        "Die Brücke werde im Mai fertig",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ich sei dort nie gewesen, dachte man im Dorf.",
        "Die Brücke sei im Mai fertig, hieß es in Lima.",
        "Die Brücke sei im Mai fertig, sagte ein Sprecher der Behörde.",
    ],
)
def test_the_mood_of_nobody_in_particular_is_not_the_last_speakers(text: str) -> None:
    found = told(reading("Anna Jansen sagte, der Hafen sei offen.", text, lang="de"))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Jansen hat mehr Hilfe für den Hafen gefordert.", "mehr Hilfe für den Hafen"),
        ("Anna Jansen hat gestern berichtet, der Hafen werde bald öffnen.", "der Hafen werde bald öffnen."),
        ("Der Hafen sei für alle offen, merkte Anna Jansen an.", "Der Hafen sei für alle offen"),
        ("Der Hafen sei für alle offen, so Anna Jansen.", "Der Hafen sei für alle offen"),
        ("Der Hafen ist für alle offen, wie Anna Jansen mitteilte.", "Der Hafen ist für alle offen"),
    ],
)
def test_verbs_in_two_parts_and_behind_what_was_said(text: str, words: str) -> None:
    assert told(reading(text, lang="de")) == [("Anna Jansen", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Jansen wurde gestern in Lima verurteilt.",
        "Das Gericht hat Anna Jansen zu zwei Jahren Haft verurteilt.",
        "Anna Jansen fuhr heim, wie der Sender am Abend berichtete.",
        "Anna Jansen kam so spät wie immer.",
    ],
)
def test_what_was_done_to_somebody_is_not_said_by_them(text: str) -> None:
    assert told(reading(text, lang="de")) == []


def test_a_clause_and_a_quotation_around_one_verb_are_two_statements() -> None:
    text = "Der Hafen sei für alle offen, betonte Anna Jansen: „Jeder soll hier anlegen können.“"
    assert told(reading(text, lang="de")) == [
        ("Anna Jansen", "Jeder soll hier anlegen können."),
        ("Anna Jansen", "Der Hafen sei für alle offen"),
    ]


def test_a_sentence_that_the_next_one_points_back_to() -> None:
    found = told(reading("Havnen i Tromsø er åben for alle igen.", "Det oplyser Anna Jansen.", lang="da"))
    assert found == [("Anna Jansen", "Havnen i Tromsø er åben for alle igen.")]


def test_a_colon_announces_the_quotation_of_the_next_paragraph() -> None:
    found = told(reading("Anna Jansen udtaler:", "”Vi går videre sammen med jer alle.”", lang="da"))
    assert found == [("Anna Jansen", "Vi går videre sammen med jer alle.")]


def test_a_paragraph_behind_a_dash_is_speech() -> None:
    found = list(
        find_statements(paper("Anna Jansen var i Lima.\n\n- Vi er her nu, siger Anna Jansen.\n\n- brød og smør\n"))
    )
    assert [(s.direct, s.quote) for s in found] == [(True, "Vi er her nu")]


def test_she_who_speaks_is_the_one_who_spoke() -> None:
    text = "Landet kræver, at Bert Olsen løslades nu, siger Anna Jansen til avisen. Hun tilføjede, at havnen er åben."
    found = told(paper(f"Danmarks ambassadør Anna Jansen rejste til Lima.\n\n{text}\n"))
    assert ("Anna Jansen", "havnen er åben.") in found


def test_two_clauses_of_two_speakers_are_two_statements() -> None:
    found = told(reading("Anna Jansen lobte die neue Brücke, Bert Olsen sprach von einem Wunder.", lang="de"))
    assert found == [("Anna Jansen", "die neue Brücke"), ("Bert Olsen", "einem Wunder.")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "„Wir haben in diesem Jahr sehr viel für den Hafen erreicht“, sagte ein Sprecher des Amtes."),
        ("da", "”Vi har i år nået rigtig meget for havnen her i byen”, sagde en af gæsterne."),
    ],
)
def test_a_quotation_of_somebody_unnamed_is_nobodys(lang: str, text: str) -> None:
    assert told(reading("Anna Jansen sagte, der Hafen sei offen.", text, lang=lang))[1:] == []
