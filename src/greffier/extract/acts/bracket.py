"""Whom a participle means where the clause is a bracket: "X wurde in Bern verhaftet", "das Gericht hat X verurteilt".

In a language whose `acts` have the setting `bracket`, the auxiliary stands apart from its participle. Behind a word of
`be` the participle is said of the subject, which stands right before or right behind the auxiliary; behind a word of
`having` it is said of the object, between the two; who did it is never taken for whom it befell.
"""

import re
from collections.abc import Sequence

from greffier.extract.acts.clauses import List
from greffier.extract.chunks import Name, Role
from greffier.extract.reading import Scene
from greffier.lexicon.patterns import Hit
from greffier.model.span import Span

WORD = re.compile(r"[\w'-]+")
BORDER = re.compile(r"[;:–—„“”»«\"]")
APART = 6  # words between an auxiliary and the subject beside it: its office, where it is from
AFTER = 3  # words behind a participle among which the auxiliary of a dependent clause stands


def brackets(scene: Scene) -> bool:
    """Whether the language of `scene` parts its verbs."""
    return scene.lexicon.text("acts", "bracket") == "yes"


def in_bracket(scene: Scene, clause: Span, hit: Hit, among: Sequence[List]) -> tuple[List | None, bool]:
    """Whom the participle `hit` means, and whether the bracket decides it (nobody, if so and None)."""
    start = max((m.end() for m in BORDER.finditer(scene.text, clause.start, hit.start)), default=clause.start)
    be, having = scene.lexicon.words("acts", "be"), scene.lexicon.words("acts", "having")
    words = [word for word in WORD.finditer(scene.lower, start, hit.start) if not _named(scene, word.start())]
    aux = next((word for word in reversed(words) if word.group() in be or word.group() in having), None)
    if aux is None or _dependent(scene, aux.end(), hit):
        return None, False
    free = [one for one in among if start <= one.start and one.end <= hit.start and not one.governed]
    if aux.group() in having and WORD.fullmatch(scene.lower, hit.start, hit.end):
        between = [one for one in free if one.start >= aux.end()]
        if not between and not _words(scene, aux.end(), hit.start):
            done = _object(scene, start, free)  # the verb comes last, both parts together
            return done, done is not None
        first = between[0] if between else None
        if first is not None and not _front(scene, start, aux.start()) and not _words(scene, aux.end(), first.start):
            between = between[1:]  # "gestern hat X …": X did it
        return (between[-1] if between else None), True
    ahead = [one for one in free if one.end <= aux.start() and _beside(scene, one.end, aux.start())]
    if ahead:
        return ahead[-1], True
    behind = [one for one in free if one.start >= aux.end() and len(_words(scene, aux.end(), one.start)) <= APART]
    return (behind[0], True) if behind else (None, False)


def _object(scene: Scene, start: int, free: Sequence[List]) -> List | None:
    """The last of `free` where who did it stands before it: "dat de politie X heeft opgepakt"."""
    if not free:
        return None
    opening = scene.lexicon.words("acts", "relatives") | scene.lexicon.words("speech", "that")
    first = free[-1].start if len(free) == 1 else free[-2].end
    before = [word for word in _words(scene, start, first) if word not in opening]
    return free[-1] if before or len(free) > 1 else None


def _beside(scene: Scene, start: int, end: int) -> bool:
    """Whether a subject that ends at `start` stands right before the auxiliary, but for an apposition in commas."""
    gap = scene.text[start:end].rstrip()
    return ("," not in gap or gap.endswith(",")) and len(_words(scene, start, end)) <= 2


def _dependent(scene: Scene, end: int, hit: Hit) -> bool:
    """Whether a comma and a relative or conjunction part the auxiliary from `hit`, whose own clause it then is not."""
    parts = scene.lexicon.words("acts", "relatives") | scene.lexicon.words("speech", "that")
    return any(word in parts for word in re.findall(r",\s+([\w']+)", scene.lower[end : hit.start]))


def _named(scene: Scene, offset: int) -> bool:
    return any(name.start <= offset < name.end for name in scene.names)


def _front(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands before the auxiliary is a subject: it begins with an article, a name or an office."""
    first = WORD.search(scene.lower, start, end)
    if first is None:
        return False
    chunks: tuple[Name | Role, ...] = (*scene.names, *scene.roles)
    return first.group() in scene.lexicon.words("language", "articles") or any(
        chunk.start <= first.start() < chunk.end for chunk in chunks
    )


def _words(scene: Scene, start: int, end: int) -> list[str]:
    """The words between, without offices and articles."""
    articles = scene.lexicon.words("language", "articles")
    inside = [role for role in scene.roles if start <= role.start and role.end <= end]
    return [
        word.group()
        for word in WORD.finditer(scene.lower, start, max(start, end))
        if word.group() not in articles and not any(role.start <= word.start() < role.end for role in inside)
    ]


def verb_behind(scene: Scene, hit: Hit, hits: Sequence[Hit]) -> Hit | None:
    """The participle that follows its measure: "zu elf Jahren Haft verurteilt"."""
    for other in hits:
        gap = scene.lower[hit.end : other.start]
        if other.start >= hit.end and other.pattern.text("voice") == "passive":
            return other if len(WORD.findall(gap)) <= AFTER and "," not in gap else None
    return None
