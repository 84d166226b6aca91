"""Join the tellings of one article: what is told twice is one encounter, with all that each telling adds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from greffier.extract.meetings.telling import Told

NEARBY = 8  # passages between an encounter and people said to have been there


@dataclass(frozen=True, slots=True)
class Encounter:
    """An encounter as all its tellings give it; `told` holds them in reading order."""

    told: tuple[Told, ...]
    family: str
    value: str
    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    date: str | None
    place: str | None
    status: str
    mode: str | None
    ordinal: int | None
    body: str | None
    topics: tuple[str, ...]


def weave(tellings: Iterable[Told]) -> tuple[Encounter, ...]:
    """The encounters that `tellings` of one article make up, in reading order; titles count last."""
    ordered = list(tellings)
    if all(t.title or t.joins for t in ordered):  # nothing but headings: a list, or a text cut oddly
        ordered = [replace(t, title=False) for t in ordered]
    met: list[Encounter] = []
    for told in [t for t in ordered if not t.title]:
        _add(met, told)
    for told in [t for t in ordered if t.title and not t.joins]:
        if not any(_headed(encounter, told) for encounter in met):
            _add(met, told)
    return tuple(met)


def _add(met: list[Encounter], told: Told) -> None:
    if told.joins:
        index = _current(met, told)
        if index is None and _stands(told):
            met.append(encounter_of(told))
        elif index is not None and (told.persons or told.mode):
            met[index] = joined(met[index], told)
        return
    told = _within(met, told)
    for index, encounter in enumerate(met):
        last = index == len(met) - 1 and told.scene - encounter.told[-1].scene <= 1
        if same(encounter, told, main=index == 0) or (last and _dated(encounter, told)):
            met[index] = joined(encounter, told)
            return
    met.append(encounter_of(told))


def _stands(told: Told) -> bool:
    """Whether what could be an encounter told before is enough by itself, where none was told before."""
    known = told.date is not None or len(told.persons) > 1
    return told.points >= 2 and known and not told.trigger.weak and not told.trigger.many


def _current(met: list[Encounter], told: Told) -> int | None:
    """The encounter that "the meeting" or "the visit" means: the last of its kind, a meeting being of any kind."""
    if not told.trigger.verb and told.points == 0 and met and told.scene - met[-1].told[-1].scene > NEARBY:
        return None
    for index in range(len(met) - 1, -1, -1):
        if met[index].family == told.trigger.family and dates_agree(met[index].date, told.date):
            return index
    if told.trigger.family in ("encounter", "session") and not told.date and met:
        return len(met) - 1
    return None


def _within(met: list[Encounter], told: Told) -> Told:
    """The telling with the day, place and guest of the visit during which it took place."""
    if not told.during:
        return told
    visit = next((m for m in reversed(met) if m.family == "visit"), None)
    if visit is None:
        return told
    guests = () if len(told.persons) > 1 else tuple(p for p in visit.persons if p not in told.persons)
    return replace(
        told,
        date=told.date or visit.date,
        place=told.place or visit.place,
        persons=(*guests, *told.persons),
        status=visit.status if told.status == "held" else told.status,
    )


def encounter_of(told: Told) -> Encounter:
    """The encounter as one telling gives it."""
    return Encounter(
        told=(told,),
        family=told.trigger.family,
        value=told.trigger.value,
        persons=told.persons,
        bodies=told.bodies,
        date=told.date,
        place=told.place,
        status=told.status,
        mode=told.mode,
        ordinal=told.ordinal,
        body=told.body,
        topics=told.topics,
    )


def joined(encounter: Encounter, told: Told) -> Encounter:
    """The encounter with what `told` adds."""
    return replace(
        encounter,
        told=(*encounter.told, told),
        persons=(*encounter.persons, *(p for p in told.persons if p not in encounter.persons)),
        bodies=tuple(dict.fromkeys((*encounter.bodies, *(told.bodies if not told.joins else ())))),
        date=_finer(encounter.date, told.date) if not told.joins else encounter.date,
        place=encounter.place or (None if told.joins else told.place),
        mode="remote" if "remote" in (encounter.mode, told.mode) else encounter.mode or told.mode,
        ordinal=encounter.ordinal or told.ordinal,
        body=encounter.body or told.body,
        topics=encounter.topics or told.topics,
    )


def same(encounter: Encounter, told: Told, *, main: bool = False) -> bool:
    """Whether `told` tells `encounter` again: same kind, dates that agree, the same people or the same sitting."""
    if encounter.family != told.trigger.family or not dates_agree(encounter.date, told.date):
        return False
    if encounter.ordinal and told.ordinal and encounter.ordinal != told.ordinal:
        return False
    a, b = set(encounter.persons), set(told.persons)
    again = told.trigger.definite and a == b and len(b) > 1
    if encounter.status != told.status and not (encounter.date and encounter.date == told.date) and not again:
        return False
    if told.company and told.date and told.date != encounter.date and len(b) == 1 and len(a) > 1:
        return False  # "on Monday X met his colleagues": not those named before
    if _beside(encounter, told) and not a & b:
        return False
    if not told.recent and encounter.date is None:
        return False  # an earlier one, recalled
    if told.date is None and not main and not all(t.recent for t in encounter.told):
        return False
    if (told.trigger.proper or encounter.told[0].trigger.proper) and encounter.date != told.date:
        return False  # two events with names of their own
    a, b = set(encounter.persons), set(told.persons)
    if _bare(told) or _bare(encounter):
        return True
    if a and b:
        if _counterparts_differ(encounter, told):
            return False
        apart = encounter.place and told.place and encounter.place != told.place and encounter.family == "visit"
        return (a <= b or b <= a) and not (apart and not (encounter.date and told.date))
    if encounter.ordinal and encounter.ordinal == told.ordinal:
        return True
    elsewhere = bool(encounter.place and told.place and encounter.place != told.place)
    if encounter.date and encounter.date == told.date:
        return not elsewhere
    shared = bool(set(encounter.bodies) & set(told.bodies))
    return shared and not elsewhere and not (encounter.date and told.date)


def _dated(encounter: Encounter, told: Told) -> bool:
    """Whether `told` gives but the day of the encounter just told: "the meeting took place on 7 September"."""
    if encounter.family != told.trigger.family or encounter.date or not told.date or told.ordinal or told.persons:
        return False
    return told.recent and encounter.status == told.status and not told.trigger.verb and not told.trigger.many


def _beside(encounter: Encounter, told: Told) -> bool:
    """Whether both are told by nouns of one sentence: "her visit followed the visit of the group"."""
    last = encounter.told[-1]
    return last.scene == told.scene and last.sentence == told.sentence and not (last.trigger.verb or told.trigger.verb)


def _counterparts_differ(encounter: Encounter, told: Told) -> bool:
    """Whether one of the two names a single person and bodies that the other does not: "I met the Red Cross"."""
    for one, other in ((encounter, told), (told, encounter)):
        if len(one.persons) == 1 and len(other.persons) > 1 and set(one.bodies) - set(other.bodies):
            return True
    return False


def _bare(one: Encounter | Told) -> bool:
    """Whether nothing but the word for an encounter is known, people who joined it later aside."""
    told = [t for t in one.told if not t.joins] if isinstance(one, Encounter) else [one]
    return not any(t.persons or t.date or t.ordinal or t.bodies for t in told)


def _headed(encounter: Encounter, told: Told) -> bool:
    """Whether the title `told` announces `encounter`: the same people, or the same kind."""
    a, b = set(encounter.persons), set(told.persons)
    return bool(a & b) or encounter.family == told.trigger.family or not b


def translated(one: Iterable[Encounter], other: Iterable[Encounter]) -> Iterator[Encounter]:
    """The encounters of two language versions of one text, each once, those of `one` first."""
    left = list(other)
    for encounter in one:
        match = next((e for e in left if _renders(encounter, e)), None)
        if match is None:
            yield encounter
            continue
        left.remove(match)
        for told in match.told:
            encounter = replace(joined(encounter, told), date=encounter.date or match.date)
        yield encounter
    yield from left


def _renders(one: Encounter, other: Encounter) -> bool:
    if not dates_agree(one.date, other.date) or one.ordinal != other.ordinal:
        return False
    return (one.date == other.date and bool(one.date or one.ordinal)) or bool(set(one.persons) & set(other.persons))


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two EDTF dates may be the same day.

    >>> dates_agree("2020-02", "2020-02-19"), dates_agree("2020-02-19", "2020-02-20"), dates_agree(None, "2020")
    (True, False, True)
    >>> dates_agree("2020-02-19", "2020-02-18/2020-02-21")
    True
    """
    if not one or not other:
        return True
    (a0, a1), (b0, b1) = _ends(one), _ends(other)
    return _begins(a0, b1) and _begins(b0, a1)


def _ends(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first.rstrip("~?%"), (last or first).rstrip("~?%")


def _begins(early: str, late: str) -> bool:
    size = min(len(early), len(late))
    if "X" in early + late:
        return early[-5:] == late[-5:]
    return early[:size] <= late[:size]


def _finer(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    if "/" in one and "/" not in other:
        return other
    return other if len(other) > len(one) and "/" not in other else one
