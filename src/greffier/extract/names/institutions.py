"""Join the bodies of a paper: by gazetteer, acronym, inflection, and shorter forms of a longer name.

A shorter form is one where the longer adds only a country, a nationality or an owner ("Senate", "Belgian Senate"); a
bare head noun stands for the only body of that head. Bodies of two countries are never one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from greffier.extract.names.same import same_word, stems
from greffier.extract.names.words import COUNTRY, MODIFIER, NATION, vocabulary

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodySighting:
    """One naming of a body: its folded words without linkers, what the gazetteer calls it, its head's kind."""

    words: Words
    lang: str
    id: str
    head: str
    country: str | None


def join_bodies(sightings: Sequence[BodySighting], acronyms: Mapping[str, Words]) -> list[int]:
    """The number of the body that each sighting is of; `acronyms` gives the long form of an acronym."""
    given = [-1] * len(sightings)
    bodies: list[list[BodySighting]] = []
    by_id: dict[str, int] = {}
    by_stem: dict[str, set[int]] = defaultdict(set)
    order = sorted(range(len(sightings)), key=lambda i: (-len(sightings[i].words), not sightings[i].id, i))
    for index in order:
        seen = sightings[index]
        number = by_id.get(seen.id) if seen.id else None
        if number is None and len(seen.words) == 1 and seen.words[0] in acronyms:
            number = _same(acronyms[seen.words[0]], seen, bodies, by_stem)
        if number is None:
            number = _same(seen.words, seen, bodies, by_stem)
        if number is None:
            number = _shorter(seen, bodies, by_stem)
        if number is None:
            number = len(bodies)
            bodies.append([])
        bodies[number].append(seen)
        if seen.id:
            by_id.setdefault(seen.id, number)
        for word in seen.words:
            for stem in stems(word, seen.lang):
                by_stem[stem].add(number)
        given[index] = number
    return given


def _candidates(words: Words, lang: str, by_stem: Mapping[str, set[int]]) -> list[int]:
    return sorted({number for stem in stems(words[0], lang) for number in by_stem.get(stem, ())}) if words else []


def _same(
    words: Words, seen: BodySighting, bodies: Sequence[Sequence[BodySighting]], by_stem: Mapping[str, set[int]]
) -> int | None:
    for number in _candidates(words, seen.lang, by_stem):
        for other in bodies[number]:
            if len(other.words) != len(words) or _apart(seen, other):
                continue
            if all(same_word(a, b, seen.lang) for a, b in zip(other.words, words, strict=True)):
                return number
    return None


def _shorter(
    seen: BodySighting, bodies: Sequence[Sequence[BodySighting]], by_stem: Mapping[str, set[int]]
) -> int | None:
    if seen.head == "acronym" or not seen.words:
        return None
    candidates = _candidates(seen.words, seen.lang, by_stem)
    hits = [number for number in candidates if any(_shortens(seen, other) for other in bodies[number])]
    return hits[0] if len(hits) == 1 else None


def _shortens(short: BodySighting, long: BodySighting) -> bool:
    if len(long.words) <= len(short.words) or _apart(short, long):
        return False
    rest = list(long.words)
    for word in short.words:
        hit = next((other for other in rest if same_word(other, word, long.lang)), None)
        if hit is None:
            return False
        rest.remove(hit)
    if len(short.words) == 1 and short.head:
        return short.head == long.head
    known = vocabulary(long.lang)
    return all(
        known.of(word) & (COUNTRY | NATION | MODIFIER) or known.of(word.capitalize()) & (COUNTRY | NATION)
        for word in rest
    )


def _apart(one: BodySighting, other: BodySighting) -> bool:
    """Whether the two cannot be one: of two countries, or two entries of the gazetteer."""
    if one.country and other.country and one.country != other.country:
        return True
    return bool(one.id and other.id and one.id != other.id)
