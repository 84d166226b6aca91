"""Tokens cover the text, keep their spans and follow the treebanks' cuts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.text.tokens import token_spans, tokenise

CASES = [
    ("L'État et l’Union, qu'une", ["L'", "État", "et", "l’", "Union", ",", "qu'", "une"]),
    ("the Senate's U.S. envoy", ["the", "Senate", "'s", "U.S.", "envoy"]),
    ("M. P. de Vries (VVD)", ["M.", "P.", "de", "Vries", "(", "VVD", ")"]),
    ("de 2de vergadering, 7.000 stemmen", ["de", "2de", "vergadering", ",", "7.000", "stemmen"]),
    ("Ибраев Жан-Али, 1-й зам.", ["Ибраев", "Жан-Али", ",", "1-й", "зам", "."]),
    ("O'Brien and G'aniyev", ["O'Brien", "and", "G'aniyev"]),
    ("«Біз көмектесеміз», – деді", ["«", "Біз", "көмектесеміз", "»", ",", "–", "деді"]),
    ("Europa- og udenrigsminister", ["Europa", "-", "og", "udenrigsminister"]),
    ("COVID-19 in 2021", ["COVID-19", "in", "2021"]),
]


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_text_is_cut_as_the_treebanks_do(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


@given(st.text())
def test_spans_are_ordered_disjoint_and_cover_all_but_spaces(text: str) -> None:
    at = 0
    for start, end in token_spans(text):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
