"""The record, opened: file a paper, forget one, judge, and ask what it holds.

Every change is one transaction. What the record says is a function of its papers and judgements; entities are made
from them by the `resolver` given, on the first question about entities after a change, and kept until the next change.

>>> with Record.open(":memory:") as record:
...     record.counts().papers
0
>>> Record.open("nowhere.db", create=False)
Traceback (most recent call last):
...
greffier.model.errors.RecordError: nowhere.db: there is no record here. File papers into it first: greffier file PATH
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType

from greffier.model.entity import Entity
from greffier.model.findings import Appearance, Findings
from greffier.model.judgement import Judgement
from greffier.model.outline import Outline
from greffier.model.page import Layout
from greffier.model.reference import Reference
from greffier.record import answers, changes, entities, entries
from greffier.record import references as references_
from greffier.record.database import Database, connect
from greffier.record.judged import standing
from greffier.record.references import Keys
from greffier.record.rows import PaperRows
from greffier.record.tenures import Term, sights, terms
from greffier.record.views import Counts, Decision, Named, Orphan, PaperCard, Problem, ReferenceList, Told, Weight

Resolver = Callable[[Iterable[Appearance], Iterable[Judgement]], Iterable[Entity]]


class Record:
    """One record. `open` it, ask it, `close` it (or use it in a `with` statement). Not for two threads at a time."""

    def __init__(self, database: Database, resolver: Resolver | None = None) -> None:
        self._database = database
        self._resolver = resolver
        self._kept = False

    @classmethod
    def open(cls, url: str, *, resolver: Resolver | None = None, create: bool = True) -> "Record":
        """The record at `url`: a path, `:memory:` or `postgresql://…`; made if it is not there and `create` is set."""
        return cls(connect(url, create=create), resolver)

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def database(self) -> Database:
        """The connection, for `greffier.search`."""
        return self._database

    @property
    def place(self) -> str:
        """The path of a SQLite record; nothing for one that is no file."""
        return self._database.path

    # Changes

    def file(self, rows: PaperRows, source: str) -> str:
        """Store a paper read from `source`: `filed`, or `replaced` where another paper was filed from there."""
        return changes.file_paper(self._database, rows, source)

    def add_source(self, source: str, paper: str) -> None:
        """Note that a stored paper was found at `source` too."""
        changes.add_source(self._database, source, paper)

    def add_problem(self, problem: Problem) -> None:
        """Note a file that could not be read."""
        changes.add_problem(self._database, problem)

    def remove_problem(self, source: str) -> None:
        """Note that a file reads well after all."""
        changes.remove_problem(self._database, source)

    def forget(self, source: str) -> bool:
        """Forget what was filed from `source`; False where nothing was."""
        return changes.forget(self._database, source)

    def judge(self, judgement: Judgement) -> None:
        """Add a decision to the log. Raises `NotFound` where it decides on what is not in the record."""
        changes.judge(self._database, judgement)

    def take_over(self, judgements: Iterable[Judgement]) -> int:
        """Add the decisions of another log; what they decide on need not be here yet. How many were new."""
        return changes.take_over(self._database, judgements)

    def refresh(self) -> None:
        """Make the entities anew if papers or judgements changed since they were made."""
        if self._resolver is not None and not self._kept:
            entities.refresh(self._database, self._resolver)

    @contextmanager
    def as_made(self) -> Iterator[None]:
        """Inside, the entities stay as they were last made, whatever is decided meanwhile."""
        self._kept = True
        try:
            yield
        finally:
            self._kept = False

    @property
    def stale(self) -> bool:
        """Whether papers or judgements changed since the entities were made."""
        return entities.is_stale(self._database)

    # Papers

    def papers(self) -> tuple[PaperCard, ...]:
        """Every paper, the latest published first."""
        return answers.papers(self._database)

    def paper(self, name: str) -> PaperCard:
        """The paper of an id, the beginning of one (six digits or more), or a file name. Raises `NotFound`."""
        return answers.paper(self._database, name)

    def text(self, paper: str) -> str:
        """A paper's canonical text, to the code point."""
        return answers.text(self._database, paper)

    def layout(self, paper: str) -> Layout | None:
        """Where a paper's text stands on its pages; None of a paper without pages."""
        return answers.layout(self._database, paper)

    def outline(self, paper: str) -> Outline:
        """A paper with its parts and passages."""
        return answers.outline(self._database, paper)

    def findings(self, paper: str) -> Findings:
        """What was found in a paper, after what people decided: rejected entries are left out."""
        return entries.findings(self._database, paper)

    def problems(self) -> tuple[Problem, ...]:
        """Every file that could not be read."""
        return answers.problems(self._database)

    def readings(self) -> tuple[tuple[str, str, str, str], ...]:
        """Every source, its paper, the version of Greffier that read it, the file name it was read under."""
        return tuple((source, paper, reading, file) for source, paper, reading, file in self._database.ask("readings"))

    def counts(self) -> Counts:
        """What the record holds, in numbers."""
        self.refresh()
        return answers.counts(self._database)

    # Entities

    def entities(self, kind: str | None = None) -> tuple[Entity, ...]:
        """Every entity of a kind (`person`, `body`, `place`, `instrument`), or of all, by name."""
        self.refresh()
        return entities.entities(self._database, kind)

    def entity(self, entity: str) -> Entity:
        """The entity of an id. Raises `NotFound`."""
        self.refresh()
        return entities.entity(self._database, entity)

    def find_entity(self, name: str, kind: str | None = None) -> tuple[Entity, ...]:
        """Entities by id, else by a form of their name (case and accents aside), else by part of it."""
        self.refresh()
        return entities.find(self._database, name, kind)

    def appearances(self) -> tuple[Appearance, ...]:
        """Everyone and everything as it appears in each paper, by id."""
        return entities.appearances(self._database)

    def appearance_weights(self) -> dict[str, int]:
        """How many entries name each appearance, by its id."""
        return {row[0]: int(row[1]) for row in self._database.ask("appearance_weights")}

    def entity_of(self, appearance: str) -> Entity | None:
        """The entity that an appearance belongs to."""
        self.refresh()
        return entities.of_appearance(self._database, appearance)

    def weights(self, kind: str | None = None) -> dict[str, Weight]:
        """How many papers, mentions and entries each entity has, by its id."""
        self.refresh()
        return entities.weights(self._database, kind)

    def mentions(self, entity: str) -> tuple[Named, ...]:
        """Where an entity is named, with the words there, paper by paper in reading order."""
        self.refresh()
        return entities.mentions(self._database, entity)

    # Entries

    def entries(
        self,
        about: str | None = None,
        *,
        paper: str | None = None,
        kinds: Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
        rejected: bool = False,
    ) -> tuple[Told, ...]:
        """Entries by date, those without one last: about an entity (id), in a paper (id; then in the order found), of
        some kinds, within dates (EDTF). Rejected ones only if asked for."""
        self.refresh()
        wanted = entries.Wanted(about, paper, tuple(kinds), since, until, rejected)
        return entries.told(self._database, wanted)

    def entry(self, entry: str) -> Told:
        """One entry, rejected or not. Raises `NotFound`."""
        self.refresh()
        return entries.one(self._database, entry)

    def timeline(
        self, about: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> tuple[Told, ...]:
        """What happened or is to happen: dated meetings, statements, undertakings, acts, citations; offices
        begun or ended."""
        self.refresh()
        return entries.timeline(self._database, about, since, until)

    def tenures(self, entity: str | None = None) -> tuple[Term, ...]:
        """Who held which office when, as the papers witness it: of a person, in a body, in a country, or all terms."""
        known = terms(sights(self.entries(kinds=["office"])))
        if entity is None:
            return known
        land = dict(self.entity(entity).identifiers).get("gazetteer")
        return tuple(term for term in known if entity in (term.person, term.body) or (land and term.country == land))

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in the order decided, undone ones too."""
        return answers.judgements(self._database)

    def standing(self) -> tuple[Judgement, ...]:
        """What people decided and nobody has undone."""
        return standing(self.judgements())

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in the order decided, each with what became of it."""
        return answers.decisions(self._database)

    # Lists of reference data

    def add_references(self, named: ReferenceList, references: Iterable[Reference], keys: Keys) -> ReferenceList:
        """Store a list, whole or not at all, over an earlier one of that name; `keys` says what an entry is looked up
        by."""
        return references_.add(self._database, named, references, keys)

    def freshen_references(self, version: str, keys: Keys) -> None:
        """Make the keys anew of every list whose keys are of another version."""
        references_.freshen(self._database, version, keys)

    def reference_lists(self) -> tuple[ReferenceList, ...]:
        """Every list of reference data, by name."""
        return references_.lists(self._database)

    def remove_references(self, name: str) -> None:
        """Take a list out. Raises `NotFound`."""
        references_.remove(self._database, name)

    def references_with(self, key: str, most: int = 400) -> tuple[int, ...]:
        """The numbers of the entries of lists that share a key; none where more than `most` do."""
        return references_.with_key(self._database, key, most)

    def reference(self, number: int) -> Reference:
        """The entry of a list by its number. Raises `NotFound`."""
        return references_.numbered(self._database, number)

    def reference_of(self, name: str, id_: str) -> Reference:
        """The entry of the list `name` by its id there. Raises `NotFound`."""
        return references_.by_id(self._database, name, id_)

    def whole(self) -> Iterator[tuple[Outline, Findings]]:
        """Every paper with what was found in it, by id, one at a time: what an export is made of."""
        for card in sorted(self.papers(), key=lambda card: card.id):
            yield self.outline(card.id), self.findings(card.id)

    def orphans(self) -> tuple[Orphan, ...]:
        """Evidence that no longer says what it said, and judgements whose subjects are gone."""
        return answers.orphans(self._database)
