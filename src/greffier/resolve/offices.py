"""The offices that appearances hold, compared: who holds one with whom at a date, and who followed whom.

>>> held_of("ambassador/kz/2019-05"), held_of("judge")
(Held(code='ambassador', country='kz', date='2019-05'), Held(code='judge', country='', date=''))
>>> same_office(held_of("ambassador/kz/2019-05"), held_of("ambassador/kz/2019"))
True
>>> same_office(held_of("ambassador/kz/2019"), held_of("ambassador/ge/2019"))
False
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

# Offices of which a state has one, or that few hold: to hold one says who it is.
TELLING = frozenset(
    {
        "ambassador",
        "commissioner",
        "deputy_speaker",
        "foreign_minister",
        "head_of_government",
        "head_of_state",
        "minister",
        "party_leader",
        "special_representative",
        "speaker",
    }
)
SINGLE = frozenset({"foreign_minister", "head_of_government", "head_of_state"})  # one holder at a time
YEARS = 5  # between two sights of one office in which it is likely the same term


class Held(NamedTuple):
    """An office seen held: its code, country and date, empty where the paper does not say."""

    code: str
    country: str
    date: str


@lru_cache(maxsize=50_000)
def held_of(role: str) -> Held:
    """The office that one of `Appearance.roles` writes."""
    code, country, date = (*role.split("/", 2), "", "")[:3]
    return Held(code, country, date)


def same_office(one: Held, other: Held) -> bool:
    """Whether two sights may be of one holder in one term: one code, no other country, not many years apart."""
    if one.code != other.code or (one.country and other.country and one.country != other.country):
        return False
    years = [int(each.date[:4]) for each in (one, other) if each.date[:4].isdigit()]
    return len(years) < 2 or abs(years[0] - years[1]) <= YEARS


def share_office(ones: Iterable[Held], others: Iterable[Held]) -> Held | None:
    """An office that two are both seen in, one that tells who it is before any other."""
    there = list(others)
    shared = [one for one in ones for other in there if same_office(one, other)]
    return min(shared, key=lambda one: (one.code not in TELLING, one), default=None)


def two_offices(ones: Iterable[Held], others: Iterable[Held]) -> bool:
    """Whether two are seen in two offices in one year."""
    there = [other for other in others if other.code in TELLING and other.date]
    return any(
        one.code != other.code and one.date[:4] == other.date[:4]
        for one in ones
        if one.code in TELLING and one.date
        for other in there
    )


def rivals(ones: Iterable[Held], others: Iterable[Held]) -> bool:
    """Whether two hold at one date an office that only one can hold: then two names are two people."""
    there = [other for other in others if other.code in SINGLE and other.country and other.date]
    return any(
        one.code == other.code and one.country == other.country and _one_date(one.date, other.date)
        for one in ones
        if one.date
        for other in there
    )


def _one_date(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    return size >= len("2019-05") and one[:size] == other[:size]
