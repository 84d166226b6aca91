"""One telling of an encounter, and where it stands in the paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from greffier.extract.meetings.circumstances import date_of, mode_of, near_by, place_of, status_of, topics_of
from greffier.extract.meetings.clause import Clause
from greffier.extract.meetings.parties import Party, bodies, unnamed
from greffier.extract.meetings.sessions import body_of
from greffier.extract.meetings.triggers import Trigger, Words
from greffier.extract.reading import Scene
from greffier.model.span import Span

NEAR = 60  # code points between an encounter and the people or place that belong to it


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an encounter. `joins` if it only adds `persons` to one told before.

    `during` if it took place within a visit told before, `recent` if not
    dated far from the paper; `company` if those met are people not named; `points` and `why` are what speaks for it.
    """

    scene: int
    sentence: Span
    clause: Span
    trigger: Trigger
    persons: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    status: str = "held"
    mode: str | None = None
    ordinal: int | None = None
    body: str | None = None
    topics: tuple[str, ...] = ()
    joins: bool = False
    during: bool = False
    recent: bool = True
    title: bool = False
    company: bool = False
    points: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the telling stands: the scene's index, the sentence, its words, the paper's day."""

    index: int
    scene: Scene
    words: Words
    sentence: Span
    today: str | None
    title: bool
    author: str | None = None


def telling(at: Place, trigger: Trigger, clause: Clause, rivals: Sequence[Trigger], who: tuple[str, ...]) -> Told:
    """The telling with its circumstances."""
    date = date_of(at.scene, at.words, at.sentence, trigger, rivals, clause.left if trigger.verb else None)
    edtf = date.edtf if date else None
    return Told(
        scene=at.index,
        sentence=at.sentence,
        clause=clause.whole,
        trigger=trigger,
        persons=who,
        bodies=tuple(b.appearance for b in bodies(at.scene, clause.whole)),
        date=edtf,
        place=place_of(at.scene, clause, at.sentence),
        status=status_of(at.words, clause, at.sentence, trigger, edtf, at.today),
        mode=mode_of(at.words, at.sentence, trigger),
        body=body_of(at.scene, at.sentence, trigger) if trigger.family in ("session", "encounter") else None,
        topics=topics_of(at.scene, at.words, at.sentence, trigger),
        recent=near_by(edtf, at.today),
        title=at.title,
        points=4,
        why="who meets, by a verb",
    )


def joining(at: Place, there: tuple[Party, ...]) -> Told:
    """People said to have been there, the encounter told before."""
    hit = at.words.within(at.sentence, "present", "speech")[0]
    kind = "visit" if at.words.has(at.sentence, "delegation") else "meeting"
    trigger = Trigger(hit.start, hit.end, kind, False, definite=True)
    return Told(at.index, at.sentence, at.sentence, trigger, tuple(p.who for p in there), joins=True, title=at.title)


def anyone(at: Place, span: Span) -> bool:
    return bool(bodies(at.scene, span)) or unnamed(at.scene, at.words, span)


def quoted(scene: Scene, offset: int) -> bool:
    """Whether `offset` lies in a quotation, whose "I" is not the author."""
    return any(quote.start <= offset < quote.end for quote in scene.quotes)
