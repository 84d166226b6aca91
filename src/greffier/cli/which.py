"""Which thing of the record a name or an id means."""

from dataclasses import dataclass
from pathlib import Path

from greffier.model.entity import Entity
from greffier.model.errors import NotFound
from greffier.record.record import Record
from greffier.record.views import PaperCard, Told


@dataclass(frozen=True, slots=True)
class Entities:
    """Several entities that answer to one name."""

    several: tuple[Entity, ...]


def one_entity(record: Record, name: str, kind: str | None = None) -> Entity:
    """The one entity that a name or id means; raises `NotFound` where none or several do."""
    found = record.find_entity(name, kind)
    if not found:
        raise NotFound(f"nobody and nothing in the record is called {name!r}. greffier search finds it by other words")
    if len(found) > 1:
        some = "; ".join(f"{one.name} ({one.kind}, {one.id[:8]})" for one in found[:5])
        raise NotFound(f"{len(found)} answer to {name!r}. Give the id of one: {some}")
    return found[0]


def one_paper(record: Record, name: str) -> PaperCard:
    """The paper that a path it was filed from, an id, its beginning or a file name means."""
    path = str(Path(name).absolute())
    filed = next((paper for source, paper, *_ in record.readings() if source == path), None)
    return record.paper(filed or name)


def one_of(record: Record, name: str, kind: str | None = None) -> Entity | Entities | PaperCard | Told:
    """What a name or id means: an entity, a paper, an entry, or several entities."""
    found = record.find_entity(name, kind)
    if found:
        return found[0] if len(found) == 1 else Entities(found)
    for asked in (record.paper, record.entry):
        try:
            return asked(name)
        except NotFound:
            continue
    raise NotFound(f"nothing in the record answers to {name!r}. greffier search finds passages by their words")
