"""Reliability: what was right is counted by confidence, and the steps fitted from it never fall."""

from hypothesis import given
from hypothesis import strategies as st
from tools.reliability import Judged, fitted, table

from greffier.extract.confidence import worth

CERTAINTIES = st.floats(0.3, 1.0).map(lambda value: round(value, 2))
ENTRIES = st.lists(st.builds(Judged, st.just("act"), CERTAINTIES, CERTAINTIES, st.booleans()), min_size=1, max_size=60)


def test_the_table_counts_what_was_right() -> None:
    judged = [Judged("act", 0.8, 0.85, True), Judged("act", 0.8, 0.85, False), Judged("figure", 0.9, 0.9, True)]
    shown = table(judged)
    assert "| 0.8–0.9 | 0.50 of 2 | 0.50 of 2 | – |" in shown
    assert "| 0.9–1.0 | 1.00 of 1 | – | 1.00 of 1 |" in shown


@given(ENTRIES, CERTAINTIES, CERTAINTIES)
def test_more_certain_is_never_worth_less(judged: list[Judged], one: float, other: float) -> None:
    steps = fitted(judged)
    low, high = sorted((one, other))
    assert worth(steps, low) <= worth(steps, high)
    assert 0 <= worth(steps, low) <= 1


@given(CERTAINTIES, st.integers(50, 200))
def test_what_many_entries_show_outweighs_the_grammar(certainty: float, many: int) -> None:
    steps = fitted([Judged("act", certainty, certainty, False)] * many)
    assert worth(steps, certainty) <= 0.1
