"""Undertakings: what someone agreed, promised, plans, is to do or is invited to, by when.

Words that say so by themselves ("agreed to", "plans to") are enough; a bare future ("will") is an undertaking only with
someone who acts right before it: "the Minister will visit", not "the reform will strengthen". One clause makes one
undertaking. What a resolution requests is a provision, not an undertaking.
"""

import re
from collections.abc import Iterator, Sequence

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Reading, Scene
from greffier.extract.statements.speaker import governed
from greffier.lexicon.patterns import Hit
from greffier.model.entry import Undertaking
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "undertakings 1"
UNREAD = frozenset({"title", "heading", "byline", "metadata", "recital", "dateline", "signature"})
CLOSE = 40  # code points between who acts and a bare future
TURNED = 12  # code points between a verb and the subject behind it, less an office
SURE = {"agreed": 0.8, "promised": 0.7, "planned": 0.7, "invited": 0.65, "will": 0.55}
CLAUSE = re.compile(r";\s")


def find_undertakings(reading: Reading) -> Iterator[Undertaking]:
    """Yield each undertaking of the paper, in reading order, each told once."""
    told: set[str] = set()
    for scene in reading.scenes:
        if scene.passage.kind in UNREAD:
            continue
        for sentence in scene.passage.sentences:
            for clause in _clauses(scene, sentence):
                made = _in_clause(reading, scene, clause)
                if made is not None and made.what not in told:
                    told.add(made.what)
                    yield made


def _clauses(scene: Scene, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in CLAUSE.finditer(scene.text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _in_clause(reading: Reading, scene: Scene, clause: Span) -> Undertaking | None:
    hits = [hit for hit in scene.hits("undertakings", clause) if hit.pattern.value in SURE]
    if scene.text[clause.start : clause.end].rstrip().endswith("?"):
        return None
    if not hits or (scene.passage.kind == "request" and hits[0].pattern.value != "planned"):
        return None
    actors = scene.meant(clause, "person", "body", "place")
    best: tuple[float, Hit, tuple[str, ...]] | None = None
    for hit in hits:
        who = _who(scene, clause, hit, actors)
        if hit.pattern.value == "will" and (who is None or not _to_come(scene, clause, hit)):
            continue
        if hit.pattern.flag("reported") and not _reported(scene, clause, hit):
            continue
        if _unsure(scene, clause, hit):
            continue
        sure = SURE[hit.pattern.value] + (0.1 if who else 0.0)
        if best is None or sure > best[0]:
            best = (sure, hit, who or ())
    if best is None:
        return None
    return _undertaking(reading, scene, clause, best)


def _who(scene: Scene, clause: Span, hit: Hit, actors: Sequence[Name | Referent]) -> tuple[str, ...] | None:
    """Who acts: those named before the words, or a side that speaks of itself (empty); None where nobody is."""
    ahead = [a for a in actors if a.end <= hit.start and not governed(scene, a)]
    limit = CLOSE if hit.pattern.value == "will" else 3 * CLOSE
    near = [a for a in ahead if hit.start - a.end <= limit and "," not in scene.text[a.end : hit.start][:-1]]
    if near:
        return tuple(dict.fromkeys(a.appearance for a in near if a.kind != "place"))
    head = scene.lower[max(clause.start, hit.start - CLOSE) : hit.start]
    we = "|".join(map(re.escape, sorted(scene.lexicon.words("undertakings", "we"), key=len, reverse=True)))
    if we and re.search(rf"(?<!\w)(?:{we})(?:\s+\w+)?\s*$", head):
        return ()
    if hit.pattern.value == "will" and scene.lexicon.text("speech", "inversion") == "v2":
        return _turned(scene, hit, actors)
    return None


def _reported(scene: Scene, clause: Span, hit: Hit) -> bool:
    """Whether a verb of saying stands before `hit` in its clause, and a verb that undertakes something behind it."""
    behind = re.match(r"\s*([\w']+)", scene.lower[hit.end : clause.end])
    if behind is None or behind.group(1) in scene.lexicon.words("undertakings", "vague"):
        return False
    speech = scene.lexicon.patterns("speech").find(scene.text, scene.lower)
    return any(clause.start <= said.start and said.end <= hit.start for said in speech)


def _turned(scene: Scene, hit: Hit, actors: Sequence[Name | Referent]) -> tuple[str, ...] | None:
    """Who acts where the subject stands right behind its verb, or inside its parts: "kommer X också att"."""
    behind = next((a for a in actors if a.start > hit.start and a.kind != "place"), None)
    if behind is None or governed(scene, behind):
        return None
    start = min(hit.start + len(scene.lower[hit.start :].split(maxsplit=1)[0]), behind.start)
    roles = sum(role.end - role.start for role in scene.roles if start <= role.start and role.end <= behind.start)
    gap = scene.text[start : behind.start]
    return (behind.appearance,) if len(gap) - roles <= TURNED and "," not in gap else None


def _to_come(scene: Scene, clause: Span, hit: Hit) -> bool:
    """Whether a bare future is one, where its form may also be a passive: its clause ends with an infinitive."""
    infinitive = scene.lexicon.text("undertakings", "infinitive")
    if not infinitive:
        return True
    if not scene.text[hit.end : clause.end].lstrip()[:1].isalnum():
        return False
    parts = re.split(r"[,;:–—]", scene.text[hit.end : clause.end])
    words = [re.findall(r"\w+", part)[-1:] for part in parts]
    return any(re.fullmatch(infinitive, word) for last in words for word in last)


def _unsure(scene: Scene, clause: Span, hit: Hit) -> bool:
    """Whether a condition stands before the words in the clause."""
    inside = hit.pattern.regex and scene.lower[hit.start : hit.end].split()[1:-1]  # "kommer inte att"
    head = set(re.findall(r"[\w']+", scene.lower[max(clause.start, hit.start - CLOSE) : hit.start])) | set(inside)
    return not head.isdisjoint(scene.lexicon.words("undertakings", "unsure"))


def _undertaking(reading: Reading, scene: Scene, clause: Span, best: tuple[float, Hit, tuple[str, ...]]) -> Undertaking:
    sure, hit, parties = best
    evidence = scene.passage.evidence(clause.start, clause.end)
    what = " ".join(scene.text[clause.start : clause.end].split())
    behind = [date for date in scene.dates if hit.start <= date.start and date.end <= clause.end]
    return Undertaking(
        id=content_id(reading.paper, "undertaking", what, evidence[0].start),
        paper=reading.paper,
        lang=scene.passage.lang,
        evidence=evidence,
        confidence=round(sure, 2),
        reason=f"“{scene.text[hit.start : hit.end]}”" + (" said of them" if parties else ""),
        method=METHOD,
        parties=parties,
        what=what,
        due=behind[0].edtf if behind else None,
    )
