"""Find the meetings of a paper: read it sentence by sentence, join what is told twice, give each its source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from greffier.extract.meetings.author import author_of
from greffier.extract.meetings.merge import Encounter, translated, weave
from greffier.extract.meetings.minutes import sitting_of
from greffier.extract.meetings.rolls import listed
from greffier.extract.meetings.telling import Place, Told
from greffier.extract.meetings.told import tell
from greffier.extract.meetings.triggers import read_words
from greffier.extract.reading import Reading
from greffier.model.entry import Meeting, Participant
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "meetings 1"
TITLES = frozenset({"title", "heading", "metadata"})
PASSED = frozenset({"byline", "dateline", "note", "signature"})
PROVISIONS = frozenset({"recital", "request"})  # they recall encounters, and tell of none at length
QUOTED = 3  # evidence: sentences of one encounter at most


def find_meetings(reading: Reading) -> Iterator[Meeting]:
    """Yield each encounter of the paper once, in reading order."""
    groups: dict[tuple[int | None, int | None], list[Told]] = defaultdict(list)
    for told in tellings(reading):
        passage = reading.scenes[told.scene].passage
        groups[passage.article, passage.version].append(told)
    articles: dict[int | None, list[Encounter]] = defaultdict(list)
    for (article, _), found in groups.items():
        here = weave(found)
        articles[article] = list(translated(articles[article], here)) if articles[article] else list(here)
    for encounters in articles.values():
        for encounter in encounters:
            yield meeting_of(reading, encounter)


def tellings(reading: Reading) -> Iterator[Told]:
    """Each telling of an encounter in the paper, in reading order."""
    author = author_of(reading)
    sitting, body = sitting_of(reading)
    if sitting is not None:
        yield sitting
    for index, scene in enumerate(reading.scenes):
        if index < body:
            continue
        if scene.passage.kind in PASSED:
            continue
        words = read_words(scene)
        if not words.triggers and not words.occasions:
            continue
        today = reading.date_at(scene)
        for sentence in scene.passage.sentences or (Span(0, len(scene.text)),):
            told = tell(Place(index, scene, words, sentence, today, scene.passage.kind in TITLES, author))
            yield from (t for t in told if not (t.joins and scene.passage.kind in PROVISIONS))
        yield from listed(reading.scenes, index, words)


def meeting_of(reading: Reading, encounter: Encounter) -> Meeting:
    """The entry, with its evidence, confidence and reason."""
    spans = tuple(dict.fromkeys(_evidence(reading, encounter.told)))
    first = encounter.told[0]
    sitting = encounter.ordinal is not None or encounter.family == "session" or not encounter.persons
    return Meeting(
        id=content_id(reading.paper, "meeting", encounter.value, encounter.date, *sorted(encounter.persons), *spans),
        paper=reading.paper,
        lang=reading.scenes[first.scene].passage.lang,
        evidence=spans,
        confidence=_confidence(encounter),
        reason=f"{encounter.value} told by {_words(reading, first)}: {first.why}",
        method=METHOD,
        date=encounter.date,
        place=encounter.place,
        participants=tuple(_participant(reading, who) for who in encounter.persons),
        status=encounter.status,
        mode=encounter.mode,
        session_body=(encounter.body or (encounter.bodies[0] if encounter.bodies else None)) if sitting else None,
        session_ordinal=encounter.ordinal,
        topics=encounter.topics,
    )


def _words(reading: Reading, told: Told) -> str:
    words = reading.scenes[told.scene].text[told.trigger.start : told.trigger.end]
    return f"“{words}”" if words else "a list"


def _evidence(reading: Reading, told: Iterable[Told]) -> Iterator[Span]:
    quoted: list[tuple[int, Span]] = []
    for one in told:
        if (one.scene, one.sentence) not in quoted and len(quoted) < QUOTED:
            quoted.append((one.scene, one.sentence))
            yield from reading.scenes[one.scene].passage.evidence(one.sentence.start, one.sentence.end)


def _participant(reading: Reading, who: str) -> Participant:
    appearance = reading.cast.appearances[who]
    offices = reading.cast.offices.get(who, ())
    role = next((office for office in offices if not office.former), None)
    return Participant(
        appearance=who,
        name=appearance.name,
        role=role.code if role else None,
        country=(role.country if role else None) or appearance.country,
    )


def _confidence(encounter: Encounter) -> float:
    told = [t for t in encounter.told if not t.joins]
    best = max((t.points for t in told), default=3)
    sure = 0.45 + 0.06 * min(best, 5) + (0.08 if len(encounter.persons) > 1 else 0) + (0.06 if encounter.date else 0)
    return round(min(sure + 0.04 * (len(told) - 1), 0.95), 2)
