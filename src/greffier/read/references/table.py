"""A table of people or bodies: CSV with a line of column names, the columns parted by commas, semicolons or tabs.

Needed is `name`, or a first and a last name; `id`, `kind` (person, body), `country`, `aliases` (parted by ; or |),
`born`, `office` and identifiers (`wikidata`, `viaf`, `isni`, `gnd`, `lei`) are read where they are there. The columns
of EveryPolitician and of OpenSanctions' simple CSV are known by their own names.

>>> row({"name": "Ana Ursu", "wikidata": "Q9", "aliases": "Anna Ursu|A. Ursu"}, "mps").names
('A. Ursu', 'Anna Ursu')
>>> row({"name": ""}, "mps")
Traceback (most recent call last):
ValueError: has no name
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from greffier.model.errors import ListError
from greffier.model.ids import content_id
from greffier.model.reference import BadLine, Reference

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "caption", "fullname", "full_name", "label"),
    "first": ("given_name", "first_name", "firstname"),
    "last": ("family_name", "last_name", "lastname", "surname"),
    "id": ("id",),
    "kind": ("kind", "schema", "type"),
    "country": ("country", "countries", "country_code", "nationality"),
    "aliases": ("aliases", "alias", "other_names", "names"),
    "born": ("born", "birth_date", "birthdate", "date_of_birth", "birthday"),
    "office": ("office", "position", "role", "group", "party", "area", "description", "classification"),
}
SCHEMES = {
    "wikidata": "wikidata",
    "wikidata_id": "wikidata",
    "wikidataid": "wikidata",
    "qid": "wikidata",
    "viaf": "viaf",
    "isni": "isni",
    "gnd": "gnd",
    "lei": "lei",
}
BODIES = frozenset({"body", "organization", "organisation", "company", "publicbody", "legalentity"})
SIGNS = ",;\t"
QID = re.compile(r"Q[1-9]\d*\Z")
csv.field_size_limit(1_000_000)


def read_table(file: Path, name: str) -> Iterator[Reference | BadLine]:
    """Yield the rows of a table, in order."""
    with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as opened:
        first = opened.readline()
        opened.seek(0)
        sign = max(SIGNS, key=first.count)
        reader = csv.reader(opened, delimiter=sign, strict=True)
        columns = [column.strip().lower().replace(" ", "_") for column in next(reader, [])]
        known = {column for key in ("name", "last") for column in COLUMNS[key]}
        if not known & set(columns):
            raise ListError(f"{file}: has no column name. Give FollowTheMoney lines, Popolo JSON or CSV with a name")
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield BadLine(reader.line_num, f"is no row ({error})")
                continue
            if cells is None:
                return
            if not any(cells):
                continue
            if len(cells) > len(columns):
                yield BadLine(reader.line_num, f"has {len(cells)} columns, not {len(columns)}")
            elif any("\udc80" <= letter <= "\udcff" for cell in cells for letter in cell):
                yield BadLine(reader.line_num, "is not UTF-8")
            else:
                try:
                    yield row(dict(zip(columns, cells, strict=False)), name)
                except ValueError as error:
                    yield BadLine(reader.line_num, str(error))


def row(cells: Mapping[str, str], name: str, kind: str = "person") -> Reference:
    """One row as an entry of the list `name`; raises `ValueError` where it names nobody."""
    found = {key: next((cells[c].strip() for c in columns if cells.get(c)), "") for key, columns in COLUMNS.items()}
    called = found["name"] or " ".join(filter(None, (found["first"], found["last"])))
    if not called:
        raise ValueError("has no name")
    said = found["kind"].lower()
    kind = "body" if said in BODIES else "person" if said == "person" else kind
    identifiers = {(scheme, cells[c].strip()) for c, scheme in SCHEMES.items() if cells.get(c, "").strip()}
    if found["id"]:
        identifiers.add(("wikidata" if QID.match(found["id"]) else name, found["id"]))
    countries = {one.strip().lower() for one in found["country"].split(";") if one.strip()}
    about = [f"born {found['born']}"] if found["born"] else []
    about += [found["office"]] if found["office"] else []
    aliases = {one.strip() for one in re.split(r"[;|]", found["aliases"]) if one.strip()}
    return Reference(
        list=name,
        id=found["id"] or content_id(kind, called, *sorted(identifiers)),
        kind=kind,
        name=called,
        names=tuple(sorted(aliases - {called})),
        country=countries.pop() if len(countries) == 1 else None,
        about="; ".join(about)[:300],
        identifiers=tuple(sorted(identifiers)),
    )
