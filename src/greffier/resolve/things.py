"""Which appearances of bodies, places and instruments are one: those that share a key (`keys`), the surest first.

Two that share a key are one, unless they are known as two by the lexicon, are of two countries, or stand in one paper.
Bodies with a name of their own (a party, a company) are compared in spelling too, as persons are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from greffier.model.findings import Appearance
from greffier.resolve.clusters import Cluster, Clusters, Link
from greffier.resolve.decisions import Decisions
from greffier.resolve.keys import keys, own_name
from greffier.resolve.names import compare, prepare
from greffier.resolve.vocabulary import meetings

SPELT = 0.95  # score of two spellings of a body's own name
REASONS = {
    "known": (0.97, "known as one by the lexicon"),
    "code": (0.95, "the same code"),
    "shared": (0.9, "the one body of this kind in its country"),
    "between": (0.85, "the same kind of body between the same countries"),
    "name": (0.8, "equal name"),
    "file": (0.7, "equal name in papers of one file"),
}


def join_things(
    things: Sequence[Appearance], decisions: Decisions, known: Mapping[str, frozenset[str]]
) -> Iterator[Cluster]:
    """Yield the clusters of `things`, of one kind and sorted by id; `known` gives what each paper names by an id."""
    clusters = Clusters([[thing] for thing in things], decisions)
    firsts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    parts = [decisions.part.get(thing.id, -1) for thing in things]
    links = []
    for index, thing in enumerate(things):
        for key in keys(thing, known.get(thing.paper, frozenset())):
            other = _first(firsts[key], index, parts, decisions)
            if other is not None:
                links.append(Link(*REASONS[key[0]], other, index))
    links += _spelt(things, parts, decisions)
    yield from _clusters(things, clusters, links)


def _first(firsts: list[int], index: int, parts: Sequence[int], decisions: Decisions) -> int | None:
    """The first holder of a key that people have not parted from `index`; where there is none, it becomes one."""
    other = next((first for first in firsts if not decisions.apart(parts[first], parts[index])), None)
    if other is None:
        firsts.append(index)
    return other


def _spelt(things: Sequence[Appearance], parts: Sequence[int], decisions: Decisions) -> Iterator[Link]:
    """Yield the links of bodies whose own names are spellings of one."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, thing in enumerate(things):
        for name in {own for form in thing.names if (own := own_name(thing.kind, form))}:
            holders[name].append(index)
    shown = sorted(holders)
    names = [prepare(name) for name in shown]
    for one, other in meetings(names):
        score = compare(names[one], names[other])
        if score.value >= SPELT and "near" not in score.reason and len(names[one].words) == len(names[other].words):
            a, b = holders[shown[one]][0], holders[shown[other]][0]
            if a != b:
                yield Link(0.85, score.reason, min(a, b), max(a, b))
    for found in holders.values():
        firsts: list[int] = []
        for index in found:
            known = _first(firsts, index, parts, decisions)
            if known is not None:
                yield Link(*REASONS["name"], known, index)


def _clusters(things: Sequence[Appearance], clusters: Clusters, links: Sequence[Link]) -> Iterator[Cluster]:
    ids = [set(each.identifiers) for each in things]
    lands = [{each.country} - {None, "eu"} for each in things]

    def fit(ones: Sequence[int], others: Sequence[int]) -> bool:
        one, other = ones[0], others[0]
        if ids[one] and ids[other]:
            return bool(ids[one] & ids[other])
        return not (lands[one] and lands[other]) or bool(lands[one] & lands[other])

    for link in sorted(links, key=lambda link: (-link.value, link.one, link.other)):
        one, other = clusters.find(link.one), clusters.find(link.other)
        if one != other and clusters.join(link, fit):
            kept = clusters.find(one)
            gone = other if kept == one else one
            ids[kept] = ids[kept] | ids[gone]
            lands[kept] = lands[kept] | lands[gone]
    for root in clusters.roots():
        members = tuple(things[index] for index in sorted(clusters.nodes[root]))
        surest = max(member.confidence for member in members)
        weakest = clusters.weakest[root]
        yield Cluster(
            members,
            min(surest, weakest.value) if weakest else surest,
            weakest.reason if weakest else members[0].reason,
        )
