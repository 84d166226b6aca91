"""File papers: find the files, skip what is unchanged, read the others in worker processes, store each at once.

The record that results does not depend on the order of the files, nor on the number of processes, nor on where a run
was killed before: a paper is one transaction, and files of the same bytes are read under the first of their names.
"""

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from greffier.model.ids import file_id
from greffier.read.containers.kinds import ARCHIVES
from greffier.read.containers.unpack import Contents
from greffier.read.limits import Limits, limits
from greffier.record.changes import name_order
from greffier.record.record import Record
from greffier.record.rows import PaperRows, storable
from greffier.record.views import Problem
from greffier.run.pool import Lost, call, work_through
from greffier.run.reading import read_rows, unpack_file, version
from greffier.run.sources import container_in, find_files, name_of, read_file

SECONDS = 60.0  # allowed for one paper, and the same again for each megabyte of it
UNPACKED = 10_000_000  # bytes of a container that are worth the seconds of a paper
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
    """File every file of `paths`, and the papers in those that are containers, yielding what became of each as it is
    done."""
    allowed = limits()  # a setting that is no number is told before anything is read
    with tempfile.TemporaryDirectory(prefix="greffier-") as folder:
        desk = _Desk(record, how or How(), Path(folder), allowed)
        copies: list[Item] = []
        yield from desk.file(find_files(paths, record=record.place), copies, count_files(paths))
        while copies:  # of what was being read a moment ago
            left: list[Item] = []
            yield from desk.file(iter(copies), left, len(copies))
            copies = left


def count_files(paths: Iterable[str | Path]) -> int:
    """How many files `paths` stand for."""
    return sum(1 for _ in find_files(paths))


@dataclass(frozen=True, slots=True)
class Held:
    """A member of a container: its source, and the file that holds its bytes until it is filed."""

    source: str
    file: Path


Item = Path | Problem | Held


@dataclass(frozen=True, slots=True)
class _Job:
    """What a worker does: read a paper (its id), or unpack a container (no id; `kind`)."""

    source: str
    paper: str = ""
    kind: str = ""


Task = tuple[_Job, tuple[object, ...], float]


class _Desk:
    """One run: what the record has, what is being read, what has been unpacked and waits."""

    def __init__(self, record: Record, how: How, folder: Path, allowed: Limits) -> None:
        self._record = record
        self._how = how
        self._folder = folder
        self._allowed = allowed
        self._reading = version()
        self._papers: dict[str, tuple[str, str]] = {}  # paper: (version that read it, name it was read under)
        self._sources: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}
        for source, paper, reading, file in record.readings():
            self._papers[paper] = (reading, file)
            self._note(source, paper)
        self._under_way: set[str] = set()
        self._unpacked: set[Path] = set()
        self._aside: list[Outcome] = []
        self._held: deque[Held] = deque()
        self._ready: deque[Task] = deque()
        self._found: Iterator[Item] = iter(())
        self._copies: list[Item] = []

    def file(self, found: Iterable[Item], copies: list[Item], number: int) -> Iterator[Outcome]:
        jobs = self._how.jobs or min(os.cpu_count() or 1, 1 + number // WORTH)
        self._found, self._copies = iter(found), copies
        for job, result in work_through(self._next, call, jobs=jobs):
            yield from self._set_aside()
            if job.paper:
                yield self._store(job.source, job.paper, result)
            else:
                self._take_out(job, result)
        yield from self._set_aside()

    def _next(self) -> Task | None:
        """The next work; members of containers come before further files, so that few wait."""
        while not self._ready:
            item: Item | None = self._held.popleft() if self._held else next(self._found, None)
            if item is None:
                return None
            self._consider(item)
        return self._ready.popleft()

    def _consider(self, item: Item) -> None:
        """Make work of what must be read or unpacked; what need not be is settled here, its outcome set aside."""
        kind = container_in(item) if isinstance(item, Path) else None
        if isinstance(item, Path) and isinstance(kind, str):
            self._unpack(item, kind)
            if kind in ARCHIVES:
                return
        data = _bytes_of(item) if not isinstance(kind, Problem) else kind
        if isinstance(data, Problem):
            self._aside.append(self._fail(data))
            return
        assert not isinstance(item, Problem)
        source, paper = item.source if isinstance(item, Held) else name_of(item), file_id(data)
        if paper in self._under_way:
            self._copies.append(item)
            return
        if isinstance(item, Held):
            item.file.unlink()
        name = PurePath(min({*self._names.get(paper, ()), source}, key=name_order)).name
        if self._papers.get(paper) == (self._reading, name) and not self._how.again:
            self._aside.append(self._keep(source, paper))
            return
        self._under_way.add(paper)
        seconds = self._how.seconds * (1 + len(data) / 1_000_000)
        self._ready.append((_Job(source, paper), (self._how.read, data, name), seconds))

    def _unpack(self, path: Path, kind: str) -> None:
        if path in self._unpacked:
            return
        folder = self._folder / str(len(self._unpacked))
        folder.mkdir()
        self._unpacked.add(path)
        seconds = self._how.seconds * (1 + path.stat().st_size / UNPACKED)
        job = _Job(name_of(path), kind=kind)
        self._ready.append((job, (unpack_file, path, name_of(path), folder, self._allowed), seconds))

    def _take_out(self, job: _Job, result: Contents | Problem | Lost) -> None:
        """What a container holds, to be read next; what cannot be had of it is told."""
        own = job.source if job.kind in ARCHIVES else f"{job.source}/"  # a mail may be read where its attachments fail
        if isinstance(result, Lost):
            result = _lost(own, result)
        if isinstance(result, Problem):
            self._aside.append(self._fail(replace(result, source=own)))
            return
        self._record.remove_problem(own)
        self._held.extend(Held(storable(f"{job.source}/{one.name}"), Path(one.file)) for one in result.members)
        for one in result.refused:
            source = storable(f"{job.source}/{one.name}") if one.name else own
            self._aside.append(self._fail(Problem(source, one.reason, one.remedy)))
        if job.kind in ARCHIVES and not result.members and not result.refused:
            self._aside.append(self._fail(Problem(own, "there is no paper in it", "File it again once it holds one")))

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


def _bytes_of(item: Item) -> bytes | Problem:
    if isinstance(item, Path):
        return read_file(item)
    return item.file.read_bytes() if isinstance(item, Held) else item


def _lost(source: str, lost: Lost) -> Problem:
    if lost.seconds is None:
        return Problem(source, "the process that read it died", "Split it, or save it as plain text and file that")
    return Problem(
        source, f"reading it took more than {lost.seconds:.0f} seconds", "Split it, or allow more with --seconds"
    )
