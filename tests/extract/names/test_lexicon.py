"""Every example of the names' and bodies' lexicons is found, every refusal refused, in every language."""

import pytest

from greffier.extract.names.find import find_names
from greffier.extract.names.line import line
from greffier.lexicon.load import languages, load_lexicon


def cases(topic: str, key: str) -> list[object]:
    return [
        pytest.param(lang, case, id=f"{lang}-{index}")
        for lang in languages()
        for index, case in enumerate(load_lexicon(lang).table(topic).get("about", {}).get(key, ()))
    ]


def found(text: str, lang: str, kind: str) -> list[str]:
    made = line(text, lang, ())
    return [made.cut(name.start, name.end) for name in find_names(made) if name.kind == kind]


@pytest.mark.parametrize(("lang", "case"), cases("names", "examples"))
def test_every_example_of_a_person_is_found(lang: str, case: list[str]) -> None:
    assert case[1] in found(case[0], lang, "person")


@pytest.mark.parametrize(("lang", "case"), cases("names", "refuses"))
def test_every_refusal_of_a_person_is_refused(lang: str, case: str) -> None:
    assert found(case, lang, "person") == []


@pytest.mark.parametrize(("lang", "case"), cases("bodies", "examples"))
def test_every_example_of_a_body_is_found(lang: str, case: list[str]) -> None:
    assert case[1] in found(case[0], lang, "body")


@pytest.mark.parametrize(("lang", "case"), cases("bodies", "refuses"))
def test_every_refusal_of_a_body_is_refused(lang: str, case: str) -> None:
    assert found(case, lang, "body") == []
