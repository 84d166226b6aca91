"""How far an encounter reaches in its sentence: to the words that open another clause, or another encounter's verb."""

import re
from dataclasses import dataclass

from greffier.extract.chunks import Name, Role
from greffier.extract.meetings.triggers import Trigger, Words
from greffier.extract.reading import Scene
from greffier.model.span import Span

SEMICOLON = re.compile(r"(?<!&nbsp);")


@dataclass(frozen=True, slots=True)
class Clause:
    """Where to look for who meets: `left` of the trigger, `right` of it; `before` is what stands left of `left`."""

    before: Span
    left: Span
    right: Span

    @property
    def whole(self) -> Span:
        """The clause with its trigger."""
        return Span(self.left.start, self.right.end)


def clause_of(scene: Scene, words: Words, sentence: Span, trigger: Trigger) -> Clause:
    """The clause of `trigger` in `sentence`."""
    left, right = sentence.start, sentence.end
    for hit in words.within(sentence, "limit", "topic"):
        if _in_chunk(scene, hit.start, hit.end):
            continue
        if hit.pattern.flag("comma") and not scene.text[: hit.start].rstrip(" ").endswith(","):
            continue
        if hit.end <= trigger.start and hit.pattern.value == "limit":
            left = max(left, hit.end)
        elif hit.start >= trigger.end:
            right = min(right, hit.start)
    for other in words.triggers:
        if other.verb and other.start >= trigger.end and other.start < right and trigger.verb and _joined(scene, other):
            right = other.start
    for position in _stops(scene, sentence):
        if trigger.end <= position:
            right = min(right, position)
            break
        left = max(left, position + 1) if position < trigger.start else left
    left, right = min(left, trigger.start), max(right, trigger.end)
    return Clause(Span(sentence.start, left), Span(left, trigger.start), Span(trigger.end, right))


def _joined(scene: Scene, other: Trigger) -> bool:
    """Whether a verb begins something new after a comma or a conjunction rather than ending the clause."""
    return scene.lexicon.text("occasions", "verb_last") != "yes" or other.start == 0


def _stops(scene: Scene, sentence: Span) -> list[int]:
    """Semicolons, and quotation marks where quoted words begin or end."""
    text = scene.text
    stops = [m.end() - 1 for m in SEMICOLON.finditer(text, sentence.start, sentence.end)]
    for quote in scene.quotes:
        if sentence.start <= quote.start < sentence.end and quote.end - quote.start > 40:
            stops.append(quote.start)
        if sentence.start < quote.end < sentence.end and quote.end - quote.start > 40:
            stops.append(quote.end - 1)
    return sorted(stops)


def _in_chunk(scene: Scene, start: int, end: int) -> bool:
    chunks: tuple[Name | Role, ...] = (*scene.names, *scene.roles)
    return any(c.start <= start and end <= c.end for c in chunks)
