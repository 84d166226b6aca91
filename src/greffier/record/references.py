"""Lists of reference data in the record: added whole or not at all, looked up by key, taken out by name.

Which keys a name has is not the record's to know: whoever adds a list says it, with the version of the rules.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from greffier.model.errors import NotFound
from greffier.model.reference import Reference
from greffier.record.database import Database
from greffier.record.rows import Values, storable
from greffier.record.views import ReferenceList

BATCH = 2000  # entries written, or read for new keys, at a time
Keys = Callable[[Reference], Iterable[str]]


def add(database: Database, named: ReferenceList, references: Iterable[Reference], keys: Keys) -> ReferenceList:
    """Store a list, over an earlier one of that name; of two entries with one id the first counts."""
    seen: set[str] = set()
    with database.transaction():
        database.tell("remove_reference_list", [{"name": named.name}])
        row = {"name": named.name, "file": storable(named.file), "digest": named.digest, "keys": named.keys}
        database.tell("add_reference_list", [row])
        last = database.one("last_reference")
        number = int(last[0]) if last else 0
        for batch in _batches(_once(references, seen)):
            numbered = list(enumerate(batch, number + 1))
            number += len(batch)
            database.tell("add_reference", [_values(at, one) for at, one in numbered])
            _add_keys(database, numbered, keys)
    return lists(database, named.name)[0]


def freshen(database: Database, version: str, keys: Keys) -> None:
    """Make the keys of every list anew that were made by other rules."""
    for named in lists(database):
        if named.keys == version:
            continue
        with database.transaction():
            database.tell("remove_reference_keys", [{"name": named.name}])
            after = 0
            while rows := database.ask("references_of_list", list=named.name, after=after, limit=BATCH):
                _add_keys(database, [(int(row[0]), _reference(row[1:])) for row in rows], keys)
                after = int(rows[-1][0])
            row = {"name": named.name, "digest": named.digest, "keys": version}
            database.tell("set_reference_list", [row])


def lists(database: Database, name: str | None = None) -> tuple[ReferenceList, ...]:
    """Every list, or the one of a name."""
    found = tuple(ReferenceList(*row) for row in database.ask("reference_lists"))
    return found if name is None else tuple(one for one in found if one.name == name)


def remove(database: Database, name: str) -> None:
    """Take a list out; what people confirmed by it stays, for they decided it."""
    if not lists(database, name):
        raise NotFound(f"no list is called {name!r}. greffier reference list names them")
    with database.transaction():
        database.tell("remove_reference_list", [{"name": name}])


def with_key(database: Database, key: str, most: int) -> tuple[int, ...]:
    """The numbers of the entries that share a key; none where more than `most` do, for such a key tells nothing."""
    rows = database.ask("references_with_key", key=key, limit=most + 1)
    return tuple(int(row[0]) for row in rows) if len(rows) <= most else ()


def numbered(database: Database, number: int) -> Reference:
    """The entry of a number."""
    row = database.one("reference", number=number)
    if row is None:
        raise NotFound(f"no entry of a list has the number {number}. greffier review shows what the lists propose")
    return _reference(row)


def by_id(database: Database, name: str, id_: str) -> Reference:
    """The entry of a list by its id there."""
    row = database.one("reference_by_id", list=name, id=id_)
    if row is None:
        raise NotFound(f"no list {name!r} with {id_!r} on it. greffier reference list names the lists")
    return _reference(row)


def _once(references: Iterable[Reference], seen: set[str]) -> Iterator[Reference]:
    for one in references:
        if one.id not in seen:
            seen.add(one.id)
            yield one


def _batches(references: Iterable[Reference]) -> Iterator[list[Reference]]:
    batch: list[Reference] = []
    for one in references:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _add_keys(database: Database, entries: list[tuple[int, Reference]], keys: Keys) -> None:
    rows = [{"key": key, "entry": number} for number, one in entries for key in sorted(set(keys(one)))]
    database.tell("add_reference_key", rows)


def _values(number: int, one: Reference) -> Values:
    return {
        "number": number,
        "list": one.list,
        "id": storable(one.id),
        "kind": one.kind,
        "name": storable(one.name),
        "names": json.dumps(one.names),
        "country": one.country,
        "about": storable(one.about),
        "identifiers": json.dumps(one.identifiers),
    }


def _reference(row: tuple[Any, ...]) -> Reference:
    name, id_, kind, called, names, country, about, identifiers = row
    pairs = tuple((scheme, value) for scheme, value in json.loads(identifiers))
    return Reference(name, id_, kind, called, tuple(json.loads(names)), country, about, pairs)
