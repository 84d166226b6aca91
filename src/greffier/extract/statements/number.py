"""Whether a verb of speech can be said of who stands before it: its number, and what stands between.

A verb in the plural is not said of one person; words that open a subject of their own behind a comma ("X stayed, those
reports said") are the subject; a relative pronoun leads from a name to its verb whatever governs the name.
"""

import re

from greffier.extract.chunks import Name, Referent
from greffier.extract.reading import Scene
from greffier.extract.statements.verbs import Verb

NEAR = 4  # words between a name and the verb of its relative clause


def plural(scene: Scene, hit: Verb) -> bool:
    """Whether the verb `hit` is one of more than one speaker, where the language's forms say so."""
    shape = scene.lexicon.text("speech", "plural")
    return bool(shape) and re.fullmatch(shape, scene.lower[hit.start : hit.end].split()[0]) is not None


def listed(scene: Scene, one: Name | Referent, other: Name | Referent) -> bool:
    """Whether `one` stands before `other` with a word that joins names between them."""
    between = scene.lower[one.end : other.start].split()
    return one.end <= other.start and not scene.lexicon.words("language", "and").isdisjoint(between)


def relative(scene: Scene, chunk: Name | Referent, hit: Verb) -> bool:
    """Whether a relative pronoun right behind `chunk` leads to the verb `hit` ("…, who said")."""
    if not scene.lexicon.words("speech", "another"):
        return False
    words = re.findall(r"[\w']+", scene.lower[chunk.end : hit.start])
    return bool(words) and len(words) <= NEAR and words[0] in scene.lexicon.words("acts", "relatives")


def another(scene: Scene, gap: str) -> bool:
    """Whether the words behind the last comma of `gap` are a subject of their own ("X stayed, those reports said")."""
    if "," not in gap:
        return False
    words = re.findall(r"[\w'-]+", gap.rpartition(",")[2])
    return len(words) > 1 and words[0] in scene.lexicon.words("speech", "another")


def hidden(scene: Scene, hit: Verb) -> bool:
    """Whether who spoke is hidden behind a preposition ("…, they said in the press office")."""
    word = re.match(r"\s*([\w-]+)", scene.lower[hit.end :])
    return plural(scene, hit) and word is not None and word.group(1) in scene.lexicon.words("speech", "oblique")
