"""What is told under a verb of speech: where the clause begins and ends, without who told it to whom.

A clause follows its verb, precedes it ("the road is open, said the Minister"), or stands between the verb and the piece
parted from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.extract.chunks import Quote
from greffier.extract.reading import Scene
from greffier.extract.statements.speaker import Subject
from greffier.extract.statements.verbs import ALONE, FULL, NEAR, OPENING, QUOTED, Verb, aside, closing, is_that
from greffier.model.span import Span

TOLD = 4  # words before a verb that stands behind what was told
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


def reported(
    scene: Scene, stretch: Span, hit: Verb, subject: Subject, following: Sequence[int], quotes: Sequence[Quote]
) -> Iterator[Said]:
    """What `subject` tells under the verb `hit`; `following` are the places of the verbs of speech behind it."""
    start, end = _begin(scene, hit, subject, stretch.end), stretch.end
    opened = aside(scene, stretch, hit)
    if opened is not None:
        comma = scene.text.find(",", hit.end, stretch.end)
        start, end = (stretch.start, opened - 1) if opened > stretch.start else (comma + 1 or hit.end, stretch.end)
    elif hit.kind == "according":
        comma = scene.text.find(",", start, min(start + 60, end))
        if comma < 0 and len(scene.text[stretch.start : hit.start].split()) > 1:
            start = stretch.start  # in the middle of what is told: "That will, according to X, help"
        else:
            start = comma + 1 if comma >= 0 else start
    elif (hit.kind == "say" or hit.told) and _told_before(scene, stretch, subject, hit, end):
        comma = scene.text.rfind(",", stretch.start, min(subject.start, hit.start))
        end = comma if comma > stretch.start and subject.end <= hit.start else min(subject.start, hit.start)
        start = stretch.start
    start = _past_hearer(scene, hit, start, min([end, *(other for other in following if other > start)]))
    for other in following:
        if other - start > 12:
            end = other
            break
    colon = next((q.start for q in quotes if start < q.start < end and _announces(scene, q.start)), end)
    if len(scene.text[start:colon].split()) > OPENING:
        end = colon  # a clause, and behind it a quotation for itself
    if hit.tail and start < hit.tail.start and not re.search(r"\w", scene.text[hit.tail.end : max(end, hit.tail.end)]):
        end = hit.tail.start
    content = trimmed(scene, start, end)
    turns = scene.lexicon.text("speech", "inversion") == "v2"
    inverted = turns and subject.start >= hit.end
    if inverted and closing(scene, stretch, hit):
        content = Span(start, start)  # "…, said X": what comes behind the speaker is when and where
    words = len(re.findall(r"\w+", content.of(scene.text)))
    apart = (
        turns and subject.end <= hit.start and "," in scene.text[stretch.start : subject.start]
    )  # a clause of its own
    if (
        0 < words < 3
        and (hit.kind == "object" or (apart and hit.kind == "say"))
        and not content.of(scene.text).endswith(":")
    ):
        pass  # "X praised the reform"
    elif words < 3:
        # what is said stands before its verb: before the subject, or between subject and verb where the verb comes last
        ahead = trimmed(scene, stretch.start, subject.start if subject.end <= hit.start else hit.start)
        between = trimmed(scene, subject.end, hit.start) if subject.end <= hit.start else ahead
        enclosed = hit.kind == "object" and scene.lexicon.text("speech", "bracket") and subject.end <= hit.start
        between_is_told = enclosed and len(between.of(scene.text).split()) >= 3
        content = between if between_is_told else max(ahead, between, key=lambda span: span.end - span.start)
        if len(scene.text[content.start : content.end].split()) < 3:
            return
    quoted = sum(
        min(q.end, content.end) - max(q.start, content.start)
        for q in quotes
        if q.start < content.end and content.start < q.end
    )
    direct = quoted * 2 > content.end - content.start
    sure = {"say": 1.0, "according": 1.0, "opinion": 0.9, "about": 0.85, "object": 0.8}[hit.kind]
    yield Said(content, stretch, subject, direct, hit.kind, round(subject.confidence * sure, 2))


def _announces(scene: Scene, place: int) -> bool:
    """Whether a quotation that begins at `place` stands for itself: behind a colon or the end of a sentence."""
    return scene.text[:place].rstrip().endswith((":", ".", "!", "?"))


def _begin(scene: Scene, verb: Verb, subject: Subject, end: int) -> int:
    """Where what is told begins behind `verb` and, where it follows at once, its subject."""
    start = verb.end
    if verb.end <= subject.start <= verb.last + 60:
        start = subject.end
    tail = verb.tail
    if tail is None or start >= tail.end:
        return start
    enclosed = scene.lexicon.text("speech", "bracket") and verb.kind != "say"
    told = len(scene.text[tail.end : end].split()) >= 3
    return start if (enclosed and len(scene.text[start : tail.start].split()) > 1) or not told else tail.end


def _past_hearer(scene: Scene, hit: Verb, start: int, end: int) -> int:
    """Where the reported clause begins, past who was told or where it was said ("said in Rome that")."""
    words = list(re.finditer(r"[\w']+|[,;:]", scene.lower[start : min(end, start + NEAR)]))[: ALONE - 1]
    that = scene.lexicon.words("speech", "that")
    place = next((index for index, word in enumerate(words) if word.group() in that), 0)
    if place == 0 or any(word.group() in ",;:" for word in words[:place]):
        return start
    known = words[0].group() in scene.lexicon.words("speech", "oblique") or place == 1
    return start + words[place].start() if known or hit.kind == "about" else start


def _told_before(scene: Scene, stretch: Span, subject: Subject, hit: Verb, end: int) -> bool:
    """Whether what is said ends at the subject ("the road is open, the Minister said in a letter")."""
    oblique = scene.lexicon.words("speech", "oblique")
    if subject.start >= hit.start:
        ahead = scene.lower[stretch.start : hit.start].rstrip()
        rest = scene.lower[max(subject.end, hit.last) : end].lstrip(" ")
        that = scene.lexicon.words("speech", "that")
        opened = rest.startswith(":") or any(is_that(word, that) for word in rest.split()[:3])
        return ahead.endswith((",", *QUOTED)) and len(ahead.split()) >= TOLD and not opened
    ahead, behind = scene.lower[stretch.start : subject.start], scene.lower[hit.last : end].split()
    comma = ahead.rfind(",")
    return (
        len(ahead[: max(comma, 0)].split()) >= FULL
        and len(ahead[comma:].split()) <= FULL
        and ahead.split()[0] not in oblique
        and 0 < len(behind) <= ALONE
        and (behind[0] in oblique or hit.hearer)
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
