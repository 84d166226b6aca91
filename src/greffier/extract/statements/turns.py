"""Turns of a verbatim report: a paragraph that begins "11.01 Name (group): …" and all that follows until the next one.

Source of the form: the verbatim records of chambers, which set the speaker's name, the group in brackets and a colon or
full stop before the first words of a turn.
"""

import re
from dataclasses import dataclass

from greffier.extract.reading import Reading, Scene
from greffier.model.entry import Statement
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "turns 1"
HEAD = re.compile(r"\s*(?:\d+(?:\.\d+)+\.?\s+)?")
AFTER_NAME = re.compile(r"\s*(?:,?\s*\([^()]{1,60}\))?\s*(?:,[^:.]{1,60})?\s*:\s+")
LONG = 6  # words of a turn at least
SEVERAL = 2  # turns that make a report verbatim


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns found, and the passages that they take up."""

    statements: tuple[Statement, ...]
    passages: frozenset[int]


def turns(reading: Reading) -> Turns:
    """The turns of a verbatim report; none where fewer than `SEVERAL` paragraphs begin like turns."""
    begun = [begin for scene in reading.scenes if (begin := _begin(scene))]
    if len(begun) < SEVERAL:
        return Turns((), frozenset())
    starts = {scene.passage.index: (scene, appearance, place) for scene, appearance, place in begun}
    statements: list[Statement] = []
    taken: set[int] = set()
    current: list[tuple[Scene, int]] = []
    speaker = ""
    for scene in (*reading.scenes, None):
        begins = scene is not None and scene.passage.index in starts
        ends = scene is None or begins or scene.passage.kind in ("heading", "title")
        if ends and current:
            statements.append(_statement(reading, speaker, current))
            current = []
        if scene is not None and begins:
            _, speaker, place = starts[scene.passage.index]
            current = [(scene, place)]
            taken.add(scene.passage.index)
        elif current and scene is not None and scene.passage.lang == current[0][0].passage.lang:
            current.append((scene, 0))
            taken.add(scene.passage.index)
    return Turns(tuple(statements), frozenset(taken))


def _begin(scene: Scene) -> tuple[Scene, str, int] | None:
    head = HEAD.match(scene.text)
    begin = head.end() if head else 0
    for name in scene.named(Span(0, len(scene.text)), "person"):
        offset = begin
        for role in scene.roles:  # "Minister Name: …"
            if role.start == begin and role.end <= name.start:
                offset = role.end
        if scene.text[offset : name.start].strip():
            return None
        after = AFTER_NAME.match(scene.text, name.end)
        if after and len(scene.text[after.end() :].split()) >= LONG:
            return scene, name.appearance, after.end()
        return None
    return None


def _statement(reading: Reading, speaker: str, stretches: list[tuple[Scene, int]]) -> Statement:
    evidence = tuple(span for scene, place in stretches for span in scene.passage.evidence(place, len(scene.text)))
    quote = "\n".join(_words(scene.text[place:]) for scene, place in stretches)
    return Statement(
        id=content_id(reading.paper, "statement", speaker, quote),
        paper=reading.paper,
        lang=stretches[0][0].passage.lang,
        evidence=evidence,
        confidence=0.9,
        reason="a turn of a verbatim report, named at its head",
        method=METHOD,
        speaker=speaker,
        direct=True,
        quote=quote,
    )


def _words(text: str) -> str:
    return " ".join(text.split())
