"""A stretch of text, half-open, in code points.

Every quote of the record is a span of a paper's canonical text and satisfies `span.of(text) == quote`.

>>> Span(3, 7).of("de heer Tim")
'heer'
>>> Span(7, 3)
Traceback (most recent call last):
...
ValueError: a span runs forwards: 7 to 3
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words that the span holds in `text`."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
