"""Read invented sentences whose names are marked by hand, so that the grammar of meetings is tested alone.

`{p:Ada Moor}` marks a person, `{b:...}` a body, `{l:...}` a place, `{r:ambassador:...}` an office with its role code.
"""

import re

from greffier.extract.chunks import Name, Role
from greffier.extract.dates import find_dates
from greffier.extract.meetings.find import find_meetings
from greffier.extract.reading import Cast, Reading, Scene
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.entry import Meeting
from greffier.model.findings import Appearance
from greffier.model.offsets import Offsets, Piece
from greffier.model.outline import Outline, Passage
from greffier.model.paper import Paper
from greffier.model.span import Span

MARK = re.compile(r"\{(p|b|l|r):(?:([a-z_]+):)?([^}]*)\}")
KINDS = {"p": "person", "b": "body", "l": "place"}
SENTENCE = re.compile(r"\S.*?(?:(?<!\d)(?<!\bM)[.!?](?=\s|$)|(?<=\d{4})[.](?=\s)|$)", re.DOTALL)


def staged(lang: str, *paragraphs: str, published: str | None = "2031-05-20", version: int | None = None) -> Reading:
    """A reading of `paragraphs`; a paragraph that begins with `# ` is a title, with `- ` an item."""
    clean: list[str] = [MARK.sub(lambda m: m.group(3), p) for p in paragraphs]
    paper = Paper("p" * 64, "staged.txt", "staged.txt", "text/plain", "\n".join(clean))
    appearances: dict[str, Appearance] = {}
    scenes: list[Scene] = []
    start = 0
    for index, (marked, text) in enumerate(zip(paragraphs, clean, strict=True)):
        kind = "title" if text.startswith("# ") else "item" if text.startswith("- ") else "paragraph"
        passage = Passage(
            index,
            kind,
            lang,
            text,
            Offsets((Piece(0, start, len(text), False),)),
            tuple(Span(*m.span()) for m in SENTENCE.finditer(text)),
            version=version,
        )
        names: list[Name] = []
        roles: list[Role] = []
        shift = 0
        for mark in MARK.finditer(marked):
            begin = mark.start() - shift
            words = mark.group(3)
            shift += len(mark.group()) - len(words)
            if mark.group(1) == "r":
                roles.append(Role(begin, begin + len(words), mark.group(2), words))
                continue
            kind = KINDS[mark.group(1)]
            whose = f"{kind}:{words}"
            appearances[whose] = Appearance(whose, paper.id, kind, words, (words,))
            names.append(Name(begin, begin + len(words), kind, whose))
        lexicon, lower = load_lexicon(lang), lowered(text)
        dates = tuple(find_dates(passage, lexicon, published, lower))
        scenes.append(Scene(passage, lexicon, lower, tuple(names), tuple(roles), dates))
        start += len(text) + 1
    passages = tuple(scene.passage for scene in scenes)
    outline = Outline(paper, "press", None, None, published, (lang,), (), passages)
    return Reading(outline, tuple(scenes), Cast(appearances))


def meetings(lang: str, *paragraphs: str, published: str | None = "2031-05-20") -> list[Meeting]:
    """The meetings that `paragraphs` tell."""
    return list(find_meetings(staged(lang, *paragraphs, published=published)))


def told(lang: str, *paragraphs: str) -> list[tuple[str | None, str, str]]:
    """Of each meeting: date, status, and the participants' names in order of the alphabet, joined by commas."""
    return [(m.date, m.status, ", ".join(sorted(p.name for p in m.participants))) for m in meetings(lang, *paragraphs)]
