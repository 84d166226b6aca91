"""Whom else the papers of a name name: two names in the company of the same people are likelier one person's."""

from collections import defaultdict
from collections.abc import Sequence

from greffier.resolve.clusters import Clusters
from greffier.resolve.nodes import Node

PAPERS = 40  # of a name, in the order of ids, whose company is asked for
CROWD = 60  # people in a paper above which it is a list, not a company
FEW, SHARE = 50, 0.1  # papers, and share of all papers, up to which a person tells whose company it is


class Company:
    """The clusters, as they are when this is made, that each paper names."""

    def __init__(self, nodes: Sequence[Node], clusters: Clusters) -> None:
        self._nodes = nodes
        self._home = [clusters.find(index) for index in range(len(nodes))]
        self._there: dict[str, set[int]] = defaultdict(set)
        papers = {member.paper for node in nodes for member in node.members}
        limit = max(FEW, SHARE * len(papers))
        for index, node in enumerate(nodes):
            if node.forms and len(clusters.papers[self._home[index]]) <= limit:
                for member in node.members:
                    self._there[member.paper].add(self._home[index])
        self._found: dict[int, frozenset[int]] = {}

    def of(self, node: int) -> frozenset[int]:
        """The clusters in the papers of a node, without its own."""
        found = self._found.get(node)
        if found is None:
            papers = sorted(member.paper for member in self._nodes[node].members)[:PAPERS]
            crowds = (self._there[paper] for paper in papers)
            found = frozenset().union(*(crowd for crowd in crowds if len(crowd) <= CROWD)) - {self._home[node]}
            self._found[node] = found
        return found

    def shared(self, one: int, other: int) -> list[int]:
        """The clusters that two nodes are both in the company of, not counting papers that both are in."""
        return sorted(self.of(one) & self.of(other) - {self._home[one], self._home[other]})

    def name(self, cluster: int) -> str:
        """What a cluster is called."""
        return self._nodes[cluster].members[0].name
