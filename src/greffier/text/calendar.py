"""Dates counted from a paper's own date; what cannot be counted stays open, never today.

>>> resolve("day:-1", "2021-10-17")
'2021-10-16'
>>> resolve("XXXX-10-11", "2021-10-17")
'2021-10-11'
>>> resolve("XXXX-10-11", None)
'XXXX-10-11'
>>> resolve("weekday:5", None) is None
True
"""

from datetime import date, timedelta

AHEAD = 45  # days: a yearless day in the past tense may lie this far ahead (a paper that announces), not farther


def resolve(edtf: str, base: str | None, *, future: bool = False) -> str | None:
    """The EDTF of a written date, counted from `base` (EDTF, to the day or less); `future` for what is yet to come.

    A yearless day or month is the nearest past one, or the nearest coming one where `future` says so or it lies at
    most `AHEAD` days ahead. None where a rule needs a day that `base` does not give.
    """
    if "/" in edtf and edtf.startswith("XXXX"):
        first, _, second = edtf.partition("/")
        resolved = resolve(first, base, future=future)
        if resolved is None or resolved.startswith("XXXX"):
            return edtf
        end = second.replace("XXXX", resolved[:4])
        return f"{resolved}/{end if end >= resolved else str(int(resolved[:4]) + 1) + end[4:]}"
    if edtf.startswith("XXXX-"):
        return _yearless(edtf, base, future=future) if base else edtf
    if ":" not in edtf:
        return edtf
    return _counted(edtf.split(":"), base, future=future) if base else None


def _yearless(edtf: str, base: str, *, future: bool) -> str:
    day = _day(base)
    month_day = edtf[5:]
    if day is None:
        return base[:4] + edtf[4:] if len(base) >= 4 and base[:4].isdigit() else edtf
    if len(month_day) == 2:  # a month alone
        month = int(month_day)
        if future:
            return f"{day.year + (month < day.month)}-{month_day}"
        return f"{day.year - (month > day.month)}-{month_day}"
    days = [made for year in (day.year - 1, day.year, day.year + 1) if (made := _day(f"{year}-{month_day}"))]
    if not days:
        return edtf
    if future:
        return min((made for made in days if made >= day), default=days[-1]).isoformat()
    return max((made for made in days if made <= day + timedelta(AHEAD)), default=days[0]).isoformat()


def _counted(rule: list[str], base: str, *, future: bool) -> str | None:
    unit, count = rule[0], int(rule[1])
    if unit == "year":
        return str(int(base[:4]) + count)
    if unit == "month" and len(base) >= 7:
        months = int(base[:4]) * 12 + int(base[5:7]) - 1 + count
        return f"{months // 12}-{months % 12 + 1:02d}"
    day = _day(base)
    if day is None:
        return None
    if unit == "day":
        return (day + timedelta(count)).isoformat()
    if unit == "week":
        monday = day + timedelta(7 * count - day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "weekday":
        side = int(rule[2]) if len(rule) > 2 else 0
        back = (day.isoweekday() - count) % 7
        if future and len(rule) == 2:  # what is to come "on Thursday" may be today
            return (day + timedelta(-back % 7)).isoformat()
        if side > 0:
            return (day + timedelta((count - day.isoweekday()) % 7 or 7)).isoformat()
        return (day - timedelta(back or (7 if side < 0 else 0))).isoformat()
    return None


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10]) if len(edtf) >= 10 else None
    except ValueError:
        return None
