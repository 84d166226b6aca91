"""Join the bodies of a paper: by gazetteer, owner, acronym, inflection, and shorter forms of a longer name.

A shorter form is one where the longer adds only a country, a nationality or an owner ("Senate", "Belgian Senate"), or
goes on after two words that both have ("Committee on Foreign Affairs", "… and Defence"). "The Belgian government" and
"le gouvernement belge" are one by kind and country. Bodies of two countries are never one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from greffier.extract.names.same import same_word, stems
from greffier.extract.names.words import (
    COUNTRY,
    MODIFIER,
    NATION,
    vocabulary,
)

Words = tuple[str, ...]
_PREFIX = 2  # words that a shorter name shares with the beginning of a longer one


@dataclass(frozen=True, slots=True)
class BodySighting:
    """One naming of a body: its folded words without linkers, what the gazetteer calls it, its head's kind.

    `owner` is the kind with the countries where the name says no more; `written` its words as written.
    """

    words: Words
    lang: str
    id: str
    head: str
    country: str | None
    owner: str = ""
    written: Words = ()


class _Bodies:
    """The bodies so far, with the ways to find one again."""

    def __init__(self) -> None:
        self.members: list[list[BodySighting]] = []
        self.by_key: dict[str, list[int]] = defaultdict(list)
        self.by_stem: dict[str, set[int]] = defaultdict(set)
        self.by_initials: dict[str, set[int]] = defaultdict(set)

    def add(self, number: int, seen: BodySighting) -> None:
        self.members[number].append(seen)
        for key in (seen.id, seen.owner):
            if key and number not in self.by_key[key]:
                self.by_key[key].append(number)
        for word in seen.words:
            for stem in stems(word, seen.lang):
                self.by_stem[stem].add(number)
        if len(seen.written) > 1:
            self.by_initials["".join(word[0].casefold() for word in seen.written)].add(number)
            self.by_initials["".join(word[0] for word in seen.words)].add(number)

    def fits(self, number: int, seen: BodySighting) -> bool:
        return not any(_apart(seen, other) for other in self.members[number])

    def near(self, words: Words, lang: str) -> list[int]:
        if not words:
            return []
        return sorted({number for stem in stems(words[0], lang) for number in self.by_stem.get(stem, ())})


def join_bodies(sightings: Sequence[BodySighting], acronyms: Mapping[str, Words]) -> list[int]:
    """The number of the body that each sighting is of; `acronyms` gives the long form of an acronym."""
    given = [-1] * len(sightings)
    bodies = _Bodies()
    order = sorted(range(len(sightings)), key=lambda i: (-len(sightings[i].words), not sightings[i].id, i))
    for index in order:
        seen = sightings[index]
        number = _whose(seen, bodies, acronyms)
        if number is None:
            number = len(bodies.members)
            bodies.members.append([])
        bodies.add(number, seen)
        given[index] = number
    return given


def _whose(seen: BodySighting, bodies: _Bodies, acronyms: Mapping[str, Words]) -> int | None:
    for key in (seen.id, seen.owner):
        for keyed in bodies.by_key.get(key, ()) if key else ():
            if bodies.fits(keyed, seen):
                return keyed
    number: int | None = None
    if len(seen.words) == 1 and seen.words[0] in acronyms:
        number = _same(acronyms[seen.words[0]], seen, bodies)
    if number is None:
        number = _same(seen.words, seen, bodies)
    if number is None and len(seen.words) == 1 and (seen.head == "acronym" or not seen.head):
        return _abbreviated(seen, bodies)
    return _shorter(seen, bodies) if number is None else number


def _same(words: Words, seen: BodySighting, bodies: _Bodies) -> int | None:
    for number in bodies.near(words, seen.lang):
        if not bodies.fits(number, seen):
            continue
        for other in bodies.members[number]:
            if len(other.words) == len(words) and all(
                same_word(a, b, seen.lang) for a, b in zip(other.words, words, strict=True)
            ):
                return number
    return None


def _abbreviated(seen: BodySighting, bodies: _Bodies) -> int | None:
    """The only body whose initials `seen` is ("WSB"), or whose first letters ("MinFin")."""
    hits = {n for n in bodies.by_initials.get(seen.words[0], ()) if bodies.fits(n, seen)}
    written = seen.written[0] if seen.written else ""
    parts = _parts(written)
    if not hits and len(parts) > 1:
        hits = {
            number
            for number, members in enumerate(bodies.members)
            if any(
                len(m.words) == len(parts) and all(w.startswith(p) for w, p in zip(m.words, parts, strict=True))
                for m in members
            )
        }
    return next(iter(hits)) if len(hits) == 1 and len(seen.words[0]) > 1 else None


def _parts(word: str) -> list[str]:
    """The parts of a word that begin with a capital and go on in small letters.

    >>> _parts("MinFin"), _parts("OSCE")
    (['min', 'fin'], [])
    """
    parts: list[str] = []
    for char in word:
        if char.isupper():
            parts.append(char.casefold())
        elif parts:
            parts[-1] += char
    return parts if all(len(part) > 1 for part in parts) else []


def _shorter(seen: BodySighting, bodies: _Bodies) -> int | None:
    if seen.head == "acronym" or not seen.words:
        return None
    near = [number for number in bodies.near(seen.words, seen.lang) if bodies.fits(number, seen)]
    for test in (_shortens, _begins):
        hits = [number for number in near if any(test(seen, other) for other in bodies.members[number])]
        if hits:
            return hits[0] if len(hits) == 1 else None
    return None


def _shortens(short: BodySighting, long: BodySighting) -> bool:
    if len(long.words) <= len(short.words):
        return False
    rest = list(long.words)
    for word in short.words:
        hit = next((other for other in rest if same_word(other, word, long.lang)), None)
        if hit is None:
            return False
        rest.remove(hit)
    if len(short.words) == 1 and short.head and short.head == long.head:
        return True
    known = vocabulary(long.lang)
    only = COUNTRY | NATION | MODIFIER
    return all(known.of(word) & only or known.of(word.capitalize()) & only for word in rest)


def _begins(short: BodySighting, long: BodySighting) -> bool:
    """Whether the longer name begins with all words of the shorter, at least two."""
    if len(short.words) < _PREFIX or len(long.words) <= len(short.words):
        return False
    return all(same_word(a, b, long.lang) for a, b in zip(short.words, long.words, strict=False))


def _apart(one: BodySighting, other: BodySighting) -> bool:
    """Whether the two cannot be one: of two countries, or two entries of the gazetteer."""
    if one.country and other.country and one.country != other.country:
        return True
    return bool(one.id and other.id and one.id != other.id)
