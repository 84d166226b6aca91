"""What a sentence says by the sentences before it: who spoke last, what still waits for its speaker.

Three things pass from one sentence to the next: the last speaker, who goes on speaking ("the road, she thinks, is
open"); sentences in the mood of reported speech whose speaker is named only behind them ("Das Land sei offen. … sagte
X."); and a sentence that the next one points back to ("That is what X reports").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from greffier.extract.reading import Scene
from greffier.extract.statements.attribution import announced, pointing
from greffier.extract.statements.content import Said, trimmed
from greffier.extract.statements.mood import carried, in_mood
from greffier.extract.statements.speaker import Subject
from greffier.extract.statements.speech import said_in
from greffier.extract.statements.verbs import ALONE, FULL, unattributed
from greffier.model.span import Span

FORWARD = "named behind, in the same paragraph"
ON = "goes on speaking"
POINTED = "pointed back to by the next sentence"
SPOKEN = frozenset({"say", "object", "about", "mood"})


@dataclass(frozen=True, slots=True)
class Flow:
    """What is known at a sentence: the `last` speaker; whether the sentence before was `told` as somebody's; that
    sentence, `before`; and the sentences of this passage that wait for a speaker."""

    last: Subject | None = None
    told: bool = False
    before: tuple[Scene, Span] | None = None
    waiting: tuple[tuple[Scene, Span, Span], ...] = ()
    here: int = -1


def flowing(scene: Scene, stretch: Span, flow: Flow, *, alone: bool) -> tuple[list[tuple[Scene, Said]], Flow]:
    """What `stretch` says, each with its scene, and what is known behind it; `alone` in a provision."""
    if flow.here != scene.passage.index:
        flow = replace(flow, waiting=(), here=scene.passage.index)
    reporter = pointing(scene, stretch)
    if reporter is not None and flow.before is not None and not flow.told:
        back = trimmed(flow.before[0], flow.before[1].start, flow.before[1].end)
        if len(back.of(flow.before[0].text).split()) >= FULL:
            said = Said(back, flow.before[1], replace(reporter, how=POINTED), False, "say", 0.75)
            return [(flow.before[0], said)], replace(flow, last=reporter, told=False, before=None)
    found = said_in(scene, stretch, None if alone else flow.last)
    heard = found or unattributed(scene, stretch)
    content = None if alone or heard else in_mood(scene, stretch, chained=flow.told or bool(flow.waiting))
    out: list[tuple[Scene, Said]] = []
    if content is not None:
        if flow.last is not None and _near(flow, scene):
            out.append((scene, carried(stretch, content, flow.last, ON)))
        else:
            flow = replace(flow, waiting=(*flow.waiting, (scene, stretch, content)))
    speaker = next((said.subject for said in found if said.subject and said.verb in SPOKEN), None)
    if speaker is not None:
        out += _awaited(flow, speaker)
        flow = replace(flow, waiting=())
    out += [(scene, said) for said in found]
    last = announced(scene, stretch) or next((said.subject for said in reversed(found) if said.subject), flow.last)
    told = bool(found) or content is not None
    return out, replace(flow, last=last, told=told, before=(scene, stretch))


def _near(flow: Flow, scene: Scene) -> bool:
    """Whether the last speaker spoke in the sentence before, or earlier in the same passage."""
    return flow.told or (flow.before is not None and flow.before[0] is scene)


def _awaited(flow: Flow, speaker: Subject) -> Iterator[tuple[Scene, Said]]:
    for scene, stretch, content in flow.waiting:
        yield scene, carried(stretch, content, speaker, FORWARD)


def ends(scene: Scene) -> bool:
    """Whether the passage is a heading, behind which nobody goes on speaking."""
    return scene.passage.kind == "heading" or (
        len(re.findall(r"\w+", scene.text)) <= ALONE
        and not scene.text.rstrip().endswith((".", "!", "?", ":", "”", "“"))
    )
