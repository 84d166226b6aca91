"""Which body "the Chamber" or "the Committee" means: the only one before it whose name has that word.

"The organisation" means the only one before it whose name has none of the words of authorities (`without`).
"""

import re
from collections.abc import Sequence

from greffier.extract.chunks import Referent
from greffier.extract.reading import Reading, Scene
from greffier.extract.roles.words import role_words
from greffier.lexicon.patterns import Hit, lowered

NEXT = re.compile(r"\s+([\w'’-]+)")
BACK = 3  # passages before this one in which the only recent one of several bodies may stand


def body_meant(reading: Reading, scene: Scene, before: Sequence[Scene], hit: Hit) -> Referent | None:
    """The body that the definite words of `hit` mean, or None where a longer name begins here or several fit."""
    following = NEXT.match(scene.text, hit.end)
    if following and (following[1][0].isupper() or following[1].lower() in role_words(scene.lexicon).links):
        return None
    bare = not scene.lexicon.words("language", "articles")
    if bare and not any(sentence.start == hit.start for sentence in scene.passage.sentences):
        return None  # inside a sentence, "parliament" without an article may be any
    without = bool(hit.pattern.list("without"))
    stems = hit.pattern.list("without") or hit.pattern.list("stems")
    fitting = {
        id_
        for id_, appearance in reading.cast.appearances.items()
        if appearance.kind == "body" and any(_has(lowered(name), stems) for name in appearance.names) is not without
    }
    if not fitting:
        return None
    mentioned = [
        (name.appearance, where.passage.index)
        for where in (*before, scene)
        for name in where.names
        if name.appearance in fitting and (where is not scene or name.end <= hit.start)
    ]
    earlier = {id_ for id_, _ in mentioned}
    if len(earlier) == 1:
        how, sure = "the only body of that kind named before", 0.82
    else:
        earlier = {id_ for id_, index in mentioned if index >= scene.passage.index - BACK}
        how, sure = "the only body of that kind named just before", 0.7
    if len(earlier) != 1:
        return None
    return Referent(hit.start, hit.end, "body", earlier.pop(), how, sure)


def _has(name: str, stems: Sequence[str]) -> bool:
    return any(word.startswith(stem) for word in re.findall(r"\w+", name) for stem in stems)
