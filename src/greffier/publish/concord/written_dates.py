"""The dates of a passage as they are compared: each with all that it answers to.

>>> day = _day(0, 12, "2021-05-10")
>>> sorted(day.answers)
['d:2021', 'd:2021-05', 'd:XXXX-05', 'd:XXXX-05-10', 'n:10', 'n:2021', 'w:1']
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from greffier.lexicon.load import Lexicon
from greffier.model.outline import Passage
from greffier.text.dates import find_dates

DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Day:
    """A date in code points `start` to `end`, what it answers to, and whether it asks for an answer."""

    start: int
    end: int
    edtf: str
    answers: frozenset[str]
    hard: bool = True


def days(passage: Passage, lexicon: Lexicon, lower: str) -> tuple[Day, ...]:
    """Each date of a passage, both ends of a range apart; one without a digit ("last March") only answers."""
    return tuple(
        made
        for written in find_dates(passage.text, lexicon.lang, lower)
        for made in _days(
            written.start, written.end, written.edtf, DIGIT.search(lower, written.start, written.end) is not None
        )
    )


def _days(start: int, end: int, edtf: str, exact: bool) -> Iterator[Day]:
    if ":" in edtf:
        kind, _, rest = edtf.partition(":")
        yield Day(start, end, edtf, frozenset({f"w:{rest.split(':')[0]}"} if kind == "weekday" else ()), hard=False)
        return
    for one in edtf.rstrip("~").split("/"):
        yield replace(_day(start, end, one), hard=exact)


def _day(start: int, end: int, edtf: str) -> Day:
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    said = set()
    if year != "XXXX":
        said |= {f"d:{year}", f"n:{int(year)}"}
        if month:
            said.add(f"d:{year}-{month}")
    if month:
        said.add(f"d:XXXX-{month}")
    if day:
        said |= {f"d:XXXX-{month}-{day}", f"n:{int(day)}"}
        if year != "XXXX":
            with suppress(ValueError):  # 30 February answers to no weekday
                said.add(f"w:{date(int(year), int(month), int(day)).isoweekday()}")
    said.discard(f"d:{edtf}")
    return Day(start, end, edtf, frozenset(said))
