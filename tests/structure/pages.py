"""Pages with several articles, composed from invented stories, and the truth about each.

`page(seed, lang, layout)` gives the same page for the same seed. `pages(count)` runs through layouts and languages;
`pages(count, aside=True)` through those held aside, which no rule may be tuned on. `judge` compares what was read with
the truth; it needs the canonical text and the parts found in it, not the parser.

>>> example = page(3, lang="nl", layout="plain_date_under")
>>> start, end = example.spans[0]
>>> example.source[start:end].startswith(example.articles[0].title)
True
>>> found = [Found(s, e, a.title, a.published) for (s, e), a in zip(example.spans, example.articles)]
>>> marks = judge(example, example.source, found)
>>> marks.whole == marks.titles == marks.dates == marks.articles and not marks.extra
True
>>> judge(example, example.source, [Found(0, len(example.source), None, None)]).whole
0
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import product

from tests.structure.layouts import LAYOUTS as FIRST
from tests.structure.layouts_aside import ASIDE
from tests.structure.layouts_boxes import BOXES
from tests.structure.layouts_exports import EXPORTS
from tests.structure.layouts_portals import PORTALS
from tests.structure.layouts_systems import SYSTEMS
from tests.structure.layouts_wide import WIDE
from tests.structure.sheets import CLOSE, OPEN, Sheet
from tests.structure.stories import ASIDE_LANGS, LANGS, load_grammar, tell

__all__ = ["ASIDE", "ASIDE_LANGS", "LANGS", "LAYOUTS", "Article", "Found", "Marks", "Page", "judge", "page", "pages"]

LAYOUTS = FIRST | WIDE | BOXES | SYSTEMS | PORTALS | EXPORTS
SUFFIX = {"text/html": ".html", "text/plain": ".txt", "text/markdown": ".md"}


@dataclass(frozen=True, slots=True)
class Article:
    """The truth about one article; `published` is None where the page does not tell."""

    title: str
    published: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A composed page: its source, the articles in reading order, their spans in the source, the furniture's texts."""

    name: str
    lang: str
    layout: str
    media: str
    source: str
    articles: tuple[Article, ...]
    spans: tuple[tuple[int, int], ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An article as the project reads it: offsets in the canonical text, title, EDTF date."""

    start: int
    end: int
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """Counts, to be added up over pages.

    `whole`: articles all of whose paragraphs lie in one found article that holds no other's; `titles`, `dates`: those
    of them whose title and date are right; `extra`: found articles without a paragraph of any; `lost`: body paragraphs
    missing from the text or called boilerplate; `furniture`: its occurrences in the text, `flagged` as boilerplate or
    outside every article found.
    """

    articles: int = 0
    whole: int = 0
    titles: int = 0
    dates: int = 0
    extra: int = 0
    paragraphs: int = 0
    lost: int = 0
    furniture: int = 0
    flagged: int = 0

    def __add__(self, other: "Marks") -> "Marks":
        return Marks(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def page(seed: int, *, lang: str = "en", layout: str = "article_tags") -> Page:
    """The page that `seed`, `lang` and `layout` (of `LAYOUTS` or `ASIDE`) make."""
    plan = LAYOUTS.get(layout) or ASIDE[layout]
    chance = random.Random(f"{seed}/{lang}/{layout}")
    grammar = load_grammar(lang)
    count = chance.randint(plan.least, plan.most)
    stories = tell(grammar, chance, count + 3)
    told = tuple(stories[:count])
    sheet = Sheet(lang, grammar, chance, chance.choice(grammar.sites), told, tuple(s.title for s in stories[count:]))
    source, spans = _unmark(plan.render(sheet))
    articles = tuple(
        Article(story.title, None if plan.dated == "never" else story.published, story.paragraphs) for story in told
    )
    name = f"{layout}-{lang}-{seed}{SUFFIX[plan.media]}"
    return Page(name, lang, layout, plan.media, source, articles, spans, tuple(dict.fromkeys(sheet.furniture)))


def pages(count: int, *, aside: bool = False) -> Iterator[Page]:
    """`count` pages, every layout in every language before any again."""
    layouts, langs = (ASIDE, ASIDE_LANGS + LANGS) if aside else (LAYOUTS, LANGS)
    plans = list(product(layouts, langs))
    for index in range(count):
        layout, lang = plans[index % len(plans)]
        yield page(index // len(plans), lang=lang, layout=layout)


def judge(
    truth: Page, text: str, found: Sequence[Found], boilerplate: Sequence[tuple[int, int]] = (), *, shortest: int = 6
) -> Marks:
    """Marks for `found` articles and `boilerplate` spans in the canonical `text` of the page.

    A page read as one article without parts is judged as one `Found` over the whole text. Furniture shorter than
    `shortest` characters is left out of account: it may be a word of the text.
    """
    places = _places(truth, text)
    hidden = [any(s < end and start < e for s, e in boilerplate) for _, start, end in places]
    lost = sum(len(a.paragraphs) for a in truth.articles) - len(places) + sum(hidden)
    holds = [[n for n, start, end in places if f.start <= start and end <= f.end] for f in found]
    whole = titles = dates = 0
    for number, article in enumerate(truth.articles):
        for f, inside in zip(found, holds, strict=True):
            if inside == [number] * len(article.paragraphs):
                whole += 1
                titles += _fold(f.title or "") == _fold(article.title)
                dates += f.published == article.published
    occurrences = [
        match.span()
        for words in truth.furniture
        if len(words) >= shortest
        for match in _pattern(words).finditer(text)
        if not any(s < match.end() and match.start() < e for _, s, e in places)
    ]
    flagged = sum(
        any(s <= start and end <= e for s, e in boilerplate) or not any(f.start < end and start < f.end for f in found)
        for start, end in occurrences
    )
    return Marks(
        articles=len(truth.articles),
        whole=whole,
        titles=titles,
        dates=dates,
        extra=sum(not inside for inside in holds),
        paragraphs=sum(len(a.paragraphs) for a in truth.articles),
        lost=lost,
        furniture=len(occurrences),
        flagged=flagged,
    )


def _unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The source without the layout's marks, and the spans that they enclosed."""
    source, spans, start = "", [], 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            start = len(source)
        elif piece == CLOSE:
            spans.append((start, len(source)))
        else:
            source += piece
    return source, tuple(spans)


def _places(truth: Page, text: str) -> list[tuple[int, int, int]]:
    """Where each paragraph stands in `text`: (number of its article, start, end), in reading order."""
    places, position = [], 0
    for number, article in enumerate(truth.articles):
        for paragraph in article.paragraphs:
            if match := _pattern(paragraph).search(text, position):
                places.append((number, *match.span()))
                position = match.end()
    return places


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _fold(title: str) -> str:
    return " ".join(title.casefold().split())
