"""The words for encounters in a passage, and the words around them that say how to read them.

The words are the topics `meetings` and `occasions` of a language's lexicon; their field guides tell what they mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

FAMILIES = {
    "meeting": "encounter",
    "talks": "encounter",
    "call": "encounter",
    "reception": "encounter",
    "dinner": "encounter",
    "visit": "visit",
    "session": "session",
    "conference": "conference",
    "press_conference": "press_conference",
    "signing": "signing",
}
"""What may be one and the same encounter told twice: talks and a dinner, but not a visit and the talks during it."""

BESIDE = 24  # code points between "during the" and the noun it belongs to: an adjective or two


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words for an encounter, `start` to `end`; the rest as the lexicon's field guide has it."""

    start: int
    end: int
    value: str
    verb: bool
    takes: str = ""
    mode: str | None = None
    weak: bool = False
    many: bool = False
    open: bool = False
    proper: bool = False
    passive: bool = False
    definite: bool = False

    @property
    def family(self) -> str:
        """The kind of encounter, coarse."""
        return FAMILIES.get(self.value, "encounter")


@dataclass(frozen=True, slots=True)
class Words:
    """One passage's triggers and occasion words, in reading order."""

    triggers: tuple[Trigger, ...]
    occasions: tuple[Hit, ...]

    def within(self, span: Span, *values: str) -> tuple[Hit, ...]:
        """The occasion words of `values` that lie in `span`."""
        return tuple(
            h for h in self.occasions if span.start <= h.start and h.end <= span.end and h.pattern.value in values
        )

    def has(self, span: Span, *values: str) -> bool:
        """Whether `span` holds an occasion word of `values`."""
        return any(span.start <= h.start and h.end <= span.end and h.pattern.value in values for h in self.occasions)


def read_words(scene: Scene) -> Words:
    """The triggers and occasion words of `scene`; those inside a name are part of the name."""
    occasions: tuple[Hit, ...] | None = None
    hits = list(scene.lexicon.patterns("meetings").find(scene.text, scene.lower))
    occasions = tuple(scene.lexicon.patterns("occasions").find(scene.text, scene.lower))
    occasions += tuple(scene.lexicon.patterns("meeting-status").find(scene.text, scene.lower))
    occasions = tuple(h for h in sorted(occasions, key=_begin) if not _inside(scene, h.start, h.end, "person", "place"))
    triggers = tuple(
        trigger
        for trigger in (_trigger(scene, hit, occasions) for hit in hits)
        if not _inside(scene, trigger.start, trigger.end, *_closed(trigger))
    )
    return Words(triggers, occasions)


def _closed(trigger: Trigger) -> tuple[str, ...]:
    """The kinds of names whose words tell no encounter; a "Ministers' Meeting" does, a "Mission to X" does not."""
    if trigger.family in ("session", "conference") or trigger.value == "meeting":
        return ("person", "place", "instrument")
    return ("person", "place", "body", "instrument")


def _begin(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _trigger(scene: Scene, hit: Hit, occasions: Sequence[Hit]) -> Trigger:
    pattern = hit.pattern
    verb = pattern.text("shape") == "verb"
    definite = not verb and any(
        h.pattern.value in ("definite", "whose", "mine")
        and (
            (h.start <= hit.start and hit.start - h.end <= BESIDE and _one_phrase(scene.text[h.end : hit.start]))
            or (h.start >= hit.end and h.start - hit.end <= 2)
        )
        for h in occasions
        if abs(h.start - hit.start) < 60
    )
    return Trigger(
        start=hit.start,
        end=hit.end,
        value=pattern.value,
        verb=verb,
        takes=pattern.text("takes"),
        mode=pattern.text("mode") or None,
        weak=pattern.flag("weak"),
        many=pattern.flag("many"),
        open=pattern.flag("open"),
        proper=pattern.flag("proper") or _proper(scene, hit.start),
        passive=pattern.flag("passive") or (pattern.flag("participle") and _passive(scene, hit)),
        definite=definite,
    )


def _passive(scene: Scene, hit: Hit) -> bool:
    """Whether a word for "was" or "is being" stands in the clause of a participle: "wurde von X empfangen"."""
    words = scene.lexicon.words("speech", "passive")
    start = max(scene.sentence_at(hit.start).start, scene.text.rfind(";", 0, hit.start) + 1)
    behind = scene.lower[hit.end : hit.end + 24].split()[:2]
    return not words.isdisjoint(scene.lower[start : hit.start].split()) or not words.isdisjoint(behind)


def _proper(scene: Scene, start: int) -> bool:
    """Whether the noun is the tail of a proper name: "Rhine-conference"."""
    head = re.search(r"(\w+)-$", scene.text[max(0, start - 30) : start])
    return head is not None and head.group(1)[0].isupper() and not head.group(1).isupper()


def _one_phrase(gap: str) -> bool:
    return len(gap.split()) <= 2 and not any(char in ",.;:()!?" for char in gap)


def _inside(scene: Scene, start: int, end: int, *kinds: str) -> bool:
    return any(name.kind in kinds and name.start <= start and end <= name.end for name in scene.names)
