"""Figures: how many persons or things, what sums, what shares a paper states.

The number is `greffier.extract.numbers`; here it gets its evidence (the clause that states it) and what it counts. A
figure stated twice in a paper (headline and text) is one entry with both pieces of evidence; the two language versions
of a figure are linked as parallel.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.chunks import Number
from greffier.extract.reading import Reading, Scene
from greffier.model.entry import Figure
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "figures 1"
CLAUSE_END = re.compile(r"[;:]\s|[.!?]\s|,\s(?!\d)|\s[–—-]\s|\)")
COUNTED = re.compile(r"(?:[\s\u00a0-]+[^\W\d_][\w'’-]*){1,4}")


def find_figures(reading: Reading) -> Iterator[Figure]:
    """Yield each figure of the paper, in reading order."""
    figures: dict[tuple[object, ...], Figure] = {}
    places: dict[str, tuple[int | None, int]] = {}
    for scene in reading.scenes:
        for number in scene.numbers:
            figure = _figure(reading.paper, scene, number)
            key = (figure.value, figure.upper, figure.unit, _head(scene, number), scene.passage.version)
            same = figures.get(key)
            if same is not None and figure.unit != "percent":
                figures[key] = replace(same, evidence=tuple(dict.fromkeys((*same.evidence, *figure.evidence))))
                continue
            figures[(*key, figure.id) if same is not None else key] = figure
            places[figure.id] = (scene.passage.version, scene.passage.parallel or scene.passage.index)
    yield from _paired(reading, list(figures.values()), places)


def _figure(paper: str, scene: Scene, number: Number) -> Figure:
    sentence = scene.sentence_at(number.start)
    clause = _clause(scene.text, sentence, number)
    evidence = scene.passage.evidence(clause.start, clause.end)
    counted = COUNTED.match(scene.text, number.end)
    of = scene.text[number.start : min(counted.end(), sentence.end) if counted else number.end].strip()
    sure = 0.9 if number.unit else 0.7
    return Figure(
        id=content_id(paper, "figure", number.value, number.upper, number.modifier, evidence[0].start, evidence[0].end),
        paper=paper,
        lang=scene.passage.lang,
        evidence=evidence,
        confidence=sure,
        reason=f"a number in {number.unit}" if number.unit else "a number before the thing it counts",
        method=METHOD,
        value=number.value,
        upper=number.upper,
        modifier=number.modifier,
        unit=number.unit,
        of=of,
    )


def _clause(text: str, sentence: Span, number: Number) -> Span:
    """The clause of `sentence` that holds the number, at least three words to either side where there are any."""
    start, end = sentence.start, sentence.end
    for match in CLAUSE_END.finditer(text, sentence.start, number.start):
        if len(text[match.end() : number.start].split()) >= 2:
            start = match.end()
    for match in CLAUSE_END.finditer(text, number.end, sentence.end):
        if len(text[number.end : match.start()].split()) >= 3:
            end = match.start()
            break
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _head(scene: Scene, number: Number) -> str:
    """The first word that is counted, as far as it tells one figure from another of the same value."""
    if number.unit and number.unit.isupper():
        return ""
    match = COUNTED.match(scene.text, number.end)
    return match.group().split()[0].lower()[:6] if match and not number.unit else ""


def _paired(reading: Reading, figures: list[Figure], places: dict[str, tuple[int | None, int]]) -> Iterator[Figure]:
    """The figures with those of equal value in parallel passages linked, in order."""
    aligned = {
        scene.passage.index: scene.passage.parallel
        for scene in reading.scenes
        if scene.passage.version is not None and scene.passage.parallel is not None
    }
    twins: dict[str, str] = {}
    firsts = [figure for figure in figures if places[figure.id][0] == 0]
    for other in figures:
        if places[other.id][0] != 1:
            continue
        fitting = [f for f in firsts if f.id not in twins and (f.value, f.upper) == (other.value, other.upper)]
        near = [f for f in fitting if places[f.id][1] == places[other.id][1] or not aligned]
        chosen = (near or fitting)[:1]
        for first in chosen:
            twins[first.id], twins[other.id] = other.id, first.id
    for figure in figures:
        yield replace(figure, parallel=(twins[figure.id],)) if figure.id in twins else figure
