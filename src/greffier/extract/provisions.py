"""Provisions: the recitals and requests of a resolution, as its structure labels them."""

from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.reading import Reading, Scene
from greffier.model.entry import Provision
from greffier.model.ids import content_id

METHOD = "provisions 1"


def find_provisions(reading: Reading) -> Iterator[Provision]:
    """Yield each recital and request, those of two language versions linked by their label."""
    made = [
        (scene, _provision(reading, scene)) for scene in reading.scenes if scene.passage.kind in ("recital", "request")
    ]
    ids = {scene.passage.index: provision.id for scene, provision in made}
    for scene, provision in made:
        other = ids.get(-1 if scene.passage.parallel is None else scene.passage.parallel)
        yield replace(provision, parallel=(other,)) if other else provision


def _provision(reading: Reading, scene: Scene) -> Provision:
    passage = scene.passage
    evidence = passage.evidence(0, len(passage.text))
    return Provision(
        id=content_id(reading.paper, "provision", passage.kind, passage.label, passage.lang, evidence[0].start),
        paper=reading.paper,
        lang=passage.lang,
        evidence=evidence,
        confidence=0.95,
        reason=f"labelled {passage.label}" if passage.label and passage.label[0] != "r" else "opens like one, in order",
        method=METHOD,
        type=passage.kind,
        label=passage.label or "",
    )
