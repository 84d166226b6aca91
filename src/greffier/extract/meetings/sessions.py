"""The ordinal of a session ("the third session of a Joint Committee") and the body that sits."""

import re
from functools import cache

from greffier.extract.chunks import Name, Referent
from greffier.extract.meetings.triggers import Trigger
from greffier.extract.reading import Scene
from greffier.lexicon.load import Lexicon
from greffier.model.span import Span

NEAR = 45  # code points between an ordinal and the noun it counts: "18th ASEAN Law Ministers Meeting"


@cache
def digits(pattern: str) -> re.Pattern[str]:
    """The compiled form of a language's ordinals in digits."""
    return re.compile(rf"(?<![\w.,/]){pattern}(?!\w)")


def ordinal_of(scene: Scene, sentence: Span, trigger: Trigger) -> tuple[int, int] | None:
    """The ordinal that counts the trigger's noun and where it begins; None where there is none or it is a date's."""
    floor = max(sentence.start, trigger.start - NEAR)
    found = [
        (number, start)
        for number, start, end in _ordinals(scene.text, scene.lower, scene.lexicon, floor, trigger.start)
        if not any(d.start <= start < d.end for d in scene.dates) and _free(scene.text[end : trigger.start])
    ]
    return found[-1] if found else None


def _ordinals(text: str, lower: str, lexicon: Lexicon, start: int, end: int) -> list[tuple[int, int, int]]:
    found = [
        (int(hit.pattern.value), start + hit.start, start + hit.end)
        for hit in lexicon.patterns("ordinals").find(text[start:end], lower[start:end])
    ]
    pattern = lexicon.text("ordinals", "digits")
    if pattern:
        found += [(int(m.group(1)), m.start(), m.end()) for m in digits(pattern).finditer(text, start, end)]
    return sorted(found, key=lambda item: item[1])


def _free(gap: str) -> bool:
    return len(gap.split()) <= 5 and not any(char in ",;:()." for char in gap)


def body_of(scene: Scene, span: Span, trigger: Trigger) -> str | None:
    """The body named in `span` right behind the trigger, or right before it."""
    chunks: tuple[Name | Referent, ...] = scene.meant(span, "body")
    right = [c for c in chunks if c.start >= trigger.end and c.start - trigger.end <= 40]
    if right:
        return right[0].appearance
    left = [c for c in chunks if c.end <= trigger.start and trigger.start - c.end <= 30]
    over = [c for c in chunks if c.start <= trigger.start and trigger.end <= c.end]
    near = over or left
    return near[-1].appearance if near else None
