"""Appearances of persons under one and the same name, as one node of the graph that `persons` clusters.

A node is written with a full name (two words or more, not mere initials) or is a short one. Appearances of one name go
apart where one paper has two of them, where the papers give them several countries, where people parted them, and where
the name is so common that two people may bear it by chance (`commonness`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from greffier.model.findings import Appearance
from greffier.resolve.commonness import COMMON, Commonness
from greffier.resolve.decisions import Decisions
from greffier.resolve.names import PreparedName, prepare
from greffier.resolve.offices import Held, held_of

FORMS = 6  # full names of one appearance that are compared
CYRILLIC, LAST = "\u0400", "\u052f"
MOST = 2 / 3  # of the appearances with a country: then those without one are taken for theirs

prepared = lru_cache(maxsize=200_000)(prepare)


@dataclass(frozen=True, slots=True)
class Node:
    """Appearances of one name: its full forms (none: a short name), what the papers say, whether two may bear it.

    `langs` are the languages of the papers, each with the script that the name is in; `offices` what was held, as
    (code, country, date); `latin` says that another spelling in Latin letters is another name.
    """

    members: tuple[Appearance, ...]
    forms: tuple[PreparedName, ...]
    countries: frozenset[str]
    langs: frozenset[str]
    offices: frozenset[Held]
    doubtful: bool = False
    latin: bool = False

    @property
    def short(self) -> PreparedName:
        """The name of a node without a full one."""
        return prepared(self.members[0].name)


def nodes_of(persons: Sequence[Appearance], decisions: Decisions) -> list[Node]:
    """The nodes of `persons`, in the order of their first appearances."""
    named: dict[tuple[tuple[str, ...], ...], list[Appearance]] = defaultdict(list)
    forms: dict[tuple[tuple[str, ...], ...], tuple[PreparedName, ...]] = {}
    found = []
    for person in persons:
        full = full_forms(person)
        if not full:
            found.append(_node([person], ()))
            continue
        key = tuple(sorted({tuple(sorted(word.text for word in form.words)) for form in full}))
        named[key].append(person)
        forms.setdefault(key, full)
    usual = Commonness((forms[key][0], person.country) for key, members in named.items() for person in members)
    for key, members in named.items():
        lands = sorted({member.country for member in members if member.country})
        common = usual.expected(forms[key][0], lands[0] if len(lands) == 1 else None) >= COMMON
        latin = usual.latin(forms[key][0], lands)
        parts = _parts(members, decisions, common)
        found += [_node(part, forms[key], doubtful=doubtful, latin=latin) for part, doubtful in parts]
    return sorted(found, key=lambda node: node.members[0].id)


def full_forms(person: Appearance) -> tuple[PreparedName, ...]:
    """The full names among the forms of an appearance, the fullest first."""
    found: dict[tuple[str, ...], PreparedName] = {}
    for name in dict.fromkeys((person.name, *person.names)):
        form = prepared(name)
        if sum(not word.abbreviated for word in form.words) > 1:
            found.setdefault(tuple(word.text for word in form.words), form)
    return tuple(sorted(found.values(), key=lambda form: (-len(form.words), form.text)))[:FORMS]


def _node(
    members: Sequence[Appearance], forms: tuple[PreparedName, ...], *, doubtful: bool = False, latin: bool = False
) -> Node:
    return Node(
        tuple(members),
        forms,
        frozenset(member.country for member in members if member.country),
        frozenset(f"{m.lang} {any(CYRILLIC <= letter <= LAST for letter in m.name)}" for m in members if m.lang),
        frozenset(held_of(role) for member in members for role in member.roles),
        doubtful,
        latin,
    )


def _parts(members: list[Appearance], decisions: Decisions, common: bool) -> Iterator[tuple[list[Appearance], bool]]:
    """The appearances of one name, apart where they may be two people, and whether evidence must tell whose it is.

    What people parted needs none: its parts never meet. One of that name whom nobody judged may then be either.
    """
    papers = Counter(member.paper for member in members)
    alone = [member for member in members if common or papers[member.paper] > 1]
    others = [member for member in members if not common and papers[member.paper] == 1]
    judged = _judged(others, decisions)
    settled = {member.id for row in judged for member in row}
    rest = [member for member in others if member.id not in settled]
    if len(judged) == 1:  # told from others, not from each other
        rest = sorted([*judged.pop(), *rest], key=lambda member: member.id)
    lands = _by_land(rest)
    several = len(alone) + len(lands) > 1
    yield from (([member], common or len(members) > 1) for member in alone)
    yield from ((row, bool(alone)) for row in judged)
    yield from ((part, several or bool(judged)) for part in lands)


def _judged(members: Sequence[Appearance], decisions: Decisions) -> list[list[Appearance]]:
    """Those of whom people said that they are not some other, in rows of which no two are said to be apart."""
    rows: list[list[Appearance]] = []
    for member in members:
        part = decisions.part.get(member.id)
        if part is None or part not in decisions.foes:
            continue
        row = next((row for row in rows if not any(decisions.apart(part, decisions.part[o.id]) for o in row)), None)
        if row is None:
            rows.append([member])
        else:
            row.append(member)
    return rows


def _by_land(members: list[Appearance]) -> list[list[Appearance]]:
    """Appearances of one name by the country that the papers give."""
    lands = Counter(member.country for member in members if member.country)
    if len(lands) < 2:
        return [members] if members else []
    by_land: dict[str | None, list[Appearance]] = defaultdict(list)
    for member in members:
        by_land[member.country].append(member)
    most, count = min(lands.items(), key=lambda item: (-item[1], item[0]))
    if count >= MOST * sum(lands.values()):
        by_land[most] = sorted([*by_land[most], *by_land.pop(None, [])], key=lambda member: member.id)
    return list(by_land.values())
