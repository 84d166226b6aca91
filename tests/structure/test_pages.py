"""The composed pages keep their promises: the truth they carry holds in their source."""

from html.parser import HTMLParser

import pytest
from tests.structure.pages import ASIDE, ASIDE_LANGS, LANGS, LAYOUTS, Found, Page, judge, page, pages

EVERY = [*pages(len(LAYOUTS) * len(LANGS)), *pages(len(ASIDE) * len(LANGS + ASIDE_LANGS), aside=True)]


class Text(HTMLParser):
    """The text of a page, every element on its own line."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data + "\n"


def text_of(made: Page) -> str:
    if made.media != "text/html":
        return made.source
    parser = Text()
    parser.feed(made.source)
    return parser.text


def test_no_layout_is_both_tuned_on_and_held_aside() -> None:
    assert not LAYOUTS.keys() & ASIDE.keys()
    assert not set(LANGS) & set(ASIDE_LANGS)


def test_the_same_seed_makes_the_same_page() -> None:
    assert page(7, lang="fr", layout="portal") == page(7, lang="fr", layout="portal")
    assert page(7, lang="fr", layout="portal") != page(8, lang="fr", layout="portal")


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.name)
def test_every_paragraph_and_title_stands_in_the_source(made: Page) -> None:
    plan = LAYOUTS.get(made.layout) or ASIDE[made.layout]
    text = text_of(made)
    assert plan.least <= len(made.articles) == len(made.spans) <= plan.most
    assert judge(made, text, []).lost == 0
    for (start, end), article in zip(made.spans, made.articles, strict=True):
        own = text_of(Page("", "", "", made.media, made.source[start:end], (article,), (), ()))
        assert article.title.casefold() in own.casefold()
        assert all(paragraph in " ".join(own.split()) for paragraph in article.paragraphs)


@pytest.mark.parametrize("made", [m for m in EVERY if m.media != "text/html"], ids=lambda made: made.name)
def test_who_knows_the_spans_gets_full_marks_and_who_splits_nothing_none(made: Page) -> None:
    right = [Found(s, e, a.title, a.published) for (s, e), a in zip(made.spans, made.articles, strict=True)]
    marks = judge(made, made.source, right)
    assert marks.whole == marks.titles == marks.dates == marks.articles == len(made.articles)
    assert marks.extra == marks.lost == 0
    assert marks.flagged == marks.furniture
    if len(made.articles) > 1:
        assert judge(made, made.source, [Found(0, len(made.source), None, None)]).whole == 0


def test_boilerplate_over_the_body_counts_as_lost() -> None:
    made = page(1, lang="da", layout="plain_scrape")
    marks = judge(made, made.source, [], [(0, len(made.source))])
    assert marks.lost == marks.paragraphs
    assert marks.furniture == marks.flagged > 5
