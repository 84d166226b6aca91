"""Check the record against what it was made from: every quote against the text, every text against its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from greffier.model.errors import PaperError
from greffier.model.ids import file_id
from greffier.record.record import Record
from greffier.record.views import PaperCard
from greffier.run.sources import read_file


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: `kind` is `quote`, `judgement`, `source` (gone or changed) or `text` (read otherwise now)."""

    kind: str
    subject: str
    reason: str


def check(record: Record) -> Iterator[Fault]:
    """Everything that does not hold; a source that is gone or changed is told, the record keeps what it read."""
    for orphan in record.orphans():
        yield Fault("quote" if orphan.paper else "judgement", orphan.id, orphan.reason)
    for card in record.papers():
        yield from _sources(record, card)


def _bytes(source: str) -> bytes | None:
    """The bytes of a file, or of a member in a container, that a source names."""
    data = read_file(Path(source))
    if isinstance(data, bytes):
        return data
    from greffier.read.containers.find import member_of

    try:
        return member_of(source)
    except (PaperError, OSError):
        return None


def _sources(record: Record, card: PaperCard) -> Iterator[Fault]:
    from greffier.read.formats import read  # takes a moment to load

    for source in card.sources:
        data = _bytes(source)
        if data is None:
            yield Fault("source", source, "the file is gone; the record keeps what it read")
        elif file_id(data) != card.id:
            yield Fault("source", source, "the file has changed since it was filed; file it again")
        else:
            try:
                same = read(data, card.file).text == record.text(card.id)
            except PaperError as error:
                yield Fault("text", source, f"the file can no longer be read: {error.reason}")
                continue
            if not same:
                yield Fault("text", source, "this Greffier reads another text in it; file it again")
