"""The record opened with the resolver that makes its entities."""

from collections.abc import Iterable

from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.model.judgement import Judgement
from greffier.record.record import Record


def open_record(url: str, *, create: bool = False) -> Record:
    """The record at `url`; its entities are made anew on the first question about them after a change."""
    return Record.open(url, resolver=_resolve, create=create)


def _resolve(appearances: Iterable[Appearance], judgements: Iterable[Judgement]) -> Iterable[Entity]:
    from greffier.resolve.entities import resolve  # the tables of names take a moment to load

    return resolve(appearances, judgements)
