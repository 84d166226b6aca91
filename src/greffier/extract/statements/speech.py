"""Reported speech in one stretch of a passage: each verb of speech with its subject and what it reports.

A stretch is a sentence, or several where one quotation runs over them.
"""

from collections.abc import Iterator, Sequence

from greffier.extract.chunks import Quote
from greffier.extract.reading import Scene
from greffier.extract.statements.attribution import joined, joined_at_once, subject_of
from greffier.extract.statements.content import Said, reported, trimmed
from greffier.extract.statements.speaker import Subject, speakers, subordinate
from greffier.extract.statements.verbs import ALONE, FULL, NEAR, Verb, beside, closing, tells, unnested, verbs_in
from greffier.model.span import Span


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
    candidates = speakers(scene, stretch, inner)
    hits = verbs_in(scene, stretch, inner)
    if scene.lexicon.words("speech", "another"):
        hits = unnested(scene, hits, candidates)
    subjects: list[Subject | None] = []
    for index, hit in enumerate(hits):
        earlier = next((subject for subject in reversed(subjects) if subject), None)
        subject = subject_of(scene, stretch, hit, candidates, earlier, last)
        if subject and index and hits[index - 1].end <= subject.start < hit.start and joined_at_once(scene, hit):
            subject = joined(scene, hit, earlier)  # "it named X and Y, and demanded": not Y demanded
        hangs = subject is not None and subordinate(scene, hit, subject) and not _encloses(scene, hit, subject)
        if hangs and not tells(scene, hit, stretch, inner):
            subject = None
        subjects.append(subject)
    found: list[Said] = []
    for quote in quotes:
        if len(scene.text[quote.inner.start : quote.inner.end].split()) >= FULL or beside(scene, quote, hits):
            found += _quoted(scene, stretch, quote, hits, subjects, candidates, last)
    for index, (hit, subject) in enumerate(zip(hits, subjects, strict=True)):
        if subject is not None and not any(said.direct and _serves(scene, hit, said) for said in found):
            following = [
                whose.start if whose is not None and hit.end < whose.start < other.start else other.start
                for other, whose in zip(hits[index + 1 :], subjects[index + 1 :], strict=True)
            ]  # "A praised X, B spoke of Y": the next clause begins with its subject
            told = [other for other in found if other.direct]
            found += (
                more
                for more in reported(scene, stretch, hit, subject, following, quotes)
                if not any(_repeats(more, other) for other in told)
            )
        elif subject is not None and (ahead := _ahead_of_both(scene, stretch, hit, subject, quotes)) is not None:
            found.append(Said(ahead, stretch, subject, False, hit.kind, round(subject.confidence * 0.9, 2)))
    return found


def _encloses(scene: Scene, verb: Verb, subject: Subject) -> bool:
    """Whether what is told stands between `subject` and `verb`, which ends its clause ("waarin zij de hulp prees")."""
    if scene.lexicon.text("speech", "bracket") == "" or verb.kind != "object" or verb.tail:
        return False
    ends = not any(char.isalnum() or char == "(" for char in scene.text[verb.end : verb.end + 2])
    between = scene.text[subject.end : verb.start]
    return ends and len(between.split()) > 2 and "," not in between


def _repeats(more: Said, said: Said) -> bool:
    """Whether `more` is for the most part the quotation `said` of the same speaker."""
    inside = more.content.start <= said.content.start and said.content.end <= more.content.end
    same = more.subject is not None and said.subject is not None and more.subject.appearance == said.subject.appearance
    return inside and same and 2 * (said.content.end - said.content.start) > more.content.end - more.content.start


def _ahead_of_both(scene: Scene, stretch: Span, hit: Verb, subject: Subject, quotes: Sequence[Quote]) -> Span | None:
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
    hits: Sequence[Verb],
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
    subject, verb = (attributed[1], attributed[0].kind) if attributed else (None, "")
    if subject is None:
        subject = _before_colon(scene, stretch, quote, hits, subjects)
    alone = len(scene.text[stretch.start : quote.start].split()) + len(scene.text[quote.end : stretch.end].split()) <= 2
    if subject is None and not hits and alone and last is not None:
        subject = Subject(last.appearance, last.start, last.end, "goes on speaking", 0.6)
    if subject is None and any(_by_nobody(scene, stretch, hit) for hit, _ in close):
        return  # "…, sagte einer der Gäste": nobody named
    spoken = any(hit.kind in ("say", "according", "opinion") for hit, _ in close)
    long = len(scene.text[quote.inner.start : quote.inner.end].split()) >= ALONE
    if subject is None and not (long and (spoken or (alone and scene.passage.kind == "paragraph"))):
        return  # words in quotation marks that nobody is said to have said: a title, a term
    confidence = subject.confidence if subject else 0.3
    yield Said(quote.inner, stretch, subject, True, verb, confidence)


def _by_nobody(scene: Scene, stretch: Span, hit: Verb) -> bool:
    """Whether somebody not named follows `hit`, where the language turns verb and subject round."""
    if scene.lexicon.text("speech", "inversion") != "v2" or not closing(scene, stretch, hit):
        return False
    word = scene.lower[hit.end :].split(maxsplit=1)[:1]
    pronouns = [p for p in scene.lexicon.patterns("pronouns").patterns if p.value == "pronoun"]
    return not any(word[0].strip(".,") in pattern.forms for pattern in pronouns if word)


def _before_colon(
    scene: Scene, stretch: Span, quote: Quote, hits: Sequence[Verb], subjects: Sequence[Subject | None]
) -> Subject | None:
    head = scene.text[stretch.start : quote.start].rstrip()
    if not head.endswith(":"):
        return None
    speaking = [s for hit, s in zip(hits, subjects, strict=True) if s and hit.end <= quote.start and hit.kind == "say"]
    if speaking:
        return speaking[-1]
    named = list(scene.meant(Span(stretch.start, quote.start), "person", "body"))
    persons = [c for c in named if c.kind == "person"] or named
    if not persons:
        return None
    return Subject(persons[-1].appearance, persons[-1].start, persons[-1].end, "named before the colon", 0.75)


def _serves(scene: Scene, hit: Verb, said: Said) -> bool:
    """Whether `hit` is the verb of the quotation `said`: it stands next to it, with nothing else reported."""
    between = (
        scene.text[said.content.end : hit.start]
        if hit.start >= said.content.end
        else scene.text[hit.end : said.content.start]
    )
    if hit.kind == "object" and not between.rstrip(" \n\"'“„”«»‘’").endswith(":"):
        return False
    return said.whole.start <= hit.start < said.whole.end and len(between.split()) <= 8
