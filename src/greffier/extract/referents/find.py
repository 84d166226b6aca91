"""Resolve what stands for a name: pronouns, offices without a name, "the Chamber".

Read in order, so that what was resolved helps the next. Nobody is guessed: where two are possible, the words are left
open. Persons inside quotations are no candidates, for a quotation has its own "he".

- A pronoun is the subject of the last sentence before it that has one, if the gender agrees.
- An office without a name is its only holder named before in the article, else its only holder in the paper. Of
  several it is who was meant alone in the sentences before; else the only one whose office was named without a country,
  where those of the others were ("the Minister").
- A definite body is the only body before it whose name has that word.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from greffier.extract.chunks import Name, Referent, Role
from greffier.extract.reading import Reading, Scene
from greffier.extract.referents.bodies import body_meant
from greffier.extract.referents.candidates import PRESIDING, fits_any, genders, suits
from greffier.extract.referents.definite import definite
from greffier.extract.referents.pronouns import pronoun_meant
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

TRADES = frozenset({"journalist", "activist", "human_rights_defender", "lawyer", "doctor", "expert", "other", "author"})
BACK = 2  # passages before this one in which the only recent one of several holders may stand


def with_referents(reading: Reading) -> Reading:
    """The reading with the referents of every scene."""
    attached = {((m.apart or m.scene).passage.index, m.role.start) for m in reading.cast.appointments}
    known = genders(reading)
    scenes: list[Scene] = []
    for scene in reading.scenes:
        before = [earlier for earlier in scenes if _together(earlier, scene)]
        every = (*scene.roles, *scene.unsettled)
        free = [role for role in every if (scene.passage.index, role.start) not in attached and not role.plural]
        found: list[Referent] = []
        words: list[Hit | Role] = [*_hits(scene), *free]
        for word in sorted(words, key=_order):
            if found and word.start < found[-1].end:
                continue
            seen = replace(scene, referents=tuple(found))
            referent = _meant(reading, seen, before, word, known)
            if referent is not None and not _named(scene, referent):
                found.append(referent)
        scenes.append(replace(scene, referents=tuple(found)))
    return replace(reading, scenes=tuple(scenes))


def _meant(
    reading: Reading, scene: Scene, before: Sequence[Scene], word: Hit | Role, known: Mapping[str, str]
) -> Referent | None:
    if isinstance(word, Role):
        if not definite(scene, word):
            return None
        presides = word.value in ("chair", "president") and not word.country
        codes = PRESIDING if presides and not _held(reading, word.code) else (word.code,)
        return _holder(reading, scene, before, word, codes) if codes != ("",) else None
    value = word.pattern.value
    if value == "pronoun":
        return pronoun_meant(scene, before, word, known)
    if value == "person":
        role = Role(word.start, word.end, "", scene.text[word.start : word.end], gender=word.pattern.text("gender"))
        return _holder(reading, scene, before, role, word.pattern.list("codes"))
    return body_meant(reading, scene, before, word) if value == "body" else None


def _held(reading: Reading, code: str) -> bool:
    return any(role.code == code for roles in reading.cast.offices.values() for role in roles)


def _holder(
    reading: Reading, scene: Scene, before: Sequence[Scene], role: Role, codes: Sequence[str]
) -> Referent | None:
    """The holder of one of the offices `codes` whom the words of `role` mean, or None where it may be two."""
    holders = {
        person
        for person, held in reading.cast.offices.items()
        for office in held
        for code in codes
        if suits(replace(role, code=code), office, reading.cast.appearances[person].country)
    }
    if role.country:
        own = {p for p in holders if role.country in _countries(reading, p)}
        holders = own or holders
    mentioned = list(_mentions(before, scene, role.start))
    if role.code in TRADES and mentioned and mentioned[-1][0] not in holders:
        return None  # "the journalist": many are, and somebody else was named since
    earlier = {person for person, _ in mentioned} & holders
    if len(earlier) == 1:
        return _referent(role, earlier.pop(), "the only holder of that office named before", 0.88)
    if not earlier and codes is not PRESIDING:
        found = holders.pop() if len(holders) == 1 else None
        return _referent(role, found, "the only holder of that office named", 0.75) if found else None
    same = [p for p in earlier if any(o.title.lower() == role.title.lower() for o in reading.cast.offices[p])]
    if len(same) == 1 and len(role.title.split()) > 1:
        return _referent(role, same[0], "the only one named with these words of office", 0.8)
    near = _nearest(scene, role.start, holders)
    if near is not None:
        return _referent(role, near, "the holder of that office named last", 0.75)
    home = _home(reading, role, codes, earlier)
    if home is not None:
        return _referent(role, home, "the only holder of that office at home", 0.75)
    recent = {person for person, index in mentioned if index >= scene.passage.index - BACK} & holders
    if len(recent) == 1:
        return _referent(role, recent.pop(), "the only holder of that office named just before", 0.7)
    return None


def _countries(reading: Reading, person: str) -> set[str | None]:
    """The countries that the paper gives a person, by appearance and by office."""
    offices = reading.cast.offices.get(person, ())
    return {reading.cast.appearances[person].country, *(office.country for office in offices)}


def _nearest(scene: Scene, start: int, holders: Collection[str]) -> str | None:
    """The one of `holders` who alone is meant in the last sentence of the passage before `start` that means anybody."""
    for sentence in reversed([s for s in scene.passage.sentences if s.end <= start]):
        meant = {chunk.appearance for chunk in scene.meant(sentence, "person")}
        if meant:
            found = meant & set(holders)
            return found.pop() if len(meant) == 1 and found else None
    return None


def _home(reading: Reading, role: Role, codes: Sequence[str], holders: Collection[str]) -> str | None:
    """The only one of `holders` whose office was never named with a country, where that of each other was."""
    if role.country is not None:
        return None
    bare = [
        person
        for person in holders
        if not any(office.country for office in reading.cast.offices[person] if fits_any(codes, office.code))
    ]
    return bare[0] if len(bare) == 1 else None


def _mentions(before: Sequence[Scene], scene: Scene, start: int) -> Iterator[tuple[str, int]]:
    for where in (*before, scene):
        chunks: tuple[Name | Referent, ...] = (*where.names, *where.referents)
        for chunk in chunks:
            if chunk.kind == "person" and (where is not scene or chunk.end <= start):
                yield chunk.appearance, where.passage.index


def _referent(role: Role, person: str, how: str, confidence: float) -> Referent:
    return Referent(role.start, role.end, "person", person, how, confidence)


def _hits(scene: Scene) -> Iterator[Hit]:
    for hit in scene.lexicon.patterns("pronouns").find(scene.text, scene.lower):
        if hit.pattern.value != "none":
            yield hit


def _together(earlier: Scene, scene: Scene) -> bool:
    """Whether the two passages belong to one article in one language version."""
    return earlier.passage.article == scene.passage.article and earlier.passage.version == scene.passage.version


def _named(scene: Scene, referent: Referent) -> bool:
    """Whether a name stands there already; "the Parliament Speaker" is a person, whatever body is in it."""
    span = Span(referent.start, referent.end)
    return any(
        span.meets(Span(name.start, name.end))
        and not (referent.kind == "person" and name.kind == "body" and name.end < referent.end)
        for name in scene.names
        if _stands_for(name)
    )


def _stands_for(name: Name) -> bool:
    return name.kind in ("person", "body")


def _order(word: Hit | Role) -> tuple[int, int]:
    """In reading order; of two at one place the pattern first: "the diplomat" knows more than "diplomat"."""
    return word.start, int(isinstance(word, Role))
