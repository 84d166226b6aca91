"""Sentences with their names marked in square brackets, read as a paper of one passage per line."""

import re

from greffier.extract.chunks import Name
from greffier.extract.offices import with_offices
from greffier.extract.reading import Cast, Reading, Scene
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.findings import Appearance
from greffier.model.offsets import whole
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

MARK = re.compile(r"\[(?:(body|place):)?([^\]]+)\]")


def read_marked(lang: str, *lines: str, kinds: tuple[str, ...] = (), paper_kind: str = "press") -> Reading:
    """The reading of `lines`, one passage each; `[Name]` is a person, `[body:Name]` a body; equal names are one."""
    text = "\n\n".join(MARK.sub(r"\2", line) for line in lines)
    scenes: list[Scene] = []
    cast: dict[str, Appearance] = {}
    reached = 0
    for index, line in enumerate(lines):
        clean, names, taken = "", [], 0
        for match in MARK.finditer(line):
            clean += line[taken : match.start()]
            kind = match[1] or "person"
            names.append(Name(len(clean), len(clean) + len(match[2]), kind, match[2]))
            cast[match[2]] = Appearance(match[2], "paper", kind, match[2], (match[2],))
            clean, taken = clean + match[2], match.end()
        clean += line[taken:]
        span = Span(reached, reached + len(clean))
        reached += len(clean) + 2
        sentences = tuple(Span(*found.span()) for found in re.finditer(r"\S.*?[.!?](?=\s|$)|\S.*$", clean))
        kind = kinds[index] if index < len(kinds) else "paragraph"
        passage = Passage(index, kind, lang, clean, whole(span), sentences)
        scenes.append(Scene(passage, load_lexicon(lang), lowered(clean), names=tuple(names)))
    paper = Paper("paper", "paper.txt", "paper.txt", "text/plain", text)
    passages = tuple(scene.passage for scene in scenes)
    outline = Outline(paper, paper_kind, None, None, "2024-05-02", (lang,), (), passages)
    return with_offices(Reading(outline, tuple(scenes), Cast(cast)))
