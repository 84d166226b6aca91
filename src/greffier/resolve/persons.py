"""Which names of persons in different papers are one person's.

Two names are joined only where they are spellings of one name beyond doubt (`SURE`), no two appearances of one paper
are among them (a paper's own cast has told those apart), and the papers do not give them two countries. A group takes
in a name only where it fits every name of the group, so that no single weak link joins two people. A surname alone
joins nothing but itself: rather leave apart and ask.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from greffier.model.findings import Appearance
from greffier.resolve.names import PreparedName, block_keys, compare, prepare

SURE = (
    0.9  # of 289,622 pairs of different members of one parliament, near names such as Savchenko/Shevchenko stay below
)
FITS = 0.75  # what every name of a group must reach with every other
CROWDED = 400  # names that share a blocking key, at most; a key that more of them share tells nothing


@dataclass(slots=True)
class Group:
    """Appearances taken for one person: their distinct names, papers, countries, and why they were joined."""

    members: list[Appearance] = field(default_factory=list)
    names: list[PreparedName] = field(default_factory=list)
    papers: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    confidence: float = 1.0
    reason: str = ""


def groups(persons: Sequence[Appearance]) -> list[Group]:
    """The groups of `persons`, the same whatever their order."""
    nodes = _nodes(persons)
    keys = sorted(nodes)
    edges = _edges(keys, nodes)
    place = {key: key for key in keys}
    for value, reason, first, second in edges:
        one, other = place[first], place[second]
        if one == other or not _fit(nodes[one], nodes[other]):
            continue
        kept, gone = sorted((one, other))
        _join(nodes[kept], nodes.pop(gone), value, reason)
        for key, at in place.items():
            if at == gone:
                place[key] = kept
    return [nodes[key] for key in sorted(nodes)]


def _nodes(persons: Sequence[Appearance]) -> dict[tuple[str, str], Group]:
    """Appearances of one name and country; one without a country is with the only country that its name has."""
    named: dict[str, dict[str, list[Appearance]]] = defaultdict(lambda: defaultdict(list))
    for person in sorted(persons, key=lambda appearance: appearance.id):
        named[" ".join(person.name.casefold().split())][person.country or ""].append(person)
    nodes: dict[tuple[str, str], Group] = {}
    for name, countries in named.items():
        if len(countries) == 2 and "" in countries:
            only = next(country for country in countries if country)
            countries[only] += countries.pop("")
        for country, members in countries.items():
            for number, same in enumerate(_apart(members)):
                group = Group(same, [prepare(same[0].name)], {m.paper for m in same}, {country} - {""})
                group.reason = "equal name" if len(same) > 1 else same[0].reason
                nodes[name, f"{country}{number or ''}"] = group
    return nodes


def _apart(members: Sequence[Appearance]) -> list[list[Appearance]]:
    """`members` so divided that no two of one paper are together."""
    rows: list[list[Appearance]] = []
    for member in members:
        row = next((row for row in rows if all(other.paper != member.paper for other in row)), None)
        if row is None:
            rows.append([member])
        else:
            row.append(member)
    return rows


def _edges(
    keys: Sequence[tuple[str, str]], nodes: dict[tuple[str, str], Group]
) -> list[tuple[float, str, tuple[str, str], tuple[str, str]]]:
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in keys:
        for block in block_keys(nodes[key].names[0]):
            blocks[block].append(key)
    seen: set[tuple[tuple[str, str], tuple[str, str]]] = set()
    edges = []
    for shared in blocks.values():
        if not 2 <= len(shared) <= CROWDED:
            continue
        for index, first in enumerate(shared):
            for second in shared[index + 1 :]:
                pair = (first, second) if first < second else (second, first)
                if pair in seen:
                    continue
                seen.add(pair)
                score = compare(nodes[pair[0]].names[0], nodes[pair[1]].names[0])
                if score.value >= SURE and " " in pair[0][0] and " " in pair[1][0]:
                    edges.append((score.value, score.reason, *pair))
    return sorted(edges, key=lambda edge: (-edge[0], edge[2], edge[3]))


def _fit(one: Group, other: Group) -> bool:
    if not one.papers.isdisjoint(other.papers) or len(one.countries | other.countries) > 1:
        return False
    return all(compare(first, second).value >= FITS for first in one.names for second in other.names)


def _join(kept: Group, gone: Group, value: float, reason: str) -> None:
    kept.members += gone.members
    kept.names += gone.names
    kept.papers |= gone.papers
    kept.countries |= gone.countries
    kept.confidence = min(kept.confidence, gone.confidence, round(value, 2))
    kept.reason = reason
