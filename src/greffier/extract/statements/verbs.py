"""The verbs of speech of one stretch, and where they stand in their sentence.

A verb of several meanings (`strict`) reports only where what is told stands right beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greffier.extract.chunks import Name, Quote, Referent
from greffier.extract.reading import Scene
from greffier.extract.statements.bracket import parted, perfect
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

FULL = 5  # words of a quotation that stands for itself; shorter ones are words within a reported clause
ALONE = 8  # words of a quotation that is kept with its speaker left open
NEAR = 60  # code points between a quotation and its verb of speech
OPENING = 7  # words behind a verb among which the word for "that" shows that it reports
QUOTED = ("”", '"', "»", "“", "’")
WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech: its finite form `start` to `end`, its kind, the `tail` that stands apart, if any; `postponed`
    where its speaker follows at once; `told` where what it tells may stand before it, as with a verb of saying;
    `hearer` where whom it tells stands behind it."""

    start: int
    end: int
    kind: str
    tail: Span | None = None
    postponed: bool = False
    told: bool = False
    hearer: bool = False

    @property
    def last(self) -> int:
        """Where the whole verb ends."""
        return self.tail.end if self.tail else self.end


def verbs_in(scene: Scene, stretch: Span, quotes: Sequence[Span]) -> list[Verb]:
    """The verbs that report in `stretch` outside its `quotes`, in reading order."""
    found: list[Verb] = []
    for hit in scene.hits("speech", stretch):
        if hit.pattern.value == "mood":
            continue
        if any(quote.start <= hit.start < quote.end for quote in quotes) or _noun(scene, hit):
            continue
        if _no_verb(scene, stretch, hit, quotes):
            continue
        verb = _whole(scene, stretch, hit, quotes)
        if verb is not None and not (found and verb.tail and verb.start == found[-1].start):
            found.append(verb)  # "has praised and thanked": one word for "has"
    return sorted(found, key=lambda verb: verb.start)


def _whole(scene: Scene, stretch: Span, hit: Hit, quotes: Sequence[Span]) -> Verb | None:
    pattern = hit.pattern
    needs = pattern.list("needs")
    if needs and set(needs).isdisjoint(_clause_words(scene, hit.end, stretch.end)):
        return None
    verb: Verb | None
    if pattern.flag("participle") or pattern.text("participle"):
        two = perfect(scene, stretch, hit)
        verb = Verb(two[0].start, two[0].end, pattern.value, two[1]) if two else None
    elif (particle := parted(scene, stretch, hit)) is not None:
        return Verb(hit.start, hit.end, *particle)
    elif pattern.value == "none" or _passive(scene, hit):
        return None
    else:
        verb = Verb(
            hit.start,
            hit.end,
            pattern.value,
            postponed=pattern.flag("behind"),
            told=pattern.flag("told"),
            hearer=pattern.flag("hearer"),
        )
    if verb is not None and pattern.flag("strict"):
        return verb if tells(scene, verb, stretch, quotes) else None
    return verb


def _no_verb(scene: Scene, stretch: Span, hit: Hit, quotes: Sequence[Span]) -> bool:
    """Whether `hit` reports nothing: it is part of a name ("the United States"), a reception, an agency's credit."""
    if scene.text[hit.start].isupper() and re.search(r"\w\s$", scene.lower[stretch.start : hit.start]):
        return True
    if hit.pattern.flag("meets") and _receives(scene, hit):
        return True
    if not hit.pattern.flag("relay"):
        return False
    ahead = scene.text[stretch.start : hit.start].rstrip()
    ending = ahead.endswith(",") or not re.search(r"\w", scene.text[hit.end : stretch.end])
    return ending and not any(quote.end >= stretch.start + len(ahead) - 1 for quote in quotes)


def _receives(scene: Scene, hit: Hit) -> bool:
    """Whether a person is the object of `hit`, so that it tells of a reception: "welcomed the Ambassador"."""
    for chunk in scene.meant(Span(hit.end, min(len(scene.text), hit.end + NEAR)), "person"):
        return re.search(r"[,;:]|\w\w\. | that | and ", scene.lower[hit.end : chunk.start]) is None
    role = next((role for role in scene.roles if hit.end <= role.start <= hit.end + NEAR // 2), None)
    return role is not None and not re.search(r"[,;.:]", scene.lower[hit.end : role.start])


def unnested(scene: Scene, verbs: Sequence[Verb], candidates: Sequence[Name | Referent]) -> list[Verb]:
    """The verbs less those in what another reports that have no speaker of their own ("X said that it deems …")."""
    that, joins = scene.lexicon.words("speech", "that"), scene.lexicon.words("speech", "joins")
    kept: list[Verb] = []
    for verb in verbs:
        before = kept[-1] if kept else None
        if before is not None and before.kind == "say" and before.last <= verb.start:
            between = scene.lower[before.last : verb.start]
            words = [w for w in scene.lower[before.start : before.end].split()[-1:] if w in that]
            words += WORD.findall(between)
            own = any(before.end <= c.start < verb.start for c in candidates)
            if words and words[0] in that and words[-1] not in joins and not between.rstrip().endswith(",") and not own:
                continue
        kept.append(verb)
    return kept


def beside(scene: Scene, quote: Quote, verbs: Sequence[Verb]) -> bool:
    """Whether a verb of saying stands right behind a short quotation of three words or more ("It is over", X said)."""
    if len(scene.text[quote.inner.start : quote.inner.end].split()) < 3:
        return False
    said = (verb.start for verb in verbs if verb.kind == "say" and verb.start >= quote.end)
    return any(not re.search(r"\w", scene.text[quote.end : start]) for start in said)


def _passive(scene: Scene, hit: Hit) -> bool:
    return hit.pattern.value in ("object", "about") and _before(scene, hit.start) in scene.lexicon.words(
        "speech", "passive"
    )


def tells(scene: Scene, verb: Verb, stretch: Span, quotes: Sequence[Span]) -> bool:
    """Whether what is told stands right beside `verb`: a clause opened by "that", a colon, a quotation."""
    for quote in quotes:
        if 0 <= quote.start - verb.last <= NEAR // 2 or 0 <= verb.start - quote.end <= NEAR // 4:
            return True
    behind = scene.lower[verb.last : stretch.end]
    if 0 <= behind.find(":") <= NEAR:
        return True
    that = scene.lexicon.words("speech", "that")
    opening = re.split(r"[;.]", behind, maxsplit=1)[0].split(",", maxsplit=1)
    words = WORD.findall(opening[0])[:OPENING]
    after = WORD.match(opening[1].lstrip()) if len(opening) > 1 and len(words) <= OPENING // 2 else None
    return any(is_that(word, that) for word in words) or bool(after and is_that(after.group(), that))


def is_that(word: str, that: frozenset[str]) -> bool:
    """Whether `word` is one of `that`, or begins with one that is written together with the next: "qu'il"."""
    return word in that or word[: word.find("'") + 1] in that


def _noun(scene: Scene, hit: Hit) -> bool:
    """Whether the word before `hit` makes it a noun: "la demande", "cette critique"."""
    pattern = hit.pattern
    if pattern.flag("participle") or pattern.text("participle") or pattern.value in ("according", "opinion"):
        return False
    before = _before(scene, hit.start)
    article = before in scene.lexicon.words("language", "articles") - scene.lexicon.words("speech", "points")
    return article or before in scene.lexicon.words("speech", "noun")


def _before(scene: Scene, place: int) -> str:
    word = re.search(r"([\w']+)\s+$", scene.lower[max(0, place - 20) : place])
    return word.group(1) if word else ""


def _clause_words(scene: Scene, start: int, end: int) -> list[str]:
    """The words behind `start` until the clause ends or another is joined to it."""
    joined = scene.lexicon.words("language", "and")
    words: list[str] = []
    for part in re.finditer(r"[,;]|[\w'-]+", scene.lower[start:end]):
        if part.group() in ",;" or part.group() in joined:
            break
        words.append(part.group())
    return words


def aside(scene: Scene, stretch: Span, verb: Verb) -> int | None:
    """Where the clause of `verb` begins, if a word for "as" opens it: "…, wie X mitteilte"."""
    start = max((scene.text.rfind(mark, stretch.start, verb.start) for mark in ",;:"), default=-1) + 1
    word = re.match(r"\s*([\w']+)", scene.lower[max(start, stretch.start) : verb.start])
    found = word is not None and word.group(1) in scene.lexicon.words("speech", "as")
    return max(start, stretch.start) if found else None


def closing(scene: Scene, stretch: Span, verb: Verb) -> bool:
    """Whether `verb`, a comma before it, ends a sentence that began with what was said."""
    ahead = scene.lower[stretch.start : verb.start].rstrip()
    if not ahead.endswith((",", *QUOTED, "!", "?", " –", " -")) or len(ahead.split()) < FULL:
        return False
    behind = re.findall(r"[\w']+|[,:]", scene.lower[verb.end : stretch.end])
    at_once = behind[:ALONE]
    that = scene.lexicon.words("speech", "that")
    return ":" not in at_once and not any(is_that(word, that) for word in at_once) and behind[:1] != [","]


def unattributed(scene: Scene, stretch: Span) -> bool:
    """Whether a verb of speech ends `stretch` whose speaker is somebody not named."""
    verbs = verbs_in(scene, stretch, [Span(q.start, q.end) for q in scene.quotes])
    return any(closing(scene, stretch, verb) for verb in verbs)
