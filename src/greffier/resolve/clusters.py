"""Clusters that grow link by link, the surest first, and that no single link can join against the rest.

Two clusters become one only if no paper has an appearance in both (its own cast told these apart), no person said they
are two, and all their names fit each other. The weakest link of a cluster is what its confidence and reason come from.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from greffier.model.findings import Appearance
from greffier.resolve.decisions import Decisions

Fit = Callable[[Sequence[int], Sequence[int]], bool]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Appearances taken for one: how sure, and why."""

    members: tuple[Appearance, ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two numbers that may be one: how sure, and why."""

    value: float
    reason: str
    one: int
    other: int


class Clusters:
    """Clusters of numbered nodes, each node some appearances; every node begins as its own."""

    def __init__(self, nodes: Sequence[Sequence[Appearance]], decisions: Decisions) -> None:
        self._decisions = decisions
        self._leader = list(range(len(nodes)))
        self.nodes = [[index] for index in range(len(nodes))]
        self.papers = [{member.paper for member in node} for node in nodes]
        self._parts = [{decisions.part[m.id] for m in node if m.id in decisions.part} for node in nodes]
        self.weakest: list[Link | None] = [None] * len(nodes)

    def find(self, node: int) -> int:
        """The number of the cluster that a node is in."""
        while self._leader[node] != node:
            self._leader[node] = self._leader[self._leader[node]]
            node = self._leader[node]
        return node

    def roots(self) -> list[int]:
        """The numbers of all clusters."""
        return [index for index in range(len(self._leader)) if self._leader[index] == index]

    def may(self, one: int, other: int) -> bool:
        """Whether nothing forbids that two clusters are one."""
        if not self.papers[one].isdisjoint(self.papers[other]):
            return False
        return not any(self._decisions.apart(a, b) for a in self._parts[one] for b in self._parts[other])

    def join(self, link: Link, fit: Fit | None = None) -> bool:
        """Make the clusters of a link one, unless something forbids it; whether they are one now."""
        one, other = self.find(link.one), self.find(link.other)
        if one == other:
            return True
        if not self.may(one, other) or (fit and not fit(self.nodes[one], self.nodes[other])):
            return False
        if len(self.papers[one]) < len(self.papers[other]):
            one, other = other, one
        self._leader[other] = one
        self.nodes[one] += self.nodes[other]
        self.papers[one] |= self.papers[other]
        self._parts[one] |= self._parts[other]
        links = [each for each in (self.weakest[one], self.weakest[other], link) if each]
        self.weakest[one] = min(links, key=lambda each: (each.value, each.reason))
        return True
