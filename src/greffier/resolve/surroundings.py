"""What a paper says beside a name that helps to tell who is meant: the places, bodies and instruments known by an id.

What more than a tenth of a large record names tells nothing there; in a small record all papers are of one file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from greffier.model.findings import Appearance

FEW = 50  # papers that may name a thing before it is asked how many others do
SHARE = 0.1  # of the papers: what more of them name is no evidence


def anchors(appearances: Iterable[Appearance]) -> Mapping[str, frozenset[str]]:
    """By paper, the ids of what it names that tells its subject."""
    named: dict[str, set[str]] = defaultdict(set)
    papers = set()
    for appearance in appearances:
        papers.add(appearance.paper)
        if appearance.kind != "person":
            named[appearance.paper].update(value for _, value in appearance.identifiers)
    counts = Counter(value for values in named.values() for value in values)
    limit = max(FEW, SHARE * len(papers))
    return {paper: frozenset(v for v in values if counts[v] <= limit) for paper, values in named.items()}
