"""Every example of the countries' and places' data is found, every refusal refused, in every language."""

import re
import tomllib
from typing import Any

import pytest

from greffier.lexicon.geography import find_countries, find_places, load_geography, load_places
from greffier.lexicon.inflection import inflect
from greffier.lexicon.load import DATA, load_lexicon

LANGUAGES = ("nl", "fr", "en", "da", "de", "sv", "ru", "kk", "es")


def read_about() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))["about"]
    return found


def about(lang: str, key: str) -> list[tuple[str, object]]:
    return [(lang, case) for case in load_lexicon(lang).table("countries")["about"][key]]


@pytest.mark.parametrize(("lang", "example"), [case for lang in LANGUAGES for case in about(lang, "examples")])
def test_every_example_names_its_country_first(lang: str, example: list[str]) -> None:
    text, code = example
    assert [found[2] for found in find_countries(text, lang)][:1] == [code]


@pytest.mark.parametrize(("lang", "text"), [case for lang in LANGUAGES for case in about(lang, "refuses")])
def test_every_refusal_is_refused(lang: str, text: str) -> None:
    assert list(find_countries(text, lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_read_as_its_own_country(lang: str) -> None:
    geography = load_geography(lang)
    for code, names in geography.names.items():
        for name in names:
            plain = name.replace("*", "")
            assert geography.country_of(plain) == code, plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_country_has_a_name_in_every_language(lang: str) -> None:
    english = load_geography("en").names
    missing = [code for code in english if not load_geography(lang).names.get(code)]
    assert missing in ([], ["gd"])  # Spanish Granada is a city of Spain first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_adjective_or_people_belongs_to_two_countries(lang: str) -> None:
    owner: dict[str, str] = {}
    for code, entry in load_lexicon(lang).table("countries").items():
        if code == "about":
            continue
        for kind in ("adjectives", "people"):
            for word in entry.get(kind, ()):
                if " " in word or "-" in word:
                    continue
                for form in inflect(word, lang, kind):
                    assert owner.setdefault(form, code) == code, form


def test_spans_hold_the_words_as_written() -> None:
    text = "The REPUBLIC OF\nKAZAKHSTAN and the Kazakhs"
    assert [(text[s:e], code, kind) for s, e, code, kind in find_countries(text, "en")] == [
        ("REPUBLIC OF\nKAZAKHSTAN", "kz", "name"),
        ("Kazakhs", "kz", "people"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pattern_finds_what_the_index_finds(lang: str) -> None:
    pattern = load_geography(lang).pattern
    assert isinstance(pattern, re.Pattern)
    for example in load_lexicon(lang).table("countries")["about"]["examples"]:
        text = str(example[0])
        if not text.isupper():
            assert pattern.search(text) or text.split()[-1].isupper(), text


def test_every_example_of_the_places_is_found_first() -> None:
    for example in read_about()["examples"]:
        text, place = example
        assert [found[2] for found in find_places(text)][:1] == [place], text


def test_every_refusal_of_the_places_is_refused() -> None:
    for text in read_about()["refuses"]:
        assert list(find_places(text)) == [], text


def test_every_name_of_a_place_leads_to_it_and_to_no_other() -> None:
    for place in load_places().values():
        for name in place.names + place.former:
            plain = name.replace("*", "")
            assert [(found[1], found[2]) for found in find_places(plain)] == [(len(plain), place.id)], plain


def test_every_place_lies_in_a_known_country() -> None:
    assert {place.country for place in load_places().values()} <= set(load_geography("en").names)


def test_a_renamed_town_is_one_place() -> None:
    text = "Astana, Nur-Sultan en Tselinograd"
    assert {place for _, _, place, _ in find_places(text)} == {"astana"}


def test_a_place_that_is_a_common_word_is_left_out_in_that_language() -> None:
    assert [place for _, _, place, _ in find_places("das Leiden der Familien", "nl")] == ["leiden"]
    assert list(find_places("das Leiden der Familien", "de")) == []


def test_an_unknown_language_has_no_countries() -> None:
    assert list(find_countries("Kazakhstan", "xx")) == []
    assert load_geography("xx").country_of("Kazakhstan") is None
