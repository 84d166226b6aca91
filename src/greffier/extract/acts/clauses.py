"""The clauses of a passage, and the lists of names in them.

An act holds for a whole list ("the activists A, B and C were arrested") and only within its clause; in a clause without
a name it holds for the one person of the clause before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Scene
from greffier.extract.statements.speaker import governed
from greffier.lexicon.geography import find_countries
from greffier.lexicon.load import load_lexicon
from greffier.model.span import Span

ELIDED = re.compile(r"\w+'(?=\s|\w)|[\w']+")  # an article written together with the next word is one for itself
GAP = 60  # code points between two names of a list: a conjunction, an office, what a name is


@dataclass(frozen=True, slots=True)
class List:
    """Names that stand together: one person, or several joined by commas and conjunctions.

    `governed` says that a preposition governs them ("the brother of X"), so that they are no subject.
    """

    start: int
    end: int
    members: tuple[str, ...]
    governed: bool = False


def clauses(scene: Scene) -> Iterator[Span]:
    """Yield each clause: a sentence, cut at semicolons and where a second "that" begins ("and that")."""
    cut = _cut(scene.lexicon.lang)
    for sentence in scene.passage.sentences:
        start = sentence.start
        for match in cut.finditer(scene.lower, sentence.start, sentence.end):
            yield Span(start, match.start())
            start = match.end()
        yield Span(start, sentence.end)


@cache
def _cut(lang: str) -> re.Pattern[str]:
    lexicon = load_lexicon(lang)
    joins, that = (sorted(lexicon.words(topic, key)) for topic, key in (("acts", "joins"), ("speech", "that")))
    second = rf"|\s(?:{'|'.join(map(re.escape, joins))})\s(?=(?:{'|'.join(map(re.escape, that))})(?!\w))"
    return re.compile(r";\s" + (second if joins and that else ""))


def lists(scene: Scene, clause: Span, *kinds: str) -> list[List]:
    """The lists of names of `kinds` in `clause`, in order."""
    found: list[List] = []
    for chunk in _outermost(scene.meant(clause, *kinds)):
        if found and _joined(scene, found[-1].end, chunk.start):
            last = found[-1]
            found[-1] = replace(last, end=chunk.end, members=(*last.members, chunk.appearance))
        else:
            found.append(List(chunk.start, chunk.end, (chunk.appearance,), governed(scene, chunk)))
    return found


def _outermost(chunks: Sequence[Name | Referent]) -> Iterator[Name | Referent]:
    reached = 0
    for chunk in chunks:
        if chunk.start >= reached:
            yield chunk
            reached = chunk.end


def introduces(scene: Scene, lower: str) -> bool:
    """Whether `lower` ends with words that introduce a list ("such as", "in particular")."""
    ends = lower.rstrip(" ,:(")
    return any(ends.endswith(word) for word in scene.lexicon.words("acts", "such"))


def _joined(scene: Scene, end: int, start: int) -> bool:
    """Whether what stands between two names only joins them."""
    between = scene.lower[end:start].strip()
    if between == ",":
        return True
    joins, articles = scene.lexicon.words("acts", "joins"), scene.lexicon.words("language", "articles")
    words = [word for word in ELIDED.findall(_without_offices(scene, end, start)) if word not in articles]
    if not words:
        return between in ("", ",", "/", "&")
    if len(words) == 1:
        return words[0] in joins
    return len(between) <= GAP and ";" not in between and introduces(scene, between)


def _without_offices(scene: Scene, start: int, end: int) -> str:
    """What stands from `start` to `end`, less the offices and nationalities there ("and the Norwegian lawyer")."""
    kept = scene.lower[start:end]
    spans = [(role.start - start, role.end - start) for role in scene.roles if start <= role.start and role.end <= end]
    if len(kept) <= GAP:
        lands = find_countries(scene.text[start:end], scene.lexicon.lang)
        spans += [(low, high) for low, high, _, kind in lands if kind != "name"]
    for low, high in spans:
        kept = kept[:low] + " " * (high - low) + kept[high:]
    return kept
