"""Which appearances of persons are one person's.

Full names are linked where they are spellings of one name; a name that is merely near, another spelling in the same
language, or one that two people bear needs evidence beside it: the same country, the same office, the same people in
the same papers. Links are made from the surest on (`clusters`); names of one word and initials come last (`surnames`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from greffier.model.findings import Appearance
from greffier.model.score import Score
from greffier.resolve.clusters import Cluster, Clusters, Link
from greffier.resolve.company import Company
from greffier.resolve.decisions import Decisions
from greffier.resolve.names import PreparedName, compare
from greffier.resolve.nodes import Node, nodes_of
from greffier.resolve.offices import TELLING, rivals, share_office, two_offices
from greffier.resolve.surnames import link_surnames
from greffier.resolve.vocabulary import meetings

NEAR = re.compile(r"near \((0\.\d+)\)")
LINE = 0.66  # what a link must reach, evidence counted
CLOSE = 0.925  # likeness of two words from which they are taken for spellings of one; Savchenko, Shevchenko: 0.91
SPELT, INFLECTED, FORMS = "two spellings", "one of them inflected", "forms of one given name"
SURE = 0.85  # score of two names that are one without more evidence
EQUAL_NAME = Score(1.0, "equal name")
DOUBTFUL = 0.5  # what an equal name is worth where two people may bear it
RESPELT = 0.58  # and two spellings in one language: Sadykov, Sadikov
ANOTHER = 0.5  # and two in Latin letters of a country that writes these: Jansen, Janssen; Anna, Hanna
NEARNESS = 0.4  # what likeness of 0.75 is worth; more counts in full
ONE_LANGUAGE = 0.35  # what two near names of one language lose
COUNTRY, ONE_FRIEND, TWO_FRIENDS, OTHER_COUNTRY = 0.1, 0.2, 0.3, -0.3
OFFICE, POST, TWO_OFFICES = 0.1, 0.05, -0.1  # an office of few holders, one of many, two at one time
SAMPLE = 8  # names of each cluster that must fit each other
UNFIT, FIT = 0.4, 0.5  # what no two and what on average they must reach


def join_persons(
    persons: Sequence[Appearance], decisions: Decisions, known: Mapping[str, frozenset[str]]
) -> Iterator[Cluster]:
    """Yield the clusters of `persons` (sorted by id); `known` gives what each paper names by an id."""
    nodes = nodes_of(persons, decisions)
    scored = _Scored(nodes)
    clusters = Clusters([node.members for node in nodes], decisions)
    pairs = scored.pairs()
    sure = [link for one, other, score in pairs if (link := _sure(nodes, one, other, score))]
    for link in sorted(sure, key=_surest_first):
        clusters.join(link, scored.fit)
    done = {(link.one, link.other) for link in sure}
    company = Company(nodes, clusters)
    open_ = [
        link
        for one, other, score in pairs
        if (one, other) not in done and (link := weighed(nodes, one, other, score, company))
    ]
    for link in sorted(open_, key=_surest_first):
        clusters.join(link, scored.fit)
    link_surnames(nodes, clusters, known)
    for root in clusters.roots():
        yield _cluster(nodes, clusters, root)


def _surest_first(link: Link) -> tuple[float, int, int]:
    return -link.value, link.one, link.other


def _sure(nodes: Sequence[Node], one: int, other: int, score: Score) -> Link | None:
    """The link of two names that need no evidence, or None."""
    a, b = nodes[one], nodes[other]
    if score.value < SURE or a.doubtful or b.doubtful or _conflict(a, b):
        return None
    nearest = _nearest(score)
    if nearest < CLOSE or FORMS in score.reason:
        return None
    if (nearest < 1.0 or SPELT in score.reason) and (a.langs & b.langs or _another(a, b)):
        return None
    return Link(score.value, score.reason, one, other)


def _nearest(score: Score) -> float:
    """The likeness of the two words that are the least alike; 1 where none is merely near."""
    return min(map(float, NEAR.findall(score.reason)), default=1.0)


def weighed(nodes: Sequence[Node], one: int, other: int, score: Score, company: Company) -> Link | None:
    """The link of two names with the evidence beside them, or None where it is too weak."""
    a, b = nodes[one], nodes[other]
    value, reasons = score.value, [score.reason]
    nearest = _nearest(score)
    respelt = nearest < 1.0 or SPELT in score.reason
    if INFLECTED in score.reason:
        value = score.value
    elif (respelt and _another(a, b)) or (FORMS in score.reason and (a.latin or b.latin)):
        value = min(value, ANOTHER, NEARNESS + nearest - 0.75)
    elif nearest < CLOSE:
        value = min(value, NEARNESS + nearest - 0.75)
        if a.langs & b.langs:
            value -= ONE_LANGUAGE
    elif respelt and a.langs & b.langs:
        value = min(value, RESPELT)
    if a.doubtful or b.doubtful:
        value = min(value, DOUBTFUL)
    if a.countries & b.countries:
        value += COUNTRY
        reasons.append("of one country")
    elif _conflict(a, b):
        value += OTHER_COUNTRY
        reasons.append("of two countries")
    office = share_office(a.offices, b.offices)
    if office:
        value += OFFICE if office.code in TELLING else POST
        reasons.append(f"both {office.code.replace('_', ' ')}")
    elif two_offices(a.offices, b.offices):
        value += TWO_OFFICES
        reasons.append("in two offices in one year")
    if value + TWO_FRIENDS < LINE:
        return None
    friends = company.shared(one, other)
    if friends:
        value += TWO_FRIENDS if len(friends) > 1 else ONE_FRIEND
        reasons.append(f"both with {company.name(friends[0])}")
    return Link(round(min(value, 1.0), 3), "; ".join(reasons), one, other) if value >= LINE else None


def _another(a: Node, b: Node) -> bool:
    """Whether both names are in Latin letters, and one of a country that writes these."""
    return (a.latin or b.latin) and not any(form.words[0].cyrillic for node in (a, b) for form in node.forms[:1])


def _conflict(a: Node, b: Node) -> bool:
    return bool(a.countries and b.countries) and not a.countries & b.countries


@dataclass(slots=True)
class _Scored:
    """The nodes with the scores of their names, each pair compared once."""

    nodes: Sequence[Node]

    def pairs(self) -> list[tuple[int, int, Score]]:
        """Two nodes and the score of their names, for all that may be one."""
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        forms: dict[tuple[str, ...], PreparedName] = {}
        for index, node in enumerate(self.nodes):
            for form in node.forms:
                key = tuple(word.text for word in form.words)
                holders[key].append(index)
                forms.setdefault(key, form)
        keys = list(forms)
        best: dict[tuple[int, int], Score] = {}
        for found in holders.values():
            for place, one in enumerate(found):
                for other in found[place + 1 :]:
                    best[one, other] = EQUAL_NAME
        for first, second in meetings([forms[key] for key in keys]):
            score = compare(forms[keys[first]], forms[keys[second]])
            if score.same:
                for one in holders[keys[first]]:
                    for other in holders[keys[second]]:
                        pair = (one, other) if one < other else (other, one)
                        if one != other and (pair not in best or best[pair].value < score.value):
                            best[pair] = score
        return [(one, other, score) for (one, other), score in best.items()]

    def fit(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Whether the names of two clusters fit each other, all of them."""
        pairs = [(one, other) for one in ones[:SAMPLE] for other in others[:SAMPLE]]
        values = [self._value(one, other) for one, other in pairs]
        if min(values) < UNFIT or sum(values) < FIT * len(values):
            return False
        offices = ((self.nodes[one].offices, self.nodes[other].offices) for one, other in pairs)
        return min(values) >= SURE or not any(rivals(held, there) for held, there in offices)

    def _value(self, one: int, other: int) -> float:
        pairs = ((a, b) for a in self.nodes[one].forms for b in self.nodes[other].forms)
        return max((compare(a, b).value for a, b in pairs), default=1.0)


def _cluster(nodes: Sequence[Node], clusters: Clusters, root: int) -> Cluster:
    members = sorted((m for index in clusters.nodes[root] for m in nodes[index].members), key=lambda m: m.id)
    surest = max(member.confidence for member in members)
    weakest = clusters.weakest[root]
    if weakest is None:
        reason = "equal name" if len(members) > 1 else members[0].reason
        return Cluster(tuple(members), surest, reason)
    return Cluster(tuple(members), min(surest, weakest.value), weakest.reason)
