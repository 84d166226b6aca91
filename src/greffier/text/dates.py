"""Dates as written, in every language that has a `dates` lexicon, read to EDTF (ISO 8601-2).

A date keeps the precision it is written with: a day without a year is `XXXX-05-10`, a month `2021-09`, a range
`2018/2020`, an approximate year `2015~`. A date counted from the paper's own ("yesterday", "on Friday", "last month")
is given as its rule (`day:-1`, `weekday:5`, `month:-1`); `greffier.text.calendar.resolve` counts.

>>> [(date.edtf, date.start, date.end) for date in find_dates("Il est venu le 1er mars 2020 et en 2019.", "fr")]
[('2020-03-01', 15, 28), ('2019', 35, 39)]
>>> list(find_dates("les articles 174 et 274", "fr"))
[]
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from greffier.lexicon.patterns import lowered
from greffier.text.date_grammar import DateGrammar, date_grammar

DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Written:
    """A date in code points `start` to `end`: EDTF, or a rule such as `day:-1` where it counts from the paper's."""

    start: int
    end: int
    edtf: str

    @property
    def relative(self) -> bool:
        """Whether the paper's date is needed to know the day."""
        return ":" in self.edtf or self.edtf.startswith("XXXX")


def find_dates(text: str, lang: str, lower: str | None = None) -> Iterator[Written]:
    """Yield each date in `text`, in reading order, none overlapping. `lower` is `lowered(text)` where it is at hand."""
    grammar = date_grammar(lang)
    lower = lowered(text) if lower is None else lower
    found: list[Written] = []
    taken: list[tuple[int, int]] = []
    for pattern in grammar.patterns:
        for match in pattern.finditer(lower):
            start, end = match.span("date") if "date" in pattern.groupindex else match.span()
            if grammar.capital and not _capital(text, match):
                continue
            if any(start < high and low < end for low, high in taken):
                continue
            edtf = _edtf(match.groupdict(), grammar)
            if edtf:
                found.append(Written(start, end, edtf))
                taken.append((start, end))
    found.sort(key=lambda date: date.start)
    yield from found


def _capital(text: str, match: re.Match[str]) -> bool:
    """Whether the month or weekday of `match` stands with a capital letter; true where it has neither."""
    names = [key for key in ("m", "m2", "weekday") if match.groupdict().get(key)]
    return all(not text[match.start(key)].islower() for key in names)


def _edtf(parts: Mapping[str, str | None], grammar: DateGrammar) -> str | None:
    if parts.get("relative"):
        return grammar.relative[" ".join(str(parts["relative"]).split())]
    if weekday := parts.get("weekday"):
        side = _side(parts, grammar)
        return f"weekday:{_number(weekday, grammar.weekdays)}" + (f":{side}" if side else "")
    month, month2 = (_month(parts.get(key), grammar) for key in ("m", "m2"))
    day, day2 = (int(parts[key] or 0) if parts.get(key) else None for key in ("d", "d2"))
    year, year2 = parts.get("y"), parts.get("y2")
    if month == 0 or month2 == 0 or not _possible(month, day) or not _possible(month2 or month, day2):
        return None
    if day2 or month2 or year2:
        if year2 and not day2 and len(year2) == 2 and year:
            year2 = year[:2] + year2
        first = _join(year or year2, month, day)
        second = _join(year2 or year, month2 or month, day2)
        return f"{first}/{second}" if first < second or first.startswith("XXXX") else None
    return _join(year, month, day) + ("~" if parts.get("approx") else "")


def _join(year: str | None, month: int | None, day: int | None) -> str:
    made = year or "XXXX"
    if month:
        made += f"-{month:02d}"
        if day:
            made += f"-{day:02d}"
    return made


def _possible(month: int | None, day: int | None) -> bool:
    return month is None or (1 <= month <= 12 and (day is None or 1 <= day <= DAYS_IN[month - 1]))


def _month(written: str | None, grammar: DateGrammar) -> int | None:
    if not written:
        return None
    return int(written) if written.isdigit() else _number(written, grammar.months)


def _number(written: str, names: Mapping[str, int]) -> int:
    if written in names:
        return names[written]
    stems = [stem for stem in names if stem.endswith("*") and written.startswith(stem[:-1])]
    return names[max(stems, key=len)]


def _side(parts: Mapping[str, str | None], grammar: DateGrammar) -> str:
    said = " ".join(filter(None, (parts.get("side"), parts.get("side2"))))
    if grammar.last.search(said):
        return "-1"
    return "1" if grammar.next.search(said) else ""
