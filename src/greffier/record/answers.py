"""What the record holds of papers, problems and judgements."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from greffier.model.errors import NotFound
from greffier.model.judgement import Judgement
from greffier.model.outline import Outline
from greffier.model.page import Layout
from greffier.record.database import Database
from greffier.record.judged import OVER_ENTITIES, OVER_ENTRIES, standing
from greffier.record.layouts import unpacked
from greffier.record.linked import holds
from greffier.record.rows import Values, outline_from, passage_from, storable
from greffier.record.views import Counts, Decision, Orphan, PaperCard, Problem

SHORTEST = 6  # hex digits: the shortest beginning of an id that is taken for one


def papers(database: Database) -> tuple[PaperCard, ...]:
    """Every paper, the latest published first."""
    sources: dict[str, list[str]] = {}
    for paper_id, source in database.ask("all_sources"):
        sources.setdefault(paper_id, []).append(source)
    return tuple(_card(row, tuple(sources.get(row[0], ()))) for row in database.ask("papers"))


def paper(database: Database, name: str) -> PaperCard:
    """The paper of an id, the beginning of one, or a file name."""
    row = database.one("paper", paper=name)
    if row is None:
        found = database.ask("papers_like", id=beginning(name), file=storable(name))
        if len(found) > 1:
            raise NotFound(f"{len(found)} papers answer to {name!r}. Give the id of one: greffier papers lists them")
        if not found:
            raise NotFound(f"no paper answers to {name!r}. greffier papers lists what is filed")
        row = database.one("paper", paper=found[0][0])
    assert row is not None
    return _card(row, tuple(one[0] for one in database.ask("sources_of_paper", paper=row[0])))


def beginning(name: str) -> str:
    """The LIKE pattern of ids that begin with `name`; one that fits nothing where it is no beginning of an id."""
    return name + "%" if len(name) >= SHORTEST and all(c in "0123456789abcdef" for c in name) else "-"


def _card(row: tuple[Any, ...], sources: tuple[str, ...]) -> PaperCard:
    id_, file, media, kind, title, publisher, published, languages, listed, words, entries = row
    return PaperCard(
        id_,
        file,
        media,
        kind,
        title,
        publisher,
        published,
        tuple(json.loads(languages)),
        tuple(json.loads(listed)),
        words,
        entries,
        sources,
    )


def text(database: Database, paper_id: str) -> str:
    """A paper's canonical text."""
    row = database.one("text", paper=paper_id)
    if row is None:
        raise NotFound(f"no paper has the id {paper_id!r}. greffier papers lists what is filed")
    return bytes(row[0]).decode("utf-8", "surrogatepass")


def layout(database: Database, paper_id: str) -> Layout | None:
    """Where a paper's text stands on its pages; None of a paper without pages."""
    row = database.one("layout", paper=paper_id)
    return unpacked(bytes(row[0])) if row else None


def outline(database: Database, paper_id: str) -> Outline:
    """A paper with its parts and passages."""
    row = database.one("paper_whole", paper=paper_id)
    if row is None:
        raise NotFound(f"no paper has the id {paper_id!r}. greffier papers lists what is filed")
    sources = database.ask("sources_of_paper", paper=paper_id)
    passages = tuple(passage_from(one) for one in database.ask("passages", paper=paper_id))
    return outline_from(paper_id, row, sources[0][0] if sources else "", text(database, paper_id), passages)


def problems(database: Database) -> tuple[Problem, ...]:
    """Every file that could not be read."""
    return tuple(Problem(*row) for row in database.ask("problems"))


def judgements(database: Database) -> tuple[Judgement, ...]:
    """What people decided, in order."""
    return tuple(
        Judgement(id_, verdict, tuple(json.loads(subjects)), who, at, why, value)
        for id_, verdict, subjects, who, at, why, value in database.ask("judgements")
    )


def judgement_values(judgement: Judgement) -> Values:
    """A judgement as its row."""
    made: Values = {key: storable(value) for key, value in asdict(judgement).items() if key != "subjects"}
    return made | {"subjects": json.dumps(judgement.subjects)}


def counts(database: Database) -> Counts:
    """What the record holds, in numbers."""
    languages: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    words = 0
    for langs, kind, number, total in database.ask("count_papers"):
        languages[(json.loads(langs) or ["?"])[0]] += number
        kinds[kind] += number
        words += int(total)
    return Counts(
        papers=sum(kinds.values()),
        words=words,
        passages=_number(database, "count_passages"),
        mentions=_number(database, "count_mentions"),
        judgements=len(database.ask("judgements")),
        problems=len(database.ask("problems")),
        languages=dict(sorted(languages.items())),
        paper_kinds=dict(sorted(kinds.items())),
        entities=dict(database.ask("count_entities")),
        entries=dict(database.ask("count_entries")),
    )


def _number(database: Database, name: str) -> int:
    row = database.one(name)
    return int(row[0]) if row else 0


def orphans(database: Database) -> tuple[Orphan, ...]:
    """Evidence whose words are not those stored with it, and judgements on what is gone."""
    found = []
    for card in papers(database):
        canonical = storable(text(database, card.id))
        for entry, start, end, quote in database.ask("evidence_of_paper", paper=card.id):
            if canonical[start:end] != quote or not quote:
                found.append(Orphan(entry, card.id, f"code points {start} to {end} do not hold the words quoted"))
    for decision in decisions(database):
        judgement = decision.judgement
        if decision.state == "orphaned":
            why = f"{judgement.verdict} by {judgement.who}, {judgement.at[:10]}, decides on what is no longer read"
            found.append(Orphan(judgement.id, None, why))
    return tuple(found)


def decisions(database: Database) -> tuple[Decision, ...]:
    """What people decided, in order, and what became of it."""
    listed = judgements(database)
    stand = {judgement.id for judgement in standing(listed)}
    entry_ids = {row[0] for row in database.ask("entry_ids")}
    appearance_ids = {row[0] for row in database.ask("appearance_ids")}

    def state(judgement: Judgement) -> str:
        if judgement.verdict == "undo":
            return "undo"
        if judgement.id not in stand:
            return "undone"
        if judgement.verdict in OVER_ENTRIES:
            return "standing" if all(subject in entry_ids for subject in judgement.subjects) else "orphaned"
        return "standing" if judgement.verdict in OVER_ENTITIES and holds(judgement, appearance_ids) else "orphaned"

    return tuple(Decision(judgement, state(judgement)) for judgement in listed)
