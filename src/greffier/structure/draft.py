"""A stretch of the paper on its way to being a passage."""

from dataclasses import dataclass

from greffier.model.span import Span
from greffier.text.cleaning import Cleaned


@dataclass(frozen=True, slots=True)
class Draft:
    """A block, cleaned: `kind` as a passage's, `sure` how sure its language is, `field` of front matter.

    `tight` says that no blank line stands before it: it stood in one paragraph with the one before. `aside` that the
    format's main text leaves it out, `linked` that it was only a link,
    `ruled` that a rule stands before it; `value` is a dateline's EDTF date.
    """

    span: Span
    kind: str
    cleaned: Cleaned
    lang: str = ""
    sure: float = 0.0
    level: int = 0
    field: str | None = None
    label: str | None = None
    article: int | None = None
    version: int | None = None
    parallel: int | None = None
    tight: bool = False
    aside: bool = False
    linked: bool = False
    ruled: bool = False
    value: str | None = None

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.cleaned.text
