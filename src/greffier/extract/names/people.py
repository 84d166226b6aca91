"""Join the persons of a paper: full names first, then initials and surnames, each to the only one it can be.

Two full names are one where their words are forms of each other's in order, or sound alike in two romanisations; never
when one sentence lists both. A lone name is the person of that surname; where several share it, the one named last
before it; where that is open too, the mention is left out rather than guessed.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from greffier.extract.names.same import same_words, sound_alike, sounds, stems

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One naming: `line` and `sentence` where, the folded `words`, their language."""

    line: int
    sentence: int
    start: int
    words: Words
    lang: str
    titled: bool = False
    royal: bool = False


@dataclass(slots=True, eq=False)
class _Person:
    longest: Words
    lang: str
    forms: set[Words] = field(default_factory=set)
    places: set[tuple[int, int]] = field(default_factory=set)


def join_people(sightings: Sequence[Sighting]) -> list[int | None]:
    """The number of the person that each sighting is of, or None where it is open."""
    by_words: dict[Words, list[int]] = defaultdict(list)
    for index, seen in enumerate(sightings):
        by_words[seen.words].append(index)
    people: list[_Person] = []
    known: dict[str, set[int]] = defaultdict(set)  # people by the stems of all their words
    heard: dict[str, set[int]] = defaultdict(set)  # people by how they sound
    given: list[int | None] = [None] * len(sightings)
    for words in sorted((w for w in by_words if len(w) > 1), key=lambda w: (-len(w), w)):
        where = {(sightings[index].line, sightings[index].sentence) for index in by_words[words]}
        lang = sightings[by_words[words][0]].lang
        number = _whose(words, lang, where, people, known, heard)
        if number is None:
            number = len(people)
            people.append(_Person(words, lang))
        person = people[number]
        person.forms.add(words)
        person.places |= where
        for word in words:
            for stem in stems(word, lang):
                known[stem].add(number)
        heard[" ".join(map(sounds, words))].add(number)
        for index in by_words[words]:
            given[index] = number
    _join_lone(sightings, by_words, people, given)
    return given


def _whose(
    words: Words,
    lang: str,
    where: set[tuple[int, int]],
    people: Sequence[_Person],
    known: dict[str, set[int]],
    heard: dict[str, set[int]],
) -> int | None:
    near = sorted({number for stem in stems(words[-1], lang) | stems(words[0], lang) for number in known.get(stem, ())})
    hits = [n for n in near if same_words(people[n].longest, words, lang)]
    if len(hits) == 1:
        person = people[hits[0]]
        if len(person.longest) != len(words) or person.places.isdisjoint(where) or set(person.longest) == set(words):
            return hits[0]
        return None
    if hits:
        return None
    alike = [
        n
        for n in sorted(heard.get(" ".join(map(sounds, words)), ()))
        if sound_alike(people[n].longest, words) and people[n].places.isdisjoint(where)
    ]
    return alike[0] if len(alike) == 1 else None


def _join_lone(
    sightings: Sequence[Sighting],
    by_words: dict[Words, list[int]],
    people: list[_Person],
    given: list[int | None],
) -> None:
    ends: dict[str, set[int]] = defaultdict(set)
    any_word: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for form in person.forms:
            for stem in stems(form[-1], person.lang):
                ends[stem].add(number)
            for word in form:
                for stem in stems(word, person.lang):
                    any_word[stem].add(number)
    alone: dict[str, int] = {}
    for words in sorted(w for w in by_words if len(w) == 1):
        lang = sightings[by_words[words][0]].lang
        hits: set[int] = set()
        # a king or a saint goes by a given name: not the person of whose name that is part
        for table in () if any(sightings[index].royal for index in by_words[words]) else (ends, any_word):
            exact = table.get(words[0], set())
            hits = exact or {n for stem in stems(words[0], lang) for n in table.get(stem, ())}
            if hits and table is any_word:
                # a given name, or a family name that stands first, is used once the whole name is known
                first = by_words[words][0]
                titled = any(sightings[index].titled for index in by_words[words])
                hits = {n for n in hits if not titled or first > given.index(n)}
            if hits:
                break
        if len(hits) == 1:
            number = next(iter(hits))
            for index in by_words[words]:
                given[index] = number
        elif hits:
            for index in by_words[words]:
                given[index] = _last_before(sightings, given, index, hits)
        else:
            number_ = next((alone[s] for s in sorted(stems(words[0], lang)) if s in alone), None)
            if number_ is None:
                sound = "~" + sounds(words[0])
                number_ = alone.get(sound) if len(sound) > 4 else None
            if number_ is None:
                number_ = len(people)
                people.append(_Person(words, lang))
            for stem in stems(words[0], lang):
                alone.setdefault(stem, number_)
            alone.setdefault("~" + sounds(words[0]), number_)
            for index in by_words[words]:
                given[index] = number_


def _last_before(
    sightings: Sequence[Sighting], given: Sequence[int | None], index: int, among: Container[int | None]
) -> int | None:
    """The person of `among` whose full name stands last before sighting `index`."""
    for before in range(index - 1, -1, -1):
        if len(sightings[before].words) > 1 and given[before] in among:
            return given[before]
    return None
