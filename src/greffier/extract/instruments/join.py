"""One appearance for each instrument of a paper, called in full, shortened, by acronym, in either language.

Two names are one instrument where the lexicon knows them as one, where one gives the other's acronym or code, where the
words of the shorter all stand in the longer and their heads agree, or where they stand at one place of two parallel
provisions.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.extract.chunks import Name
from greffier.extract.instruments.find import CODE, NUMBERED, Named, find_instruments
from greffier.extract.reading import Reading, Scene
from greffier.model.findings import Appearance
from greffier.model.ids import content_id

UNREAD = frozenset({"byline", "metadata", "title", "heading"})  # a title names the paper itself
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Place:
    scene: int
    named: Named
    words: frozenset[str]


def with_instruments(reading: Reading) -> Reading:
    """The reading with its instruments among the names of its scenes and in its cast."""
    places = [place for index, scene in enumerate(reading.scenes) for place in _places(index, scene)]
    leader = _joined(reading.scenes, places)
    groups: dict[int, list[_Place]] = defaultdict(list)
    for index, place in enumerate(places):
        groups[leader[index]].append(place)
    names: dict[int, list[Name]] = defaultdict(list)
    appearances = dict(reading.cast.appearances)
    for members in groups.values():
        appearance = _appearance(reading, members)
        appearances[appearance.id] = appearance
        for place in members:
            names[place.scene].append(Name(place.named.start, place.named.end, "instrument", appearance.id))
        acronyms = {place.named.acronym for place in members if place.named.acronym}
        for index, name in _acronyms(reading.scenes, acronyms, appearance.id, names):
            names[index].append(name)
    scenes = tuple(
        replace(scene, names=tuple(sorted((*scene.names, *names[index]), key=lambda name: name.start)))
        if index in names
        else scene
        for index, scene in enumerate(reading.scenes)
    )
    return _without_parts(replace(reading, scenes=scenes, cast=replace(reading.cast, appearances=appearances)))


def _without_parts(reading: Reading) -> Reading:
    """The reading without what the tagger alone took for bodies inside the name of an instrument, or its acronym."""
    free: set[str] = set()
    parts: set[str] = set()
    for scene in reading.scenes:
        holders = [name for name in scene.names if name.kind == "instrument"]
        for name in scene.names:
            if name.kind == "body":
                inside = any(held.start <= name.start and name.end <= held.end for held in holders)
                (parts if inside else free).add(name.appearance)
    parts = {id_ for id_ in parts - free if reading.cast.appearances[id_].reason.startswith("tagger")}
    if not parts:
        return reading
    kept = {id_: made for id_, made in reading.cast.appearances.items() if id_ not in parts}
    scenes = tuple(
        replace(scene, names=tuple(name for name in scene.names if name.appearance not in parts))
        if any(name.appearance in parts for name in scene.names)
        else scene
        for scene in reading.scenes
    )
    return replace(reading, scenes=scenes, cast=replace(reading.cast, appearances=kept))


def _places(index: int, scene: Scene) -> Iterator[_Place]:
    if scene.passage.kind in UNREAD:
        return
    links = scene.lexicon.words("instruments", "links")
    for named in find_instruments(scene.passage, scene.lexicon, scene.dates, scene.lower):
        if any(name.kind == "body" and name.start <= named.start and named.head < name.end for name in scene.names):
            continue  # "the Ministry of Law"
        words = frozenset(w for w in WORD.findall(scene.lower[named.start : named.end]) if w not in links)
        yield _Place(index, named, words)


def _joined(scenes: Sequence[Scene], places: Sequence[_Place]) -> list[int]:
    leader = list(range(len(places)))

    def find(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    first: dict[tuple[str, str], int] = {}
    for index, place in enumerate(places):
        keys = [("known", place.named.known)] if place.named.known else []
        keys += [("acronym", place.named.acronym)] if place.named.acronym else []
        text = scenes[place.scene].text[place.named.start : place.named.end]
        keys += [("code", code.group()) for code in (NUMBERED.search(text), CODE.search(text)) if code]
        keys.append((scenes[place.scene].passage.lang, " ".join(sorted(place.words))))
        for key in keys:
            leader[find(index)] = find(first.setdefault(key, index))
    for index, place in enumerate(places):
        for other in range(len(places)):
            if find(index) != find(other) and _part(scenes, place, places[other]):
                leader[find(index)] = find(other)
                break
    for index, other in _parallel(scenes, places):
        leader[find(index)] = find(other)
    return [find(index) for index in range(len(places))]


def _part(scenes: Sequence[Scene], short: _Place, full: _Place) -> bool:
    """Whether `short` is a shortened form of `full`: two words at least, all of them there, the same kind of thing."""
    same = scenes[short.scene].passage.lang == scenes[full.scene].passage.lang
    return (
        same
        and short.named.type == full.named.type
        and 2 <= len(short.words) < len(full.words)
        and short.words <= full.words
        and not any(word.isdigit() for word in full.words - short.words)
    )


def _parallel(scenes: Sequence[Scene], places: Sequence[_Place]) -> Iterator[tuple[int, int]]:
    """Yield pairs that stand at the same place of two parallel passages which name equally many."""
    by_passage: dict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        by_passage[scenes[place.scene].passage.index].append(index)
    for scene in scenes:
        passage = scene.passage
        mine, theirs = (
            by_passage.get(passage.index, []),
            by_passage.get(-1 if passage.parallel is None else passage.parallel, []),
        )
        if passage.version == 0 and mine and len(mine) == len(theirs):
            yield from zip(theirs, mine, strict=True)


def _acronyms(
    scenes: Sequence[Scene], acronyms: set[str], appearance: str, taken: dict[int, list[Name]]
) -> Iterator[tuple[int, Name]]:
    if not acronyms:
        return
    regex = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(acronyms)))})(?!\w)")
    for index, scene in enumerate(scenes):
        for match in regex.finditer(scene.text):
            if not any(name.start <= match.start() < name.end for name in taken[index]):
                yield index, Name(match.start(), match.end(), "instrument", appearance)


def _appearance(reading: Reading, members: Sequence[_Place]) -> Appearance:
    forms = [(reading.scenes[place.scene], place.named) for place in members]
    written = sorted({" ".join(scene.text[named.start : named.end].split()) for scene, named in forms})
    acronyms = sorted({named.acronym for _, named in forms if named.acronym})
    lead = min(forms, key=lambda form: (-(form[1].end - form[1].start), form[0].passage.index, form[1].start))
    name = " ".join(lead[0].text[lead[1].start : lead[1].end].split())
    known = next((named.known for _, named in forms if named.known), "")
    return Appearance(
        id=content_id(reading.paper, "instrument", name),
        paper=reading.paper,
        kind="instrument",
        name=name,
        names=tuple(dict.fromkeys((*written, *acronyms))),
        lang=lead[0].passage.lang,
        identifiers=(("greffier", known),) if known else (),
        confidence=0.9 if known else 0.7,
        reason="an instrument known by name" if known else f"a {lead[1].type} with what it is on",
    )
