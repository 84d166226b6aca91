"""What to decide about identity, what most hangs on first.

Three questions: two entities whose names may be one person's (`apart`); an entity whose forms agree so little that it
may be two (`joined`); somebody whom a list of reference data may know (`listed`). What hangs on the first two is the
entries that would move: those of the smaller side. What people decided is not asked again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from greffier.model.entity import Entity
from greffier.model.findings import Appearance
from greffier.model.ids import content_id
from greffier.model.judgement import Judgement
from greffier.model.reference import Reference
from greffier.model.score import Score
from greffier.publish.review.alike import candidates, likeness
from greffier.publish.review.listed import fitting
from greffier.record.linked import links, reference_of
from greffier.record.record import Record

KINDS = ("apart", "joined", "listed")
LOOSE = 0.75  # names that agree less within one entity are asked about


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: an entity, or some of its appearances."""

    entity: Entity
    name: str
    appearances: tuple[str, ...]
    papers: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question: are `left` and `right` (or the `reference`) the same? `moves` entries hang on it."""

    kind: str
    left: Side
    right: Side | None
    reference: Reference | None
    score: Score
    moves: int

    @property
    def id(self) -> str:
        """The same for the same question, whatever was decided elsewhere."""
        other = self.right.appearances[0] if self.right else ""
        listed = (self.reference.list, self.reference.id) if self.reference else ()
        return content_id("doubt", self.kind, self.left.appearances[0], other, *listed)

    @property
    def place(self) -> str:
        """Where it stands in the order: what moves nothing last, then the most entries, then the most alike."""
        order = f"{10**8 - self.moves:09}-{round((1 - self.score.value) * 1000):04}"
        return f"{int(self.kind == 'listed')}-{order}-{self.id}"


class Desk:
    """What the questions are made of, asked of the record once."""

    def __init__(self, record: Record) -> None:
        self.entities = record.entities()
        self.appearances: Mapping[str, Appearance] = {one.id: one for one in record.appearances()}
        self.weights = record.appearance_weights()
        self.standing = record.standing()

    def side(self, entity: Entity, appearances: Sequence[str] = ()) -> Side:
        """An entity, or a part of it, as a side of a question."""
        chosen = tuple(appearances) or entity.appearances
        papers = tuple(sorted({self.appearances[one].paper for one in chosen}))
        name = self.appearances[chosen[0]].name if appearances else entity.name
        return Side(entity, name, chosen, papers, sum(self.weights.get(one, 0) for one in chosen))


def doubts(record: Record, kind: str | None = None) -> tuple[Doubt, ...]:
    """Every question that is open, in order; `kind` of entity, or all."""
    desk = Desk(record)
    mine = [entity for entity in desk.entities if kind in (None, entity.kind)]
    found = [*_apart(desk, mine), *_joined(desk, mine), *_listed(record, desk, mine)]
    return open_still(sorted(found, key=lambda doubt: doubt.place), desk.standing)


def open_still(found: Iterable[Doubt], standing: Iterable[Judgement]) -> tuple[Doubt, ...]:
    """Those of `found` that nothing in `standing` has answered since."""
    said = Said(list(standing), [one for doubt in found for one in _subjects(doubt)])
    return tuple(doubt for doubt in found if not said.answers(doubt))


class Said:
    """What people said about appearances: which are the same, which are not, who they are.

    Who says that A is B and B is C has said that A is C, and who says that B is not D, that A is not D.
    """

    def __init__(self, standing: Sequence[Judgement], appearances: Iterable[str]) -> None:
        self._of: dict[str, str] = {}
        self._apart: set[tuple[str, str]] = set()
        self._known = [judgement for judgement in standing if judgement.verdict in ("identify", "refuse")]
        made = links(standing, set(appearances))
        holding = {link.id for link in made if link.verdict == "same"}
        for judgement in standing:
            if judgement.id in holding:
                for subject in judgement.subjects[1:]:
                    self._of[self._group(subject)] = self._group(judgement.subjects[0])
        for link in made:
            if link.verdict == "different":
                one, other = map(self._group, link.subjects)
                self._apart |= {(one, other), (other, one)}

    def answers(self, doubt: Doubt) -> bool:
        """Whether a question is answered."""
        if doubt.right is None:
            return answered(doubt, self._known)
        left, right = (set(map(self._group, side.appearances)) for side in (doubt.left, doubt.right))
        return bool(left & right) or any((one, other) in self._apart for one in left for other in right)

    def _group(self, appearance: str) -> str:
        while (further := self._of.get(appearance, appearance)) != appearance:
            appearance = further
        return appearance


def _subjects(doubt: Doubt) -> tuple[str, ...]:
    return doubt.left.appearances + (doubt.right.appearances if doubt.right else ())


def _apart(desk: Desk, entities: Sequence[Entity]) -> Iterator[Doubt]:
    """Two entities that may be one: alike in name, not told apart by a paper that names both or by a person."""
    for one, other, score in candidates(entities):
        left, right = desk.side(one), desk.side(other)
        if set(left.papers) & set(right.papers):
            continue  # the paper that names both has told them apart
        if right.entries > left.entries:
            left, right = right, left
        yield Doubt("apart", left, right, None, _with_country(left, right, score), right.entries)


def _joined(desk: Desk, entities: Sequence[Entity]) -> Iterator[Doubt]:
    """An entity of which one form agrees little with the others."""
    for entity in entities:
        if entity.kind != "person" or len(entity.appearances) < 2:
            continue
        named: dict[str, list[str]] = defaultdict(list)
        for one in entity.appearances:
            named[desk.appearances[one].name].append(one)
        scores = {name: likeness("person", (name,), (entity.name,)) for name in named if name != entity.name}
        loose = [name for name in scores if scores[name].value < LOOSE]
        if not loose:
            continue
        name = min(loose, key=lambda name: (scores[name].value, name))
        rest = [one for one in entity.appearances if one not in named[name]]
        if not rest:
            continue
        left, right = desk.side(entity, rest), desk.side(entity, named[name])
        yield Doubt("joined", left, right, None, scores[name], min(left.entries, right.entries))


def _listed(record: Record, desk: Desk, entities: Sequence[Entity]) -> Iterator[Doubt]:
    """Somebody whom a list may know."""
    if record.reference_lists():
        for entity in entities:
            for reference, score in fitting(record, entity):
                side = desk.side(entity)
                yield Doubt("listed", side, None, reference, score, side.entries)


def answered(doubt: Doubt, known: Iterable[Judgement]) -> bool:
    """Whether a person said who an entity is, or that it is not the one of the list."""
    reference, mine = doubt.reference, set(doubt.left.appearances)
    for judgement in known:
        if reference is None or mine.isdisjoint(judgement.subjects):
            continue
        place, _, identifiers = reference_of(judgement)
        if judgement.verdict == "identify" or place == (reference.list, reference.id):
            return True
        if set(identifiers) & set(reference.identifiers):
            return True
    return False


def _with_country(left: Side, right: Side, score: Score) -> Score:
    countries = {side.entity.country for side in (left, right)} - {None}
    if len(countries) < 2:
        return score
    return Score(round(score.value * 0.8, 3), f"{score.reason}; but the papers give two countries")
