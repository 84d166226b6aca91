"""Whom "he" and "she" mean: the subject of the last sentence before them, where the gender agrees.

Where the pronoun speaks and somebody speaks in that sentence ("…, X said. She added …"), it is the one who speaks.
"""

import re
from collections.abc import Mapping, Sequence

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

WORD_BEFORE = re.compile(r"([\w'-]+)\W*$")
WORD_AFTER = re.compile(r"\W*([\w'-]+)")
SENTENCES_BACK = 3
PASSAGES_BACK = 1
SAYING = frozenset({"say", "object", "about"})
BESIDE = 40  # code points between a verb of speech and the speaker behind it: an office fits

Chunk = Name | Referent


def pronoun_meant(scene: Scene, before: Sequence[Scene], hit: Hit, known: Mapping[str, str]) -> Referent | None:
    """The person whom the pronoun `hit` of `scene` means, or None."""
    gender = hit.pattern.text("gender")
    if not _single(scene, hit) or _quoted(scene, hit.start):
        return None
    others: set[str] = set()
    back = 0
    for where, span, jumped in _sentences(scene, before, hit.start):
        chunks = _persons(where, span, hit.start if where is scene else len(where.text) + 1)
        back += 1
        if not chunks:
            if back >= SENTENCES_BACK:
                return None
            continue
        others |= {chunk.appearance for chunk in chunks}
        free = [chunk for chunk in chunks if not _governed(where, chunk)]
        if back == 1 and not free and where is scene:
            continue  # "talking to X, he said": who stands behind a preposition in the same sentence is somebody else
        agreeing = [c for c in (free or chunks) if not gender or known.get(c.appearance, gender) == gender]
        if not agreeing or (not free and len(others) > 1):
            return None
        speaker = _speaker(where, span, agreeing) if _speaks(scene, hit) else None
        chosen = speaker or agreeing[0]
        if _ambiguous(scene, hit) and known.get(chosen.appearance) != gender:
            return None
        if speaker is None and chosen is not (free or chunks)[0] and known.get(chosen.appearance) != gender:
            return None  # the subject is of the other gender; another counts only where its gender is known
        sure = 0.85 if len(others) == 1 else 0.72
        sure -= 0.1 * jumped + (0.05 if not free else 0)
        sure *= chosen.confidence if isinstance(chosen, Referent) else 1.0
        how = "the subject of the sentence before" if len(others) > 1 else "the only person named just before"
        return Referent(hit.start, hit.end, "person", chosen.appearance, how, round(sure, 2))
    return None


def _speaks(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of speech stands right beside the pronoun `hit`."""
    return any(
        0 <= hit.start - other.end <= 2 or 0 <= other.start - hit.end <= 2
        for other in scene.lexicon.patterns("speech").find(scene.text, scene.lower)
        if other.pattern.value in SAYING
    )


def _speaker(scene: Scene, span: Span, chunks: Sequence[Chunk]) -> Chunk | None:
    """Of `chunks`, who speaks in the sentence `span`: "…, X said. She added": X, whoever else is named before."""
    for hit in scene.lexicon.patterns("speech").find(scene.text, scene.lower):
        if hit.pattern.value not in SAYING or not (span.start <= hit.start < span.end):
            continue
        for chunk in chunks:
            behind = scene.text[hit.end : chunk.start]
            ahead = scene.text[chunk.end : hit.start]
            that = scene.lexicon.words("speech", "that")
            if (hit.end <= chunk.start and _close(behind) and that.isdisjoint(behind.lower().split())) or (
                chunk.end <= hit.start and not ahead.strip()
            ):
                return chunk
    return None


def _close(gap: str) -> bool:
    return len(gap) <= BESIDE and not any(char in ".,;:!?" for char in gap)


def _sentences(scene: Scene, before: Sequence[Scene], start: int) -> list[tuple[Scene, Span, bool]]:
    """The sentences before `start`, the nearest first, the one that holds it too; across passages `True`."""
    spans = [span for span in scene.passage.sentences if span.start < start] or [Span(0, start)]
    found = [(scene, span, False) for span in reversed(spans)]
    for earlier in reversed(before[-PASSAGES_BACK:]):
        if earlier.passage.kind in ("heading", "title", "metadata"):
            continue
        found += [(earlier, span, True) for span in reversed(earlier.passage.sentences)]
    return found


def _persons(scene: Scene, span: Span, until: int) -> list[Chunk]:
    """Persons meant in `span` up to `until`, outside quotations."""
    meant = scene.meant(span, "person")
    return [chunk for chunk in meant if chunk.end <= until and not _quoted(scene, chunk.start)]


def _quoted(scene: Scene, offset: int) -> bool:
    return any(quote.start <= offset < quote.end for quote in scene.quotes)


def _governed(scene: Scene, chunk: Chunk) -> bool:
    """Whether a preposition or a genitive keeps `chunk` from being a subject."""
    if scene.lower.startswith("'s", chunk.end):
        return True
    start = chunk.start
    for role in reversed(scene.roles):
        if role.end <= start and not scene.text[role.end : start].strip(" ,"):
            start = role.start
            owners = (name for name in scene.names if name.kind == "body" and name.end + 1 == start)
            start = next((owner.start for owner in owners), start)
    match = WORD_BEFORE.search(scene.lower, max(0, start - 40), start)
    articles = scene.lexicon.words("roles", "articles") | {"mr", "ms", "mrs"}
    while match and match[1] in articles:
        match = WORD_BEFORE.search(scene.lower, max(0, match.start() - 40), match.start())
    if match is None:
        return False
    opening = re.search(scene.lexicon.text("pronouns", "opening") or r"(?!)", match[1])
    return bool(opening) or match[1] in scene.lexicon.words("speech", "oblique")


def _ambiguous(scene: Scene, hit: Hit) -> bool:
    """Whether the pronoun may be "they" too, as Dutch `zij` and German `sie`."""
    return hit.pattern.text("gender") == "f" and bool(scene.lexicon.text("pronouns", "plural"))


def _single(scene: Scene, hit: Hit) -> bool:
    """Whether the verb beside the pronoun says that it means one person, where the language's forms coincide."""
    if hit.pattern.text("gender") != "f":
        return True
    plural, singular = scene.lexicon.text("pronouns", "plural"), scene.lexicon.text("pronouns", "singular")
    if not plural and not singular:
        return True
    after, before = WORD_AFTER.match(scene.lower, hit.end), WORD_BEFORE.search(scene.lower, 0, hit.start)
    beside = [match[1] for match in (after, before) if match]
    if singular:
        return any(re.fullmatch(singular, word) for word in beside)
    return not any(re.fullmatch(plural, word) for word in beside)
