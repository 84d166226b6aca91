"""Verbs of speech in two parts: "hat die Reform gelobt", "wurde gelobt".

A form that the lexicon flags `participle` counts only with its auxiliary: behind a word for "has" it reports, from that
word on; behind a word for "is" or "was" it is said of somebody, not by somebody. A form that is a finite verb too
(`finite`) stands for itself where its clause has no auxiliary.
"""

import re
from dataclasses import replace

from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit

BORDER = re.compile(r"[,;:.!?–—„“”»«\"(]")
WORD = re.compile(r"[\w'-]+")
AFTER = 2  # words behind a participle among which its auxiliary stands: "gelobt worden ist"


def settled(scene: Scene, hit: Hit, floor: int) -> tuple[Hit, int | None] | None:
    """The hit as it reports, and where its participle begins if its auxiliary stands apart; None where it does not."""
    if not hit.pattern.flag("participle"):
        return hit, None
    start = max((m.end() for m in BORDER.finditer(scene.text, floor, hit.start)), default=floor)
    behind = WORD.findall(scene.lower[hit.end : hit.end + 24])[:AFTER]
    words = list(WORD.finditer(scene.lower, start, hit.start))
    passive, perfect = scene.lexicon.words("speech", "passive"), scene.lexicon.words("speech", "perfect")
    if not passive.isdisjoint(word.group() for word in words) or not passive.isdisjoint(behind):
        return None
    has = next((word for word in reversed(words) if word.group() in perfect), None)
    if has is not None:
        return None if _deed(scene, start, hit) else (replace(hit, start=has.start(), end=has.end()), hit.start)
    ends = BORDER.match(scene.text, hit.end) is not None or not scene.text[hit.end :].strip()
    return (hit, None) if hit.pattern.flag("finite") and not ends else None


def _deed(scene: Scene, start: int, hit: Hit) -> bool:
    """Whether the words tell what was done to somebody: "the court has condemned X to two years in prison"."""
    found = scene.lexicon.patterns("acts").find(scene.text[start : hit.end], scene.lower[start : hit.end])
    deeds = list(found)
    return any(start + deed.start <= hit.start < start + deed.end for deed in deeds) and len(deeds) > 1
