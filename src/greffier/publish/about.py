"""What the record holds about an entity; about a country, what concerns it and those who act for it.

Papers seldom say in an entry that they speak of a country: they tell of its ambassador, its parliament, its capital. So
what names one of its persons, bodies or places, or gives it as somebody's country, is about the country.
"""

from collections.abc import Iterable

from greffier.model.entity import Entity
from greffier.model.entry import Meeting, Office
from greffier.record.record import Record
from greffier.record.views import Told


def country_of(entity: Entity) -> str | None:
    """The code of the country that an entity is; None for anything else.

    >>> known = Entity("1", "place", "Mongolia", ("Mongolia",), "mn", (("gazetteer", "mn"),), ("1",))
    >>> country_of(known), country_of(Entity("2", "place", "Erdenet", ("Erdenet",), "mn", (), ("2",)))
    ('mn', None)
    """
    if entity.kind == "place" and entity.country and ("gazetteer", entity.country) in entity.identifiers:
        return entity.country
    return None


def entries(
    record: Record,
    entity: Entity,
    *,
    kinds: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> tuple[Told, ...]:
    """The entries about an entity, by date, as `Record.entries` gives them."""
    code = country_of(entity)
    if code is None:
        return record.entries(entity.id, kinds=kinds, since=since, until=until)
    return _of_country(record.entries(kinds=kinds, since=since, until=until), code)


def timeline(
    record: Record, entity: Entity | None, *, since: str | None = None, until: str | None = None
) -> tuple[Told, ...]:
    """What happened or is to happen about an entity, or at all."""
    code = country_of(entity) if entity else None
    if code is None:
        return record.timeline(entity.id if entity else None, since=since, until=until)
    return _of_country(record.timeline(since=since, until=until), code)


def _of_country(found: Iterable[Told], code: str) -> tuple[Told, ...]:
    return tuple(told for told in found if _concerns(told, code))


def _concerns(told: Told, code: str) -> bool:
    entry = told.entry
    if isinstance(entry, Office) and entry.country == code:
        return True
    if isinstance(entry, Meeting) and any(one.country == code for one in entry.participants):
        return True
    return any(who.country == code for who in told.who.values())
