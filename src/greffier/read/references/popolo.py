"""Popolo JSON: one document with `persons` and `organizations`, or an array of persons, read one object at a time.

An object that has no `name` but `firstname` and `lastname`, as the services of parliaments give them, is read like a
row of a table. Source: the Popolo specification, popoloproject.com.

>>> person({"id": "7", "name": "Ana Ursu", "other_names": [{"name": "Анна Урсу"}]}, "person", "mps").names
('Анна Урсу',)
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier.model.errors import ListError
from greffier.model.reference import BadLine, Reference
from greffier.read.references.table import row

KINDS = {"persons": "person", "people": "person", "organizations": "body", "data": "person", "results": "person"}
_SPACE = re.compile(r"[\s,]*")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]')
_KEY = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*:\s*')


def read_popolo(file: Path, name: str) -> Iterator[Reference | BadLine]:
    """Yield the persons and organisations of a document, in order."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ListError(f"{file}: is not UTF-8 (byte {error.start}). Save the list as UTF-8") from error
    line, counted = 1, 0
    for at, kind, found in _objects(text, file):
        reason = found
        if not isinstance(found, str):
            try:
                yield person(found, kind, name)
                continue
            except (TypeError, AttributeError, KeyError, ValueError) as error:
                reason = str(error) if type(error) is ValueError else "is no person or body"
        line, counted = line + text.count("\n", counted, at), at
        yield BadLine(line, reason)


def person(found: Any, kind: str, name: str) -> Reference:
    """One person or organisation as an entry of a list."""
    if "name" not in found or not isinstance(found.get("other_names", []), list):
        return row({str(key): str(value) for key, value in found.items() if value is not None}, name, kind)
    called = str(found["name"] or "").strip()
    if not called:
        raise ValueError("has no name")
    others = {str(one["name"]).strip() for one in found.get("other_names", ()) if one.get("name")}
    identifiers = {
        (str(one["scheme"]).lower(), str(one["identifier"]))
        for one in found.get("identifiers") or ()
        if one.get("scheme") and one.get("identifier")
    }
    id_ = str(found.get("id") or "")
    if id_:
        identifiers.add((name, id_))
    said = (("birth_date", "born "), ("summary", ""), ("classification", ""))
    about = [f"{before}{found[key]}" for key, before in said if found.get(key)]
    country = str(found.get("country_code") or "").lower() or None
    return Reference(
        list=name,
        id=id_ or f"{kind}:{called}",
        kind=kind,
        name=called,
        names=tuple(sorted(others - {called})),
        country=country,
        about="; ".join(about)[:300],
        identifiers=tuple(sorted(identifiers)),
    )


def _objects(text: str, file: Path) -> Iterator[tuple[int, str, Any]]:
    """Each object of the arrays that hold persons or organisations: where, of what kind, and it; or why not."""
    decoder = json.JSONDecoder()
    at = _space(text, 0)
    if text[at : at + 1] == "[":
        yield from (found for found in _array(decoder, text, at, "person") if found[1])
        return
    at += 1
    some = False
    while key := _KEY.match(text, _space(text, at)):
        at = key.end()
        kind = KINDS.get(key[1])
        if kind and text[at : at + 1] == "[":
            some = True
            for found in _array(decoder, text, at, kind):
                if found[1]:
                    yield found
                at = found[0]
            continue
        try:
            at = decoder.raw_decode(text, at)[1]
        except (ValueError, RecursionError):
            yield at, "", "is not JSON; the rest of the file is left out"
            return
    if not some:
        raise ListError(f"{file}: holds no persons or organizations. Give FollowTheMoney lines, Popolo JSON or CSV")


def _array(decoder: json.JSONDecoder, text: str, at: int, kind: str) -> Iterator[tuple[int, str, Any]]:
    """The objects of one array; last of all where it ends, with no kind."""
    at += 1
    while True:
        at = _space(text, at)
        if at >= len(text):
            yield at, kind, "the file ends in the middle of a list"
            break
        if text[at] == "]":
            at += 1
            break
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield at, kind, "is not JSON"
            at = _beyond(text, at)
            continue
        yield at, kind, found if isinstance(found, dict) else "is no person or body"
        at = end
    yield at, "", None


def _beyond(text: str, at: int) -> int:
    """The end of the object that begins at `at`, by its brackets alone; the end of the text where they never close."""
    depth = 0
    for found in _BRACKET.finditer(text, at):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth <= 0:
            return found.end() if depth == 0 else found.start()
    return len(text)


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
