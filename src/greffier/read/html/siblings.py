"""Articles that no `article` element marks: elements of one kind beside each other, each with a title and a body.

So are the chapters of one article. Articles show that they stand alone: their title is a link, they carry a date or an
author, they end with a link to read on, or their class says what they are.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from greffier.model.paper import Block

HOLDERS = frozenset({"article", "details", "div", "li", "section", "td", "tr"})
CLASSES = re.compile(
    r"(?:^|[\s_-])(?:article|entry|hentry|news|news-?item|post|story|bericht|beitrag|actualite)s?(?:$|[\s_-])"
)
BODY = 120  # code points of the paragraphs of an article, at least
SHARE = 0.4  # of the page's paragraphs that such elements hold together
MOST = 0.6  # share of the elements that must show what they are
EARLY = 4  # blocks among which an article has its title

Siblings = dict[tuple[HtmlElement, str, str], list[tuple[int, int]]]  # blocks of each element, by parent, tag and class


def repeated(siblings: Siblings, blocks: Sequence[Block], linked: set[int]) -> list[tuple[int, int]]:
    """The blocks of each article, half-open, in order; empty where there are not two."""
    total = sum(_length(block) for block in blocks if block.kind in ("paragraph", "quote", "item"))
    best: list[tuple[int, int]] = []
    most = SHARE * total
    for (_, _, name), ranges in siblings.items():
        whole = [r for r in ranges if _titled(blocks, r) and _body(blocks, r) >= BODY]
        if len(whole) < 2:
            continue
        shown = sum(CLASSES.search(name.lower()) is not None or _alone(blocks, r, linked) for r in whole)
        held = sum(_body(blocks, r) for r in whole)
        if shown >= MOST * len(whole) and held > most:
            best, most = whole, held
    return best


def _titled(blocks: Sequence[Block], place: tuple[int, int]) -> bool:
    return any(block.kind == "heading" for block in blocks[place[0] : min(place[0] + EARLY, place[1])])


def _body(blocks: Sequence[Block], place: tuple[int, int]) -> int:
    return sum(_length(block) for block in blocks[slice(*place)] if block.kind in ("paragraph", "quote", "item"))


def _alone(blocks: Sequence[Block], place: tuple[int, int], linked: set[int]) -> bool:
    low, high = place
    dated = any(block.kind in ("date", "byline") or block.value for block in blocks[low:high])
    return (
        dated or any(index in linked for index in range(low, min(low + EARLY, high))) or blocks[high - 1].kind == "link"
    )


def _length(block: Block) -> int:
    return block.span.end - block.span.start
