"""A term of office in one line, no surer than the papers are: told to begin and end, or only seen.

>>> term = Term("1", "Kari Holte", "foreign_minister", "no", None, "", "2019-03", "2021-05-02", False, False, ())
>>> held(term)
'seen in office from March 2019 to 2 May 2021'
>>> capacity(term), with_name(term)
('foreign minister, Norway', 'Kari Holte, foreign minister, Norway')
"""

from greffier.publish.countries import country
from greffier.publish.dating import spoken
from greffier.record.tenures import Term


def held(term: Term) -> str:
    """When the office was held, as the papers witness it."""
    first, last = spoken(term.first), spoken(term.last)
    if not first:
        return "no date told"
    if term.begun:
        return f"from {first}" + (f" to {last}" if term.ended else f", still seen {last}" if last != first else "")
    if term.ended:
        return f"until {last}" + (f", first seen {first}" if first != last else "")
    return f"seen in office {first}" if first == last else f"seen in office from {first} to {last}"


def capacity(term: Term) -> str:
    """The office and the country."""
    return ", ".join(part for part in (term.role.replace("_", " "), country(term.country)) if part)


def with_name(term: Term) -> str:
    """The holder with the office."""
    return f"{term.name}, {capacity(term)}"
