"""Join the names of a paper into its cast: one appearance for each person, body and place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from greffier.extract.chunks import Name
from greffier.extract.names.find import find_tagged
from greffier.extract.names.found import Found
from greffier.extract.reading import Cast, Reading, Scene
from greffier.model.findings import Appearance, Mention
from greffier.model.ids import content_id

Key = tuple[str, str]


def cast_of(paper: str, scenes: Sequence[Scene]) -> tuple[tuple[Scene, ...], Cast]:
    """The scenes with their names, and the cast that these refer to."""
    found = [tuple(name for name in find_tagged(scene.passage) if name.confidence > 0.4) for scene in scenes]
    keys = _keys(_key(scene, name) for scene, names in zip(scenes, found, strict=True) for name in names)
    groups: dict[Key, list[tuple[Scene, Found]]] = defaultdict(list)
    for scene, names in zip(scenes, found, strict=True):
        for name in names:
            groups[keys[_key(scene, name)]].append((scene, name))
    appearances = {key: _appearance(paper, key, members) for key, members in groups.items()}
    named = tuple(
        replace(
            scene,
            names=tuple(Name(n.start, n.end, n.kind, appearances[keys[_key(scene, n)]].id) for n in names),
        )
        for scene, names in zip(scenes, found, strict=True)
    )
    return named, Cast({a.id: a for a in appearances.values()})


def mentions(reading: Reading) -> Iterator[Mention]:
    """Where each appearance is named: one canonical span each, the longest where a name jumps over a page."""
    for scene in reading.scenes:
        for name in scene.names:
            spans = scene.passage.evidence(name.start, name.end)
            if spans:
                yield Mention(name.appearance, reading.paper, max(spans, key=lambda span: span.end - span.start))


def _key(scene: Scene, name: Found) -> Key:
    return name.kind, " ".join(scene.text[name.start : name.end].casefold().split())


def _keys(keys: Iterable[Key]) -> dict[Key, Key]:
    """Each name's key with that of the fuller name it stands for: the only one that ends in it."""
    every = set(keys)
    joined = {}
    for kind, words in every:
        longer = [w for k, w in every if k == kind == "person" and w.endswith(" " + words)]
        joined[kind, words] = (kind, longer[0]) if len(longer) == 1 else (kind, words)
    return joined


def _appearance(paper: str, key: Key, members: list[tuple[Scene, Found]]) -> Appearance:
    names = sorted({scene.text[name.start : name.end] for scene, name in members})
    best = max(members, key=lambda member: member[1].confidence)
    return Appearance(
        id=content_id(paper, key[0], key[1]),
        paper=paper,
        kind=key[0],
        name=max(names, key=lambda name: (len(name), name)),
        names=tuple(names),
        lang=best[0].passage.lang,
        confidence=best[1].confidence,
        reason=best[1].reason,
    )
