"""Entities from appearances: which appearances are one person, body, place or instrument.

Persons are grouped by their names (`greffier.resolve.persons`); bodies, places and instruments by what the lexicons
know them as, else by equal name and country. What people judged is done last and always wins.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from greffier.lexicon.geography import find_places
from greffier.lexicon.institutions import find_institutions
from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement
from greffier.resolve.persons import Group, groups


def resolve(appearances: Iterable[Appearance], judgements: Iterable[Judgement] = ()) -> Iterator[Entity]:
    """Yield each entity, by order of id; the same whatever the order of `appearances`."""
    known = sorted(appearances, key=lambda appearance: appearance.id)
    made = groups([appearance for appearance in known if appearance.kind == "person"])
    named: dict[tuple[str, ...], Group] = defaultdict(Group)
    for appearance in known:
        if appearance.kind != "person":
            group = named[_key(appearance)]
            group.members.append(appearance)
            group.reason = "known by this name" if len(group.members) > 1 else appearance.reason
    judged = _judged([*made, *named.values()], judgements)
    yield from sorted(map(_entity, judged), key=lambda entity: entity.id)


def _key(appearance: Appearance) -> tuple[str, ...]:
    """What a body, place or instrument is known as."""
    name = " ".join(appearance.name.split())
    lang = appearance.lang or "en"
    if appearance.kind == "instrument" and appearance.identifiers:
        return ("instrument", *appearance.identifiers[0])
    if appearance.kind == "body":
        for start, end, institution in find_institutions(name, lang):
            if (start, end) == (0, len(name)):
                return ("body", institution.id, institution.country or appearance.country or "")
    if appearance.kind == "place":
        for start, end, place, _ in find_places(name, lang):
            if (start, end) == (0, len(name)):
                return ("place", place)
    return (appearance.kind, name.casefold(), appearance.country or "")


def _judged(made: Iterable[Group], judgements: Iterable[Judgement]) -> Iterator[Group]:
    """The groups as people decided: those said to be the same together, those said to be different apart."""
    standing = list(judgements)
    same = [judgement.subjects for judgement in standing if judgement.verdict == "same"]
    different = {frozenset(judgement.subjects) for judgement in standing if judgement.verdict == "different"}
    held = list(made)
    for subjects in same:
        together = [group for group in held if any(member.id in subjects for member in group.members)]
        if len(together) > 1:
            joined = Group(reason="a person decided that they are the same")
            for group in together:
                joined.members += group.members
            held = [group for group in held if group not in together] + [joined]
    for group in held:
        yield from _parted(group, different) if different else (group,)


def _parted(group: Group, different: set[frozenset[str]]) -> Iterator[Group]:
    rows: list[list[Appearance]] = []
    for member in sorted(group.members, key=lambda appearance: appearance.id):
        row = next((row for row in rows if all(frozenset((member.id, o.id)) not in different for o in row)), None)
        if row is None:
            rows.append([member])
        else:
            row.append(member)
    for row in rows:
        reason = "a person decided that they are different" if len(rows) > 1 else group.reason
        yield Group(row, confidence=group.confidence, reason=reason)


def _entity(group: Group) -> Entity:
    cluster: Sequence[Appearance] = sorted(group.members, key=lambda appearance: appearance.id)
    first = cluster[0]
    names = sorted({name for appearance in cluster for name in appearance.names})
    countries = sorted({appearance.country for appearance in cluster if appearance.country})
    return Entity(
        id=first.id,
        kind=first.kind,
        name=_usual([appearance.name for appearance in cluster]),
        names=tuple(names),
        country=countries[0] if len(countries) == 1 else None,
        identifiers=tuple(sorted({pair for appearance in cluster for pair in appearance.identifiers})),
        appearances=tuple(appearance.id for appearance in cluster),
        confidence=min(group.confidence, *(appearance.confidence for appearance in cluster), 1.0),
        reason=group.reason or first.reason,
    )


def _usual(names: Sequence[str]) -> str:
    """The name that most papers give in full: by its number of words, then by how many papers, then by length."""
    counts = Counter(names)
    return max(counts, key=lambda name: (min(len(name.split()), 2), counts[name], len(name), name))
