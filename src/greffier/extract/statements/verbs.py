"""The verbs of speech of one stretch, and where they stand in their sentence."""

import re
from collections.abc import Sequence

from greffier.extract.reading import Scene
from greffier.extract.statements.bracket import settled
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

FULL = 5  # words of a quotation that stands for itself; shorter ones are words within a reported clause
ALONE = 8  # words of a quotation that is kept with its speaker left open


def hits_in(scene: Scene, stretch: Span, quotes: Sequence[Span]) -> tuple[list[Hit], dict[int, list[int]]]:
    """The verbs of speech, and by a verb's place where its participle begins, if that stands apart."""
    passive = scene.lexicon.words("speech", "passive")
    hits: list[Hit] = []
    parted: dict[int, list[int]] = {}
    for hit in scene.lexicon.patterns("speech").find(scene.text, scene.lower):
        if not (stretch.start <= hit.start and hit.end <= stretch.end) or hit.pattern.value == "mood":
            continue
        if any(quote.start <= hit.start < quote.end for quote in quotes):
            continue
        if hit.pattern.text("needs") and not _followed(scene, hit, stretch.end):
            continue
        word = re.search(r"(\w+)\s+$", scene.lower[max(0, hit.start - 20) : hit.start])
        if word and word.group(1) in passive and hit.pattern.value in ("object", "about"):
            continue
        reports = settled(scene, hit, stretch.start)
        if reports is None:
            continue
        hit, participle = reports
        if participle is not None:
            parted.setdefault(hit.start, []).append(participle)
            if hits and hits[-1].start == hit.start:
                continue  # "has praised and thanked": one word for "has"
        hits.append(hit)
    return sorted(hits, key=lambda hit: hit.start), parted


def _followed(scene: Scene, hit: Hit, end: int) -> bool:
    """Whether the word that the pattern needs follows in the clause: "called on them to act", not "called on them"."""
    behind = re.split(r"[,;]| and ", scene.lower[hit.end : end], maxsplit=1)[0].split()
    return not set(hit.pattern.list("needs")).isdisjoint(behind)


def aside(scene: Scene, stretch: Span, hit: Hit) -> int | None:
    """Where the clause of `hit` begins, if a word for "as" opens it: "…, wie X mitteilte"."""
    start = max((scene.text.rfind(mark, stretch.start, hit.start) for mark in ",;:"), default=-1) + 1
    word = re.match(r"\s*([\w']+)", scene.lower[max(start, stretch.start) : hit.start])
    found = word is not None and word.group(1) in scene.lexicon.words("speech", "as")
    return max(start, stretch.start) if found else None


def closing(scene: Scene, stretch: Span, hit: Hit) -> bool:
    """Whether `hit`, a comma before it, ends a sentence that began with what was said."""
    ahead = scene.lower[stretch.start : hit.start].rstrip()
    if not ahead.endswith((",", "”", '"', "»", "“", "’", "!", "?", " –", " -")) or len(ahead.split()) < FULL:
        return False
    behind = re.findall(r"[\w']+|[,:]", scene.lower[hit.end : stretch.end])
    at_once = behind[:ALONE]
    return ":" not in at_once and scene.lexicon.words("speech", "that").isdisjoint(at_once) and behind[:1] != [","]


def unattributed(scene: Scene, stretch: Span) -> bool:
    """Whether a verb of speech ends `stretch` whose speaker is somebody not named."""
    hits, _ = hits_in(scene, stretch, [Span(q.start, q.end) for q in scene.quotes])
    return any(closing(scene, stretch, hit) for hit in hits)
