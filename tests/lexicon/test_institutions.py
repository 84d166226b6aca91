"""Every example of the institutions' data is found, every refusal refused, every name leads to its own institution."""

import pytest

from greffier.lexicon.geography import load_geography
from greffier.lexicon.institutions import FOLDER, TYPES, about, find_institutions, load_institutions

FAMILIES = sorted(file.stem for file in FOLDER.glob("*.toml"))


def languages() -> tuple[str, ...]:
    return ("nl", "fr", "en", "da", "de", "sv", "ru", "kk", "es")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_example_names_its_institution_first(family: str) -> None:
    for example in about(family)["examples"]:
        text, expected = str(example[0]), str(example[1])
        found = {lang: [made.id for _, _, made in find_institutions(text, lang)][:1] for lang in languages()}
        assert [expected] in found.values(), (text, found)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_refusal_is_refused_in_every_language(family: str) -> None:
    for text in about(family)["refuses"]:
        for lang in languages():
            assert list(find_institutions(str(text), lang)) == [], text


def test_every_name_is_found_whole_and_as_its_own_institution() -> None:
    wrong = []
    for made in load_institutions().values():
        for forms in (made.names, made.acronyms):
            for lang, names in forms.items():
                for name in names:
                    plain = name.replace("*", "")
                    found = [(start, end, other.id) for start, end, other in find_institutions(plain, lang)]
                    if found != [(0, len(plain), made.id)]:
                        wrong.append((made.id, lang, plain, found))
    assert wrong == []


def test_every_type_and_country_is_known() -> None:
    countries = set(load_geography("en").names) | {"", "eu"}
    for made in load_institutions().values():
        assert made.type in TYPES, made.id
        assert made.country in countries, made.id


def test_a_short_acronym_is_found_in_its_own_language_alone() -> None:
    assert [made.id for _, _, made in find_institutions("the UN said", "en")] == ["un"]
    assert list(find_institutions("UN HOMME", "fr")) == []


def test_a_name_across_a_line_break_and_in_capitals_is_found() -> None:
    text = "CONSEIL DE L’EUROPE et le Conseil de\n  l'Europe"
    assert [(text[start:end], made.id) for start, end, made in find_institutions(text, "fr")] == [
        ("CONSEIL DE L’EUROPE", "council-of-europe"),
        ("Conseil de\n  l'Europe", "council-of-europe"),
    ]
