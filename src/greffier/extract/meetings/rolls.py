"""Lists of those present: "the delegation comprised:" with one person to an item, or several parted by semicolons.

Only the first person of an item is present; whoever stands behind the dash belongs to their office.
"""

import re
from collections.abc import Iterator, Sequence

from greffier.extract.meetings.telling import Told
from greffier.extract.meetings.triggers import Trigger, Words
from greffier.extract.reading import Scene
from greffier.model.span import Span

OPENS = re.compile(r"[:：]\W*$")
PARTED = re.compile(r"(?:^|[;\n])[\s\-–—•*\d.)]*")
HEAD = 45  # code points of honorific and office before the name that heads an item


def opens_roll(scene: Scene, words: Words) -> bool:
    """Whether the passage ends by announcing a list of people: with a word of presence, and a colon."""
    if not OPENS.search(scene.text) and scene.passage.kind != "heading":
        return False
    last = scene.passage.sentences[-1] if scene.passage.sentences else Span(0, len(scene.text))
    return words.has(last, "present")


def roll(scene: Scene) -> tuple[str, ...]:
    """Those whom the passage lists, one at the head of each item; nobody where it is no list."""
    people = scene.named(Span(0, len(scene.text)), "person")
    heads = [match.end() for match in PARTED.finditer(scene.text)]
    found: dict[str, None] = {}
    for head in heads:
        first = next((p for p in people if head <= p.start <= head + HEAD), None)
        if first is not None and not any(char in ".;" for char in scene.text[head : first.start]):
            found[first.appearance] = None
    return tuple(found)


def listed(scenes: Sequence[Scene], index: int, words: Words) -> Iterator[Told]:
    """The people listed in the passages behind the one at `index`, as a telling that joins the encounter before."""
    if not opens_roll(scenes[index], words):
        return
    last = scenes[index].passage.sentences[-1] if scenes[index].passage.sentences else Span(0, len(scenes[index].text))
    delegation = words.has(last, "delegation")
    trigger = Trigger(0, 0, "visit" if delegation else "meeting", False, definite=True)
    for follow in range(index + 1, len(scenes)):
        scene = scenes[follow]
        people = roll(scene)
        if not people or (scene.passage.kind != "item" and follow > index + 1):
            return
        whole = Span(0, len(scene.text))
        yield Told(follow, whole, whole, trigger, people, joins=True, points=2, why="a list of those present")
