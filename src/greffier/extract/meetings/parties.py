"""Who takes part: the persons in an encounter's clause, less those who stand there for something else.

A person governed by "of", "on behalf of", "according to" or named as the owner of something ("the President's address")
is mentioned, not present.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from greffier.extract.chunks import Name, Referent, Role
from greffier.extract.meetings.triggers import Words
from greffier.extract.reading import Scene
from greffier.model.span import Span

Chunk = Name | Referent

REPORTS = frozenset({"journalist", "spokesperson", "author"})  # who tells of encounters, rather than has them
SURE = 0.6  # a referent less sure than this is not counted as present
WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0]+$")
OWNER = re.compile(r"['’]s?\s+\w|['’]\s+\w")
WORD = re.compile(r"\w[\w’'.-]*")
LIST_WORDS = re.compile(r"[\w’'-]{4,}")


@dataclass(frozen=True, slots=True)
class Party:
    """One who may take part: the chunk, and where its noun phrase (title included) begins."""

    chunk: Chunk
    start: int
    governed: bool

    @property
    def who(self) -> str:
        """The appearance."""
        return self.chunk.appearance


def persons(scene: Scene, words: Words, span: Span) -> tuple[Party, ...]:
    """The persons meant in `span`, in reading order, each once, less owners and those merely referred to."""
    found: dict[str, Party] = {}
    for chunk in scene.meant(span, "person"):
        if isinstance(chunk, Referent) and chunk.confidence < SURE:
            continue
        if chunk.appearance in found or _owner(scene, chunk):
            continue
        start = max(phrase_start(scene, words, chunk), span.start)
        governor = _governor(words, start, span.start)
        if governor != "beside":
            found[chunk.appearance] = Party(chunk, start, governor == "of")
    return tuple(found.values())


def bodies(scene: Scene, span: Span) -> tuple[Chunk, ...]:
    """The bodies named in `span` that are not part of an office."""
    return tuple(
        c
        for c in scene.meant(span, "body")
        if not _owner(scene, c) and not any(r.start <= c.start and c.end <= r.end for r in scene.roles)
    )


def places(scene: Scene, span: Span) -> tuple[Name, ...]:
    """The places named in `span` that are not part of an office or a body's name."""
    covers: list[Role | Name] = [*scene.roles, *(n for n in scene.names if n.kind != "place")]
    return tuple(
        n for n in scene.named(span, "place") if not any(c.start <= n.start and n.end <= c.end for c in covers)
    )


def unnamed(scene: Scene, words: Words, span: Span) -> bool:
    """Whether `span` holds people who are not named: an office alone, "a delegation", "his counterpart"."""
    offices = (r for r in scene.roles if span.start <= r.start and r.end <= span.end and r.code not in REPORTS)
    return any(True for _ in offices) or words.has(span, "company", "delegation")


def phrase_start(scene: Scene, words: Words, chunk: Chunk) -> int:
    """Where the noun phrase of `chunk` begins: with its office or honorific, if one stands before it."""
    for role in scene.roles:
        if role.start < chunk.start and chunk.end <= role.end:
            return role.start
        if role.end <= chunk.start and chunk.start - role.end <= 25 and _joins(scene, words, role.end, chunk.start):
            return role.start
    start = chunk.start
    while match := WORD_BEFORE.search(scene.text, max(0, start - 40), start):
        word = match.group(1)
        if any(n.start < match.end(1) <= n.end for n in scene.names if n is not chunk):
            break
        if not (word[0].isupper() or _covered(words, match.start(1), match.end(1), "definite", "honorific")):
            break
        start = match.start()
    return start


def _covered(words: Words, start: int, end: int, *values: str) -> bool:
    return any(h.start <= start and end <= h.end and h.pattern.value in values for h in words.occasions)


def _joins(scene: Scene, words: Words, start: int, end: int) -> bool:
    """Whether nothing stands between an office and a name but a comma, honorifics, other names and articles."""
    if any(char in ";:" for char in scene.text[start:end]):
        return False
    return all(
        m.group()[0].isupper() or _covered(words, m.start(), m.end(), "definite", "honorific")
        for m in WORD.finditer(scene.text, start, end)
    )


def _governor(words: Words, start: int, floor: int) -> str:
    """The value of the preposition right before `start`: `of`, `beside` or nothing."""
    for hit in words.occasions:
        if hit.end > start:
            break
        if hit.start >= floor - 30 and start - hit.end <= 5 and hit.pattern.value in ("of", "beside"):
            return hit.pattern.value
    return ""


def _owner(scene: Scene, chunk: Chunk) -> bool:
    """Whether `chunk` owns what follows: "the President's address"."""
    after = scene.text[chunk.end : chunk.end + 6]
    return bool(OWNER.match(after)) or scene.text[chunk.start : chunk.end].endswith(("'s", "’s"))


def own_titles(scene: Scene, words: Words, group: tuple[Party, ...]) -> bool:
    """Whether each of `group` after the first brings its own office: "the Speaker A, the Minister B"."""
    for before, party in pairwise(group):
        gap = Span(before.chunk.end, party.chunk.start)
        title = [
            m
            for m in LIST_WORDS.finditer(scene.text, gap.start, gap.end)
            if not _covered(words, m.start(), m.end(), "definite", "honorific")
        ]
        if not title or gap.end - gap.start > 140:
            return False
    return True
