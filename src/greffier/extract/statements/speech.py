"""Reported speech in one stretch of a passage: each verb of speech with its subject and what it reports.

A stretch is a sentence, or several where one quotation runs over them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.extract.chunks import Quote
from greffier.extract.reading import Scene
from greffier.extract.statements.attribution import joined, joined_at_once, subject_of
from greffier.extract.statements.speaker import Subject, speakers
from greffier.extract.statements.verbs import ALONE, FULL, aside, closing, hits_in
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

NEAR = 60  # code points between a quotation and its verb of speech
TRIM = " \t\n,;:–—-"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, in code points of the passage; `whole` also holds the words that say who said it."""

    content: Span
    whole: Span
    subject: Subject | None
    direct: bool
    verb: str
    confidence: float


def stretches(scene: Scene) -> Iterator[Span]:
    """Yield the sentences of the passage, those that one quotation runs over joined."""
    start: int | None = None
    for sentence in scene.passage.sentences:
        start = sentence.start if start is None else start
        if any(quote.start < sentence.end < quote.end - 1 for quote in scene.quotes):
            continue
        yield Span(start, sentence.end)
        start = None
    if start is not None:
        yield Span(start, len(scene.text))


def said_in(scene: Scene, stretch: Span, last: Subject | None) -> list[Said]:
    """What is said in `stretch`; `last` is who spoke before it, for what goes on without a name."""
    quotes = [quote for quote in scene.quotes if stretch.start <= quote.start and quote.end <= stretch.end]
    inner = [Span(quote.start, quote.end) for quote in quotes]
    hits, parted = hits_in(scene, stretch, inner)
    candidates = speakers(scene, stretch, inner)
    subjects: list[Subject | None] = []
    for index, hit in enumerate(hits):
        earlier = next((subject for subject in reversed(subjects) if subject), None)
        subject = subject_of(scene, stretch, hit, candidates, earlier, last)
        if subject and index and hits[index - 1].end <= subject.start < hit.start and joined_at_once(scene, hit):
            subject = joined(scene, hit, earlier)  # "it named X and Y, and demanded": not Y demanded
        subjects.append(subject)
    found: list[Said] = []
    for quote in quotes:
        if len(scene.text[quote.inner.start : quote.inner.end].split()) >= FULL:
            found += _quoted(scene, stretch, quote, hits, subjects, candidates, last)
    for index, (hit, subject) in enumerate(zip(hits, subjects, strict=True)):
        if subject is not None and not any(said.direct and _serves(scene, hit, said) for said in found):
            following = sorted([*(other.start for other in hits[index + 1 :]), *parted.get(hit.start, ())])
            if hit.start in parted:
                said = _bracketed(scene, stretch, hit, subject, following, parted[hit.start][-1])
                found += said or _reported(scene, stretch, hit, subject, following, quotes)
                continue
            found += _reported(scene, stretch, hit, subject, following, quotes)
        elif subject is not None and (ahead := _ahead_of_both(scene, stretch, hit, subject, quotes)) is not None:
            found.append(Said(ahead, stretch, subject, False, hit.pattern.value, round(subject.confidence * 0.9, 2)))
    return found


def _bracketed(
    scene: Scene, stretch: Span, hit: Hit, subject: Subject, following: Sequence[int], participle: int
) -> list[Said]:
    """What stands behind a participle and a comma: "hat gestern berichtet, das Land sei offen"."""
    comma = scene.text.find(",", participle, min(participle + 30, stretch.end))
    if comma < 0 or " " in scene.text[participle:comma]:
        return []
    end = next((other for other in following if other - comma > 12), stretch.end)
    content = trimmed(scene, comma, end)
    if len(content.of(scene.text).split()) < 3:
        return []
    return [Said(content, stretch, subject, False, hit.pattern.value, round(subject.confidence * 0.9, 2))]


def _ahead_of_both(scene: Scene, stretch: Span, hit: Hit, subject: Subject, quotes: Sequence[Quote]) -> Span | None:
    """The clause before a verb that a quotation follows: "The road is open, said X: “Come and see”."."""
    if subject.start < hit.end or not scene.text[: hit.start].rstrip().endswith(","):
        return None
    ahead = trimmed(scene, stretch.start, hit.start)
    if any(quote.start < ahead.end and ahead.start < quote.end for quote in quotes):
        return None
    return ahead if len(ahead.of(scene.text).split()) >= FULL else None


def _quoted(
    scene: Scene,
    stretch: Span,
    quote: Quote,
    hits: Sequence[Hit],
    subjects: Sequence[Subject | None],
    candidates: Sequence[object],
    last: Subject | None,
) -> Iterator[Said]:
    near = sorted(
        (
            (min(abs(hit.start - quote.end), abs(quote.start - hit.end)), hit, subject)
            for hit, subject in zip(hits, subjects, strict=True)
        ),
        key=lambda item: item[0],
    )
    close = [(hit, subject) for distance, hit, subject in near if distance <= NEAR]
    attributed = next(((hit, subject) for hit, subject in close if subject is not None), None)
    subject, verb = (attributed[1], attributed[0].pattern.value) if attributed else (None, "")
    if subject is None:
        subject = _before_colon(scene, stretch, quote)
    alone = len(scene.text[stretch.start : quote.start].split()) + len(scene.text[quote.end : stretch.end].split()) <= 2
    if subject is None and not hits and alone and last is not None:
        subject = Subject(last.appearance, last.start, last.end, "goes on speaking", 0.6)
    spoken = any(hit.pattern.value in ("say", "according", "opinion") for hit, _ in close)
    long = len(scene.text[quote.inner.start : quote.inner.end].split()) >= ALONE
    if subject is None and not (long and (spoken or (alone and scene.passage.kind == "paragraph"))):
        return  # words in quotation marks that nobody is said to have said: a title, a term
    confidence = subject.confidence if subject else 0.3
    yield Said(quote.inner, stretch, subject, True, verb, confidence)


def _before_colon(scene: Scene, stretch: Span, quote: Quote) -> Subject | None:
    head = scene.text[stretch.start : quote.start].rstrip()
    if not head.endswith(":"):
        return None
    named = list(scene.meant(Span(stretch.start, quote.start), "person", "body"))
    persons = [c for c in named if c.kind == "person"] or named
    if not persons:
        return None
    return Subject(persons[-1].appearance, persons[-1].start, persons[-1].end, "named before the colon", 0.75)


def _serves(scene: Scene, hit: Hit, said: Said) -> bool:
    """Whether `hit` is the verb of the quotation `said`: it stands next to it, with nothing else reported."""
    between = (
        scene.text[said.content.end : hit.start]
        if hit.start >= said.content.end
        else scene.text[hit.end : said.content.start]
    )
    if hit.pattern.value == "object" and not between.rstrip(" \n\"'“„”«»‘’").endswith(":"):
        return False
    return said.whole.start <= hit.start < said.whole.end and len(between.split()) <= 8


def _reported(
    scene: Scene, stretch: Span, hit: Hit, subject: Subject, following: Sequence[int], quotes: Sequence[Quote]
) -> Iterator[Said]:
    start, end = hit.end, stretch.end
    if subject.start >= hit.end and subject.start - hit.end <= 60:
        start = subject.end
    opened = aside(scene, stretch, hit)
    if opened is not None:
        comma = scene.text.find(",", hit.end, stretch.end)
        start, end = (stretch.start, opened - 1) if opened > stretch.start else (comma + 1 or hit.end, stretch.end)
    elif hit.pattern.value == "according":
        comma = scene.text.find(",", start, min(start + 60, end))
        start = comma + 1 if comma >= 0 else start
    elif hit.pattern.value == "say" and subject.end <= hit.start and _told_before(scene, stretch, subject, hit, end):
        end = subject.start
        start = stretch.start
    start = _past_hearer(scene, hit, start, end)
    for other in following:
        if other - start > 12:
            end = other
            break
    content = trimmed(scene, start, end)
    inverted = scene.lexicon.text("speech", "inversion") == "v2" and subject.start >= hit.end
    if inverted and closing(scene, stretch, hit):
        content = Span(start, start)  # "…, said X": what comes behind the speaker is when and where
    words = len(re.findall(r"\w+", content.of(scene.text)))
    if 0 < words < 3 and hit.pattern.value == "object" and not content.of(scene.text).endswith(":"):
        pass  # "X praised the reform"
    elif words < 3:
        # what is said stands before its verb: before the subject, or between subject and verb where the verb comes last
        ahead = trimmed(scene, stretch.start, subject.start if subject.end <= hit.start else hit.start)
        between = trimmed(scene, subject.end, hit.start) if subject.end <= hit.start else ahead
        content = max(ahead, between, key=lambda span: span.end - span.start)
        if len(scene.text[content.start : content.end].split()) < 3:
            return
    quoted = sum(
        min(q.end, content.end) - max(q.start, content.start)
        for q in quotes
        if q.start < content.end and content.start < q.end
    )
    direct = quoted * 2 > content.end - content.start
    sure = {"say": 1.0, "according": 1.0, "opinion": 0.9, "about": 0.85, "object": 0.8}[hit.pattern.value]
    yield Said(content, stretch, subject, direct, hit.pattern.value, round(subject.confidence * sure, 2))


def _past_hearer(scene: Scene, hit: Hit, start: int, end: int) -> int:
    """Where the reported clause begins, past who was told or where it was said ("said in Rome that")."""
    words = list(re.finditer(r"[\w']+|[,;:]", scene.lower[start : min(end, start + NEAR)]))[: ALONE - 1]
    that = scene.lexicon.words("speech", "that")
    place = next((index for index, word in enumerate(words) if word.group() in that), 0)
    if place == 0 or any(word.group() in ",;:" for word in words[:place]):
        return start
    known = words[0].group() in scene.lexicon.words("speech", "oblique") or place == 1
    return start + words[place].start() if known or hit.pattern.value == "about" else start


def _told_before(scene: Scene, stretch: Span, subject: Subject, hit: Hit, end: int) -> bool:
    """Whether what is said ends at the subject ("the road is open, the Minister said in a letter")."""
    ahead, behind = scene.lower[stretch.start : subject.start], scene.lower[hit.end : end].split()
    comma = ahead.rfind(",")
    oblique = scene.lexicon.words("speech", "oblique")
    return (
        len(ahead[: max(comma, 0)].split()) >= FULL
        and len(ahead[comma:].split()) <= FULL
        and ahead.split()[0] not in oblique
        and 0 < len(behind) <= ALONE
        and behind[0] in oblique
        and scene.lexicon.words("speech", "that").isdisjoint(behind)
    )


def trimmed(scene: Scene, start: int, end: int) -> Span:
    """`start` to `end` without the comma and "that" before, and without what joins the next clause behind."""
    that = scene.lexicon.words("speech", "that")
    while start < end:
        while start < end and scene.text[start] in TRIM:
            start += 1
        word = re.match(r"[\w']+", scene.lower[start:end])
        if word is None or word.group() not in that:
            break
        start += word.end()
    joins = scene.lexicon.words("speech", "joins")
    while start < end:
        while end > start and scene.text[end - 1] in TRIM:
            end -= 1
        word = re.search(r"([\w]+)$", scene.lower[start:end])
        if word is None or word.group() not in joins:
            break
        end -= len(word.group())
    return Span(start, max(start, end))
