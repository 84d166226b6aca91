"""Dates: every example of every language, and generated dates read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.lexicon.load import languages, load_lexicon
from greffier.text.calendar import resolve
from greffier.text.dates import find_dates

LANGS = [lang for lang in languages() if load_lexicon(lang).table("dates")]
ABOUT = {lang: load_lexicon(lang).table("dates")["about"] for lang in LANGS}


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_reads_as_stated(lang: str) -> None:
    for text, edtf in ABOUT[lang]["examples"]:
        assert [found.edtf for found in find_dates(text, lang)] == [edtf], text


@pytest.mark.parametrize("lang", LANGS)
def test_every_refusal_holds_no_date(lang: str) -> None:
    for text in ABOUT[lang]["refuses"]:
        assert not list(find_dates(text, lang)), text


FORMS = {
    "en": "on {d} {m} {y}",
    "nl": "op {d} {m} {y}",
    "fr": "le {d} {m} {y}",
    "da": "den {d}. {m} {y}",
    "de": "am {d}. {m} {y}",
    "sv": "den {d} {m} {y}",
    "ru": "{d} {m} {y} года",
    "kk": "{y} жылғы {d} {m}",
    "es": "el {d} de {m} de {y}",
}


@given(st.sampled_from(sorted(FORMS)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_generated_date_is_read_back(lang: str, day: date) -> None:
    form = load_lexicon(lang).table("dates")["months"][str(day.month)][0].rstrip("*")
    month = form.capitalize() if lang in ("en", "de") else form
    text = FORMS[lang].format(d=day.day, m=month, y=day.year)
    assert [found.edtf for found in find_dates(text, lang)] == [day.isoformat()], text


@given(st.text(), st.sampled_from(LANGS))
def test_spans_hold_for_any_text(text: str, lang: str) -> None:
    reached = 0
    for found in find_dates(text, lang):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(1, 7))
def test_a_weekday_is_the_nearest_on_the_side_said(base: date, weekday: int) -> None:
    past, coming = resolve(f"weekday:{weekday}:-1", base.isoformat()), resolve(f"weekday:{weekday}:1", base.isoformat())
    assert past and coming
    assert date.fromisoformat(past).isoweekday() == date.fromisoformat(coming).isoweekday() == weekday
    assert 1 <= (base - date.fromisoformat(past)).days <= 7
    assert 1 <= (date.fromisoformat(coming) - base).days <= 7


@pytest.mark.parametrize(
    ("edtf", "base", "future", "expected"),
    [
        ("XXXX-05-10", "2021-05-11", False, "2021-05-10"),
        ("XXXX-12-20", "2021-01-15", False, "2020-12-20"),
        ("XXXX-06-03", "2021-05-11", False, "2021-06-03"),
        ("XXXX-03-03", "2021-05-11", True, "2022-03-03"),
        ("XXXX-10", "2019-04-11", False, "2018-10"),
        ("XXXX-10", "2019-04-11", True, "2019-10"),
        ("month:-1", "2021-01", False, "2020-12"),
        ("year:-1", "2021", False, "2020"),
        ("day:0", "2021", False, None),
        ("day:0", None, False, None),
        ("XXXX-05-10", None, False, "XXXX-05-10"),
        ("XXXX-12-30/XXXX-01-02", "2021-01-15", False, "2020-12-30/2021-01-02"),
        ("XXXX-02-29", "2021-03-05", False, "2020-02-29"),
    ],
)
def test_relative_dates_count_from_the_papers_or_stay_open(
    edtf: str, base: str | None, future: bool, expected: str | None
) -> None:
    assert resolve(edtf, base, future=future) == expected
