"""Citations: which instruments a paper names, and what it says of them (signed, ratified, adopted, in force, proposed).

What is said of an instrument is the nearest word of `lexicon/data/<lang>/relations.toml` in its sentence, with no other
instrument between; where there is none the paper cites it.
"""

from collections.abc import Iterator

from greffier.extract.chunks import Name
from greffier.extract.reading import Reading, Scene
from greffier.lexicon.patterns import Hit
from greffier.model.entry import Citation
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "citations 1"
NEAR = 70  # code points between an instrument and what is said of it
ORDER = {"in_force": 0, "ratified": 1, "signed": 2, "adopted": 3, "proposed": 4, "cites": 5}


def find_citations(reading: Reading) -> Iterator[Citation]:
    """Yield one citation for each instrument and each thing said of it, in reading order."""
    cited: dict[tuple[str, str], Citation] = {}
    for scene in reading.scenes:
        for name in scene.names:
            if name.kind == "instrument":
                citation = _citation(reading, scene, name)
                cited.setdefault((citation.instrument, citation.relation), citation)
    said = {instrument for instrument, relation in cited if relation != "cites"}
    for (instrument, relation), citation in cited.items():
        if relation != "cites" or instrument not in said:
            yield citation


def _citation(reading: Reading, scene: Scene, name: Name) -> Citation:
    sentence = scene.sentence_at(name.start)
    hit = _said(scene, name, sentence)
    relation = hit.pattern.value if hit else "cites"
    inside = [date for date in scene.dates if name.start <= date.start and date.end <= name.end]
    behind = [
        date for date in scene.dates if hit and sentence.start <= date.start and abs(date.start - hit.end) <= NEAR
    ]
    dated = (inside if relation in ("cites", "adopted") and inside else behind) or inside
    evidence = scene.passage.evidence(min(sentence.start, name.start), max(sentence.end, name.end))
    appearance = reading.cast.appearances[name.appearance]
    return Citation(
        id=content_id(reading.paper, "citation", name.appearance, relation),
        paper=reading.paper,
        lang=scene.passage.lang,
        evidence=evidence,
        confidence=appearance.confidence if relation == "cites" else round(appearance.confidence * 0.9, 2),
        reason=f"“{scene.text[hit.start : hit.end]}” beside it" if hit else appearance.reason,
        method=METHOD,
        date=dated[0].edtf if dated else None,
        instrument=name.appearance,
        relation=relation,
    )


def _said(scene: Scene, name: Name, sentence: Span) -> Hit | None:
    others = [other for other in scene.names if other.kind == "instrument" and other is not name]
    near: list[tuple[int, int, Hit]] = []
    for hit in scene.lexicon.patterns("relations").find(scene.text, scene.lower):
        if not (sentence.start <= hit.start and hit.end <= sentence.end):
            continue
        if name.start <= hit.start and hit.end <= name.end and hit.pattern.value != "proposed":
            continue
        low, high = (hit.end, name.start) if hit.start < name.start else (name.end, hit.start)
        if high - low <= NEAR and not any(low < other.end and other.start < high for other in others):
            near.append((high - low, ORDER[hit.pattern.value], hit))
    return min(near, key=lambda item: item[:2])[2] if near else None
