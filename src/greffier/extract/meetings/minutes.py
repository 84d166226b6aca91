"""The sitting that minutes record: its day from their head, and those whom the labels at the head list as present.

"Present:", "Aanwezig:", "Til stede:" or a table's first column say who was there; "Excused:" who was not. Who is only
named in a title ("adviser to X") was not there.
"""

import re

from greffier.extract.chunks import Date
from greffier.extract.meetings.circumstances import near_by
from greffier.extract.meetings.parties import Party, persons
from greffier.extract.meetings.sessions import body_of, ordinal_of
from greffier.extract.meetings.telling import Told
from greffier.extract.meetings.triggers import Trigger, Words, read_words
from greffier.extract.reading import Reading, Scene
from greffier.model.span import Span

HEAD = 14  # passages at the head of minutes that may list those present
SEPARATOR = re.compile(r"[,;|.•–—:)]")
LABEL_END = re.compile(r"[^.;:|]{0,40}[:|]")  # "Present for Belgium:", "| Chair |"
LABEL_START = re.compile(r"(?:^|[|.;:*])[\s*]*$")


def sitting_of(reading: Reading) -> tuple[Told | None, int]:
    """The sitting as the head of the minutes tells it, and the index of the first scene behind the lists.

    None and 0 where the paper is no minutes, or lists nobody.
    """
    if reading.outline.kind != "minutes":
        return None, 0
    there: dict[str, None] = {}
    behind = 0
    for index, scene in enumerate(reading.scenes[:HEAD]):
        listed = tuple(_listed(scene))
        there.update(dict.fromkeys(listed))
        if listed:
            behind = index + 1
    if not there:
        return None, 0
    index, date = _day(reading, behind)
    scene = reading.scenes[index]
    sentence = scene.sentence_at(date.start) if date else Span(0, len(scene.text))
    edtf = date.edtf if date else reading.outline.published
    triggers = [t for t in read_words(scene).triggers if sentence.start <= t.start < sentence.end and not t.verb]
    trigger = triggers[0] if triggers else Trigger(sentence.start, sentence.end, "meeting", False)
    ordinal = ordinal_of(scene, sentence, trigger)
    told = Told(
        scene=index,
        sentence=sentence,
        clause=sentence,
        trigger=Trigger(trigger.start, trigger.end, "meeting", False),
        persons=tuple(there),
        date=edtf,
        ordinal=ordinal[0] if ordinal else None,
        body=body_of(scene, sentence, trigger),
        recent=near_by(edtf, reading.outline.published),
        points=6,
        why="the sitting that the minutes record, with those they list as present",
    )
    return told, behind


def _listed(scene: Scene) -> list[str]:
    """Those whom the passage lists behind a label of presence."""
    labels = [
        hit
        for hit in scene.lexicon.patterns("minutes").find(scene.text, scene.lower)
        if LABEL_END.match(scene.text, hit.end) and LABEL_START.search(scene.text[max(0, hit.start - 6) : hit.start])
    ]
    if not labels:
        return []
    words = read_words(scene)
    found: list[str] = []
    for label, follower in zip(labels, [*labels[1:], None], strict=True):
        if label.pattern.value == "roll":
            span = Span(label.end, follower.start if follower else len(scene.text))
            found += _heads(scene, words, span)
    return found


def _heads(scene: Scene, words: Words, span: Span) -> list[str]:
    """The persons of a list, less those that another's title names: "Bo Lind, adviser to Cy Holm"."""
    found: list[Party] = []
    for party in persons(scene, words, span):
        gap = scene.text[found[-1].chunk.end : party.start] if found else ""
        if not party.governed and not re.search(r"\w", SEPARATOR.split(gap)[-1]):
            found.append(party)
    return [party.who for party in found]


def _day(reading: Reading, behind: int) -> tuple[int, Date | None]:
    """The scene that dates the sitting, and its date: the first full date at the head."""
    for index, scene in enumerate(reading.scenes[: max(behind, 4)]):
        for date in scene.dates:
            if len(date.edtf) == 10:
                return index, date
    return 0, None
