"""A paper's outline: its parts (articles, columns, furniture) and its passages in reading order.

A passage is a paragraph, heading, item or provision in one language, cleaned, continuous even where the file broke
it, with the way back to the canonical text.
"""

from dataclasses import dataclass

from greffier.model.offsets import Offsets
from greffier.model.paper import Paper
from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the canonical text: `kind` is `article`, `column`, `boilerplate`, `heading`, `front_matter` …

    `published` is the EDTF date stated for this part, which relative dates in it count from.
    """

    span: Span
    kind: str
    lang: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: cleaned `text`, its `offsets` in the canonical text, its sentences as spans of `text`.

    `kind` is `paragraph`, `heading`, `title`, `item`, `recital`, `request`, `signature`, `byline`, `dateline`, `note`,
    `metadata` (a value of front matter) or `boilerplate` (never read for entries). `article` is the index in
    `Outline.parts` of the article it belongs to, or None. `label` is a provision's (`A`, `GG`, `3`, `12.1`, `r1`);
    `field` the front-matter key of a `metadata` passage. `version` numbers the language versions of a paper that
    holds one text in several languages (0 and 1), None elsewhere.
    """

    index: int
    kind: str
    lang: str
    text: str
    offsets: Offsets
    sentences: tuple[Span, ...] = ()
    article: int | None = None
    version: int | None = None
    label: str | None = None
    field: str | None = None
    parallel: int | None = None

    def evidence(self, start: int, end: int) -> tuple[Span, ...]:
        """Canonical spans of the passage's own `start` to `end`."""
        return self.offsets.spans(start, end)


@dataclass(frozen=True, slots=True)
class Outline:
    """A paper with its structure. `kind` and `published` as the exchange format has them (published: EDTF)."""

    paper: Paper
    kind: str
    title: str | None
    publisher: str | None
    published: str | None
    languages: tuple[str, ...]
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]

    def date_at(self, passage: Passage) -> str | None:
        """The EDTF date from which relative dates in `passage` count: its article's, else the paper's."""
        if passage.article is not None and self.parts[passage.article].published:
            return self.parts[passage.article].published
        return self.published
