"""The paragraphs and provisions of two versions matched, then the sentences within them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from greffier.publish.concord.alignment import align, anchor_gain, length_cost
from greffier.publish.concord.features import rarity
from greffier.publish.concord.versions import Group, Unit, Version

NEVER = 30.0  # cost of what cannot be
SAME_LABEL = 7.0  # what the same written label says for two provisions being one
OTHER_LABEL = 1.5  # what another label says against it: one may have dropped a provision and gone on counting
OTHER_KIND = 4.0  # a recital and a request, a heading and a paragraph
FULL = 60  # code points of a paragraph whose length tells how much longer a language is
SEVERAL = 3  # of them tell it
PROVISIONS = frozenset({"recital", "request"})


@dataclass(frozen=True, slots=True)
class Match:
    """Units of the two versions that answer to each other; `place` numbers the paragraph that they stand in."""

    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    label: str | None
    kind: str
    place: int
    whole: bool = False  # nothing of its paragraph has an answer


def matched(left: Version, right: Version) -> tuple[list[Match], int, int]:
    """The matches in order, how many provisions have an answer, and how many there are."""
    units = [unit.features for side in (left, right) for group in side.groups for unit in group.units]
    weights = rarity(units)
    ratio = _ratio(left.groups, right.groups)
    found: list[Match] = []
    answered = of = 0
    paragraphs = list(_paragraphs(left.groups, right.groups, weights, ratio))
    ratio = _usual_ratio(paragraphs, ratio)
    for place, (ours, theirs) in enumerate(paragraphs):
        kinds = [group.kind for group in (*ours, *theirs)]
        kind = next((kind for kind in kinds if kind in PROVISIONS), kinds[0])
        label = next((g.label or g.units[0].passage.label for g in (*ours, *theirs) if g.kind in PROVISIONS), None)
        mine, yours = (tuple(unit for group in side for unit in group.units) for side in (ours, theirs))
        count = max(sum(group.kind in PROVISIONS for group in side) for side in (ours, theirs))
        of += count
        if not mine or not yours:
            found.append(Match(mine, yours, label, kind, place, whole=True))
            continue
        answered += count
        found.extend(Match(a, b, label, kind, place) for a, b in _sentences(mine, yours, weights, ratio))
    return found, answered, of


def _ratio(left: Sequence[Group], right: Sequence[Group]) -> float:
    """How much longer the right version is, as far as one may believe it."""
    one, other = (sum(item.length for item in side) for side in (left, right))
    return min(max(other / one, 0.6), 1.6) if one and other else 1.0


def _usual_ratio(paragraphs: Sequence[tuple[Sequence[Group], Sequence[Group]]], whole: float) -> float:
    """The same of the middle one of the paragraphs: what one version lacks makes its language no shorter."""
    found = [_ratio(ours, theirs) for ours, theirs in paragraphs if ours and theirs and ours[0].length >= FULL]
    return median(found) if len(found) >= SEVERAL else whole


def _paragraphs(
    left: Sequence[Group], right: Sequence[Group], weights: Mapping[str, float], ratio: float
) -> Iterator[tuple[Sequence[Group], Sequence[Group]]]:
    kept: dict[tuple[int, int], float] = {}

    def pair(a: Group, b: Group) -> float:
        key = (id(a), id(b))
        if key not in kept:
            total = 0.0
            if a.label and b.label:
                total += OTHER_LABEL if a.label != b.label else -SAME_LABEL
            if a.kind != b.kind:
                total += OTHER_KIND
            kept[key] = total
        return kept[key]

    def cost(ours: Sequence[Group], theirs: Sequence[Group]) -> float:
        if len(ours) + len(theirs) > 2 and not _may_merge(ours, theirs):
            return NEVER
        total = length_cost(sum(g.length for g in ours), sum(g.length for g in theirs), ratio)
        total -= anchor_gain(
            [u.features for g in ours for u in g.units], [u.features for g in theirs for u in g.units], weights
        )
        return total + pair(ours[0], theirs[0])

    for bead in align(left, right, cost):
        yield left[slice(*bead.left)], right[slice(*bead.right)]


def _may_merge(ours: Sequence[Group], theirs: Sequence[Group]) -> bool:
    """Whether several paragraphs may be one: no headings, and no more than the one provision they go on with."""
    kinds = [[group.kind for group in side] for side in (ours, theirs)]
    if any("heading" in side for side in kinds):
        return False
    counts = [sum(kind in PROVISIONS for kind in side) for side in kinds]
    return counts in ([0, 0], [1, 1])


def _sentences(
    left: Sequence[Unit], right: Sequence[Unit], weights: Mapping[str, float], ratio: float
) -> Iterator[tuple[tuple[Unit, ...], tuple[Unit, ...]]]:
    if len(left) == len(right) == 1:
        yield tuple(left), tuple(right)
        return

    def cost(ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
        length = length_cost(sum(u.length for u in ours), sum(u.length for u in theirs), ratio)
        return length - anchor_gain([u.features for u in ours], [u.features for u in theirs], weights)

    for bead in align(left, right, cost):
        yield tuple(left[slice(*bead.left)]), tuple(right[slice(*bead.right)])
