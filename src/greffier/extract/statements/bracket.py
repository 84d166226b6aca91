"""Verbs of speech in two parts: "hat die Reform gelobt", "a-t-il ajouté", "merkte … op".

A form that the lexicon calls a `participle` counts only with its auxiliary, from that word on; behind an auxiliary of
the passive it is said of somebody, not by somebody. A form that is a finite verb too (`finite`) stands for itself where
its clause has no auxiliary. A finite form may have a particle later in the clause, which says what the verb means.
"""

import re
from collections.abc import Mapping
from functools import cache

from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

WORD = re.compile(r"[\w']+")
CLAUSE = re.compile(r"[;:!?]|\.\s|[–—]\s|[„“”«»\"(]")
ENDS = re.compile(r"[,;:.!?–—„“”«»\"(]")
AFTER = 2  # words behind a participle among which its auxiliary stands: "gelobt worden ist"
ENCLOSED = 25  # words between an auxiliary and its participle where the two enclose the clause
TOGETHER = 7  # words between them elsewhere: adverbs, a pronoun, a few words between commas
PARTS = 22  # words between a verb and its particle
KINDS = ("say", "object", "about")


def perfect(scene: Scene, stretch: Span, hit: Hit) -> tuple[Span, Span | None] | None:
    """The finite verb that the participle `hit` belongs to, and the participle where it stands apart; None without."""
    passive = scene.lexicon.words("speech", "passive")
    if not passive.isdisjoint(WORD.findall(scene.lower[hit.end : hit.end + 24])[:AFTER]):
        return None
    start = max((m.end() for m in CLAUSE.finditer(scene.lower, stretch.start, hit.start)), default=stretch.start)
    auxiliary = scene.lexicon.words("speech", hit.pattern.text("participle", "perfect"))
    articles = scene.lexicon.words("language", "articles")
    bracket = scene.lexicon.text("speech", "bracket")
    whole = Span(hit.start, hit.end)
    for back, word in enumerate(reversed(list(WORD.finditer(scene.lower, start, hit.start)))):
        apposed = scene.lower.count(",", word.end(), hit.start) if bracket != "wide" else 0
        if word.group() in auxiliary and apposed % 2 == 0 and back <= (ENCLOSED if bracket else TOGETHER):
            return None if _deed(scene, start, hit) else (Span(word.start(), word.end()), whole)
        if word.group() in passive and apposed % 2 == 0:
            return None
        if not bracket and word.group() in articles and not apposed:
            break  # "has a plan noted for …" is no perfect tense
    ends = ENDS.match(scene.text, hit.end) is not None or not scene.text[hit.end :].strip()
    return (whole, None) if hit.pattern.flag("finite") and not ends else None


def parted(scene: Scene, stretch: Span, hit: Hit) -> tuple[str, Span] | None:
    """What the verb `hit` is with the particle that it has in its clause, and that particle; None without one."""
    particles = {particle: kind for kind in KINDS for particle in hit.pattern.list(kind)}
    if not particles:
        return None
    border = CLAUSE.search(scene.lower, hit.end, stretch.end)
    end = border.start() if border else stretch.end
    places = [
        match
        for match in _particles(tuple(particles)).finditer(scene.lower, hit.end, end)
        if len(scene.lower[hit.end : match.start()].split()) <= PARTS and _stands(scene, match, end, particles)
    ]
    if not places:
        return None
    match = next((m for m in places if _closes(scene, m.end(), end)), places[0])
    kind = particles.get(match.group()) or particles[f"{match.group()} "]
    return kind, Span(match.start(), match.end())


@cache
def _particles(particles: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted({particle.strip() for particle in particles}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _stands(scene: Scene, match: re.Match[str], end: int, particles: Mapping[str, str]) -> bool:
    """Whether the particle is one here: a word that is a preposition too closes the clause, or what is told follows."""
    loose = match.group() not in scene.lexicon.words("speech", "oblique")
    return loose or f"{match.group()} " in particles or _closes(scene, match.end(), end)


def _closes(scene: Scene, place: int, end: int) -> bool:
    word = WORD.match(scene.lower[place:end].lstrip(" "))
    return word is None or word.group() in scene.lexicon.words("speech", "closing")


def _deed(scene: Scene, start: int, hit: Hit) -> bool:
    """Whether the words tell what was done to somebody: "the court has condemned X to two years in prison"."""
    found = scene.lexicon.patterns("acts").find(scene.text[start : hit.end], scene.lower[start : hit.end])
    deeds = list(found)
    return any(start + deed.start <= hit.start < start + deed.end for deed in deeds) and len(deeds) > 1
