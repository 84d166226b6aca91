"""Dates of the record as English says them, no more precise than they are.

Source: ISO 8601-2 (EDTF), levels 0 and 1, as the exchange format uses them.

>>> spoken("2020-02-19"), spoken("2021-05"), spoken("2018/2020")
('19 February 2020', 'May 2021', '2018 – 2020')
>>> spoken("2021-10~"), spoken("202X"), spoken("../2020-05-10")
('about October 2021', '2020s', 'until 10 May 2020')
>>> spoken("XXXX-05-10"), spoken(None), spoken("soon")
('10 May, year not known', '', 'soon')
"""

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF level 1
_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)$")
_UNSURE = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}


def spoken(edtf: str | None) -> str:
    """`edtf` in words; what is no date stays as it is."""
    first, interval, last = (edtf or "").partition("/")
    if not interval:
        return _date(first)
    if last in ("", ".."):
        return f"from {_date(first)}"
    return f"until {_date(last)}" if first in ("", "..") else f"{_date(first)} – {_date(last)}"


def _date(edtf: str) -> str:
    match = _DATE.match(edtf)
    if match is None:
        return edtf
    year, month, day, unsure = match.groups()
    parts = [str(int(day))] if day and "X" not in day else []
    if month and "X" not in month:
        number = int(month)
        name = SEASONS.get(number) or (MONTHS[number - 1] if 1 <= number <= 12 else None)
        if name is None:
            return edtf
        parts.append(name)
    if year == "XXXX":
        return f"{_UNSURE[unsure]}{' '.join(parts)}, year not known" if parts else "date not known"
    parts.append(f"{year.replace('X', '0')}s" if "X" in year else year)
    return _UNSURE[unsure] + " ".join(parts)
