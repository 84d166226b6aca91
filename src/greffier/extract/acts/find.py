"""Acts: arrest, sentence, release and the like: whom they befell, how long, done or only threatened or demanded.

The grammar is one for all languages; each word of `lexicon/data/<lang>/acts.toml` says where the persons stand. A
sentence gives its measure too: "sentenced to a fine" is a conviction and a fine. An act that no person of the clause
takes is left out rather than guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.extract.acts.bracket import brackets, in_bracket, verb_behind
from greffier.extract.acts.clauses import List, clauses, introduces, lists
from greffier.extract.acts.valency import (
    acts_itself,
    bears,
    governs,
    meant_behind,
    reports,
    right_behind,
    said_together,
    somebody_else,
    speaks,
    takes,
    whose_clause,
)
from greffier.extract.reading import Reading, Scene
from greffier.lexicon.patterns import Hit
from greffier.model.entry import Act
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "acts 1"
REACH = 110  # code points between an act and its list of persons
BESIDE = 80  # code points between the noun of an act and the persons behind it
FAR = 220  # code points between the noun of an act and a list introduced by "in particular"
MEASURES = frozenset({"fine", "imprisonment", "restriction_of_liberty", "house_arrest", "travel_ban", "detention"})
SHARED = MEASURES | {"prosecution"}  # nouns that take over the persons of what stands before them
DEMANDED = frozenset({"release", "rehabilitation", "sanction"})  # what a request asks for
NUMBER = r"(?P<n>\d{1,2}|[^\W\d_]+)"


@dataclass(frozen=True, slots=True)
class _Done:
    hit: Hit
    people: List
    confidence: float


def find_acts(reading: Reading) -> Iterator[Act]:
    """Yield each act on each person, in reading order; the two language versions of one act are linked."""
    found: dict[tuple[str, str, str, int | None], Act] = {}
    for scene in reading.scenes:
        if scene.passage.kind in ("title", "byline", "metadata"):
            continue
        before: List | None = None
        for clause in clauses(scene):
            done, before = _in_clause(scene, clause, before)
            for act in _entries(reading, scene, clause, done):
                key = (act.person, act.act, act.status, scene.passage.version)
                found.setdefault(key, act)
    for (person, code, status, version), entry in found.items():
        twin = found.get((person, code, status, 1 - version)) if version is not None else None
        yield replace(entry, parallel=(twin.id,)) if twin else entry


def _in_clause(scene: Scene, clause: Span, before: List | None) -> tuple[list[_Done], List | None]:
    people = lists(scene, clause, "person")
    bodies = lists(scene, clause, "body")
    done: list[_Done] = []
    hits = list(scene.hits("acts", clause))
    for hit in hits:
        among = bodies if hit.pattern.value == "banning" else people
        verb = verb_behind(scene, hit, hits) if brackets(scene) and hit.pattern.value in MEASURES else None
        whom = _whom(scene, clause, verb or hit, among, done, before if hit.pattern.value != "banning" else None)
        if whom is not None:
            done.append(_Done(hit, whom[0], whom[1]))
    last = next((one for one in reversed(people) if not speaks(scene, clause, one)), None)
    return done, last if people else before


def _whom(
    scene: Scene, clause: Span, hit: Hit, among: Sequence[List], done: Sequence[_Done], before: List | None
) -> tuple[List, float] | None:
    voice = hit.pattern.text("voice")
    among = [one for one in among if said_together(scene, hit, one) and not reports(scene, hit, one)]
    if voice == "passive" and brackets(scene):
        meant, decided = in_bracket(scene, clause, hit, among)
        if decided:
            return (meant, 0.85) if meant is not None else None
    ahead, sure = _ahead(scene, hit, among)
    suffered = bool(done) and done[-1].people == ahead  # "released X but left him under house arrest"
    if ahead is not None and not sure and not suffered and somebody_else(scene, ahead.end, hit.start):
        other = before is not None and len(before.members) == 1 and before.members != ahead.members
        if before is not None and other and voice == "passive":
            return before, 0.6
        ahead = None
    behind = next((one for one in among if one.start >= hit.end), None)
    near_ahead = ahead is not None and hit.start - ahead.end <= REACH * (2 if len(ahead.members) > 1 else 1)
    if behind is not None and not _reaches(scene, hit, behind, BESIDE if voice == "noun" else REACH):
        behind = None
    noun = voice == "noun" or hit.pattern.value in MEASURES
    if noun and scene.passage.kind == "request" and hit.pattern.value not in DEMANDED:
        return None  # what a request names besides its demands is told elsewhere
    if behind is None and (them := meant_behind(scene, hit, ahead or before)):
        return them, 0.65
    if voice == "attribute":
        return (behind, 0.8) if behind is not None and right_behind(scene, hit, behind) else None
    if voice == "noun":
        return _of_noun(scene, hit, ahead, behind, done, before)
    banning = hit.pattern.value == "banning"
    if voice == "active" or (not banning and acts_itself(scene, hit, ahead, behind)):
        return (behind, 0.8) if behind is not None and not _other_act(scene, hit, behind, done) else None
    if ahead is not None and near_ahead and (sure or bears(scene, hit, ahead, [one.people for one in done])):
        return ahead, 0.85 if hit.start - ahead.end <= BESIDE else 0.75
    if behind is not None and not banning and not behind.governed and not _other_act(scene, hit, behind, done):
        return behind, 0.7
    if before is not None and len(before.members) == 1 and not among and _refers_back(scene, clause, hit):
        return before, 0.6
    return None


def _ahead(scene: Scene, hit: Hit, among: Sequence[List]) -> tuple[List | None, bool]:
    """The list before `hit` that it may be said of, and whether "who" says so for sure."""
    before_it = [one for one in among if one.end <= hit.start]
    if not before_it:
        return None, False
    if whose_clause(scene, before_it[-1], hit):
        return before_it[-1], True
    return next((one for one in reversed(before_it) if not one.governed), before_it[-1]), False


def _reaches(scene: Scene, hit: Hit, behind: List, near: int) -> bool:
    """Whether the list behind `hit` is near enough, or introduced as examples of whom it befell."""
    distance = behind.start - hit.end
    relatives = scene.lexicon.words("acts", "relatives")
    if not relatives.isdisjoint(re.findall(r"[\w']+", scene.lower[hit.end : behind.start])):
        return False  # the person of a clause of its own ("those who filmed X")
    return distance <= near or (distance <= FAR and introduces(scene, _head(scene, hit.end, behind.start)))


def _head(scene: Scene, start: int, end: int) -> str:
    """The words before a list, without the office that its first name bears."""
    for role in scene.roles:
        if start < role.start and role.end <= end and end - role.end <= 2:
            return (
                scene.lower[start : role.start].rstrip().removesuffix(" les").removesuffix(" the").removesuffix(" de")
            )
    return scene.lower[start:end]


def _of_noun(
    scene: Scene, hit: Hit, ahead: List | None, behind: List | None, done: Sequence[_Done], before: List | None
) -> tuple[List, float] | None:
    """Whose the act of a noun is: of the verb before it, of the persons behind it, of "his" or "her" before it."""
    shared, after = hit.pattern.value in SHARED, hit.pattern.text("after")
    last = done[-1] if done and hit.start - done[-1].hit.end <= BESIDE else None
    value = last.hit.pattern.value if last is not None else "banning"
    if last is not None and shared and value != "banning" and after in ("", value) and not takes(scene, hit, behind):
        return last.people, 0.85  # "sentenced to a fine"
    if after:
        return None
    if behind is not None and governs(scene, hit, behind) and not _other_act(scene, hit, behind, done):
        return behind, 0.8
    head = scene.lower[ahead.start if ahead is not None else max(0, hit.start - BESIDE) : hit.start]
    own = re.search(r"([\w']+)\s+(?:([\w'-]+)\s+)?$", scene.lower[max(0, hit.start - 32) : hit.start])
    if own and not scene.lexicon.words("acts", "own").isdisjoint(own.groups()):
        asked = any(h.pattern.value == "demanded" for h in scene.lexicon.patterns("act_status").find(head, head))
        single = before if before is not None and len(before.members) == 1 and behind is None else None
        asked = asked and not (
            ahead is not None and ahead.governed
        )  # "condemns the trial of X and demands his release"
        owner = ahead if ahead is not None and not asked else single  # "X demanded his release": not X's
        if owner is single and ahead is not None and single is not None and single.members == ahead.members:
            owner = None
        if owner is not None:
            return owner, 0.75 if owner is ahead else 0.6
    if ahead is not None and shared and hit.start - ahead.end <= REACH and not takes(scene, hit, behind):
        return ahead, 0.65
    return None


def _other_act(scene: Scene, hit: Hit, behind: List, done: Sequence[_Done]) -> bool:
    """Whether another verb of an act stands between `hit` and the persons behind it."""
    between = scene.lexicon.patterns("acts").find(scene.text[hit.end : behind.start])
    return any(other.pattern.text("voice") == "active" for other in between)


def _refers_back(scene: Scene, clause: Span, hit: Hit) -> bool:
    """Whether a word for the person of the clause before ("he", "his") stands before `hit` in `clause`."""
    words = re.findall(r"[\w']+", scene.lower[clause.start : hit.start])
    return not scene.lexicon.words("acts", "own").isdisjoint(words)


def _entries(reading: Reading, scene: Scene, clause: Span, done: Sequence[_Done]) -> Iterator[Act]:
    if not done:
        return
    status_hits = list(scene.hits("act_status", clause))
    evidence = scene.passage.evidence(clause.start, clause.end)
    for one in done:
        status = _status(scene, one, status_hits, brackets(scene))
        if status == "denied":
            continue
        dates = [date for date in scene.dates if clause.start <= date.start and date.end <= clause.end]
        near = min(dates, key=lambda date: abs(date.start - one.hit.start), default=None)
        for person in one.people.members:
            yield Act(
                id=content_id(reading.paper, "act", person, one.hit.pattern.value, status, evidence[0].start),
                paper=reading.paper,
                lang=scene.passage.lang,
                evidence=evidence,
                confidence=one.confidence,
                reason=f"“{scene.text[one.hit.start : one.hit.end]}” said of them in one clause",
                method=METHOD,
                date=near.edtf if near else None,
                person=person,
                act=one.hit.pattern.value,
                duration=_duration(scene, one.hit, clause),
                status=status,
            )


def _status(scene: Scene, done: _Done, hits: Sequence[Hit], last: bool) -> str:
    """Done, threatened, demanded or denied; `last` where a verb that demands may stand at the end of its clause."""
    hit = done.hit
    asked = scene.passage.kind == "request" and hit.pattern.value in DEMANDED
    low = min(done.people.start, hit.start)
    for other in reversed(hits):
        value = other.pattern.value
        if value == "demanded" and hit.pattern.value in DEMANDED and (last or other.start <= hit.end):
            return "demanded"
        behind = hit.pattern.value in MEASURES and 0 <= other.start - hit.end <= 12
        inside = low <= other.start < hit.start or behind or 0 <= hit.start - other.end <= 30
        if value == "threatened" and inside and not asked:
            return "threatened"
        if value == "denied" and 0 <= hit.start - other.end <= 25:
            return "denied"
    return "demanded" if asked else "done"


def _duration(scene: Scene, hit: Hit, clause: Span) -> str | None:
    """The length of a sentence as ISO 8601 (`P14Y`, `P6M`), where a number and a unit stand beside the act."""
    if hit.pattern.value not in MEASURES:
        return None
    window = scene.lower[max(clause.start, hit.start - 40) : min(clause.end, hit.end + 40)]
    for unit, letter in (("years", "Y"), ("months", "M")):
        words = "|".join(map(re.escape, sorted(scene.lexicon.words("acts", unit), key=len, reverse=True)))
        match = re.search(rf"(?<!\w){NUMBER}[\s-]+(?:{words})(?!\w)", window) if words else None
        if match and (count := _count(match["n"], scene)):
            return f"P{count}{letter}"
    return None


def _count(written: str, scene: Scene) -> int | None:
    if written.isdigit():
        return int(written)
    words = scene.lexicon.table("numbers").get("words", {})
    return next((int(value) for value, forms in words.items() if written in forms and int(value) < 100), None)
