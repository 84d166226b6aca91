"""The first and the last day that an EDTF date may mean, so that a year, a month and a day can be put in order.

Source: ISO 8601-2 (EDTF), levels 0 and 1, as the exchange format uses them.

>>> days("2021-02")
('2021-02-01', '2021-02-28')
>>> days("2018/2020")
('2018-01-01', '2020-12-31')
>>> days("202X"), days("2021-10~")
(('2020-01-01', '2029-12-31'), ('2021-10-01', '2021-10-31'))
>>> days("../2020-05-10"), days("2020/..")
(('0001-01-01', '2020-05-10'), ('2020-01-01', '9999-12-31'))
>>> days("XXXX-05-10") is None
True
"""

import re
from calendar import monthrange

_DATE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?[~?%]?$")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # EDTF level 1; winter is kept within its year


def days(edtf: str | None) -> tuple[str, str] | None:
    """The bounds of `edtf` in ISO 8601, or None where its year is not known or it is no date."""
    if not edtf:
        return None
    first, interval, last = edtf.partition("/")
    if not interval:
        return _bounds(first)
    low = ("0001-01-01", "") if first in ("", "..") else _bounds(first)
    high = ("", "9999-12-31") if last in ("", "..") else _bounds(last)
    return (low[0], high[1]) if low and high else None


def _bounds(edtf: str) -> tuple[str, str] | None:
    match = _DATE.match(edtf)
    if match is None or match["year"] == "XXXX":
        return None
    years = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    months = _months(match["month"])
    if months is None or years[0] < 1:
        return None
    longest = monthrange(years[1], months[1])[1]
    day = match["day"]
    if day is None or "X" in day:
        return f"{years[0]:04d}-{months[0]:02d}-01", f"{years[1]:04d}-{months[1]:02d}-{longest:02d}"
    if not 1 <= int(day) <= longest:
        return None
    return f"{years[0]:04d}-{months[0]:02d}-{day}", f"{years[1]:04d}-{months[1]:02d}-{day}"


def _months(written: str | None) -> tuple[int, int] | None:
    if written is None or "X" in written:
        return 1, 12
    number = int(written)
    return SEASONS.get(number) or ((number, number) if 1 <= number <= 12 else None)
