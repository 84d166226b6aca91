"""Offices that a paper states by its form: bylines, signatures, roles set over a name, lists of members."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from greffier.extract.chunks import Name, Role
from greffier.extract.reading import Appointment, Reading, Scene
from greffier.extract.roles.words import role_words
from greffier.lexicon.load import load_lexicon
from greffier.model.span import Span

WRITERS = frozenset({"author", "authors", "byline", "writer", "journalist", "reporter"})
PRESS = frozenset({"press", "article"})
SIGNED = frozenset({"resolution"})
MEMBERS = {
    "group": "member_of_parliament",
    "committee": "member_of_parliament",
    "chamber": "member_of_parliament",
    "senate": "senator",
    "eu_parliament": "mep",
}
BODY_OF_LIST = 3  # names at least in a list of members
SHORT = 12  # words of a passage that holds a name of a list and what belongs to it


def stated_by_form(reading: Reading, found: Sequence[Appointment]) -> Iterator[Appointment]:
    """Yield the appointments that the form of the paper states, given those `found` in its words."""
    held = {made.name.appearance for made in found}
    yield from _bylines(reading, held)
    yield from _signatures(reading)
    yield from _labelled(reading)
    yield from _over_names(reading, held)
    yield from _members(reading)
    yield from _headline(reading, held)


def _bylines(reading: Reading, held: set[str]) -> Iterator[Appointment]:
    for scene in reading.scenes:
        kind, field = scene.passage.kind, (scene.passage.field or "").lower()
        if not (kind == "byline" or (kind == "metadata" and field in WRITERS)) or reading.outline.kind not in PRESS:
            continue
        for name in _persons(scene):
            if name.appearance not in held:
                yield _made(scene, name, "journalist", "byline", 0.75, "named as the writer")


def _headline(reading: Reading, held: set[str]) -> Iterator[Appointment]:
    """A headline names the office, the body of the article the person: the only one whose office it does not say."""
    if reading.outline.kind not in PRESS or any(scene.passage.article is not None for scene in reading.scenes):
        return
    heads = [scene for scene in reading.scenes if _leads(scene)]
    named = list(dict.fromkeys(n.appearance for s in reading.scenes if s not in heads for n in _persons(s)))
    without = [person for person in named if person not in held]
    if len(without) != 1 or named[:1] != without or any(_persons(scene) for scene in heads):
        return
    below, name = next((s, n) for s in reading.scenes for n in _persons(s) if n.appearance == without[0])
    for scene in heads:
        for role in scene.roles:
            if not role.plural and role.country and not role.former:
                reason = "the office is the headline's, the person its article's"
                yield Appointment(below, name, role, role.code, "headline", 0.6, reason, apart=scene)


def _leads(scene: Scene) -> bool:
    """Whether the passage is a headline or the standfirst in the front matter."""
    field = (scene.passage.field or "").lower()
    return scene.passage.kind == "title" or (scene.passage.kind == "metadata" and field in ("title", "description"))


def _signatures(reading: Reading) -> Iterator[Appointment]:
    if reading.outline.kind not in SIGNED:
        return
    for scene in reading.scenes:
        if scene.passage.kind == "signature" or _only_names(scene):
            for name in _persons(scene):
                yield _made(scene, name, "author", "signature", 0.85, "signs the proposal")


def _labelled(reading: Reading) -> Iterator[Appointment]:
    """The names behind "Signatories:" and its like, up to the end of the passage or the next label."""
    for scene in reading.scenes:
        match = _signed(scene.lexicon.lang).search(scene.lower)
        if match is None or reading.outline.kind in PRESS:
            continue
        end = re.search(r"\.\s+[^\W\d_]+:|\n[^\W\d_]+:", scene.text[match.end() :])
        reach = Span(match.end(), match.end() + end.start() if end else len(scene.text))
        for name in scene.named(reach, "person"):
            yield _made(scene, name, "author", "signature", 0.85, "signs the proposal")


@cache
def _signed(lang: str) -> re.Pattern[str]:
    words = sorted(load_lexicon(lang).words("roles", "signed"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*:" if words else r"(?!)")


def _only_names(scene: Scene) -> bool:
    """Whether the passage is nothing but names, each with its party in brackets or alone."""
    persons = _persons(scene)
    if not persons or scene.passage.kind not in ("paragraph", "item"):
        return False
    rest, reached = "", 0
    for name in persons:
        rest, reached = rest + scene.text[reached : name.start], name.end
    return not re.sub(r"\([^()]{1,40}\)|\W", "", rest + scene.text[reached:])


def _over_names(reading: Reading, held: set[str]) -> Iterator[Appointment]:
    """A passage that is nothing but a role, and the name alone in the next one."""
    for scene, below in zip(reading.scenes, reading.scenes[1:], strict=False):
        roles = scene.roles
        if len(roles) != 1 or roles[0].plural or _bare(scene.text[: roles[0].start] + scene.text[roles[0].end :]):
            continue
        persons = _persons(below)
        if len(persons) == 1 and len(below.text.split()) <= SHORT:
            lead = below.lower[: persons[0].start]
            words = role_words(below.lexicon)
            rest = words.courtesy.sub("", lead)
            if not [word for word in _bare(rest).split() if word not in words.articles]:
                reason = "the office stands over the name"
                yield Appointment(below, persons[0], roles[0], roles[0].code, "over", 0.8, reason, apart=scene)
    del held


def _members(reading: Reading) -> Iterator[Appointment]:
    """The names of a list under a heading such as "Members", where the paper is about a parliamentary body."""
    code: str | None = None
    run: list[tuple[Scene, Name]] = []
    for scene in reading.scenes:
        words = role_words(scene.lexicon)
        line = _bare(scene.lower)
        persons = _persons(scene)
        if words.roll.fullmatch(line):
            yield from _run(run, code)
            run, code = [], code or _members_of(reading)
            continue
        if code is None:
            continue
        lead = words.courtesy.sub("", scene.lower[: persons[0].start]) if persons else "x"
        if persons and not _bare(lead) and len(scene.text.split()) <= SHORT * 2:
            run.append((scene, persons[0]))
        elif len(scene.text.split()) > SHORT:
            yield from _run(run, code)
            run, code = [], None
    yield from _run(run, code)


def _run(run: Sequence[tuple[Scene, Name]], code: str | None) -> Iterator[Appointment]:
    if code and len(run) >= BODY_OF_LIST:
        for scene, name in run:
            yield _made(scene, name, code, "roll", 0.75, "in the list of members")


def _members_of(reading: Reading) -> str | None:
    """The role of the members of the body that the paper's title or first words name."""
    for scene in reading.scenes[:12]:
        body = role_words(scene.lexicon).body_class(scene.lower, 0, len(scene.lower))
        if body and body.rstrip("_") in MEMBERS:
            return MEMBERS[body.rstrip("_")]
    return None


def _made(scene: Scene, name: Name, code: str, how: str, sure: float, reason: str) -> Appointment:
    """An office that the form alone states: its words are the name."""
    return Appointment(scene, name, Role(name.start, name.end, code, ""), code, how, sure, reason)


def _persons(scene: Scene) -> tuple[Name, ...]:
    return scene.named(Span(0, len(scene.text)), "person")


def _bare(text: str) -> str:
    """`text` without marks and spaces at its ends."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", text)
