"""Articles that no `article` element marks: elements of one kind beside each other, or parts between rules.

So are the chapters of one article. Articles show that they stand alone: their title is a link, they carry a date or an
author, they end with a link to read on, or their class says what they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from greffier.model.paper import Block

HOLDERS = frozenset({"article", "details", "div", "li", "section", "td", "tr"})
CLASSES = re.compile(
    r"(?:^|[\s_-])(?:article|entry|hentry|news|news-?item|post|story|bericht|beitrag|actualite)s?(?:$|[\s_-])"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
NUMBERED = re.compile(r"[-_]?\d+[-_\w]*")
BODY = 120  # code points of the paragraphs of an article, at least
SHARE = 0.4  # of the page's paragraphs that such elements hold together
MOST = 0.6  # share of the elements that must show what they are
EARLY = 4  # blocks among which an article has its title

KINDS = re.compile(r"/(?:\w*Article|BlogPosting|SocialMediaPosting|Report|Review|NewsItem)$")  # schema.org
Place = tuple[int, int]  # blocks, half-open
Siblings = dict[tuple[HtmlElement | None, str, str], list[Place]]  # blocks of each element, by parent, tag and class


def is_article(element: HtmlElement) -> bool:
    """Whether an element says that it is an article: by its tag, its role, or its schema.org type.

    >>> from lxml.html import fromstring
    >>> is_article(fromstring('<div itemscope itemtype="https://schema.org/NewsArticle">x</div>'))
    True
    >>> is_article(fromstring('<div role="main">x</div>'))
    False
    """
    if element.tag == "article" or element.get("role") == "article":
        return True
    return "itemscope" in element.attrib and KINDS.search((element.get("itemtype") or "").strip()) is not None


def stated_day(element: HtmlElement) -> str | None:
    """The day of publication that schema.org's markup inside an article states, where it does."""
    for inside in element.iter("meta", "time", "span", "data", "link"):
        if inside.get("itemprop") == "datePublished":
            written = inside.get("content") or inside.get("datetime") or inside.get("value") or ""
            if DAY.match(written):
                return written[:10]
    return None


def keys(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, str, str]]:
    """What an element is grouped by: parent, tag and class; parent and tag alone; tag and class on the whole page.

    Numbers do not count in a class, so that `item-1` and `item-2` are alike.
    """
    parent, tag = element.getparent(), element.tag
    names = " ".join(NUMBERED.sub("", name) for name in (element.get("class") or "").split())
    yield parent, tag, names
    if names:
        yield parent, tag, ""
        yield None, tag, names


def repeated(siblings: Siblings, blocks: Sequence[Block], linked: set[int]) -> list[Place]:
    """The blocks of each article, half-open, in order; empty where there are not two."""
    total = sum(_length(block) for block in blocks if block.kind in ("paragraph", "quote", "item"))
    best: list[Place] = []
    most = SHARE * total
    for (_, _, name), ranges in siblings.items():
        if len(ranges) < 2:
            continue
        whole = [r for r in _outermost(ranges) if _titled(blocks, r) and _body(blocks, r) >= BODY]
        if len(whole) < 2:
            continue
        shown = sum(CLASSES.search(name.lower()) is not None or _alone(blocks, r, linked) for r in whole)
        held = sum(_body(blocks, r) for r in whole)
        wider = bool(best) and held == most and len(whole) == len(best)  # the same with its date and author
        if shown >= MOST * len(whole) and (held > most or wider):
            best, most = whole, held
    return best


def between(rules: Sequence[int], blocks: Sequence[Block]) -> list[Place]:
    """The blocks between rules, where each part begins with a heading of one level and has a body; else nothing."""
    parts = [(low, high) for low, high in pairwise([0, *rules, len(blocks)]) if _body(blocks, (low, high)) >= BODY]
    if len(parts) < 2:
        return []
    heads = [
        next((i for i in range(low, min(low + EARLY, high)) if blocks[i].kind == "heading"), None)
        for low, high in parts[1:]
    ]
    levels = {blocks[index].level for index in heads if index is not None}
    first = [i for i in range(*parts[0]) if blocks[i].kind == "heading" and {blocks[i].level} == levels]
    if None in heads or len(levels) != 1 or not first or _body(blocks, (parts[0][0], first[0])):
        return []
    return [(first[0], parts[0][1]), *parts[1:]]


def _outermost(ranges: Sequence[Place]) -> list[Place]:
    """The ranges that lie in no other, in order."""
    kept: list[Place] = []
    for low, high in sorted(ranges, key=lambda place: (place[0], -place[1])):
        if not kept or low >= kept[-1][1]:
            kept.append((low, high))
    return kept


def _titled(blocks: Sequence[Block], place: Place) -> bool:
    return any(block.kind == "heading" for block in blocks[place[0] : min(place[0] + EARLY, place[1])])


def _body(blocks: Sequence[Block], place: Place) -> int:
    return sum(_length(block) for block in blocks[slice(*place)] if block.kind in ("paragraph", "quote", "item"))


def _alone(blocks: Sequence[Block], place: Place, linked: set[int]) -> bool:
    low, high = place
    dated = any(block.kind in ("date", "byline") or block.value for block in blocks[low:high])
    return (
        dated or any(index in linked for index in range(low, min(low + EARLY, high))) or blocks[high - 1].kind == "link"
    )


def _length(block: Block) -> int:
    return block.span.end - block.span.start
