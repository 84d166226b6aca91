"""What the record answers with: frozen views for the commands, the pages and the briefs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from greffier.model.entity import Entity
from greffier.model.entry import Entry
from greffier.model.judgement import Judgement
from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A paper as lists show it. `published` is EDTF; `sources` the paths it was filed from."""

    id: str
    file: str
    media: str
    kind: str
    title: str | None
    publisher: str | None
    published: str | None
    languages: tuple[str, ...]
    problems: tuple[str, ...]
    words: int
    entries: int
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """The title, or the file's name where the paper states none."""
        return self.title or self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read: why, and what to do."""

    source: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand at `span` of a paper's canonical text."""

    paper: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it stands after what people decided, with its quotes, its paper and the entities it names.

    `who` gives the entity behind each appearance id in the entry; `verdict` is `confirm` or `correct` where a person
    decided so, with that `judgement`; a rejected entry is not told at all unless it is asked for (`reject`).
    """

    entry: Entry
    paper: PaperCard
    quotes: tuple[Quote, ...]
    who: Mapping[str, Entity] = field(default_factory=dict)
    verdict: str | None = None
    judgement: Judgement | None = None

    def entity(self, reference: str | None) -> Entity | None:
        """The entity behind a field of the entry that names an appearance."""
        return self.who.get(reference) if reference else None


@dataclass(frozen=True, slots=True)
class Named:
    """Where an entity is named, with the words there."""

    paper: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of the record an entity is in."""

    papers: int = 0
    mentions: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """What the record holds: papers by (first language, kind), entities and entries by kind."""

    papers: int
    words: int
    passages: int
    mentions: int
    judgements: int
    problems: int
    languages: Mapping[str, int]
    paper_kinds: Mapping[str, int]
    entities: Mapping[str, int]
    entries: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """A list of reference data: its name, the file it came from, the SHA-256 of its bytes, the version of the rules by
    which its names are looked up, and how many it knows."""

    name: str
    file: str
    digest: str
    keys: str
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement and what became of it: `standing`, `undone`, `orphaned` (nothing is left of what it decides on), or
    `undo` for one that undoes another."""

    judgement: Judgement
    state: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """Evidence or a judgement that holds no longer, and why."""

    id: str
    paper: str | None
    reason: str
