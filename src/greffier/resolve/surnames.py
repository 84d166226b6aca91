"""Names of one word, or of a surname with initials: linked to the one person of the record that they can mean.

A link needs one candidate, and something beside the name that speaks for it: the same country or office, people whom
both papers name, or places, bodies and instruments of one file. Of several candidates one must be clearly likelier.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from greffier.model.findings import Appearance
from greffier.resolve.clusters import Clusters, Link
from greffier.resolve.names import PreparedName, compare
from greffier.resolve.names.words import Word
from greffier.resolve.nodes import Node
from greffier.resolve.offices import SINGLE, Held, rivals, share_office
from greffier.resolve.vocabulary import blocked, spellings_of

SPELT = 0.95  # likeness of two spellings of a surname
LONE, INITIALLED = 0.5, 0.6  # what the only candidate is worth without evidence
COUNTRY, ROLE, FRIEND, FILE, SAME_FILE = 0.2, 0.15, 0.2, 0.1, 0.17
LINE = 0.66
CLEAR, AHEAD = 0.8, 0.15  # what one of several must reach, and be ahead by
CROWD = 40  # candidates with which nothing is decided


def link_surnames(nodes: Sequence[Node], clusters: Clusters, known: Mapping[str, frozenset[str]]) -> None:
    """Join short names to the clusters of full ones, then what is left to each other."""
    record = _Record(nodes, clusters, known)
    short = [index for index, node in enumerate(nodes) if not node.forms and node.short.words]
    links = [link for index in short if (link := record.link(index))]
    for link in sorted(links, key=lambda link: (-link.value, link.one)):
        clusters.join(link)
    left = [index for index in short if clusters.nodes[clusters.find(index)] == [index]]
    for link in sorted(_among(nodes, record, left), key=lambda link: (-link.value, link.one, link.other)):
        clusters.join(link)


class _Record:
    """The clusters by their surnames, and what their papers name."""

    def __init__(self, nodes: Sequence[Node], clusters: Clusters, known: Mapping[str, frozenset[str]]) -> None:
        self._nodes, self._clusters, self._known = nodes, clusters, known
        self._homes: dict[Word, set[int]] = defaultdict(set)
        self._people: dict[str, set[int]] = defaultdict(set)
        self._files: dict[int, frozenset[str]] = {}
        self._friends: dict[int, frozenset[int]] = {}
        for index, node in enumerate(nodes):
            if node.forms:
                home = clusters.find(index)
                for member in node.members:
                    self._people[member.paper].add(home)
                for form in node.forms:
                    for word in surnames(form):
                        self._homes[word].add(home)
        self._blocks = blocked(self._homes)
        self._spelt: dict[Word, set[Word]] = {}
        self._holders: dict[tuple[str, str], dict[int, set[Held]]] = defaultdict(lambda: defaultdict(set))
        for index, node in enumerate(nodes):
            for held in node.offices:
                if node.forms and held.code in SINGLE:
                    self._holders[held.code, held.country][clusters.find(index)].add(held)

    def people(self, paper: str) -> set[int]:
        """The clusters that a paper names in full."""
        return self._people.get(paper, set())

    def link(self, index: int) -> Link | None:
        """The link of a short name to the cluster it means, or None where that is open."""
        node = self._nodes[index]
        paper = node.members[0].paper
        words = surnames(node.short)
        if not words:
            return None
        homes = {home for near in self._spellings(words[-1]) for home in self._homes[near]}
        if not homes or len(homes) > CROWD:
            return None
        candidates = [home for home in sorted(homes) if self._clusters.may(home, index) and self._fits(node, home)]
        weighed = sorted((self._weighed(node, paper, home) for home in candidates), key=lambda w: (-w[0], w[1]))
        if not weighed or (len(weighed) > 1 and (weighed[0][0] < CLEAR or weighed[0][0] - weighed[1][0] < AHEAD)):
            return None
        value, home, reason = weighed[0]
        others = f", likeliest of {len(weighed)}" if len(weighed) > 1 else ", the only one so named"
        shown = self._nodes[home].members[0].name
        if value < LINE:
            return None
        return Link(round(min(value, 0.95), 3), f"{node.members[0].name} is {shown}{others}: {reason}", home, index)

    def _spellings(self, surname: Word) -> set[Word]:
        """The surname where people of the record bear it as it is spelt, else those that it may be a spelling of."""
        if surname in self._homes:
            return {surname}
        if surname not in self._spelt:
            self._spelt[surname] = spellings_of(surname, self._blocks, SPELT)
        return self._spelt[surname]

    def _fits(self, node: Node, home: int) -> bool:
        """Whether the initials agree with a name of the cluster, for a name that has any; its country too."""
        members = [self._nodes[each] for each in self._clusters.nodes[home]]
        lands = frozenset().union(*(each.countries for each in members))
        if node.countries and lands and not node.countries & lands:
            return False
        if self._rival(node, home):
            return False
        if len(node.short.words) < 2:
            return True
        return any(compare(node.short, form).same for each in members for form in each.forms)

    def _rival(self, node: Node, home: int) -> bool:
        """Whether another of the same office at the same date is known by a full name: a predecessor is not meant."""
        return any(
            other != home and self._clusters.find(other) == other and rivals(node.offices, offices)
            for held in node.offices
            for other, offices in self._holders.get((held.code, held.country), {}).items()
        )

    def _weighed(self, node: Node, paper: str, home: int) -> tuple[float, int, str]:
        value = LONE if len(node.short.words) < 2 else INITIALLED
        members = [self._nodes[each] for each in self._clusters.nodes[home]]
        reasons = []
        if any(node.countries & each.countries for each in members):
            value += COUNTRY
            reasons.append("of the same country")
        held = [held for each in members for held in each.offices]
        office = share_office(node.offices, held)
        if office:
            value += ROLE
            reasons.append(f"both {office.code.replace('_', ' ')}")
        friends = self._company(home) & self.people(paper) - {home}
        if friends:
            value += FRIEND
            reasons.append(f"with {self._nodes[min(friends)].members[0].name} here and there")
        both = self._file(home) & self._known.get(paper, frozenset())
        if both:
            value += SAME_FILE if len(both) > 1 else FILE
            reasons.append(f"{len(both)} things named here and there")
        return value, home, ", ".join(reasons) or "nothing else speaks for it"

    def _company(self, home: int) -> frozenset[int]:
        if home not in self._friends:
            self._friends[home] = frozenset().union(*(self.people(p) for p in self._clusters.papers[home]))
        return self._friends[home]

    def _file(self, home: int) -> frozenset[str]:
        if home not in self._files:
            known = (self._known.get(paper, frozenset()) for paper in self._clusters.papers[home])
            self._files[home] = frozenset().union(*known)
        return self._files[home]


def surnames(name: PreparedName) -> tuple[Word, ...]:
    """The words of a name that may stand alone for it: its last one, and a first one that is no given name."""
    words = [word for word in name.words if not word.abbreviated and not word.patronymic]
    if len(words) > 1 and not words[0].names:
        return (words[0], words[-1])
    return tuple(words[-1:])


def _among(nodes: Sequence[Node], record: _Record, left: Sequence[int]) -> Iterator[Link]:
    """Yield the links of short names to each other: equal, and with the same people or in one office of one country."""
    met: dict[tuple[object, ...], int] = {}
    for index in left:
        node = nodes[index]
        text = tuple(sorted(word.text for word in node.short.words))
        member: Appearance = node.members[0]
        keys: list[tuple[object, ...]] = [(text, "with", person) for person in sorted(record.people(member.paper))]
        keys += [(text, "office", held.code, held.country) for held in sorted(node.offices) if held.country]
        for key in keys:
            other = met.setdefault(key, index)
            if other != index:
                yield Link(LINE, "equal name, with the same people or in the same office", other, index)
