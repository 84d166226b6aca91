"""What a comparison of two versions of one text comes to: what answers to what, and what does not agree."""

from dataclasses import dataclass

from greffier.model.span import Span

KINDS = ("missing", "number", "date", "article", "name", "negation", "quotation", "spelling")
"""Every kind of disagreement, the gravest first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version's words: `quote` is what stands at `spans` of the canonical text of `paper`, pieces joined by ` … `.

    `words` are the spans of what disagrees within it; empty where this version lacks something, and the quote is then
    the nearest thing that both have.
    """

    paper: str
    lang: str
    spans: tuple[Span, ...]
    quote: str
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing in which the versions do not agree. `kind` is one of `KINDS`; `label` the provision's, if any.

    A disagreement within one version (`spelling`, an open `quotation`) has two quotes of it, or one and its
    counterpart.
    """

    kind: str
    confidence: float
    reason: str
    label: str | None
    left: Side
    right: Side | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that answer to each other, as canonical spans; one side is empty where nothing answers."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    label: str | None = None
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two versions: its paper, its language, how many provisions it has."""

    paper: str
    file: str
    lang: str
    provisions: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """Two versions of one text, aligned: the pairs in order, the disagreements in the order of the left version.

    `provisions` counts those that have an answer, `of` all that either version has.
    """

    left: Column
    right: Column
    pairs: tuple[Pair, ...]
    disagreements: tuple[Disagreement, ...]
    provisions: int
    of: int

    @property
    def answered(self) -> float:
        """The share of pairs that have two sides; below a half these are hardly versions of one text."""
        both = sum(bool(pair.left and pair.right) for pair in self.pairs)
        return both / len(self.pairs) if self.pairs else 0.0
