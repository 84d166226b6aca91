"""What was read in a paper, as the rows that the record stores; and rows back to what they were made of.

`rows_of` needs no database, so a worker process makes the rows and the process that writes only writes them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from greffier.model.entry import KINDS, Entry, Participant
from greffier.model.findings import Appearance, Findings
from greffier.model.offsets import Offsets, Piece
from greffier.model.outline import Outline, Part, Passage
from greffier.model.paper import Block, Metadata, Paper
from greffier.model.span import Span
from greffier.record.days import days
from greffier.record.layouts import packed
from greffier.text.folding import fold

Values = dict[str, object]
COMMON = frozenset(field.name for field in fields(Entry))
CLASSES: Mapping[str, type[Entry]] = {kind.kind: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class PaperRows:
    """One paper, ready to be stored: the values of its rows by the name of the query that adds them, in order."""

    paper: str
    file: str
    tables: tuple[tuple[str, tuple[Values, ...]], ...]


def rows_of(outline: Outline, findings: Findings, reading: str) -> PaperRows:
    """The rows of one paper; `reading` names the version of the program that read it."""
    paper, text = outline.paper, outline.paper.text
    appearances = {appearance.id: appearance for appearance in findings.appearances}
    entries = tuple({entry.id: entry for entry in reversed(findings.entries)}.values())[::-1]  # the first of equal ids
    mentions = sorted({(m.appearance, m.span) for m in findings.mentions if m.appearance in appearances})
    tables: dict[str, tuple[Values, ...]] = {
        "add_paper": (_paper(outline, reading),),
        "add_text": ({"paper": paper.id, "text": text.encode("utf-8", "surrogatepass")},),
        "add_layout": ({"paper": paper.id, "layout": packed(paper.layout)},) if paper.layout else (),
        "add_passage": tuple(_passage(paper.id, passage) for passage in outline.passages),
        "add_appearance": tuple(_appearance(appearance) for appearance in appearances.values()),
        "add_mention": tuple(
            {"appearance": who, "paper": paper.id, "start": span.start, "end": span.end} for who, span in mentions
        ),
        "add_entry": tuple(_entry(entry, place) for place, entry in enumerate(entries)),
        "add_evidence": tuple(row for entry in entries for row in _evidence(entry, text)),
        "add_entry_appearance": tuple(
            {"entry": entry.id, "appearance": appearance, "part": part}
            for entry in entries
            for part, appearance in sorted(set(references(entry)))
            if appearance in appearances
        ),
    }
    return PaperRows(paper.id, paper.file, tuple(tables.items()))


def references(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each field of `entry` that may name an appearance, and the id there."""
    for field in fields(entry):
        if field.name in ("id", "paper", "evidence", "parallel", "topics"):
            continue
        value = getattr(entry, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            found = item.appearance if isinstance(item, Participant) else item
            if isinstance(found, str):
                yield field.name, found


def storable(text: str) -> str:
    """`text` without what a database's text cannot hold (NUL, lone surrogates), each replaced by one U+FFFD."""
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        return "".join("\ufffd" if letter == "\x00" or "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def _paper(outline: Outline, reading: str) -> Values:
    paper = outline.paper
    return {
        "id": paper.id,
        "file": storable(paper.file),
        "media": paper.media,
        "kind": outline.kind,
        "title": _maybe(outline.title),
        "publisher": _maybe(outline.publisher),
        "published": _maybe(outline.published),
        "languages": _json(outline.languages),
        "parts": _json([[p.span.start, p.span.end, p.kind, p.lang, p.title, p.published] for p in outline.parts]),
        "blocks": _json([[b.span.start, b.span.end, b.kind, b.level, b.page, b.box] for b in paper.blocks]),
        "metadata": _json(asdict(paper.metadata)),
        "problems": _json(paper.problems),
        "words": len(paper.text.split()),
        "reading": reading,
    }


def _passage(paper: str, passage: Passage) -> Values:
    text = storable(passage.text)
    return {
        "paper": paper,
        "place": passage.index,
        "kind": passage.kind,
        "lang": passage.lang,
        "text": text,
        "offsets": _json([[p.clean, p.source, p.length, int(p.joined)] for p in passage.offsets.pieces]),
        "sentences": _json([[span.start, span.end] for span in passage.sentences]),
        "article": passage.article,
        "version": passage.version,
        "label": _maybe(passage.label),
        "field": _maybe(passage.field),
        "parallel": passage.parallel,
        "folded": fold(text),
    }


def _appearance(appearance: Appearance) -> Values:
    return {
        "id": appearance.id,
        "paper": appearance.paper,
        "kind": appearance.kind,
        "name": storable(appearance.name),
        "names": _json(appearance.names),
        "country": appearance.country,
        "lang": appearance.lang,
        "roles": _json(appearance.roles),
        "identifiers": _json(appearance.identifiers),
        "confidence": float(appearance.confidence),
        "reason": storable(appearance.reason),
    }


def _entry(entry: Entry, place: int) -> Values:
    dates = (entry.date, *(getattr(entry, field, None) for field in ("due", "tenure_from", "tenure_to", "as_of")))
    bounds = next((found for date in dates if (found := days(date))), None)
    own = {field.name: getattr(entry, field.name) for field in fields(entry) if field.name not in COMMON}
    return {
        "id": entry.id,
        "paper": entry.paper,
        "place_in_paper": place,
        "kind": entry.kind,
        "lang": entry.lang,
        "date": entry.date,
        "first_day": bounds[0] if bounds else None,
        "last_day": bounds[1] if bounds else None,
        "place": entry.place,
        "parallel": _json(entry.parallel),
        "confidence": float(entry.confidence),
        "reason": storable(entry.reason),
        "method": entry.method,
        "details": _json(own),
    }


def _evidence(entry: Entry, text: str) -> Iterator[Values]:
    for place, span in enumerate(entry.evidence):
        quote = storable(span.of(text))
        yield {"entry": entry.id, "place": place, "start": span.start, "end": span.end, "quote": quote}


def _maybe(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=asdict)


def outline_from(paper: str, row: tuple[Any, ...], source: str, text: str, passages: tuple[Passage, ...]) -> Outline:
    """The outline of a `paper_whole` row, with `passages`."""
    file, media, kind, title, publisher, published, languages, parts, blocks, metadata, problems = row
    made = Paper(
        id=paper,
        file=file,
        source=source,
        media=media,
        text=text,
        blocks=tuple(
            Block(Span(start, end), kind, level, page, tuple(box) if box else None)
            for start, end, kind, level, page, box in json.loads(blocks)
        ),
        metadata=Metadata(**json.loads(metadata)),
        problems=tuple(json.loads(problems)),
    )
    return Outline(
        paper=made,
        kind=kind,
        title=title,
        publisher=publisher,
        published=published,
        languages=tuple(json.loads(languages)),
        parts=tuple(Part(Span(start, end), *rest) for start, end, *rest in json.loads(parts)),
        passages=passages,
    )


def passage_from(row: tuple[Any, ...]) -> Passage:
    """The passage of a `passages` row."""
    place, kind, lang, text, offsets, sentences, article, version, label, field, parallel = row
    pieces = tuple(Piece(clean, source, length, bool(joined)) for clean, source, length, joined in json.loads(offsets))
    spans = tuple(Span(start, end) for start, end in json.loads(sentences))
    return Passage(place, kind, lang, text, Offsets(pieces), spans, article, version, label, field, parallel)


def appearance_from(row: tuple[Any, ...]) -> Appearance:
    """The appearance of an `appearances` row."""
    id_, paper, kind, name, names, country, lang, roles, identifiers, confidence, reason = row
    return Appearance(
        id=id_,
        paper=paper,
        kind=kind,
        name=name,
        names=tuple(json.loads(names)),
        country=country,
        lang=lang,
        roles=tuple(json.loads(roles)),
        identifiers=tuple((scheme, value) for scheme, value in json.loads(identifiers)),
        confidence=confidence,
        reason=reason,
    )


def entry_from(row: tuple[Any, ...], evidence: tuple[Span, ...]) -> Entry:
    """The entry of an `entries` row, of its kind's own class."""
    id_, paper, kind, lang, date, place, parallel, confidence, reason, method, details = row
    return CLASSES[kind](
        id=id_,
        paper=paper,
        lang=lang,
        evidence=evidence,
        confidence=confidence,
        reason=reason,
        method=method,
        date=date,
        place=place,
        parallel=tuple(json.loads(parallel)),
        **{name: value_from(name, value) for name, value in json.loads(details).items()},
    )


def value_from(name: str, value: Any) -> Any:
    """A field of an entry from its JSON."""
    if name == "participants":
        return tuple(Participant(**item) for item in value)
    return tuple(value) if isinstance(value, list) else value
