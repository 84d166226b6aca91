"""The exchange format: UTF-8 JSON Lines, one file per table, the canonical texts beside them.

Same record, same bytes: papers, entities, mentions and entries are in order of their ids, keys in order of the format.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

from greffier.model.entity import Entity
from greffier.model.entry import Entry, Meeting, Participant
from greffier.model.findings import Findings
from greffier.model.outline import Outline
from greffier.model.span import Span

TABLES = ("papers", "entities", "mentions", "entries")
REFERENCES = frozenset({"place", "person", "body", "speaker", "addressee", "instrument", "by"})
RENAMED = {"tenure_from": "from", "tenure_to": "to"}
LEFT_OUT = frozenset({"reason", "method", "session_body", "session_ordinal"})


def export(out: Path, papers: Iterable[tuple[Outline, Findings]], entities: Iterable[Entity]) -> None:
    """Write the whole record into the folder `out`, which is made if it is not there."""
    export_ordered(out, sorted(papers, key=lambda pair: pair[0].paper.id), entities)


def export_ordered(out: Path, papers: Iterable[tuple[Outline, Findings]], entities: Iterable[Entity]) -> None:
    """The same of papers that come by id, one in memory at a time."""
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    found = sorted(entities, key=lambda entity: entity.id)
    entity_of = {appearance: entity.id for entity in found for appearance in entity.appearances}
    written = set()
    with ExitStack() as files:
        tables = {name: files.enter_context(_open(out / f"{name}.jsonl")) for name in TABLES}
        _write(tables["entities"], map(_entity, found))
        for outline, findings in papers:
            file = texts / f"{outline.paper.id}.txt"
            file.write_bytes(outline.paper.text.encode("utf-8", "surrogatepass"))
            written.add(file.name)
            _write(tables["papers"], [_paper(outline)])
            _write(tables["mentions"], _mentions(outline, findings, entity_of))
            _write(tables["entries"], [_entry(entry, entity_of) for entry in sorted(findings.entries, key=_id)])
    for file in texts.glob("*.txt"):
        if file.name not in written and len(file.stem) == 64:
            file.unlink()  # of a paper forgotten since an earlier export into this folder


def _id(entry: Entry) -> str:
    return entry.id


def _paper(outline: Outline) -> dict[str, Any]:
    return {
        "id": outline.paper.id,
        "file": outline.paper.file,
        "kind": outline.kind,
        "title": outline.title,
        "publisher": outline.publisher,
        "published": outline.published,
        "languages": list(outline.languages),
        "parts": [
            {
                "start": part.span.start,
                "end": part.span.end,
                "kind": part.kind,
                "lang": part.lang,
                "title": part.title,
                "published": part.published,
            }
            for part in outline.parts
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "country": entity.country,
        "identifiers": dict(entity.identifiers),
    }


def _mentions(outline: Outline, findings: Findings, entity_of: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "entity": entity_of[mention.appearance],
            "paper": mention.paper,
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.span.of(outline.paper.text),
        }
        for mention in sorted(findings.mentions, key=lambda m: (m.span, m.appearance))
        if mention.appearance in entity_of
    ]


def _entry(entry: Entry, entity_of: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": entry.id, "kind": entry.kind}
    for field in fields(entry):
        if field.name not in LEFT_OUT and field.name != "id":
            value = getattr(entry, field.name)
            if field.name in REFERENCES and value is not None:
                value = entity_of.get(value, value)
            made[RENAMED.get(field.name, field.name)] = _plain(value, entity_of)
    if isinstance(entry, Meeting):
        body = entity_of.get(entry.session_body) if entry.session_body else None
        ordinal = entry.session_ordinal
        made["session"] = {"body": body, "ordinal": ordinal} if body or ordinal else None
    return made


def _plain(value: object, entity_of: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return [_plain(item, entity_of) for item in value]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Participant):
        entity = entity_of.get(value.appearance) if value.appearance else None
        return {"entity": entity, "name": value.name, "role": value.role, "country": value.country}
    return entity_of.get(value, value) if isinstance(value, str) else value


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n")


def _write(file: TextIO, rows: Iterable[Mapping[str, Any]]) -> None:
    file.writelines(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
