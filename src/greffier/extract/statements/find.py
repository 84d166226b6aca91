"""Statements: what the persons and bodies of a paper are reported to have said.

Direct speech is what stands in quotation marks, over several paragraphs where a paragraph leaves them open; indirect
speech is the clause under a verb of speech. In a verbatim report each turn ("Name (group): …") is one statement. A
statement whose speaker the paper does not show is kept with its speaker left open.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.reading import Reading, Scene
from greffier.extract.statements.attribution import pointing
from greffier.extract.statements.content import Said
from greffier.extract.statements.flow import Flow, ends, flowing
from greffier.extract.statements.speaker import PROVISIONS, Subject
from greffier.extract.statements.speech import stretches
from greffier.extract.statements.turns import turns
from greffier.model.entry import Statement
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "statements 1"


def find_statements(reading: Reading) -> Iterator[Statement]:
    """Yield each statement of the paper, in reading order."""
    spoken = turns(reading)
    yield from spoken.statements
    flow = Flow()
    made: list[Statement] = []
    unfinished = False
    for scene in reading.scenes:
        if scene.passage.index in spoken.passages or scene.passage.kind in ("title", "byline", "metadata"):
            continue
        for stretch in stretches(scene):
            open_ended = bool(made) and made[-1].direct and not made[-1].speaker
            reporter = pointing(scene, stretch) if open_ended else None
            if reporter is not None:
                made[-1] = _spoken(made[-1], scene, stretch, reporter)
                flow = replace(flow, last=reporter, told=True)
                continue
            goes_on = unfinished and scene.text[stretch.start : stretch.start + 1] in '“„”«»"'
            found, flow = flowing(scene, stretch, flow, alone=scene.passage.kind in PROVISIONS)
            for where, said in found:
                statement = _statement(reading, where, said)
                if goes_on and said.direct and not said.verb:
                    made[-1] = _longer(made[-1], statement)
                    goes_on = False
                    continue
                unfinished = said.direct and _left_open(where, said.content)
                made.append(statement)
        if ends(scene):
            flow = Flow()
    yield from made


def _spoken(statement: Statement, scene: Scene, stretch: Span, subject: Subject) -> Statement:
    """The statement with the speaker whom the next sentence names ("This was said by X")."""
    return replace(
        statement,
        speaker=subject.appearance,
        evidence=(*statement.evidence, *scene.passage.evidence(stretch.start, stretch.end)),
        confidence=round(subject.confidence * 0.9, 2),
        reason=f"speaker {subject.how}, in the next sentence",
    )


def _left_open(scene: Scene, content: Span) -> bool:
    return any(quote.inner == content and not quote.closed for quote in scene.quotes)


def _longer(first: Statement, more: Statement) -> Statement:
    return replace(first, evidence=(*first.evidence, *more.evidence), quote=f"{first.quote}\n{more.quote}")


def _statement(reading: Reading, scene: Scene, said: Said) -> Statement:
    quote = re.sub(r"\s+", " ", said.content.of(scene.text)).strip()
    evidence = scene.passage.evidence(said.whole.start, said.whole.end)
    speaker = said.subject.appearance if said.subject else None
    return Statement(
        id=content_id(reading.paper, "statement", speaker, quote, evidence[0].start),
        paper=reading.paper,
        lang=scene.passage.lang,
        evidence=evidence,
        confidence=said.confidence,
        reason=f"speaker {said.subject.how}" if said.subject else "the paper does not show who speaks",
        method=METHOD,
        speaker=speaker,
        direct=said.direct,
        quote=quote,
    )
