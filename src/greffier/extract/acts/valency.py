"""Of whom the words for an act are said: what the words around them show of subject and object.

A word for an act that is a participle ("arrested") is said of the person before it where a form of "be" or a relative
pronoun stands between, or nothing but an apposition; with "has" before it, or with its object right behind it, it is
what somebody did, so that the person before it is who did it. The words are those of `lexicon/data/<lang>/acts.toml`;
a language without such settings is read by nearness alone.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from greffier.extract.acts.clauses import List
from greffier.extract.chunks import Date, Role
from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

WORD = re.compile(r"[\w']+")
BARE = 3  # words that may stand between a person and a participle without a form of "be"
FEW = 2  # words that may stand between a noun without preposition and its persons
TURNED = 4  # words between a form of "be" and the subject behind it
NEAR = 30  # code points between a verb of saying and who says it: an office fits
SHORT = 6  # words of a quotation that is part of the sentence around it


def said_together(scene: Scene, hit: Hit, people: List) -> bool:
    """Whether `hit` and `people` stand in the same quotation, or both in none."""
    for quote in scene.quotes:
        holds = quote.start <= hit.start < quote.end
        if holds != (quote.start <= people.start < quote.end) and len(quote.inner.of(scene.text).split()) >= SHORT:
            return False
    return True


def reports(scene: Scene, hit: Hit, people: List) -> bool:
    """Whether `people`, behind `hit`, are those who tell of it: "X is in prison, said Y"."""
    if people.start < hit.end:
        return False
    between = scene.lower[hit.end : people.start]
    start = between.rfind(",")
    if start < 0:
        return False
    found = scene.lexicon.patterns("speech").find(between[start:], between[start:])
    return any(verb.pattern.value == "say" for verb in found)


def somebody_else(scene: Scene, start: int, end: int) -> bool:
    """Whether a pronoun that nobody is known to be stands from `start` to `end`: "X demanded that he be released"."""
    pronouns = {form for p in scene.lexicon.patterns("pronouns").patterns if p.value == "pronoun" for form in p.forms}
    known = scene.lexicon.words("acts", "them") | pronouns
    return any(
        word.group() in known and not any(r.start <= word.start() < r.end for r in scene.referents)
        for word in WORD.finditer(scene.lower, start, max(start, end))
    )


def speaks(scene: Scene, clause: Span, people: List) -> bool:
    """Whether `people` are no more than the subject of a verb of saying in `clause`: "…, said X"."""
    for hit in scene.lexicon.patterns("speech").find(scene.text[clause.start : clause.end], clause.of(scene.lower)):
        start, end = clause.start + hit.start, clause.start + hit.end
        behind, ahead = scene.text[end : people.start], scene.text[people.end : start]
        if hit.pattern.value == "say" and (
            (end <= people.start and len(behind) <= NEAR and not re.search(r"[.,;:]", behind))
            or (people.end <= start and not ahead.strip())
        ):
            return True
    return False


def whose_clause(scene: Scene, people: List, hit: Hit) -> bool:
    """Whether a relative pronoun right behind `people` opens the clause of `hit` ("X, who was arrested")."""
    word = re.match(r"[\s,]*([\w']+)", scene.lower[people.end : hit.start])
    return word is not None and word.group(1) in scene.lexicon.words("acts", "relatives")


def acts_itself(scene: Scene, hit: Hit, ahead: List | None, behind: List | None) -> bool:
    """Whether `hit` is what somebody did: "the police have arrested X", "the police arrested X"."""
    word = re.search(r"([\w']+)\s+$", scene.lower[max(0, hit.start - 20) : hit.start])
    if word is not None and word.group(1) in scene.lexicon.words("acts", "having"):
        return True
    if not _participle(scene, hit) or behind is None or len(_between(scene, hit.end, behind.start)) > FEW:
        return False
    gap = WORD.findall(scene.lower[ahead.end : hit.start]) if ahead is not None else []
    return scene.lexicon.words("acts", "be").isdisjoint(gap)


def bears(scene: Scene, hit: Hit, ahead: List, done: Sequence[List]) -> bool:
    """Whether `hit` is said of `ahead`: a form of "be" between, little else, or an earlier act of the same persons."""
    gap = scene.lower[ahead.end : hit.start]
    words = WORD.findall(gap)
    if not _participle(scene, hit) or len(words) <= BARE:
        return True
    joins = scene.lexicon.words("acts", "joins")
    if done and done[-1] == ahead and (words[-1] in joins or gap.rstrip().endswith(",")):
        return True
    be = scene.lexicon.words("acts", "be")
    turned = WORD.findall(scene.lower[max(0, ahead.start - 60) : ahead.start])[-TURNED:]
    inverted = scene.lexicon.text("speech", "inversion") == "v2"  # "in May was X, the head of Y, arrested"
    return not be.isdisjoint(words) or (inverted and not be.isdisjoint(turned))


def takes(scene: Scene, hit: Hit, behind: List | None = None) -> bool:
    """Whether the noun `hit` asks for its persons behind it: it ends in "of", or "of" leads from it to `behind`."""
    of = scene.lexicon.words("acts", "of")
    words = WORD.findall(scene.lower[hit.start : hit.end])[-1:] + WORD.findall(scene.lower[hit.end : hit.end + 20])[:1]
    if behind is not None and "," not in scene.lower[hit.end : behind.start]:
        joins = scene.lexicon.words("acts", "joins")
        words += takewhile(lambda word: word not in joins, _between(scene, hit.end, behind.start))
    return not of.isdisjoint(words)


def governs(scene: Scene, hit: Hit, behind: List) -> bool:
    """Whether `behind` are the persons of the noun `hit`: a preposition leads to them, or they follow at once."""
    leads = scene.lexicon.words("acts", "leads")
    last = WORD.findall(scene.lower[hit.start : hit.end])[-1:]
    between = _between(scene, hit.end, behind.start)
    return not leads or not leads.isdisjoint(last + between) or len(between) <= FEW


def right_behind(scene: Scene, hit: Hit, behind: List) -> bool:
    """Whether `behind` follows `hit` at once, an office between them at most ("the arrested journalist X"), or a comma
    before several ("two political prisoners, X and Y")."""
    gap = scene.text[hit.end : behind.start]
    listed = gap.strip() == "," and len(behind.members) > 1
    return listed or ("," not in gap and len(_between(scene, hit.end, behind.start)) <= FEW)


def meant_behind(scene: Scene, hit: Hit, people: List | None) -> List | None:
    """`people`, where a pronoun right behind `hit` means them ("release them")."""
    if people is None or hit.pattern.text("voice") != "active":
        return None
    word = WORD.match(scene.lower[hit.end :].lstrip()[:20])
    return people if word is not None and word.group() in scene.lexicon.words("acts", "them") else None


def _between(scene: Scene, start: int, end: int) -> list[str]:
    """The words from `start` to `end` without the offices and dates there."""
    kept = [True] * max(0, end - start)
    chunks: tuple[Role | Date, ...] = (*scene.roles, *scene.dates)
    for chunk in chunks:
        for place in range(max(chunk.start, start), min(chunk.end, end)):
            kept[place - start] = False
    return WORD.findall("".join(c if keep else " " for c, keep in zip(scene.lower[start:end], kept, strict=True)))


def _participle(scene: Scene, hit: Hit) -> bool:
    shape = scene.lexicon.text("acts", "participle")
    return bool(shape) and re.fullmatch(shape, scene.lower[hit.start : hit.end]) is not None
