"""What a paper says of the offices of its people, noted at their appearances: evidence of who is who in other papers.

A former office is none that is held; a country is a person's where all offices that name one agree on it,
before any that stands beside the name.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from greffier.extract.reading import Appointment, Reading
from greffier.model.findings import Appearance

UNTOLD = frozenset({"other", "author"})  # codes that tell nobody apart
DAY = 10  # code points of an EDTF day


def with_held(reading: Reading, appointments: Sequence[Appointment]) -> Mapping[str, Appearance]:
    """The appearances of the cast, those of people with the offices and the country that `appointments` give them."""
    held: dict[str, dict[str, None]] = defaultdict(dict)
    lands: dict[str, set[str]] = defaultdict(set)
    for made in appointments:
        if made.role.former or made.code in UNTOLD:
            continue
        person, land = made.name.appearance, made.role.country
        date = reading.date_at(made.scene) or ""
        held[person][f"{made.code}/{land or ''}/{date if len(date) <= DAY else ''}".rstrip("/")] = None
        if land:
            lands[person].add(land)
    return {
        id_: replace(
            appearance,
            roles=tuple(sorted(held[id_])),
            country=min(lands[id_]) if len(lands[id_]) == 1 else appearance.country,
        )
        if id_ in held
        else appearance
        for id_, appearance in reading.cast.appearances.items()
    }
