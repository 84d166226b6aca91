"""Entities in the record: made anew when papers or judgements change, found by id or name.

Making them costs time that grows with the whole record, so filing a paper only marks them as stale: a thousand papers
filed one by one cost the resolving once, when somebody asks. Only the entities that changed are written.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from greffier.model.entity import Entity
from greffier.model.errors import NotFound
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement
from greffier.model.span import Span
from greffier.record import answers
from greffier.record.database import Database
from greffier.record.judged import standing
from greffier.record.linked import identified, links
from greffier.record.rows import Values, appearance_from, storable
from greffier.record.views import Named, Weight
from greffier.text.folding import fold


def appearances(database: Database) -> tuple[Appearance, ...]:
    """Every appearance of every paper."""
    return tuple(appearance_from(row) for row in database.ask("all_appearances"))


def is_stale(database: Database) -> bool:
    """Whether papers or judgements changed since the entities were made."""
    row = database.one("meta", key="stale")
    return row is not None and row[0] == "1"


def refresh(
    database: Database, resolver: Callable[[Iterable[Appearance], Iterable[Judgement]], Iterable[Entity]]
) -> None:
    """Make the entities from all appearances and standing judgements, if they are stale; one transaction."""
    if not is_stale(database):
        return
    with database.transaction():
        found = appearances(database)
        decided = standing(answers.judgements(database))
        made = {one.id: one for one in resolver(found, links(decided, {one.id for one in found}))}
        for id_, identifiers in identified(made.values(), decided).items():
            made[id_] = replace(made[id_], identifiers=tuple(sorted({*made[id_].identifiers, *identifiers})))
        stored = {entity.id: entity for entity in entities(database, None)}
        changed = [entity for id_, entity in made.items() if stored.get(id_) != entity]
        # An appearance may move between entities that both stay: its new home is written before old ones go.
        database.tell("add_entity", [_values(entity) for entity in changed])
        database.tell("remove_entity_names", [{"id": entity.id} for entity in changed if entity.id in stored])
        database.tell("add_entity_name", [row for entity in changed for row in _names(entity)])
        database.tell(
            "add_entity_appearance",
            [{"appearance": one, "entity": entity.id} for entity in changed for one in entity.appearances],
        )
        database.tell("remove_entity", [{"id": id_} for id_ in stored if id_ not in made])
        database.tell("set_meta", [{"key": "stale", "value": "0"}])


def entities(database: Database, kind: str | None) -> tuple[Entity, ...]:
    """Every entity of a kind, or of all, by name."""
    members: dict[str, list[str]] = {}
    for appearance, entity_id in database.ask("entity_appearances"):
        members.setdefault(entity_id, []).append(appearance)
    return tuple(
        _entity(row, tuple(sorted(members.get(row[0], ()))))
        for row in sorted(database.ask("entities", kind=kind), key=_by_name)
    )


def entity(database: Database, entity_id: str) -> Entity:
    """The entity of an id."""
    row = database.one("entity", entity=entity_id)
    if row is None:
        raise NotFound(f"nobody and nothing in the record has the id {entity_id!r}. greffier search finds by words")
    return _entity(row, tuple(one[0] for one in database.ask("appearances_of_entity", entity=entity_id)))


def find(database: Database, name: str, kind: str | None) -> tuple[Entity, ...]:
    """Entities by id, by an equal form of the name, or by a part of one, the most often named first."""
    begun = database.ask("entities_like", id=answers.beginning(name))
    if begun:
        found = [entity(database, row[0]) for row in begun]
        return tuple(one for one in found if kind is None or one.kind == kind)
    wanted = fold(name)
    if not wanted:
        return ()
    for pattern in (wanted, f"{wanted} %", f"% {wanted}", f"%{wanted}%"):
        found = [entity(database, row[0]) for row in database.ask("entities_by_name", folded=pattern)]
        found = [one for one in found if kind is None or one.kind == kind]
        if found:
            weight = weights(database, kind)
            return tuple(sorted(found, key=lambda one: (-weight[one.id].entries, -weight[one.id].mentions, one.id)))
    return ()


def of_appearance(database: Database, appearance: str) -> Entity | None:
    """The entity that an appearance belongs to."""
    row = database.one("entity_of_appearance", appearance=appearance)
    return entity(database, row[0]) if row else None


def weights(database: Database, kind: str | None) -> dict[str, Weight]:
    """Papers, mentions and entries of each entity."""
    return {row[0]: Weight(int(row[1]), int(row[2]), int(row[3])) for row in database.ask("weights", kind=kind)}


def mentions(database: Database, entity_id: str) -> tuple[Named, ...]:
    """Where an entity is named, with the words there."""
    found, texts = [], {}
    for _, paper, start, end in database.ask("mentions_of_entity", entity=entity_id):
        if paper not in texts:
            texts = {paper: answers.text(database, paper)}
        found.append(Named(paper, Span(start, end), texts[paper][start:end]))
    return tuple(found)


def _by_name(row: tuple[Any, ...]) -> tuple[str, str]:
    return fold(row[2]), row[0]


def _entity(row: tuple[Any, ...], appearances: tuple[str, ...]) -> Entity:
    id_, kind, name, names, country, identifiers, confidence, reason = row
    return Entity(
        id=id_,
        kind=kind,
        name=name,
        names=tuple(json.loads(names)),
        country=country,
        identifiers=tuple((scheme, value) for scheme, value in json.loads(identifiers)),
        appearances=appearances,
        confidence=confidence,
        reason=reason,
    )


def _values(made: Entity) -> Values:
    return {
        "id": made.id,
        "kind": made.kind,
        "name": storable(made.name),
        "names": json.dumps(made.names),
        "country": made.country,
        "identifiers": json.dumps(made.identifiers),
        "confidence": float(made.confidence),
        "reason": storable(made.reason),
    }


def _names(made: Entity) -> list[Values]:
    folded = {fold(name) for name in (made.name, *made.names)} - {""}
    return [{"folded": name, "entity": made.id} for name in sorted(folded)]
