"""Statements: what the persons and bodies of a paper are reported to have said.

Direct speech is what stands in quotation marks, over several paragraphs where a paragraph leaves them open; indirect
speech is the clause under a verb of speech. In a verbatim report each turn ("Name (group): …") is one statement. A
statement whose speaker the paper does not show is kept with its speaker left open.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.reading import Reading, Scene
from greffier.extract.statements.flow import Flow, ends, flowing
from greffier.extract.statements.speech import Said, stretches
from greffier.extract.statements.turns import turns
from greffier.model.entry import Statement
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "statements 1"
PROVISIONS = frozenset({"recital", "request"})


def find_statements(reading: Reading) -> Iterator[Statement]:
    """Yield each statement of the paper, in reading order."""
    spoken = turns(reading)
    yield from spoken.statements
    flow = Flow()
    open_statement: Statement | None = None
    for scene in reading.scenes:
        if scene.passage.index in spoken.passages or scene.passage.kind in ("title", "byline", "metadata"):
            continue
        for stretch in stretches(scene):
            goes_on = open_statement is not None and scene.text[stretch.start : stretch.start + 1] in '“„”«»"'
            found, flow = flowing(scene, stretch, flow, alone=scene.passage.kind in PROVISIONS)
            for where, said in found:
                statement = _statement(reading, where, said)
                if goes_on and open_statement is not None and said.direct and not said.verb:
                    open_statement = _longer(open_statement, statement)
                    goes_on = False
                    continue
                if open_statement is not None:
                    yield open_statement
                    open_statement = None
                if said.direct and _left_open(where, said.content):
                    open_statement = statement
                else:
                    yield statement
        if ends(scene):
            flow = Flow()
    if open_statement is not None:
        yield open_statement


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
