"""Who "I" is in a paper that is not a debate: the one person named where authors are named.

In the front matter's author, in a byline, under the text, or alone on a line at the head ("The Hon. A. Moor MP").
"""

from greffier.extract.reading import Reading

SIGNED = frozenset({"byline", "signature"})
FIELDS = frozenset({"author", "authors", "creator", "creators", "by"})  # Dublin Core, schema.org
HEAD = 8  # passages at the head of a paper
ALONE = 0.35  # share of a line that a name fills beside title and honours


def author_of(reading: Reading) -> str | None:
    """The appearance of the paper's author; None where nobody or more than one may be."""
    found: dict[str, None] = {}
    for index, scene in enumerate(reading.scenes):
        passage = scene.passage
        signed = passage.kind in SIGNED or (passage.kind == "metadata" and passage.field in FIELDS)
        for name in scene.names:
            alone = index < HEAD and (name.end - name.start) >= ALONE * len(scene.text) and passage.kind != "metadata"
            if name.kind == "person" and (signed or alone):
                found[name.appearance] = None
    return next(iter(found)) if len(found) == 1 else None
