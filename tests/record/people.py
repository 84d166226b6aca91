"""Small invented papers that name people, so that identity is tested without the readers."""

from greffier.model.entry import Office
from greffier.model.findings import Appearance, Findings, Mention
from greffier.model.ids import content_id, file_id
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Metadata, Paper
from greffier.model.span import Span
from greffier.record.record import Record
from greffier.record.rows import rows_of


def appearance(file: str, name: str, kind: str = "person") -> str:
    """The id of someone's appearance in the paper `file`."""
    return content_id(file, kind, name)


def file_people(record: Record, file: str, *names: str, offices: int = 1, kind: str = "person") -> str:
    """File a paper that names `names` and gives each `offices` entries; the paper's id."""
    text = "".join(f"{name} sat in the chair of {file}.\n" for name in names)
    paper = Paper(
        id=file_id(text.encode()),
        file=file,
        source=f"/desk/{file}",
        media="text/plain",
        text=text,
        blocks=(),
        metadata=Metadata(),
        problems=(),
    )
    passages = (Passage(0, "paragraph", "en", text, whole(Span(0, len(text)))),)
    outline = Outline(paper, "minutes", f"Paper {file}", None, "2021-05-04", ("en",), (), passages)
    found = [
        Appearance(
            appearance(file, name, kind), paper.id, kind, name, (name,), None, "en", (), (), 0.9, "a name in a chair"
        )
        for name in names
    ]
    spans = {one.id: Span(text.index(one.name), text.index(one.name) + len(one.name)) for one in found}
    entries = tuple(
        Office(
            id=content_id(paper.id, "office", one.id, number),
            paper=paper.id,
            lang="en",
            evidence=(spans[one.id],),
            confidence=0.9,
            reason="sat in a chair",
            method="test 1",
            person=one.id,
            role="speaker",
            title=f"chair {number}",
        )
        for one in found
        for number in range(offices)
    )
    mentions = tuple(Mention(id_, paper.id, span) for id_, span in spans.items())
    findings = Findings(paper.id, tuple(found), mentions, entries if kind == "person" else ())
    record.file(rows_of(outline, findings, "test"), paper.source)
    return paper.id
