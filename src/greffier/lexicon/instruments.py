"""International instruments known by name in any of the languages: `data/instruments.toml`.

>>> text = "bound by the Universal Declaration of Human Rights and the NPT"
>>> [(text[start:end], known) for start, end, known in find_known(text, text.lower())]
[('Universal Declaration of Human Rights', 'udhr'), ('NPT', 'npt')]
>>> list(find_known("a universal declaration", "a universal declaration"))
[]
"""

import tomllib
from collections.abc import Iterator
from functools import cache

from greffier.lexicon.load import DATA
from greffier.lexicon.patterns import Pattern, PatternSet


def find_known(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and id of each known instrument in `text`; `lower` is `lowered(text)`."""
    for hit in _known().find(text, lower):
        yield hit.start, hit.end, hit.pattern.value


@cache
def _known() -> PatternSet:
    table = tomllib.loads((DATA / "instruments.toml").read_text(encoding="utf-8"))
    patterns = []
    for raw in table["instrument"]:
        patterns.append(Pattern(raw["id"], tuple(raw["names"])))
        if raw.get("acronyms"):
            patterns.append(Pattern(raw["id"], tuple(raw["acronyms"]), case=True))
    return PatternSet(patterns)
