"""What changes the record, each change one transaction: a kill at any moment leaves it done or not done."""

from collections.abc import Iterable
from pathlib import PurePath

from greffier.model.errors import NotFound, RecordError
from greffier.model.judgement import Judgement
from greffier.record import answers
from greffier.record.database import Database
from greffier.record.entries import one
from greffier.record.judged import OVER_ENTITIES, OVER_ENTRIES, corrections
from greffier.record.rows import PaperRows, storable
from greffier.record.views import Problem

VERDICTS = OVER_ENTRIES | OVER_ENTITIES | {"undo"}
STALE = [{"key": "stale", "value": "1"}]


def name_order(source: str) -> tuple[str, str]:
    """By which of several sources a paper is read and named: the first by file name, then by path."""
    return PurePath(source).name, source


def file_paper(database: Database, rows: PaperRows, source: str) -> str:
    """Store `rows`, over what an earlier reading of the same bytes or an earlier file at `source` left."""
    with database.transaction():
        before = database.one("paper_of_source", source=source)
        sources = [row[0] for row in database.ask("sources_of_paper", paper=rows.paper)]
        database.tell("remove_paper", [{"paper": rows.paper}])
        for name, values in rows.tables:
            database.tell(name, values)
        database.tell("add_source", [{"source": one, "paper": rows.paper} for one in {*sources, source}])
        if before is not None and before[0] != rows.paper:
            _settle(database, before[0])
        database.tell("remove_problem", [{"source": source}])
        database.tell("set_meta", STALE)
    return "replaced" if before is not None else "filed"


def add_source(database: Database, source: str, paper: str) -> None:
    """A further path of a paper that is stored already."""
    with database.transaction():
        before = database.one("paper_of_source", source=source)
        database.tell("add_source", [{"source": source, "paper": paper}])
        if before is not None and before[0] != paper:
            _settle(database, before[0])
        database.tell("remove_problem", [{"source": source}])


def add_problem(database: Database, problem: Problem) -> None:
    """A file that could not be read; what was read from it before stays."""
    values = {
        "source": storable(problem.source),
        "reason": storable(problem.reason),
        "remedy": storable(problem.remedy),
    }
    with database.transaction():
        database.tell("add_problem", [values])


def remove_problem(database: Database, source: str) -> None:
    """The file reads well after all."""
    with database.transaction():
        database.tell("remove_problem", [{"source": source}])


def forget(database: Database, source: str) -> bool:
    """Remove one path, and the paper with it if no other path holds it."""
    with database.transaction():
        row = database.one("paper_of_source", source=source)
        listed = any(one.source == source for one in answers.problems(database))
        database.tell("remove_source", [{"source": source}])
        database.tell("remove_problem", [{"source": source}])
        if row is not None:
            _settle(database, row[0])
    return row is not None or listed


def judge(database: Database, judgement: Judgement) -> None:
    """Add a judgement whose subjects are all there."""
    with database.transaction():
        _check(database, judgement)
        database.tell("add_judgement", [answers.judgement_values(judgement)])
        database.tell("set_meta", STALE)


def take_over(database: Database, judgements: Iterable[Judgement]) -> int:
    """Add judgements from another log, known ones once; one on what is not here is an orphan until it is. How many
    are new."""
    known = {judgement.id for judgement in answers.judgements(database)}
    rows = {}
    for number, judgement in enumerate(judgements, 1):
        if judgement.verdict not in VERDICTS:
            kinds = ", ".join(sorted(VERDICTS))
            raise RecordError(f"decision {number}: {judgement.verdict!r} is no verdict; a decision is one of {kinds}")
        texts = (judgement.id, judgement.who, judgement.at, judgement.why, judgement.value, *judgement.subjects)
        if not all(isinstance(one, str) for one in texts) or not judgement.subjects:
            raise RecordError(f"decision {number} lacks an id, a who, an at or its subjects")
        if judgement.id not in known:
            rows[judgement.id] = answers.judgement_values(judgement)
    with database.transaction():
        database.tell("add_judgement", list(rows.values()))
        database.tell("set_meta", STALE)
    return len(rows)


def _check(database: Database, judgement: Judgement) -> None:
    for subject in judgement.subjects:
        if judgement.verdict in OVER_ENTRIES:
            if not database.one("entry", entry=subject):
                raise NotFound(f"no entry has the id {subject}. greffier show NAME gives the ids")
        elif judgement.verdict in OVER_ENTITIES:
            if not database.one("appearance", appearance=subject):
                raise NotFound(f"nobody in the record has the id {subject}. greffier show NAME gives the ids")
        elif subject not in {each.id for each in answers.judgements(database)}:
            raise NotFound(f"no judgement has the id {subject}. greffier judgements lists them")
    if judgement.verdict == "correct":
        for subject in judgement.subjects:
            corrections(one(database, subject).entry, judgement.value)


def _settle(database: Database, paper: str) -> None:
    """After one of its sources went: drop a paper without any, name the others by the first they have left."""
    sources = [row[0] for row in database.ask("sources_of_paper", paper=paper)]
    if not sources:
        database.tell("remove_paper", [{"paper": paper}])
        database.tell("set_meta", STALE)
        return
    name = PurePath(min(sources, key=name_order)).name
    row = database.one("reading_of_paper", paper=paper)
    if row is not None and row[1] != name:
        database.tell("rename_paper", [{"paper": paper, "file": name}])  # read again when it is filed again
