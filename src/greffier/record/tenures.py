"""Who held which office when, as the papers witness it: terms made of the offices that entries state.

A term begins where a paper says so, else where the office is first seen held, and ends likewise. Two sights of one
holder are one term unless another is seen in the office between them, where only one at a time can hold it: so a
predecessor is not a successor, and who comes back has two terms.

>>> sights = [Sight("a", "speaker", "ge", None, as_of) for as_of in ("2010-05", "2012")]
>>> sights += [Sight("b", "speaker", "ge", None, "2011-03-01"), Sight("c", "mayor", "ge", None, "2011")]
>>> [(term.person, term.first, term.last) for term in terms(sights)]
[('c', '2011', '2011'), ('a', '2010-05', '2010-05'), ('b', '2011-03-01', '2011-03-01'), ('a', '2012', '2012')]
>>> [term.person for term in holders(terms(sights), "speaker", "ge", "2011-06")]
['b']
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.model.entry import Office
from greffier.record.days import days
from greffier.record.views import Told

# Offices that one person holds at a time in one state, or in one body of it.
SINGLE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "speaker"})
EARLIEST, LATEST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Sight:
    """An office stated: who (an entity's id), its code, country and body, when it was held, began and ended (EDTF)."""

    person: str
    role: str
    country: str | None
    body: str | None
    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    title: str = ""
    name: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office: `first` and `last` are the earliest and latest dates at which it is known to be held;
    `begun` and `ended` say whether a paper tells its beginning and its end."""

    person: str
    name: str
    role: str
    country: str | None
    body: str | None
    title: str
    first: str | None
    last: str | None
    begun: bool
    ended: bool
    entries: tuple[str, ...]


def sights(offices: Iterable[Told]) -> Iterator[Sight]:
    """Yield what each office entry says, by the entities behind it."""
    for told in offices:
        office = told.entry
        if not isinstance(office, Office):
            continue
        person, body = told.entity(office.person), told.entity(office.body)
        if person is None:
            continue
        yield Sight(
            person.id,
            office.role,
            office.country,
            body.id if body else None,
            office.as_of,
            office.tenure_from,
            office.tenure_to,
            office.title,
            person.name,
            office.id,
        )


def terms(seen: Iterable[Sight]) -> tuple[Term, ...]:
    """The terms that all sights together witness, office by office and in the order of time."""
    offices: dict[tuple[str, str, str], list[Sight]] = defaultdict(list)
    for sight in _settled(sorted(seen, key=lambda sight: (sight.entry, sight.person))):
        offices[sight.role, sight.country or "", sight.body or ""].append(sight)
    found = [term for key in sorted(offices) for term in _of_one_office(offices[key])]
    return tuple(sorted(found, key=lambda term: (term.role, term.country or "", term.body or "", _begin(term))))


def holders(known: Iterable[Term], role: str, country: str | None, date: str) -> tuple[Term, ...]:
    """Who is known to have held an office at `date` (EDTF): the latest to begin by then, of those held singly."""
    at = days(date)
    if at is None:
        return ()
    there = [term for term in known if term.role == role and (country is None or term.country == country)]
    begun = [term for term in there if term.first and _begin(term) <= at[1] and not (term.ended and _end(term) < at[0])]
    if role not in SINGLE:
        return tuple(term for term in begun if _end(term) >= at[0])
    latest = max((_begin(term) for term in begun), default=EARLIEST)
    return tuple(term for term in begun if _begin(term) == latest or _end(term) >= at[0])


def _settled(seen: Sequence[Sight]) -> Iterator[Sight]:
    """The sights, those without a country with the only one that the same person has in the same role."""
    lands: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sight in seen:
        if sight.country:
            lands[sight.person, sight.role].add(sight.country)
    for sight in seen:
        known = lands[sight.person, sight.role]
        yield replace(sight, country=min(known)) if not sight.country and len(known) == 1 else sight


def _of_one_office(seen: Sequence[Sight]) -> Iterator[Term]:
    dated = sorted((sight for sight in seen if _bounds(sight)), key=lambda sight: (_order(sight), sight.entry))
    single = bool(seen) and seen[0].role in SINGLE and bool(seen[0].country)
    runs: list[list[Sight]] = []
    for sight in dated:
        mine = next((run for run in reversed(runs) if run[0].person == sight.person), None)
        followed = single and runs and runs[-1][0].person != sight.person
        closed = mine is not None and any(one.until for one in mine) and not sight.until
        if mine is None or followed or closed:
            runs.append([sight])
        else:
            mine.append(sight)
    home = {run[0].person: run for run in runs}
    for sight in seen:
        if not _bounds(sight):
            if sight.person in home:
                home[sight.person].append(sight)
            else:
                home[sight.person] = [sight]
                runs.append(home[sight.person])
    yield from map(_term, runs)


def _term(run: Sequence[Sight]) -> Term:
    known = [date for sight in run for date in (sight.since, sight.as_of, _ended(sight)) if date and days(date)]
    first, last = run[0], run[-1]
    return Term(
        first.person,
        first.name,
        first.role,
        first.country,
        first.body,
        max((sight.title for sight in run), key=lambda title: (len(title), title)),
        min(known, key=lambda date: (days(date) or ("", ""))[0], default=None),
        max(known, key=lambda date: (days(date) or ("", ""))[1], default=None),
        any(sight.since for sight in run),
        any(sight.until for sight in run) or bool(last.until),
        tuple(dict.fromkeys(sight.entry for sight in run if sight.entry)),
    )


def _ended(sight: Sight) -> str | None:
    """The date by which an office was over: `../2020-05` is May 2020."""
    return sight.until.removeprefix("../") if sight.until else None


def _bounds(sight: Sight) -> tuple[str, str] | None:
    return next((found for date in (sight.since, sight.as_of, _ended(sight)) if (found := days(date))), None)


def _order(sight: Sight) -> tuple[str, str]:
    return _bounds(sight) or (EARLIEST, LATEST)


def _begin(term: Term) -> str:
    return (days(term.first) or (EARLIEST, LATEST))[0]


def _end(term: Term) -> str:
    return (days(term.last) or (EARLIEST, LATEST))[1]
