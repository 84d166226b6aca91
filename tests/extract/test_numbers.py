"""Numbers: every example of every language, and generated counts read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.extract.chunks import Number
from greffier.extract.dates import find_dates
from greffier.extract.numbers import find_numbers
from greffier.lexicon.load import languages, load_lexicon
from greffier.model.offsets import whole
from greffier.model.outline import Passage
from greffier.model.span import Span

LANGS = [lang for lang in languages() if load_lexicon(lang).table("numbers")]


def numbers(text: str, lang: str) -> list[Number]:
    lexicon, span = load_lexicon(lang), Span(0, len(text))
    passage = Passage(0, "paragraph", lang, text, whole(span), (span,))
    return list(find_numbers(passage, lexicon, find_dates(passage, lexicon, None)))


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_reads_as_stated(lang: str) -> None:
    for text, value, upper, modifier, unit in load_lexicon(lang).table("numbers")["about"]["examples"]:
        expected = (float(value), float(upper) if upper else None, modifier, unit or None)
        assert [(n.value, n.upper, n.modifier, n.unit) for n in numbers(text, lang)] == [expected], text


@pytest.mark.parametrize("lang", LANGS)
def test_every_refusal_holds_no_figure(lang: str) -> None:
    for text in load_lexicon(lang).table("numbers")["about"]["refuses"]:
        assert not numbers(text, lang), text


PERSONS = {
    "en": "candidates",
    "nl": "kandidaten",
    "fr": "candidats",
    "da": "kandidater",
    "de": "Kandidaten",
    "sv": "kandidater",
    "ru": "кандидатов",
    "kk": "кандидат",
    "es": "candidatos",
}
SEPARATORS = {
    "en": ",",
    "nl": ".",
    "fr": "\u202f",
    "da": ".",
    "de": ".",
    "sv": " ",
    "ru": "\u00a0",
    "kk": " ",
    "es": ".",
}


@given(st.sampled_from(sorted(PERSONS)), st.integers(2, 9_999_999), st.booleans())
def test_a_generated_count_is_read_back(lang: str, count: int, grouped: bool) -> None:
    written = f"{count:,}".replace(",", SEPARATORS[lang]) if grouped else str(count)
    found = numbers(f"{written} {PERSONS[lang]}", lang)
    assert [(n.value, n.unit) for n in found] == [(float(count), "person")]


@given(st.sampled_from(LANGS), st.integers(1, 99), st.integers(1, 9))
def test_a_generated_share_is_read_back(lang: str, whole_part: int, tenth: int) -> None:
    sign = "." if lang == "en" else ","
    assert [(n.value, n.unit) for n in numbers(f"{whole_part}{sign}{tenth} %", lang)] == [
        (float(f"{whole_part}.{tenth}"), "percent")
    ]


@given(st.text(), st.sampled_from(LANGS))
def test_spans_hold_for_any_text(text: str, lang: str) -> None:
    for number in numbers(text, lang):
        assert 0 <= number.start < number.end <= len(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("tel. 202 232 5488", "en"),
        ("see A/RES/73/8 and 2019/2610(RSP)", "en"),
        ("11 Vraag van een lid", "nl"),
        ("binnen 30 werkdagen", "nl"),
        ("в статье 38 закона", "ru"),
        ("il a 39 ans", "fr"),
    ],
)
def test_what_is_no_count_is_left_alone(text: str, lang: str) -> None:
    assert not numbers(text, lang)
