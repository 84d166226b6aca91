"""Entities from appearances: which appearances are one person, body, place or instrument.

What people judged is obeyed while clusters grow (`decisions`: those said to be different never meet) and done at
the end (those said to be the same are one, with all that the machine had joined to either). Everything goes by
the order of ids, so that the entities are the same in any order of filing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement
from greffier.resolve.clusters import Cluster
from greffier.resolve.decisions import Decisions, decide
from greffier.resolve.persons import join_persons
from greffier.resolve.surroundings import anchors
from greffier.resolve.things import join_things

KINDS = {"person": join_persons}
CAPITALS = 4  # letters of a word in capitals that may be an acronym, not a name shouted


def resolve(appearances: Iterable[Appearance], judgements: Iterable[Judgement] = ()) -> Iterator[Entity]:
    """Yield each entity, by order of id; the same whatever the order of `appearances`."""
    known = sorted({appearance.id: appearance for appearance in appearances}.values(), key=lambda each: each.id)
    decisions = decide(judgements)
    named = anchors(known)
    kinds: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in known:
        kinds[appearance.kind].append(appearance)
    made = [
        cluster
        for kind, members in sorted(kinds.items())
        for cluster in KINDS.get(kind, join_things)(members, decisions, named)
    ]
    yield from sorted(map(_entity, _together(made, decisions)), key=lambda entity: entity.id)


def _together(clusters: Sequence[Cluster], decisions: Decisions) -> list[Cluster]:
    """The clusters with those made one that people said are one."""
    home = {member.id: index for index, cluster in enumerate(clusters) for member in cluster.members}
    held: dict[int, Cluster] = dict(enumerate(clusters))
    for subjects in decisions.together:
        there = [subject for subject in subjects if subject in home]
        if len(there) < 2:
            continue
        reason = decisions.why[decisions.part[there[0]]]
        places = sorted({home[subject] for subject in there})
        members = [member for place in places for member in held[place].members]
        if _quarrel(members, decisions):  # then only those named themselves
            wanted = set(there)
            members = [member for member in members if member.id in wanted]
            for place in places:
                rest = tuple(member for member in held[place].members if member.id not in wanted)
                held[place] = replace(held[place], members=rest)
            places = [max(held) + 1]
        for place in places[1:]:
            del held[place]
        members.sort(key=lambda member: member.id)
        held[places[0]] = Cluster(tuple(members), 1.0, reason)
        home |= {member.id: places[0] for member in members}
    return [cluster for cluster in held.values() if cluster.members]


def _quarrel(members: Sequence[Appearance], decisions: Decisions) -> bool:
    parts = sorted({decisions.part[member.id] for member in members if member.id in decisions.part})
    return any(decisions.apart(one, other) for one in parts for other in parts)


def _entity(cluster: Cluster) -> Entity:
    members = cluster.members
    first = members[0]
    countries = Counter(member.country for member in members if member.country)
    return Entity(
        id=first.id,
        kind=first.kind,
        name=_name(members),
        names=tuple(sorted({name for member in members for name in member.names})),
        country=min(countries, key=lambda land: (-countries[land], land)) if countries else None,
        identifiers=tuple(sorted({pair for member in members for pair in member.identifiers})),
        appearances=tuple(member.id for member in members),
        confidence=round(cluster.confidence, 3),
        reason=cluster.reason,
    )


def _name(members: Sequence[Appearance]) -> str:
    """The name that most papers use, not an acronym nor in capitals; of persons two words or more, if there are any."""
    counts = Counter(member.name for member in members)
    person = members[0].kind == "person"
    return max(
        counts,
        key=lambda name: (
            person and len(name.split()) > 1,
            not name.isupper() and not any(word.isupper() and len(word) > CAPITALS for word in name.split()),
            counts[name],
            len(name),
            name,
        ),
    )
