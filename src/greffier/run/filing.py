"""File papers: find the files, skip what is unchanged, read the others in worker processes, store each at once.

The record that results does not depend on the order of the files, nor on the number of processes, nor on where a run
was killed before: a paper is one transaction, and files of the same bytes are read under the first of their names.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from greffier.model.ids import file_id
from greffier.record.changes import name_order
from greffier.record.record import Record
from greffier.record.rows import PaperRows
from greffier.record.views import Problem
from greffier.run.pool import Lost, work_through
from greffier.run.reading import read_rows, version
from greffier.run.sources import find_files, name_of, read_file

SECONDS = 60.0  # allowed for one paper, and the same again for each megabyte of it
WORTH = 6  # papers that are worth a further process, which needs a second or two to load the lexicons


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: `filed`, `changed`, `again` (read by another Greffier), `unchanged`, `copy`, `failed`."""

    source: str
    state: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class How:
    """How to file: processes (None: as many as are worth it), seconds for one paper, whether to read all again."""

    jobs: int | None = None
    seconds: float = SECONDS
    again: bool = False
    read: Callable[[bytes, str], PaperRows | Problem] = read_rows


def file_papers(record: Record, paths: Sequence[str | Path], how: How | None = None) -> Iterator[Outcome]:
    """File every file of `paths`, yielding what became of each as it is done."""
    desk = _Desk(record, how or How())
    copies: list[Path] = []
    yield from desk.file(find_files(paths, record=record.place), copies, count_files(paths))
    while copies:  # of what was being read a moment ago
        left: list[Path] = []
        yield from desk.file(iter(copies), left, len(copies))
        copies = left


def count_files(paths: Iterable[str | Path]) -> int:
    """How many files `paths` stand for."""
    return sum(1 for _ in find_files(paths))


class _Desk:
    """One run: what the record has, and what is being read."""

    def __init__(self, record: Record, how: How) -> None:
        self._record = record
        self._how = how
        self._reading = version()
        self._papers: dict[str, tuple[str, str]] = {}  # paper: (version that read it, name it was read under)
        self._sources: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}
        for source, paper, reading, file in record.readings():
            self._papers[paper] = (reading, file)
            self._note(source, paper)
        self._under_way: set[str] = set()
        self._aside: list[Outcome] = []

    def file(self, found: Iterable[Path | Problem], copies: list[Path], number: int) -> Iterator[Outcome]:
        jobs = self._how.jobs or min(os.cpu_count() or 1, 1 + number // WORTH)
        work = work_through(self._tasks(found, copies), self._how.read, jobs=jobs)
        for (source, paper), result in work:
            yield from self._set_aside()
            yield self._store(source, paper, result)
        yield from self._set_aside()

    def _tasks(
        self, found: Iterable[Path | Problem], copies: list[Path]
    ) -> Iterator[tuple[tuple[str, str], tuple[object, ...], float]]:
        """What must be read; what need not be is settled here, and its outcome set aside."""
        for path in found:
            data = path if isinstance(path, Problem) else read_file(path)
            if isinstance(data, Problem):
                self._aside.append(self._fail(data))
                continue
            assert isinstance(path, Path)
            source, paper = name_of(path), file_id(data)
            if paper in self._under_way:
                copies.append(path)
                continue
            name = PurePath(min({*self._names.get(paper, ()), source}, key=name_order)).name
            if self._papers.get(paper) == (self._reading, name) and not self._how.again:
                self._aside.append(self._keep(source, paper))
                continue
            self._under_way.add(paper)
            seconds = self._how.seconds * (1 + len(data) / 1_000_000)
            yield (source, paper), (data, name), seconds

    def _note(self, source: str, paper: str) -> None:
        before = self._sources.get(source)
        if before is not None:
            self._names[before].discard(source)
        self._sources[source] = paper
        self._names.setdefault(paper, set()).add(source)

    def _set_aside(self) -> Iterator[Outcome]:
        yield from self._aside
        self._aside.clear()

    def _keep(self, source: str, paper: str) -> Outcome:
        before = self._sources.get(source)
        if before == paper:
            self._record.remove_problem(source)
            return Outcome(source, "unchanged")
        self._record.add_source(source, paper)
        self._note(source, paper)
        return Outcome(source, "changed" if before else "copy")

    def _store(self, source: str, paper: str, result: PaperRows | Problem | Lost) -> Outcome:
        self._under_way.discard(paper)
        if isinstance(result, Lost):
            return self._fail(_lost(source, result))
        if isinstance(result, Problem):
            return self._fail(replace(result, source=source))
        before = self._sources.get(source)
        known = paper in self._papers
        self._record.file(result, source)
        self._papers[paper] = (self._reading, result.file)
        self._note(source, paper)
        if before is None:
            return Outcome(source, "copy" if known else "filed")
        return Outcome(source, "again" if before == paper else "changed")

    def _fail(self, problem: Problem) -> Outcome:
        self._record.add_problem(problem)
        return Outcome(problem.source, "failed", problem)


def _lost(source: str, lost: Lost) -> Problem:
    if lost.seconds is None:
        return Problem(source, "the process that read it died", "Split it, or save it as plain text and file that")
    return Problem(
        source, f"reading it took more than {lost.seconds:.0f} seconds", "Split it, or allow more with --seconds"
    )
