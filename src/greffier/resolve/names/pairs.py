"""Pairs of names as a user has them: two texts, or the rows of a table.

>>> explain("Anna Meulen", "Anna Meulen").value
1.0
>>> row = next(score_pairs([{"name1": "Georgi Lazarov", "name2": "Георги Лазаров", "note": "kept"}]))
>>> row["score"], row["note"]
('1.000', 'kept')
"""

from collections.abc import Iterable, Iterator, Mapping

from greffier.model.score import Score
from greffier.resolve.names.compare import compare
from greffier.resolve.names.prepare import prepare


def explain(a: str, b: str) -> Score:
    """The score of two names as written, with its reason."""
    return compare(prepare(a), prepare(b))


def score_pairs(
    rows: Iterable[Mapping[str, str]], first: str = "name1", second: str = "name2"
) -> Iterator[dict[str, str]]:
    """Yield each row with `score` (three decimals) and `reason` added; a missing column counts as an empty name."""
    for row in rows:
        score = explain(row.get(first) or "", row.get(second) or "")
        yield {**row, "score": f"{score.value:.3f}", "reason": score.reason}
