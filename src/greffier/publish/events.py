"""One event told by several papers, told once with every paper's words.

Two papers tell the same meeting where they give it the same day and name two of the same participants, of whom one is a
person, or the same session of one body. One that says cancelled is another event than one that was held. Nothing is
changed in the record: what papers tell differently stays with each (`greffier.publish.points`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from greffier.model.entry import Meeting
from greffier.publish.parallels import together
from greffier.record.days import days
from greffier.record.views import Told

Group = tuple[Told, ...]
SHARED = 2  # participants that two tellings have in common
DAY = 10  # code points of an EDTF date that is a day


def events(entries: Iterable[Told]) -> tuple[Group, ...]:
    """The entries, each with its equals in other languages, and a meeting with those of other papers, firsts in order.

    In a group the telling that names most participants comes first; of equals the one held, then the one before.
    """
    groups: list[list[Told]] = []
    on_day: dict[str, list[int]] = defaultdict(list)
    for group in together(entries):
        first = group[0]
        day = _day(first)
        known = next((at for at in on_day[day] if _one_event(groups[at], group)), None) if day else None
        if known is not None:
            groups[known].extend(group)
            continue
        if day:
            on_day[day].append(len(groups))
        groups.append(list(group))
    return tuple(tuple(sorted(group, key=_told_best)) if len(group) > 1 else tuple(group) for group in groups)


def papers_of(group: Sequence[Told]) -> tuple[Group, ...]:
    """The entries of a group paper by paper, in the order in which each paper comes first."""
    by_paper: dict[str, list[Told]] = {}
    for told in group:
        by_paper.setdefault(told.paper.id, []).append(told)
    return tuple(tuple(of_one) for of_one in by_paper.values())


def _day(told: Told) -> str | None:
    date = told.entry.date
    return date if isinstance(told.entry, Meeting) and date and len(date) == DAY and days(date) else None


def _one_event(known: Sequence[Told], group: Sequence[Told]) -> bool:
    """Whether the tellings `group` of one paper are of the event that `known` tells; no paper tells it twice."""
    if {told.paper.id for told in known} & {told.paper.id for told in group}:
        return False
    return all(_agree(one, other) for one in known for other in group)


def _agree(one: Told, other: Told) -> bool:
    mine, theirs = one.entry, other.entry
    if not isinstance(mine, Meeting) or not isinstance(theirs, Meeting):
        return False
    if (mine.status == "cancelled") != (theirs.status == "cancelled"):
        return False
    if mine.mode and theirs.mode and mine.mode != theirs.mode:
        return False
    places = [told.entity(told.entry.place) for told in (one, other)]
    if places[0] and places[1] and places[0].id != places[1].id:
        return False
    if mine.session_ordinal and mine.session_ordinal == theirs.session_ordinal:
        bodies = [told.entity(entry.session_body) for told, entry in ((one, mine), (other, theirs))]
        return bodies[0] is not None and bodies[1] is not None and bodies[0].id == bodies[1].id
    shared = _participants(one).keys() & _participants(other).keys()
    return len(shared) >= SHARED and any(_participants(one)[id_] == "person" for id_ in shared)


def _participants(told: Told) -> dict[str, str]:
    """The ids and kinds of the entities that take part."""
    assert isinstance(told.entry, Meeting)
    named = (told.entity(participant.appearance) for participant in told.entry.participants)
    return {entity.id: entity.kind for entity in named if entity}


def _told_best(told: Told) -> tuple[int, int, bool]:
    entry = told.entry
    if not isinstance(entry, Meeting):
        return 0, 0, False
    return -len(_participants(told)), -len(entry.participants), entry.status != "held"
