"""The text of a brief, before it has a format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the paper, the words, and how sure."""

    number: int
    entry: str
    paper: str
    quote: str
    lang: str
    sure: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `lead` (a date or a name) set apart, `text`, its notes; `doubtful` lines are shown so."""

    lead: str
    text: str
    notes: tuple[Note, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief; `about` the names, `made` the sentence that says of what it is made."""

    title: str
    made: str
    sections: tuple[Section, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every footnote, in order."""
        return tuple(note for section in self.sections for line in section.lines for note in line.notes)
