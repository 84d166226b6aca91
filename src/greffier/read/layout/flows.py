"""Paragraphs in the order of reading: columns of one language one after the other over all pages, versions each whole.

A paragraph that a page or column breaks is put together again; the page's notes and furniture stand behind it. Columns
of two or three languages are two or three texts: each goes on to its end, or to words that run across the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from greffier.read.layout.paragraphs import Paragraph, goes_on


@dataclass
class _Flow:
    """One text: its paragraphs so far, and what waits until its last paragraph is complete."""

    done: list[Paragraph] = field(default_factory=list)
    open: Paragraph | None = None
    waiting: list[Paragraph] = field(default_factory=list)

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            if self.open is not None and goes_on(self.open, paragraph):
                self.open = replace(self.open, lines=(*self.open.lines, *paragraph.lines), full=paragraph.full)
                continue
            self.settle()
            self.open = paragraph

    def settle(self) -> None:
        if self.open is not None:
            self.done.append(self.open)
        self.done.extend(self.waiting)
        self.open = None
        self.waiting.clear()


class Flows:
    """All texts of a paper. `across` adds to the main one, `beside` to that of a column; `read` gives all in order."""

    def __init__(self) -> None:
        self._main = _Flow()
        self._columns: dict[str, _Flow] = {}
        self._read: list[Paragraph] = []

    def across(self, paragraphs: list[Paragraph]) -> None:
        """Paragraphs of the one text, or across the columns of several."""
        if paragraphs:
            self._close()
            self._main.add(paragraphs)

    def beside(self, key: str, paragraphs: list[Paragraph]) -> None:
        """Paragraphs of the text that the column of `key` holds."""
        if paragraphs:
            if not self._columns:
                self._main.settle()
                self._read.extend(self._main.done)
                self._main = _Flow()
            lang = "" if " " in key else key
            self._columns.setdefault(key, _Flow()).add(replace(paragraph, lang=lang) for paragraph in paragraphs)

    def expects(self, key: str, paragraph: Paragraph) -> bool:
        """Whether the text of `key` was broken off so that it goes on in `paragraph`."""
        flow = self._columns.get(key)
        return flow is not None and flow.open is not None and goes_on(flow.open, paragraph)

    def aside(self, paragraphs: Iterable[Paragraph], key: str | None = None) -> None:
        """What stands outside the text of a page, to come behind the paragraph under way (of the column of `key`)."""
        flow = self._columns.get(key) if key else None
        if flow is None:
            flow = next(iter(self._columns.values()), self._main)
        flow.waiting.extend(paragraphs)
        if flow.open is None:
            flow.settle()

    def read(self) -> Iterator[Paragraph]:
        """Every paragraph, once, in the order of reading."""
        self._close()
        self._main.settle()
        yield from self._read
        yield from self._main.done

    def _close(self) -> None:
        for flow in self._columns.values():
            flow.settle()
            self._read.extend(flow.done)
        self._columns.clear()
