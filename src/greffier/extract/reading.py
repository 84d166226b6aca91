"""One paper being read: its scenes (a passage with its chunks) and its cast (who and what appears in it).

The grammars of entries take a `Reading` and yield entries; they change nothing. Scenes are in reading order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from greffier.extract.chunks import Date, Name, Number, Quote, Referent, Role, within
from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import Hit
from greffier.model.findings import Appearance
from greffier.model.outline import Outline, Passage
from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage and its chunks, each kind in reading order. `lower` is the text lower-cased, offsets kept;
    `unsettled` are roles of no known code, as "the chairman"."""

    passage: Passage
    lexicon: Lexicon
    lower: str
    names: tuple[Name, ...] = ()
    roles: tuple[Role, ...] = ()
    dates: tuple[Date, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Quote, ...] = ()
    referents: tuple[Referent, ...] = ()
    unsettled: tuple[Role, ...] = ()

    @property
    def text(self) -> str:
        """The passage's cleaned text."""
        return self.passage.text

    def named(self, span: Span, *kinds: str) -> tuple[Name, ...]:
        """Names of `kinds` (all, if none is given) inside `span`."""
        return tuple(name for name in within(self.names, span) if not kinds or name.kind in kinds)

    def meant(self, span: Span, *kinds: str) -> tuple[Name | Referent, ...]:
        """Names and resolved referents of `kinds` inside `span`, in reading order."""
        chunks: tuple[Name | Referent, ...] = (*self.names, *self.referents)
        found = [chunk for chunk in within(chunks, span) if not kinds or chunk.kind in kinds]
        return tuple(sorted(found, key=lambda chunk: chunk.start))

    def hits(self, topic: str, span: Span) -> Iterator[Hit]:
        """The hits of a topic of the lexicon inside `span`, in reading order; what stands around it is not searched."""
        text, lower = self.text[span.start : span.end], self.lower[span.start : span.end]
        for hit in self.lexicon.patterns(topic).find(text, lower):
            yield Hit(hit.start + span.start, hit.end + span.start, hit.pattern)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`; the whole passage where none does."""
        for sentence in self.passage.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return Span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Appointment:
    """One person in one role at one place of the paper; `code` the role's code here, `how` the kind of link.

    `apart` is the scene that holds the role where it is another than the name's, as a headline.
    """

    scene: Scene
    name: Name
    role: Role
    code: str
    how: str
    confidence: float
    reason: str
    apart: Scene | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Every appearance of the paper by id, and what the paper says of who they are.

    `offices` maps a person's appearance id to the roles seen for it, in order of first sight; `appointments` are the
    places where the paper says so.
    """

    appearances: Mapping[str, Appearance] = field(default_factory=dict)
    offices: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One paper, read: outline, scenes, cast."""

    outline: Outline
    scenes: tuple[Scene, ...]
    cast: Cast

    @property
    def paper(self) -> str:
        """The paper's id."""
        return self.outline.paper.id

    def sentences(self) -> Iterator[tuple[Scene, Span]]:
        """Each sentence with its scene, in reading order."""
        for scene in self.scenes:
            for sentence in scene.passage.sentences:
                yield scene, sentence

    def date_at(self, scene: Scene) -> str | None:
        """The date from which relative dates in `scene` count."""
        return self.outline.date_at(scene.passage)
