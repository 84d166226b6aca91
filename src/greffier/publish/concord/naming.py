"""Whether a name of one version is heard in the other, spelt as its language spells it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from greffier.model.findings import Appearance
from greffier.publish.concord.marks import Mark
from greffier.publish.concord.versions import Unit
from greffier.resolve.names import compare, prepare
from greffier.resolve.names.align import likeness
from greffier.resolve.names.prepare import letters
from greffier.resolve.names.words import word

CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*")
LIKE = 0.78  # likeness from which two words sound as one name
LONG = 3  # letters of a word of a name that is listened for


class Names:
    """The persons of both papers, and what their names sound like."""

    def __init__(self, *appearances: Mapping[str, Appearance]) -> None:
        self._names = {key: one.name for each in appearances for key, one in each.items()}

    def heard(self, unit: Unit, mark: Mark, others: Sequence[Unit]) -> bool:
        """Whether one of `others` holds a word that sounds like the last of the name's, or a name that is the same."""
        written = unit.passage.text[mark.start : mark.end]
        if mark.kind == "person":
            full = self._names.get(next(iter(mark.keys))[2:], written)
            for other in others:
                for theirs in other.marks:
                    if theirs.kind != "person":
                        continue
                    name = self._names.get(next(iter(theirs.keys))[2:], "")
                    if name and compare(prepare(full), prepare(name)).value >= 0.5:
                        return True
        said = [each for each in (letters(token) for token in CAPITALISED.findall(written)) if len(each) >= LONG]
        if not said:
            return False
        surname = said[-1] if mark.kind == "person" else max(said, key=len)
        return any(likeness(word(surname), word(each)) >= LIKE for each in _words(others))


def _words(units: Iterable[Unit]) -> set[str]:
    found: set[str] = set()
    for unit in units:
        found |= _capitalised(unit.passage.text[unit.start : unit.end])
    return found


@lru_cache(maxsize=2_000)
def _capitalised(text: str) -> frozenset[str]:
    """The words with a capital, bare."""
    words = (letters(token) for token in CAPITALISED.findall(text) if token[0].isupper())
    return frozenset(each for each in words if len(each) >= LONG)
