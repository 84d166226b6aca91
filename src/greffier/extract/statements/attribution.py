"""Whose a verb of speech is in its stretch: the rules of `speaker`, in the order that each kind of verb asks for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Scene
from greffier.extract.statements.number import hidden, plural
from greffier.extract.statements.speaker import (
    PROVISIONS,
    Subject,
    before_verb,
    behind_preposition,
    behind_verb,
    governed,
    speakers,
)
from greffier.extract.statements.verbs import ALONE, QUOTED, Verb, aside, closing, is_that, verbs_in
from greffier.lexicon.load import load_lexicon
from greffier.model.span import Span

FEW = 4  # words of somebody without a name before a verb


def subject_of(
    scene: Scene,
    stretch: Span,
    hit: Verb,
    candidates: Sequence[object],
    earlier: Subject | None,
    last: Subject | None,
) -> Subject | None:
    """The speaker of the verb `hit`: `earlier` spoke before in the stretch, `last` before the stretch."""
    chunks = [c for c in scene.meant(stretch, "person", "body") if c in candidates]
    kind = hit.kind
    if kind == "opinion":
        return last
    if kind == "according":
        if scene.lexicon.text("speech", "inversion") == "none":
            return before_verb(scene, hit, chunks, stretch.start, verb_last=True)
        return behind_preposition(scene, hit, chunks)
    inversion = scene.lexicon.text("speech", "inversion", "quote")
    ahead = scene.text[stretch.start : hit.start].rstrip()
    postposed = ahead.endswith((",", *QUOTED, "–", "—", "«", "!", "?"))
    # a provision's verb opens with whom the chamber asks, and behind "told" stands who heard it
    behind = behind_verb(scene, hit, chunks) if scene.passage.kind not in PROVISIONS and not hit.hearer else None
    if postposed and kind == "say" and hidden(scene, hit):
        return None
    if behind is not None and kind == "say" and inversion == "none" and ahead.endswith((*QUOTED, "–", "—")):
        return behind
    quoted = ahead.rstrip(",").endswith(QUOTED)
    if behind is not None and kind == "object" and inversion in ("quote", "say") and quoted:
        return behind  # "“…”, stressed X"
    if hit.postponed:
        return behind if postposed else None
    if behind is not None and postposed and (inversion == "v2" or (kind == "say" and inversion != "none")):
        return behind
    if inversion == "v2" and kind != "about" and closing(scene, stretch, hit):
        return None  # "…, sagte ein Sprecher": somebody who is not named
    between = behind is not None and hit.tail is not None and behind.end <= hit.tail.start
    if between and not scene.lexicon.text("speech", "bracket"):
        return behind  # "a-t-il ajouté"
    if ahead.rstrip(",").endswith(QUOTED) and kind == "say" and inversion != "none" and _someone(scene, hit):
        return None  # "», a déclaré un porte-parole"
    start = aside(scene, stretch, hit)
    if start is not None:  # "as X reported": nobody before the clause is meant
        return before_verb(scene, hit, chunks, start, verb_last=True)
    before = before_verb(scene, hit, chunks, stretch.start, verb_last=inversion == "none")
    if before is not None:
        return before
    if inversion == "v2" and kind != "say" and _somebody_ahead(scene, stretch, hit):
        return None  # "De organisatie riep het IOC op": who stands behind is whom it asks
    if behind is not None and (between or inversion == "v2" or (inversion == "say" and kind == "say")):
        return behind
    with_earlier = joined(scene, hit, earlier)
    if with_earlier is None and earlier is None and opens(scene, stretch, hit):
        before_it = last or _subject_before(scene, stretch)
        return replace(before_it, how="goes on speaking", confidence=0.6) if before_it else None
    return with_earlier


def opens(scene: Scene, stretch: Span, hit: Verb) -> bool:
    """Whether `hit` opens its sentence without a subject, in a language where the verb alone may ("Dijo que …")."""
    if not scene.lexicon.text("speech", "opens") or plural(scene, hit):
        return False
    return len(scene.text[stretch.start : hit.start].split()) <= 1 and hit.kind in ("say", "object", "about")


def _subject_before(scene: Scene, stretch: Span) -> Subject | None:
    """The subject of the sentence before `stretch` in its passage: the first person there that nothing governs."""
    ends = [sentence for sentence in scene.passage.sentences if sentence.end <= stretch.start]
    if not ends:
        return None
    free = [c for c in scene.meant(ends[-1], "person") if not governed(scene, c)]
    return Subject(free[0].appearance, free[0].start, free[0].end, "goes on speaking", 0.6) if free else None


def _somebody_ahead(scene: Scene, stretch: Span, verb: Verb) -> bool:
    """Whether words for somebody without a name stand before `verb`: an article first, no day and few words."""
    head = scene.lower[stretch.start : verb.start]
    words = head[max(head.rfind(mark) for mark in ",;:") + 1 :].split()
    dated = any(stretch.start <= date.start and date.end <= verb.start for date in scene.dates)
    return 1 < len(words) <= FEW and words[0] in scene.lexicon.words("language", "articles") and not dated


def _someone(scene: Scene, verb: Verb) -> bool:
    """Whether an article behind `verb` opens words for somebody without a name."""
    word = re.match(r"\s*([\w']+?'|[\w']+)", scene.lower[verb.last :])
    return word is not None and word.group(1) in scene.lexicon.words("language", "articles")


def joined_at_once(scene: Scene, hit: Verb) -> bool:
    """Whether a word that joins verbs stands right before `hit`, with no subject between."""
    word = re.search(r"(\w+)\s+$", scene.lower[max(0, hit.start - 20) : hit.start])
    return word is not None and word.group(1) in scene.lexicon.words("speech", "joins")


def joined(scene: Scene, hit: Verb, earlier: Subject | None) -> Subject | None:
    """The earlier subject, where `hit` is joined to its verb ("and stressed", ", adding")."""
    if earlier is None:
        return None
    head = scene.lower[max(0, hit.start - 24) : hit.start].split()
    joins = scene.lexicon.words("speech", "joins")
    if any(word.strip(",") in joins or word.endswith(",") for word in head[-3:]):
        return Subject(earlier.appearance, earlier.start, earlier.end, "joined to the verb before", 0.7)
    return None


def announced(scene: Scene, stretch: Span) -> Subject | None:
    """Who is said to speak in what follows, where `stretch` ends with a verb of speech and a colon."""
    if not scene.text[: stretch.end].rstrip().endswith(":"):
        return None
    hits = verbs_in(scene, stretch, ())
    if not hits:
        return None
    chunks = speakers(scene, stretch, ())
    return subject_of(scene, stretch, hits[-1], chunks, None, None) or _before(chunks)


def _before(chunks: Sequence[Name | Referent]) -> Subject | None:
    persons = {c.appearance: c for c in chunks if c.kind == "person"}
    if len(persons) != 1:
        return None
    (one,) = persons.values()
    return Subject(one.appearance, one.start, one.end, "the only person named before the colon", 0.7)


@cache
def _points(lang: str) -> re.Pattern[str]:
    words = sorted(load_lexicon(lang).words("speech", "points"), key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, words))})\s+" if words else r"(?!)")


def pointing(scene: Scene, stretch: Span) -> Subject | None:
    """Who is said to have reported the sentence before: "That is what X reports", "Das teilte X mit"."""
    first = _points(scene.lexicon.lang).match(scene.lower[stretch.start : stretch.end])
    if first is None:
        return None
    hits = verbs_in(scene, stretch, ())
    if not hits or hits[0].start != stretch.start + first.end() or hits[0].kind not in ("say", "about"):
        return None
    words = re.findall(r"[\w']+|[,:]", scene.lower[hits[0].end : stretch.end])
    that = scene.lexicon.words("speech", "that")
    if len(words) > 3 * ALONE or any(is_that(word, that) for word in words):
        return None
    chunks = speakers(scene, Span(hits[0].end, stretch.end), ())
    return behind_verb(scene, hits[0], chunks)
