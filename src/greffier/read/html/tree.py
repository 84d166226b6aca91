"""The blocks of a page in reading order: a walk over its tree that writes the canonical text as it goes.

White space is as a browser shows it: runs of it are one space, `br` breaks a line, two of them a paragraph; blocks
stand a blank line apart, items a line, the cells of a row a stroke. Elements that touch without a space, as labels and
buttons do, get one where the words would otherwise run together ("Published2 days ago").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from greffier.model.paper import Block
from greffier.model.span import Span
from greffier.read.html.siblings import HOLDERS, Place, Siblings, between, is_article, keys, repeated, stated_day
from greffier.read.html.zones import Zone, layout_names, zone_of

# HTML Living Standard, 3.2.5.2.5: phrasing content, what is not shown as text left out
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rt", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
SKIPPED = frozenset(
    {
        *("audio", "canvas", "embed", "head", "iframe", "input", "map", "math", "noscript", "object", "script"),
        *("style", "svg", "template", "textarea", "video"),
    }
)
LONGEST_TITLE = 200  # code points of a bold paragraph that is a heading
TITLE_WORDS = 3  # of a bold line that is one, at least
SHORT = 120  # code points of a block that can be a date or a byline
LINKED = 0.95  # share of a block's letters inside links that makes it a link
PARAGRAPH = re.compile(r"\n[ \t]*\n")
ENTER, LEAVE, TAIL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Start:
    """Where a block's first words stand in the tree: in an element, or behind it."""

    element: HtmlElement
    behind: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks of an article, half-open, and the day that its markup states for machines alone."""

    begin: int
    end: int
    day: str | None = None


@dataclass(slots=True)
class _Sheet:
    """The text written so far, and the block that is being written."""

    made: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    start: Start | None = None
    zone: Zone = field(default_factory=Zone)
    linked: int = 0
    strong: int = 0
    value: str | None = None
    breaks: int = 0
    touched: bool = False
    linked_headings: set[int] = field(default_factory=set)

    def add(self, text: str | None, zone: Zone, start: Start) -> None:
        """`text` as a part of the block that is being written."""
        if not text:
            return
        if not text.strip():
            self.words.append(" ")
            return
        if zone.preformatted:
            *whole, text = PARAGRAPH.split(text)
            for paragraph in whole:
                self._put(paragraph, zone, start)
                self.close()
        self._put(text, zone, start)

    def _put(self, text: str, zone: Zone, start: Start) -> None:
        if self.breaks > 1:
            self.close()
        if self.start is None:
            self.start, self.zone = start, zone
        self.breaks = 0
        if self.touched and not start.behind and self.words and _runs_together(self.words[-1][-1:], text[:1]):
            self.words.append(" ")
        self.touched = False
        letters = len("".join(text.split()))
        self.linked += letters if zone.linked else 0
        self.strong += letters if zone.strong else 0
        self.words.append(text if zone.preformatted else _spaced(text))

    def titled(self) -> bool:
        """Whether the block that is being written is a line in bold type: a title, if nothing else follows it."""
        letters = sum(len("".join(words.split())) for words in self.words)
        text = "".join(self.words).strip()
        return (
            self.zone.kind == "paragraph"
            and 0 < letters == self.strong
            and len(text.split()) >= TITLE_WORDS
            and len(text) <= LONGEST_TITLE
            and text.rstrip("\"'”’»“)]")[-1:] not in (".", ",", ";", ":")
        )

    def close(self) -> None:
        """The block that is being written, written."""
        text = re.sub(r" ?\n\s*", "\n", re.sub(r"[^\S\n]+", " ", "".join(self.words))).strip()
        if text and self.start is not None:
            most = len("".join(text.split())) * LINKED
            kind = _kind(text, self.zone, linked=self.linked >= most, strong=self.strong >= most)
            if kind == "heading" and self.linked >= most:
                self.linked_headings.add(len(self.blocks))
            tight = bool(self.blocks) and kind == "item" and self.blocks[-1].kind == "item"
            gap = ("\n" if tight else "\n\n") if self.made else ""
            begin = self.length + len(gap)
            self.made.append(gap + text)
            self.length = begin + len(text)
            value = self.value if len(text) <= SHORT else None
            self.blocks.append(Block(Span(begin, self.length), kind, level=self.zone.level, value=value))
            self.starts.append(self.start)
        self.words, self.start, self.linked, self.strong, self.value, self.breaks = [], None, 0, 0, None, 0


def tree_blocks(root: HtmlElement) -> tuple[str, list[Block], list[Start], list[Extent]]:
    """The canonical text, its blocks, where each begins in the tree, and the extent of each article."""
    sheet = _Sheet()
    total = len(root.text_content())
    layout = layout_names(root, total)
    marked: dict[int, list[Place]] = {}  # by how many articles they lie in
    opened: list[int] = []
    days: dict[int, str] = {}
    rules: list[int] = []
    siblings: Siblings = {}
    begins: list[int] = []
    stack: list[tuple[int, HtmlElement, Zone]] = [(ENTER, root, Zone())]
    while stack:
        action, element, zone = stack.pop()
        tag = element.tag
        flows = tag in INLINE or (zone.row and tag in ("td", "th"))
        if action == TAIL:
            sheet.add(element.tail, zone, Start(element, behind=True))
        elif action == LEAVE:
            sheet.touched = flows
            if not flows:
                sheet.close()
            begin = begins.pop()
            if tag in HOLDERS and len(sheet.blocks) - begin > 1:
                for key in keys(element):
                    siblings.setdefault(key, []).append((begin, len(sheet.blocks)))
            if opened and is_article(element):
                begin = opened.pop()
                marked.setdefault(len(opened), []).append((begin, len(sheet.blocks)))
        elif tag == "hr":
            sheet.close()
            rules.append(len(sheet.blocks))
        elif tag == "br":
            if sheet.titled():
                sheet.close()
            sheet.breaks += 1
            sheet.words.append("\n")
        elif isinstance(tag, str) and tag not in SKIPPED:
            if not flows:
                sheet.close()
            elif tag in ("td", "th") and sheet.start is not None:
                sheet.words.append(" | ")
            if is_article(element):
                opened.append(len(sheet.blocks))
                if day := stated_day(element):
                    days[len(sheet.blocks)] = day
            if tag == "time":
                sheet.value = sheet.value or element.get("datetime")
            inside = zone_of(element, zone, total, layout)
            begins.append(len(sheet.blocks))
            stack.append((LEAVE, element, zone))
            for child in reversed(element):
                stack.append((TAIL, child, inside))
                stack.append((ENTER, child, inside))
            sheet.add(element.text, inside, Start(element, behind=False))
    sheet.close()
    articles = next((places for _, places in sorted(marked.items()) if len(places) > 1), marked.get(0, []))
    if len(articles) < 2:
        articles = repeated(siblings, sheet.blocks, sheet.linked_headings) or between(rules, sheet.blocks) or articles
    extents = [Extent(begin, end, days.get(begin)) for begin, end in articles]
    return "".join(sheet.made) + "\n", sheet.blocks, sheet.starts, extents


def with_extents(blocks: Sequence[Block], articles: Sequence[Extent]) -> tuple[Block, ...]:
    """The blocks, a block of kind `article` before those of each article."""
    made: list[Block] = []
    begins = {extent.begin: extent for extent in articles if extent.end > extent.begin}
    for index, block in enumerate(blocks):
        if index in begins:
            extent = begins[index]
            span = Span(block.span.start, blocks[extent.end - 1].span.end)
            made.append(Block(span, "article", value=extent.day))
        made.append(block)
    return tuple(made)


def _runs_together(before: str, behind: str) -> bool:
    """Whether two touching letters belong to two words: a small one before a capital, a letter beside a digit."""
    if before.isalpha() and behind.isalpha():
        return before.islower() and behind.isupper()
    return (before.isalpha() and behind.isdigit()) or (before.isdigit() and behind.isalpha())


def _spaced(text: str) -> str:
    """`text` with every run of white space as one space.

    >>> _spaced("  a\\n b ")
    ' a b '
    """
    return re.sub(r"\s+", " ", text)


def _kind(text: str, zone: Zone, *, linked: bool, strong: bool) -> str:
    if zone.kind == "heading":
        return "heading"
    if zone.furniture:
        return "furniture"
    if zone.kind in ("date", "byline"):
        return zone.kind if len(text) <= SHORT else "paragraph"
    if zone.kind == "title" or (strong and not linked and zone.kind == "paragraph"):
        ends = text.rstrip("\"'”’»“)]")[-1:] in ".,;:"
        return "heading" if len(text.split()) >= 3 and len(text) <= LONGEST_TITLE and not ends else "paragraph"
    return "link" if linked else zone.kind
