"""Small invented papers, read and found in by hand, so that the store is tested without the readers."""

from greffier.model.entry import Entry, Meeting, Office, Participant, Provision, Undertaking
from greffier.model.findings import Appearance, Findings, Mention
from greffier.model.ids import content_id, file_id
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Part, Passage
from greffier.model.paper import Block, Metadata, Paper
from greffier.model.span import Span
from greffier.record.rows import PaperRows, rows_of

VISIT = "Verslag\n\nOp 3 mei 2021 ontving voorzitter Ada Verhulst de heer Öz Demir in Gent.\nZe vragen een zaal."


def read(text: str = VISIT, file: str = "verslag.txt") -> tuple[Outline, Findings]:
    """A paper of one meeting, one office, one undertaking and one request."""
    paper = Paper(
        id=file_id(text.encode("utf-8", "surrogatepass")),
        file=file,
        source=f"/desk/{file}",
        media="text/plain",
        text=text,
        blocks=(Block(Span(0, 7), "heading", 1, 1, (0.0, 1.5, 2.0, 3.0)),),
        metadata=Metadata(publisher="De griffie"),
        problems=("page 2 is blank. Scan it again",),
    )
    start = text.index("Op 3 mei")
    outline = Outline(
        paper=paper,
        kind="minutes",
        title="Verslag",
        publisher="De griffie",
        published="2021-05-04",
        languages=("nl",),
        parts=(Part(Span(0, 7), "heading", "nl", "Verslag"),),
        passages=(
            Passage(0, "title", "nl", text[:7], whole(Span(0, 7)), (Span(0, 7),)),
            Passage(1, "paragraph", "nl", text[start:], whole(Span(start, len(text)))),
        ),
    )
    return outline, _findings(paper)


def rows(text: str = VISIT, file: str = "verslag.txt") -> PaperRows:
    """The same paper, ready to be stored."""
    return rows_of(*read(text, file), reading="test")


def _findings(paper: Paper) -> Findings:
    chair = _appearance(paper, "person", "Ada Verhulst")
    guest = _appearance(paper, "person", "Öz Demir")
    city = _appearance(paper, "place", "Gent")
    meeting = Meeting(
        id=content_id(paper.id, "meeting", "2021-05-03"),
        paper=paper.id,
        lang="nl",
        evidence=(_span(paper, "Op 3 mei 2021 ontving"), _span(paper, "in Gent")),
        confidence=0.9,
        reason="a verb of receiving between two persons",
        method="meetings 1",
        date="2021-05-03",
        place=city.id,
        participants=(
            Participant(appearance=chair.id, name=chair.name, role="speaker", country="be"),
            Participant(appearance=guest.id, name="Öz Demir"),
        ),
        topics=("zaal",),
    )
    office = Office(
        id=content_id(paper.id, "office", chair.id),
        paper=paper.id,
        lang="nl",
        evidence=(_span(paper, "voorzitter"),),
        confidence=0.8,
        reason="a title before a name",
        method="offices 1",
        person=chair.id,
        role="speaker",
        title="voorzitter",
    )
    promise = Undertaking(
        id=content_id(paper.id, "undertaking", "zaal"),
        paper=paper.id,
        lang="nl",
        evidence=(_span(paper, "vragen een zaal"),),
        confidence=0.6,
        reason="a verb of asking",
        method="undertakings 1",
        parties=(chair.id, guest.id),
        what="een zaal",
        due="2022",
    )
    request = Provision(
        id=content_id(paper.id, "provision", "1"),
        paper=paper.id,
        lang="nl",
        evidence=(_span(paper, "Ze vragen"),),
        confidence=0.7,
        reason="a numbered item",
        method="provisions 1",
        type="request",
        label="1",
        parallel=("elsewhere",),
    )
    entries: tuple[Entry, ...] = (meeting, office, promise, request)
    mentions = tuple(Mention(one.id, paper.id, _span(paper, one.name)) for one in (chair, guest, city))
    return Findings(paper.id, (chair, guest, city), mentions, entries)


def _appearance(paper: Paper, kind: str, name: str) -> Appearance:
    return Appearance(
        id=content_id(paper.id, kind, name),
        paper=paper.id,
        kind=kind,
        name=name,
        names=(name, name.upper()),
        country="be" if kind == "place" else None,
        lang="nl",
        roles=("speaker",) if name.startswith("Ada") else (),
        identifiers=(("wikidata", "Q1"),) if kind == "place" else (),
        confidence=0.9,
        reason="a name after a title",
    )


def _span(paper: Paper, words: str) -> Span:
    start = paper.text.index(words)
    return Span(start, start + len(words))
