"""What two matched stretches do not both say: numbers, dates, articles of law, names, negations.

A mark without an answer may have it in the sentence before or after: translators move things. Where each version has a
mark of one sort that the other lacks, the two are told as one disagreement, and more surely than one alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from greffier.publish.concord.concordance import Disagreement, Side
from greffier.publish.concord.marks import Mark
from greffier.publish.concord.matching import Match
from greffier.publish.concord.naming import Names
from greffier.publish.concord.quoting import called, side
from greffier.publish.concord.versions import Unit, Version

SORTS = {"number": "number", "article": "article", "date": "date", "place": "name", "body": "name", "law": "name"}
BOTH = {"number": 0.9, "date": 0.9, "article": 0.9, "person": 0.85, "place": 0.8, "body": 0.6, "law": 0.7}
ALONE = {"number": 0.6, "date": 0.65, "article": 0.7, "person": 0.6, "place": 0.5, "body": 0.3, "law": 0.3}
WORDED = 0.15  # what a number in words is less sure than one in digits
LIKE = frozenset({"date", "article"})  # sorts that a bare number of the other version may be of
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
DENIED, DENIED_MORE = 0.75, 0.55  # the other version denies nothing, or less
DENIED_TWICE = 0.45  # "none without" says the same as "all with"
ONE_WORD = 0.4  # a person of one word: the first word of a sentence is easily taken for one
PARTLY = 0.4  # a date that the other version gives less exactly


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark that nothing answers to, in its unit."""

    unit: Unit
    mark: Mark

    @property
    def words(self) -> str:
        """As written."""
        return self.unit.passage.text[self.mark.start : self.mark.end]


def differences(matches: Sequence[Match], versions: tuple[Version, Version], names: Names) -> Iterator[Disagreement]:
    """Yield what the two sides of each match do not both say."""
    for index, match in enumerate(matches):
        if not match.left or not match.right:
            continue
        around = [m for m in matches[max(0, index - 1) : index + 2] if m.place == match.place]
        sides = (match.left, match.right)
        near = tuple(tuple(unit for m in around for unit in (m.right, m.left)[n]) for n in (0, 1))
        loose = [list(_loose(own, others, names)) for own, others in zip(sides, near, strict=True)]
        yield from _told(match, loose[0], loose[1], versions)
        yield from _negations(match, near, versions)


def _loose(own: Iterable[Unit], others: Sequence[Unit], names: Names) -> Iterator[Loose]:
    said = frozenset().union(*(mark.said for unit in others for mark in unit.marks))
    seen: set[frozenset[str]] = set()
    for unit in own:
        for mark in unit.marks:
            if (
                not (mark.hard or mark.paired)
                or mark.kind == "negation"
                or mark.keys in seen
                or mark.keys & said
                or mark.answers & _years(said, mark)
            ):
                continue
            seen.add(mark.keys)
            if mark.kind in ("person", "place", "body", "law") and names.heard(unit, mark, others):
                continue
            yield Loose(unit, mark)


def _years(said: frozenset[str], mark: Mark) -> frozenset[str]:
    """What of `said` settles a mark by its looser answers: digits grouped otherwise, a year told as a number."""
    if mark.kind in ("number", "article"):
        return said
    if mark.kind == "date" and len(next(iter(mark.keys))) == len("d:2021"):
        return said
    return frozenset()


def _told(
    match: Match, left: list[Loose], right: list[Loose], versions: tuple[Version, Version]
) -> Iterator[Disagreement]:
    """The loose marks of both sides, those of one sort in pairs, the likest first."""
    for sort in ("date", "article", "number", "person", "place", "body", "law"):
        ours = [one for one in left if one.mark.kind == sort]
        theirs = [one for one in right if _of_sort(one, sort)]
        if sort in LIKE:
            ours += [one for one in left if one.mark.kind != sort and _of_sort(one, sort)]
        for one, other in _paired(ours, theirs):
            if sort in LIKE and sort not in (one.mark.kind, other.mark.kind):
                continue
            left.remove(one)
            right.remove(other)
            yield _both(match, sort, one, other, versions)
    for number, rest in enumerate((left, right)):
        for one in rest:
            if not one.mark.hard:
                continue
            found = _alone(match, one, number, versions)
            if found:
                yield found


def _of_sort(one: Loose, sort: str) -> bool:
    """Whether a mark may be told as one of `sort`: a number as an article, or as a year if it looks like one."""
    kind = one.mark.kind
    if kind == sort:
        return True
    return kind == "number" and (sort == "article" or (sort == "date" and YEAR.fullmatch(one.words) is not None))


def _paired(ours: Sequence[Loose], theirs: Sequence[Loose]) -> list[tuple[Loose, Loose]]:
    ranked = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    pairs: list[tuple[Loose, Loose]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((ours[i], theirs[j]))
    return sorted(pairs, key=lambda pair: pair[0].mark.start)


def _likeness(one: Loose, other: Loose) -> float:
    a, b = (next(iter(sorted(each.mark.keys))) for each in (one, other))
    near = 1.0 - abs(_share(one) - _share(other))
    return SequenceMatcher(None, a, b).ratio() + near


def _share(one: Loose) -> float:
    return (one.mark.start - one.unit.start) / max(one.unit.length, 1)


def _both(match: Match, sort: str, one: Loose, other: Loose, versions: tuple[Version, Version]) -> Disagreement:
    sure = BOTH[sort]
    if not (one.mark.hard and other.mark.hard):
        sure -= WORDED
    if sort == "date" and (one.mark.keys & other.mark.answers or other.mark.keys & one.mark.answers):
        sure, reason = PARTLY, f"“{one.words}” and “{other.words}” are one date, told more and less exactly"
    else:
        reason = (
            f"{_name(sort)} “{one.words}” in the {called(versions, 0)}, “{other.words}” in the {called(versions, 1)}"
        )
    return Disagreement(
        SORTS.get(sort, "name"),
        sure,
        reason,
        match.label,
        side(versions[0], match.left, one),
        side(versions[1], match.right, other),
    )


def _alone(match: Match, one: Loose, number: int, versions: tuple[Version, Version]) -> Disagreement | None:
    sort = one.mark.kind
    sure = ALONE[sort]
    if sort == "number" and not any(char.isdigit() for char in one.words):
        sure -= WORDED
    if sort == "person" and len(one.words.split()) == 1:
        sure = ONE_WORD
    sides: list[Side] = [side(versions[0], match.left), side(versions[1], match.right)]
    sides[number] = side(versions[number], (match.left, match.right)[number], one)
    reason = f"{_name(sort)} “{one.words}” has nothing to match in the {called(versions, 1 - number)}"
    return Disagreement(SORTS.get(sort, "name"), sure, reason, match.label, sides[0], sides[1])


def _negations(
    match: Match, near: Sequence[Sequence[Unit]], versions: tuple[Version, Version]
) -> Iterator[Disagreement]:
    counts = [_denied(units) for units in (match.left, match.right)]
    for number in (0, 1):
        (hard, all_), (other_hard, other_all) = counts[number], counts[1 - number]
        if len(hard) <= len(other_hard) or len(all_) <= len(other_all):
            continue
        around, other_around = _denied(near[1 - number]), _denied(near[number])
        if len(around[1]) <= len(other_around[1]):
            continue  # it is told in the sentence before or after
        sure = DENIED if not other_all else DENIED_MORE
        if not other_all and len(all_) == 2 * len(hard):
            sure = DENIED_TWICE
        sides = [side(versions[0], match.left), side(versions[1], match.right)]
        sides[number] = side(versions[number], (match.left, match.right)[number], *hard)
        words = ", ".join(f"“{one.words}”" for one in hard)
        less = "denies nothing" if not other_hard else f"denies {len(other_hard)} of {len(hard)}"
        reason = f"{words} in the {called(versions, number)}; the {called(versions, 1 - number)} {less}"
        yield Disagreement("negation", sure, reason, match.label, sides[0], sides[1])


def _denied(units: Iterable[Unit]) -> tuple[list[Loose], list[Loose]]:
    every = [Loose(unit, mark) for unit in units for mark in unit.marks if mark.kind == "negation"]
    return [one for one in every if one.mark.hard], every


def _name(sort: str) -> str:
    return {"law": "instrument", "article": "article"}.get(sort, sort)
