"""What one version has and the other lacks: provisions, paragraphs, sentences, much of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.publish.concord.concordance import Disagreement, Side
from greffier.publish.concord.matching import PROVISIONS, Match
from greffier.publish.concord.quoting import called, side
from greffier.publish.concord.versions import Unit, Version

SHORTEST = 25  # code points of what is missed
SURE = {"recital": 0.9, "request": 0.9, "paragraph": 0.75, "item": 0.75}
SENTENCE = 0.75
WORD = re.compile(r"[^\W\d_]+")
MANY = 40  # words of a list of signatures
PARTICLE = 3  # letters of a small word within a name
OTHER = 0.45  # headings, datelines, signatures: one version may have them for both


def absences(matches: Sequence[Match], versions: tuple[Version, Version]) -> Iterator[Disagreement]:
    """Yield each match that has one side only."""
    for index, match in enumerate(matches):
        if match.left and match.right:
            continue
        number = 0 if match.left else 1
        units = match.left or match.right
        if sum(unit.length for unit in units) < SHORTEST:
            continue
        other = versions[1 - number]
        here = side(versions[number], units)
        here = replace(here, words=here.spans)
        there = side(other, _nearest(matches, index, 1 - number))
        if match.whole:
            what = match.kind if match.kind in (*PROVISIONS, "heading") else "paragraph"
            sure = OTHER if _only_names(units) else SURE.get(match.kind, OTHER)
        else:
            what, sure = "sentence", SENTENCE
        label = f" {match.label}" if match.label and match.whole else ""
        reason = f"this {what}{label} has nothing to match in the {called(versions, 1 - number)}"
        yield _ordered(sure, reason, match.label, here, there, number)


def _ordered(sure: float, reason: str, label: str | None, here: Side, there: Side, number: int) -> Disagreement:
    left, right = (here, there) if number == 0 else (there, here)
    return Disagreement("missing", sure, reason, label, left, right)


def _nearest(matches: Sequence[Match], index: int, number: int) -> tuple[Unit, ...]:
    """The units on side `number` beside which the missing ones would stand: those before, else those behind."""
    for match in (*reversed(matches[:index]), *matches[index + 1 :]):
        units = (match.left, match.right)[number]
        if units:
            return units[-1:]
    return ()


def _only_names(units: Sequence[Unit]) -> bool:
    """Whether nothing but names stands there, as under a proposal: one version may have them for both."""
    words = [word for unit in units for word in WORD.findall(unit.passage.text[unit.start : unit.end])]
    return bool(words) and len(words) <= MANY and not any(word.islower() and len(word) > PARTICLE for word in words)
