"""Every pattern of every language finds its examples and leaves its refusals alone."""

import re

import pytest

from greffier.lexicon.load import languages, load_lexicon
from greffier.lexicon.patterns import Pattern, PatternSet

CASES = [
    pytest.param(pattern, id=f"{lang}/{topic}/{index}-{pattern.value}")
    for lang in languages()
    for topic in load_lexicon(lang).topics()
    for index, pattern in enumerate(load_lexicon(lang).patterns(topic).patterns)
    if pattern.examples or pattern.refuses
]


@pytest.mark.parametrize("pattern", CASES)
def test_every_example_is_found_and_every_refusal_refused(pattern: Pattern) -> None:
    alone = PatternSet([pattern])
    for text, expected in pattern.examples:
        assert expected in [text[hit.start : hit.end] for hit in alone.find(text)], text
    for text in pattern.refuses:
        assert not list(alone.find(text)), text


def test_no_form_holds_brackets_within_brackets() -> None:
    nested = [
        (lang, topic, form)
        for lang in languages()
        for topic in load_lexicon(lang).topics()
        for pattern in load_lexicon(lang).patterns(topic).patterns
        for form in pattern.forms
        if re.search(r"\([^()]*\(", form)
    ]
    assert not nested, "the notation knows one level"


def test_longest_form_wins_and_hits_do_not_overlap() -> None:
    patterns = PatternSet([Pattern("a", ("raad",)), Pattern("b", ("raad van state",)), Pattern("c", ("staat*",))])
    hits = list(patterns.find("De Raad  van\nState en de staatsraad"))
    assert [(hit.pattern.value, hit.start) for hit in hits] == [("b", 3), ("c", 25)]


def test_case_counts_where_the_pattern_says_so() -> None:
    patterns = PatternSet([Pattern("us", ("US",), case=True)])
    assert [hit.start for hit in patterns.find("tell us of the US")] == [15]
