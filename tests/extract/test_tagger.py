"""The shipped tagger finds plain names in every language, and survives any input."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.extract.tagger import Tag, load_tagger
from greffier.text.tokens import tokenise

# Invented sentences: (language, sentence, a name, its kind).
CASES = [
    (
        "nl",
        "De heer Pieter Wouters, voorzitter van de commissie, sprak met de leden in Brussel.",
        "Pieter Wouters",
        "PER",
    ),
    ("nl", "De delegatie bezocht het ministerie van Justitie in Lissabon.", "Lissabon", "LOC"),
    ("fr", "M. Julien Carpentier a rencontré la présidente à Lisbonne.", "Julien Carpentier", "PER"),
    ("fr", "Le Parlement européen rejeta la résolution.", "Parlement européen", "ORG"),
    ("en", "Ambassador Helen Whitcombe met Nurlan Asanbekov in Vienna.", "Nurlan Asanbekov", "PER"),
    ("en", "The Ministry of Foreign Affairs published the note.", "Ministry of Foreign Affairs", "ORG"),
    ("da", "Udenrigsminister Mette Holmgaard rejste i går til Oslo.", "Mette Holmgaard", "PER"),
    ("de", "Die Abgeordnete Sabine Krollmann reiste nach Wien.", "Sabine Krollmann", "PER"),
    ("sv", "Utrikesminister Karin Almkvist reste till Helsingfors.", "Karin Almkvist", "PER"),
    ("ru", "Председатель комитета Сергей Кольцов прибыл в Варшаву.", "Сергей Кольцов", "PER"),
    ("kk", "Комитет төрағасы Айдос Сейтжанов баяндама жасады.", "Айдос Сейтжанов", "PER"),
    (
        "ru",
        "Члены Комитета по международным делам и обороне прибыли.",
        "Комитета по международным делам и обороне",
        "ORG",
    ),
    ("fr", "Il a reçu S.E.M. Giorgi Lomadze, ambassadeur de Géorgie.", "Géorgie", "LOC"),
    ("de", "Der Abgeordnete Peter Lindner (SPD) fragte die Bundesregierung.", "SPD", "ORG"),
    ("es", "Firmó un acuerdo con el Reino de Marruecos.", "Reino de Marruecos", "LOC"),
    ("es", "El ministro Andrés Villaseca viajó ayer a Lisboa.", "Andrés Villaseca", "PER"),
]


def names(sentence: str, lang: str) -> dict[str, str]:
    tokens = tokenise(sentence)
    return {" ".join(tokens[tag.start : tag.end]): tag.kind for tag in load_tagger().tag(tokens, lang)}


@pytest.mark.parametrize(("lang", "sentence", "name", "kind"), CASES)
def test_a_plain_name_is_found(lang: str, sentence: str, name: str, kind: str) -> None:
    assert names(sentence, lang).get(name) == kind


def test_a_surname_in_capitals_is_part_of_the_name() -> None:
    assert names("Present were Aigerim TOLEUBEK and Tim VERHOEVEN of the committee.", "en") == {
        "Aigerim TOLEUBEK": "PER",
        "Tim VERHOEVEN": "PER",
    }


def test_a_sentence_without_capitals_names_nobody() -> None:
    assert names("the committee met again in the afternoon and adjourned.", "en") == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=30), st.sampled_from(["nl", "ru", "es", "xx", ""]))
def test_any_tokens_give_ordered_disjoint_tags_with_a_confidence(tokens: list[str], lang: str) -> None:
    at = 0
    for tag in load_tagger().tag(tokens, lang):
        assert isinstance(tag, Tag)
        assert at <= tag.start < tag.end <= len(tokens)
        assert tag.kind in ("PER", "ORG", "LOC")
        assert 0 < tag.confidence <= 1
        at = tag.end


def test_the_same_sentence_reads_the_same_twice() -> None:
    assert names(CASES[4][1], "en") == names(CASES[4][1], "en")


def test_ten_thousand_words_are_tagged_in_a_second() -> None:
    # Measured 90,000 words a second on one slow core; the floor leaves room for a busy machine.
    tokens = tokenise(CASES[0][1])
    tagger = load_tagger()
    begin = time.process_time()
    for _ in range(10_000 // len(tokens)):
        tagger.tag(tokens, "nl")
    assert time.process_time() - begin < 1
