"""FollowTheMoney entities, one JSON object a line, as OpenSanctions and others publish them.

Persons are persons; organisations, public bodies and companies are bodies; what else such a file holds (positions,
addresses, sanctions …) is no name to compare with and is passed over. Source: the FollowTheMoney schema,
followthemoney.tech.

>>> line = '{"id": "Q9", "schema": "Person", "properties": {"name": ["Ana Ursu"], "country": ["md"]}}'
>>> made = entity(json.loads(line), "peps")
>>> made.name, made.country, made.identifiers
('Ana Ursu', 'md', (('wikidata', 'Q9'),))
>>> entity({"id": "1", "schema": "Address"}, "peps") is None
True
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier.model.reference import BadLine, Reference

SCHEMATA = {
    "Person": "person",
    "Organization": "body",
    "PublicBody": "body",
    "Company": "body",
    "LegalEntity": "body",
}
NAMES = ("name", "alias", "previousName", "abbreviation")
COUNTRIES = ("country", "citizenship", "nationality", "jurisdiction")
SAID = (("birthDate", "born "), ("position", ""), ("summary", ""))
SCHEMES = {"wikidataId": "wikidata", "leiCode": "lei", "opencorporatesUrl": "opencorporates"}
QID = re.compile(r"Q[1-9]\d*\Z")
LONGEST = 1_000_000  # bytes of a line; beyond it the line is no entity


def read_entities(file: Path, name: str) -> Iterator[Reference | BadLine]:
    """Yield the persons and bodies of a file of FollowTheMoney entities, in order."""
    with file.open("rb") as opened:
        for number, line in enumerate(opened, 1):
            if not line.strip():
                continue
            if len(line) > LONGEST:
                yield BadLine(number, "is too long for one entity")
                continue
            try:
                found = json.loads(line.decode("utf-8-sig"))
            except UnicodeDecodeError:
                yield BadLine(number, "is not UTF-8")
                continue
            except (ValueError, RecursionError):
                yield BadLine(number, "is not JSON")
                continue
            try:
                made = entity(found, name)
            except (TypeError, AttributeError, KeyError, ValueError) as error:
                yield BadLine(number, str(error) if isinstance(error, ValueError) else "is no entity")
                continue
            if made is not None:
                yield made


def entity(found: Any, name: str) -> Reference | None:
    """The entity as an entry of a list; None for what is neither person nor body."""
    kind = SCHEMATA.get(found["schema"])
    if kind is None:
        return None
    properties: dict[str, list[Any]] = found.get("properties", {})

    def values(key: str) -> list[str]:
        return [str(value).strip() for value in properties.get(key, ()) if str(value).strip()]

    names = [one for key in NAMES for one in values(key)]
    called = str(found.get("caption") or (names[0] if names else "")).strip()
    if not called:
        raise ValueError("has no name")
    id_ = str(found["id"])
    countries = {one.lower() for key in COUNTRIES for one in values(key)}
    identifiers = {(scheme, value) for key, scheme in SCHEMES.items() for value in values(key)}
    identifiers.add(("wikidata" if QID.match(id_) else name, id_))
    said = [f"{before}{'/'.join(sorted(set(values(key)))[:3])}" for key, before in SAID if values(key)]
    return Reference(
        list=name,
        id=id_,
        kind=kind,
        name=called,
        names=tuple(sorted({*names} - {called})),
        country=countries.pop() if len(countries) == 1 else None,
        about="; ".join(said)[:300],
        identifiers=tuple(sorted(identifiers)),
    )
