"""Reported speech told by the mood of its verb alone: "Das Abkommen sei ein Erfolg" goes on with what X said.

A form of the lexicon's `mood` patterns is enough where a speaker is known in the same passage; one flagged `weak` (it
may also tell what would be) only right behind a sentence that was reported. Words of the lexicon's `unreal` (if, so
that) and `nobody` (it was said) make it no speech of the last speaker.
"""

import re

from greffier.extract.reading import Scene
from greffier.extract.statements.content import Said, trimmed
from greffier.extract.statements.speaker import Subject
from greffier.extract.statements.verbs import FULL
from greffier.model.span import Span

SURE = 0.65
BORDER = re.compile(r"[,;:–—]")


def in_mood(scene: Scene, stretch: Span, *, chained: bool) -> Span | None:
    """What `stretch` reports by its mood; None where it does not."""
    if not scene.lexicon.words("speech", "unreal"):
        return None  # a language without such a mood
    lower = scene.lower[stretch.start : stretch.end]
    words = set(re.findall(r"[\w']+", _outside(scene, stretch)))
    nobody = scene.lexicon.words("speech", "nobody")
    if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) for word in nobody) or len(words) < FULL:
        return None
    for hit in scene.lexicon.patterns("speech").find(scene.text, scene.lower):
        if hit.pattern.value != "mood" or not (stretch.start <= hit.start < stretch.end):
            continue
        if any(quote.start <= hit.start < quote.end for quote in scene.quotes):
            continue
        if (hit.pattern.flag("weak") and not chained) or scene.text[hit.end : hit.end + 1] in ".,;":
            continue  # at the end of a clause it belongs to a clause that depends on another
        start = max((m.end() for m in BORDER.finditer(scene.text, stretch.start, hit.start)), default=stretch.start)
        clause = set(re.findall(r"[\w']+", scene.lower[start : hit.start]))
        unfit = scene.lexicon.words("speech", "unreal") | scene.lexicon.words("speech", "that")
        if clause.isdisjoint(unfit):
            return trimmed(scene, stretch.start, stretch.end)
    return None


def _outside(scene: Scene, stretch: Span) -> str:
    text = scene.lower[stretch.start : stretch.end]
    for quote in scene.quotes:
        low, high = max(quote.start, stretch.start) - stretch.start, min(quote.end, stretch.end) - stretch.start
        if low < high:
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def carried(stretch: Span, content: Span, speaker: Subject, how: str) -> Said:
    """The statement that `content` makes, of a speaker found elsewhere."""
    subject = Subject(speaker.appearance, speaker.start, speaker.end, how, SURE)
    return Said(content, stretch, subject, False, "mood", SURE)
