"""Whose words they are: the subject of a verb of speech, looked for in its own clause.

The rule is one for all languages: the last person or body before the verb that is not governed by a preposition, and
where the language turns verb and subject round, the one that follows the verb at once. Where neither is there, a verb
joined to an earlier one takes over its subject. Nobody is guessed: no subject, no speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Scene
from greffier.extract.statements.number import another, listed, plural, relative
from greffier.extract.statements.verbs import Verb
from greffier.model.span import Span

REACH = 90  # code points between a subject and its verb: an apposition fits, another clause seldom does
CLOSE = 45  # code points between a verb and the subject behind it: article, honorific, office
OFFICE = 6  # words of an office between its body and its holder
BEFORE = "before the verb"
PROVISIONS = frozenset({"recital", "request"})
WORD_BEFORE = re.compile(r"([\w'-]+)\W*$")


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker found: whose appearance, where named, how, how sure (0 to 1)."""

    appearance: str
    start: int
    end: int
    how: str
    confidence: float


def speakers(scene: Scene, span: Span, outside: Sequence[Span]) -> list[Name | Referent]:
    """The persons and bodies meant in `span`, leaving out those inside the quotations `outside`."""
    meant = [c for c in scene.meant(span, "person", "body") if not _in_office(scene, c)]
    return [c for c in meant if not any(quote.start <= c.start < quote.end for quote in outside)]


def _in_office(scene: Scene, chunk: Name | Referent) -> bool:
    """Whether a body is but a part of somebody's office ("the spokesman of X"), or stands right behind one."""
    return chunk.kind == "body" and any(
        (role.start <= chunk.start and chunk.end <= role.end and role.end - role.start > chunk.end - chunk.start)
        or role.end + 1 == chunk.start
        for role in (*scene.roles, *scene.unsettled)
    )


def before_verb(
    scene: Scene, verb: Verb, candidates: Sequence[Name | Referent], start: int, *, verb_last: bool = False
) -> Subject | None:
    """The subject that stands before `verb`, from `start` on; the first where the verb comes last."""
    word = WORD_BEFORE.search(scene.lower[start : verb.start].rstrip())
    if word and word.group(1) in scene.lexicon.words("speech", "nobody"):
        return None  # the author
    fitting = [
        c
        for c in candidates
        if start <= c.start and c.end <= verb.start and (relative(scene, c, verb) or not governed(scene, c))
    ]
    if verb_last:
        return _subject(fitting[0], "first in a clause whose verb comes last", 0.8) if fitting else None
    near = [
        c for c in fitting if _apart(scene, c.end, verb.start) <= REACH and ";" not in scene.text[c.end : verb.start]
    ]
    while near and _received(scene, verb, near[-1]):
        near.pop()  # "X received Y and said": Y is whom X received
    persons = [c for c in near if c.kind == "person"]
    if not near:
        return None
    chosen = (persons or near)[-1]
    if another(scene, scene.lower[chosen.end : verb.start]):
        return None
    if plural(scene, verb) and not any(listed(scene, c, chosen) for c in fitting):
        return None  # "the deputies of the Chamber said"
    chosen = _first(scene, verb, persons or near)
    # in "the Speaker, X, said" both the office and the name are near; the name is the last person
    gap = scene.text[chosen.end : verb.start]
    return _subject(chosen, BEFORE, 0.9 if len(gap) < 30 else 0.75)


def _before_office(scene: Scene, chunk: Name | Referent, candidates: Sequence[Name | Referent]) -> bool:
    """Whether `chunk` is the body of an office with its holder behind it: "said Lake Watch Director X"."""
    if chunk.kind != "body":
        return False
    holder = next((c for c in candidates if c.kind == "person" and c.start >= chunk.end), None)
    if holder is None or len(scene.text[chunk.end : holder.start].split()) > OFFICE:
        return False
    between = Span(chunk.end, holder.start)
    office = any(between.start <= role.start and role.end <= between.end for role in (*scene.roles, *scene.unsettled))
    return office and not re.search(r"[,;.:–—]", between.of(scene.text))


def _apart(scene: Scene, start: int, end: int) -> int:
    """The code points from `start` to `end` that are no office."""
    offices = sum(role.end - role.start for role in scene.roles if start <= role.start and role.end <= end)
    return end - start - offices


def _received(scene: Scene, verb: Verb, chunk: Name | Referent) -> bool:
    """Whether `chunk` is the object of an earlier verb that `verb` is joined to."""
    return not relative(scene, chunk, verb) and _joined_behind(scene, verb, chunk) and _object(scene, chunk)


def _first(scene: Scene, verb: Verb, near: Sequence[Name | Referent]) -> Name | Referent:
    """The last of `near`, or the first of those joined to it where the verb is a plural ("A and B have praised")."""
    chosen = near[-1]
    plural = scene.lexicon.text("speech", "plural")
    if not plural or not re.fullmatch(plural, scene.lower[verb.start : verb.end]):
        return chosen
    joined = scene.lexicon.words("language", "and")
    for earlier in reversed(near[:-1]):
        gap = scene.lower[earlier.end : chosen.start]
        if joined.isdisjoint(gap.split()) or verb_in(scene, Span(earlier.end, chosen.start)):
            break
        chosen = earlier
    return chosen


def verb_in(scene: Scene, span: Span) -> bool:
    """Whether a verb of speech or of an encounter stands in `span`."""
    text = span.of(scene.lower)
    speech = scene.lexicon.patterns("speech").find(text, text)
    return any(True for _ in speech) or any(
        hit.pattern.text("shape") == "verb" for hit in scene.lexicon.patterns("meetings").find(text, text)
    )


def behind_verb(scene: Scene, verb: Verb, candidates: Sequence[Name | Referent]) -> Subject | None:
    """The subject that follows `verb` at once."""
    for candidate in candidates:
        if candidate.start < verb.end or _before_office(scene, candidate, candidates):
            continue
        if verb.tail and candidate.start >= verb.tail.end and verb.tail.start - verb.end > 1:
            return None  # "heeft … gezegd": the subject stands between, or before both
        begin = verb.last if candidate.start >= verb.last else verb.end
        gap = scene.lower[begin : candidate.start]
        role = next((r for r in scene.roles if begin <= r.start and r.end <= candidate.start), None)
        bare = gap if role is None else gap[: role.start - begin] + gap[role.end - begin :]
        if candidate.kind == "body" and role is not None:
            continue  # "said a spokesman of X": neither X nor anybody named
        known = next(
            (c for c in candidates if role and c.kind == "body" and role.end <= c.start < candidate.start), None
        )
        if known is not None and scene.text[known.end : candidate.start].strip() in (",", ""):
            bare = ""  # "said the chair of the committee, X"
        other = scene.lexicon.words("speech", "that") | scene.lexicon.words("speech", "nobody")
        opened = any(word.strip(",") in other for word in bare.split()) or bare.split("'")[0].lstrip() + "'" in other
        if opened or (role is None and bare.lstrip().startswith(",")):
            return None  # the subject of the reported clause, or the author
        if candidate.kind == "body" and not scene.lexicon.words("speech", "oblique").isdisjoint(bare.lower().split()):
            return None  # "says a spokesman to the agency X"
        if len(bare) > CLOSE or re.search(r"[.;:!?»”\"]", bare) or len(bare.split()) > 4 or governed(scene, candidate):
            return None
        return _subject(candidate, "behind the verb", 0.85)
    return None


def behind_preposition(scene: Scene, verb: Verb, candidates: Sequence[Name | Referent]) -> Subject | None:
    """Who follows "according to": the first person or body behind `verb`, before the clause ends."""
    for candidate in candidates:
        if candidate.start >= verb.end:
            gap = scene.text[verb.end : candidate.start]
            if len(gap) <= REACH and "," not in gap and not re.search(r"[.;:!?]\s", gap):
                return _subject(candidate, "according to", 0.85)
            return None
    return None


def subordinate(scene: Scene, verb: Verb, subject: Subject) -> bool:
    """Whether the clause of `subject` and `verb` hangs on a noun or a conjunction ("the man whose land X praised")."""
    opening = scene.lexicon.words("speech", "subordinate")
    if not opening or subject.how != BEFORE:
        return False
    if scene.passage.kind in PROVISIONS:
        opening -= scene.lexicon.words("speech", "that")  # "considering that X deplores …" reports
    chunks: tuple[Name | Referent, ...] = (*scene.names, *scene.referents)
    chunk = next((c for c in chunks if c.start == subject.start), None)
    head = WORD_BEFORE.search(_head(scene, chunk)) if chunk else None
    if head is not None and head.group(1) in opening:
        return True
    between = scene.lower[subject.end : verb.start]
    for word in re.finditer(r"[\w']+", between):
        if word.group() in opening or word.group()[: word.group().find("'") + 1] in opening:
            # "X, whose land is at peace, said": a comma closes the clause before the verb of X
            closed = between[word.end() :].count(",") % 2 == 1 and between.rstrip().endswith(",")
            return not closed
    return False


def governed(scene: Scene, chunk: Name | Referent) -> bool:
    """Whether a preposition or a genitive makes `chunk` something else than a subject."""
    if scene.lower[chunk.end : chunk.end + 2] in ("'s", "' "):
        return True
    case = scene.lexicon.text("speech", "case")
    if case and chunk.kind == "body" and re.match(case, scene.lower[chunk.start : chunk.end]):
        return True  # an adjective in a case that no subject stands in
    head = _head(scene, chunk)
    match = WORD_BEFORE.search(head)
    if match is None or any(mark in head[match.end(1) :] for mark in ",;.:!?"):
        return False  # nothing, or the end of another clause or sentence
    return match.group(1) in scene.lexicon.words("speech", "oblique")


def _head(scene: Scene, chunk: Name | Referent) -> str:
    """What stands before `chunk`, its offices and their bodies ("Senate Speaker X") and its article, in lower case."""
    start = chunk.start
    for role in reversed(scene.roles):
        if role.end <= start and not scene.text[role.end : start].strip(" ,") and not role.plural:
            start = role.start
            owners = (n for n in scene.names if n.kind == "body" and n.end + 1 == start)
            start = next((owner.start for owner in owners), start)
    head = scene.lower[max(0, start - 60) : start]
    while (trimmed := _bare(scene, head)) != head:
        head = trimmed
    return head


def _joined_behind(scene: Scene, verb: Verb, chunk: Name | Referent) -> bool:
    """Whether a word that joins verbs stands between `chunk` and `verb`."""
    return not scene.lexicon.words("speech", "joins").isdisjoint(scene.lower[chunk.end : verb.start].split())


def _object(scene: Scene, chunk: Name | Referent) -> bool:
    """Whether a verb of meeting, or of thanking someone, stands right before `chunk`, which is then its object."""
    head = _head(scene, chunk).rstrip()
    for topic in ("meetings", "speech"):
        for hit in scene.lexicon.patterns(topic).find(head, head):
            if hit.end == len(head) and (
                hit.pattern.text("shape") == "verb" or hit.pattern.value in ("object", "about")
            ):
                return True
    return False


def _bare(scene: Scene, head: str) -> str:
    """`head` without the article or courtesy title that it ends with."""
    bare = head.rstrip()
    word = WORD_BEFORE.search(bare)
    if word is not None and word.end(1) == len(bare) and word.group(1) in scene.lexicon.words("language", "articles"):
        return bare[: word.start(1)]
    for hit in scene.lexicon.patterns("titles").find(bare, bare):
        if hit.end >= len(bare.rstrip(".")):
            return bare[: hit.start]
    return head


def _subject(chunk: Name | Referent, how: str, confidence: float) -> Subject:
    sure = chunk.confidence if isinstance(chunk, Referent) else 1.0
    return Subject(chunk.appearance, chunk.start, chunk.end, how, round(confidence * sure, 2))
