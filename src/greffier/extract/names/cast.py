"""Join the names of a paper into its cast: one appearance for each person, body and place.

A fold in five steps: each passage is a line; names are found in it; what is sure is stamped on all lines; persons,
bodies and places are joined; each is an appearance with its fullest name, every form seen, and its best confidence.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.extract.chunks import Name
from greffier.extract.names.acronyms import find_pairs
from greffier.extract.names.find import find_names
from greffier.extract.names.found import Found
from greffier.extract.names.institutions import BodySighting, join_bodies
from greffier.extract.names.line import Line, line
from greffier.extract.names.people import Sighting, join_people
from greffier.extract.names.persons import signed
from greffier.extract.names.same import fold, stems
from greffier.extract.names.vote import confirm, folded, stamp
from greffier.extract.names.words import (
    AND,
    ARTICLE,
    AT,
    CAPITAL,
    COUNTRY,
    HEAD,
    MODIFIER,
    NATION,
    OF,
    ON,
    ROLE,
    TITLE,
    TOPIC,
)
from greffier.extract.reading import Cast, Reading, Scene
from greffier.model.findings import Appearance, Mention
from greffier.model.ids import content_id

_LEAST = 0.4  # the tagger's confidence in a body that nothing else speaks for
_ONE_OF = frozenset({"government", "parliament", "embassy"})  # kinds of which a state has one, or one at each place
_TWO = 2
_VERSIONS = 2  # language versions of one text
_APPOSITION = 7  # tokens before or after a name in which its country is looked for

_OFFICE = ROLE | TITLE | NATION | COUNTRY | ARTICLE | OF | ON | AT | TOPIC | MODIFIER | HEAD  # words of an office

Place = tuple[int, Found]  # the line and what was found in it


def cast_of(paper: str, scenes: Sequence[Scene]) -> tuple[tuple[Scene, ...], Cast]:
    """The scenes with their names, and the cast that these refer to."""
    lines = [line(scene.text, scene.passage.lang, scene.passage.sentences, scene.passage.version) for scene in scenes]
    names = [
        find_names(made) or (signed(made) if scene.passage.kind == "signature" else [])
        for made, scene in zip(lines, scenes, strict=True)
    ]
    names = stamp(lines, names, confirm(lines, names))
    names = _named_after(lines, names)
    groups = [*_people(lines, names), *_bodies(lines, names), *_places(lines, names)]
    chunks: dict[int, list[Name]] = defaultdict(list)
    appearances = {}
    for group in groups:
        appearance = _appearance(paper, lines, group)
        while appearance.id in appearances:  # two of one name, told apart by the paper
            appearance = replace(appearance, id=content_id(appearance.id, "another"))
        appearances[appearance.id] = appearance
        for index, found in group:
            spans = lines[index].spans
            chunks[index].append(Name(spans[found.start][0], spans[found.end - 1][1], found.kind, appearance.id))
    named = tuple(
        replace(scene, names=tuple(sorted(chunks[index], key=lambda name: name.start))) if index in chunks else scene
        for index, scene in enumerate(scenes)
    )
    return named, Cast(appearances)


def _named_after(lines: Sequence[Line], names: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The names, with what the tagger alone called a person a body where a body's name begins so ("X Y Foundation")."""
    begun = set()
    for index, found in _each(names, "body"):
        words = folded(lines[index], found)
        if found.head and len(words) > _TWO and not found.id:
            begun.add(words[:_TWO])
    titled = {folded(lines[index], found) for index, found in _each(names, "person") if found.titled}
    return [
        [
            replace(name, kind="body", head="", reason="begins a body's name elsewhere in the paper")
            if name.kind == "person" and (words := folded(made, name)) in begun and words not in titled
            else name
            for name in all_
        ]
        for made, all_ in zip(lines, names, strict=True)
    ]


def mentions(reading: Reading) -> Iterator[Mention]:
    """Where each appearance is named: one canonical span each, the longest where a name jumps over a page."""
    for scene in reading.scenes:
        for name in scene.names:
            spans = scene.passage.evidence(name.start, name.end)
            if spans:
                yield Mention(name.appearance, reading.paper, max(spans, key=lambda span: span.end - span.start))


def _each(names: Sequence[Sequence[Found]], kind: str) -> list[Place]:
    return [(index, found) for index, all_ in enumerate(names) for found in all_ if found.kind == kind]


def _people(lines: Sequence[Line], names: Sequence[Sequence[Found]]) -> list[list[Place]]:
    places = _each(names, "person")
    opens = [sorted(made.opens) for made in lines]
    numbers = join_people(
        [
            Sighting(
                index,
                bisect_right(opens[index], found.start),
                found.start,
                folded(lines[index], found),
                lines[index].lang,
                found.titled,
                found.royal,
            )
            for index, found in places
        ]
    )
    return _grouped(places, numbers)


def _bodies(lines: Sequence[Line], names: Sequence[Sequence[Found]]) -> list[list[Place]]:
    long_forms: dict[str, tuple[str, ...]] = {}
    refused = set()
    for made in lines:
        for long, short, body in find_pairs(made):
            if body:
                long_forms[fold(made.words[short])] = _content(made, long)
            else:
                refused.add(fold(made.words[short]))
    for made, all_ in zip(lines, names, strict=True):
        for whole, brief in pairwise(name for name in all_ if name.kind == "body"):
            if brief.head == "acronym" and brief.start == whole.end + 1 and made.words[whole.end] == "(":
                long_forms.setdefault(fold(made.words[brief.start]), _content(made, whole))
    elsewhere = {folded(lines[index], found) for index, found in _each(names, "place")}
    places = []
    for index, found in _each(names, "body"):
        words = _content(lines[index], found)
        lone = words[0] if len(words) == 1 else ""
        if not words or found.confidence < _LEAST or (lone in refused and lone not in long_forms and not found.id):
            continue
        if found.reason.startswith("tagger") and words in elsewhere:
            continue
        places.append((index, found))
    sightings = [
        BodySighting(
            _content(lines[index], found),
            lines[index].lang,
            "" if found.shared else found.id,
            found.head,
            found.country,
            _owner(found),
            tuple(word for word in lines[index].words[found.start : found.end] if word[0].isalnum()),
        )
        for index, found in places
    ]
    return _across(lines, _grouped(places, join_bodies(sightings, long_forms)))


def _owner(found: Found) -> str:
    """What a body is known by in any words: a kind of which a state has one, with the state."""
    if found.shared:
        return found.id
    return f"{found.head}:{'+'.join(found.lands)}" if found.bare and found.lands and found.head in _ONE_OF else ""


def _across(lines: Sequence[Line], groups: list[list[Place]]) -> list[list[Place]]:
    """The bodies with those joined that the two versions of a paper name in their own words.

    A kind of head that each version uses for one body only, as often as the other, is one body.
    """
    langs = {made.lang for made in lines if made.version is not None}
    if len(langs) != _VERSIONS:
        return groups
    alone: dict[str, dict[str, list[list[Place]]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        spoken = {lines[index].lang for index, _ in group}
        kinds = {found.head for _, found in group if found.head not in ("acronym", "")}
        if len(spoken) == 1 and len(kinds) == 1 and not any(found.id for _, found in group):
            alone[kinds.pop()][spoken.pop()].append(group)
    for by_lang in alone.values():
        pair = list(by_lang.values())
        if len(pair) == _VERSIONS and all(len(found) == 1 for found in pair):
            one, other = pair[0][0], pair[1][0]
            if max(len(one), len(other)) <= _VERSIONS * min(len(one), len(other)):
                groups = [group for group in groups if group is not other and group is not one] + [one + other]
    return groups


def _content(made: Line, found: Found) -> tuple[str, ...]:
    """The folded words of a body's name without articles and linkers."""
    small = OF | ON | ARTICLE | AND
    return tuple(
        fold(made.words[i])
        for i in range(found.start, found.end)
        if made.words[i][0].isalnum() and not (made.bits[i] & small and not made.bits[i] & CAPITAL)
    )


def _places(lines: Sequence[Line], names: Sequence[Sequence[Found]]) -> list[list[Place]]:
    groups: dict[str, list[Place]] = defaultdict(list)
    for index, found in _each(names, "place"):
        groups[found.id or "~" + min(stems(" ".join(folded(lines[index], found)), lines[index].lang))].append(
            (index, found)
        )
    return list(groups.values())


def _grouped(places: Sequence[Place], numbers: Sequence[int | None]) -> list[list[Place]]:
    groups: dict[int, list[Place]] = defaultdict(list)
    for place, number in zip(places, numbers, strict=True):
        if number is not None:
            groups[number].append(place)
    return list(groups.values())


def _appearance(paper: str, lines: Sequence[Line], group: Sequence[Place]) -> Appearance:
    forms = Counter(_written(lines[index], found) for index, found in group)
    name = max(forms, key=lambda form: (len(form.split()), not form.isupper(), -_bend(form), forms[form], form))
    best_line, best = max(group, key=lambda place: (place[1].confidence, -place[0]))
    countries = Counter(code for index, found in group if (code := found.country or _beside(lines[index], found)))
    ids = {found.id for _, found in group if found.id and not found.shared}
    return Appearance(
        id=content_id(paper, best.kind, " ".join(map(fold, name.split()))),
        paper=paper,
        kind=best.kind,
        name=name,
        names=tuple(sorted(forms)),
        country=countries.most_common(1)[0][0] if countries else None,
        lang=lines[best_line].lang,
        identifiers=tuple(sorted(("gazetteer", id_) for id_ in ids)),
        confidence=round(best.confidence, 3),
        reason=best.reason + (f", named {len(group)} times" if len(group) > 1 else ""),
    )


def _written(made: Line, found: Found) -> str:
    return " ".join(made.cut(found.start, found.end).split())


def _bend(form: str) -> int:
    """How many of a name's Cyrillic words look inflected: base forms end in a consonant, `а`, `я`, `й` or `о`."""
    return sum("\u0400" <= word[0] <= "\u052f" and word[-1] in "еиуыюм" for word in form.split())


def _beside(made: Line, found: Found) -> str | None:
    """The country of a person as the words beside the name say ("the Belgian senator", ", ambassador of Belgium").

    None where they name two: "Utopia's ambassador to Belgium" is of Utopia, but not in every word order.
    """
    if found.kind != "person":
        return None
    before = range(found.start - 1, max(found.start - 1 - _APPOSITION, -1), -1)
    after = range(found.end + 1, min(found.end + _APPOSITION, len(made.words)))
    sides = [before]
    if after and made.words[found.end] in ",(–—" and made.bits[found.end + 1] & (ROLE | TITLE | ARTICLE | NATION):
        sides.append(after)
    for side in sides:
        near = []
        for index in side:
            bit = made.bits[index]
            if not bit & _OFFICE or (index in made.opens and side is after):
                break
            near.append(index)
        codes = {land.country for land in made.lands if land.start in near and land.kind != "place"}
        if len(codes) == 1 and any(made.bits[index] & (ROLE | TITLE) for index in near):
            return codes.pop()
    return None
