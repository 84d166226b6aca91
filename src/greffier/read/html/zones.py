"""What an element says of the words inside it: heading, item, date, byline, furniture.

>>> from lxml.html import fromstring
>>> zone_of(fromstring("<nav>Home</nav>"), Zone(), 1000).furniture
True
>>> zone_of(fromstring("<h2>Title</h2>"), Zone(), 1000).kind
'heading'
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    "li": "item", "dd": "item", "dt": "item", "blockquote": "quote", "td": "cell", "th": "cell", "tr": "cell",
    "figcaption": "caption", "caption": "caption",
}  # fmt: skip
FURNITURE = frozenset({"nav", "footer", "aside", "button", "select", "dialog", "menu"})
ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "complementary", "dialog", "alertdialog", "menu"})
# names that pages give their furniture, as whole words of an id or class
NAMED = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|cookies?|consent|newsletter|related|breadcrumbs?|menu|navbar|nav|navigation|"
    r"sidebar|ads?|advert|advertisement|promo|comments|subscribe|popup|modal|skip|footer|masthead|pagination|pager|"
    r"toolbar|buttons?|tags|tagcloud|widget)(?:$|[\s_-])"
)
DATED = re.compile(r"(?:^|[\s_-])(?:date|datum|time|timestamp|published|pubdate|posted|datetime)(?:$|[\s_-])")
TITLED = re.compile(r"(?:^|[\s_-])(?:title|headline|heading|kop|titel|titre|titulo|rubrik|overskrift)(?:$|[\s_-])")
SIGNED = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|auteur|writer)(?:$|[\s_-])")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
KEEPERS = frozenset({"html", "body", "main", "article"})  # never furniture by name: pages name them after their layout
LARGE = 0.4  # share of the page's text beyond which a name makes no furniture of an element
TITLE = 250  # code points of an element that is a title by its name
TITLE_WORDS = 3  # of what opens a text, at least
DAY = 40  # code points of a heading that is a date
LINE = 160  # code points of an element that is a date or an author by its name
ROW = 400  # code points of a table's row that is read as one line


@dataclass(frozen=True, slots=True)
class Zone:
    """What the elements around some words say of them; `row` that cells stand beside each other in one block."""

    kind: str = "paragraph"
    level: int = 0
    furniture: bool = False
    linked: bool = False
    strong: bool = False
    preformatted: bool = False
    row: bool = False
    kept: bool = False


@lru_cache(maxsize=4096)  # a page has few zones, each of many elements
def _changed(zone: Zone, field: str, value: str | bool) -> Zone:
    """The zone with one field of another value."""
    values: dict[str, Any] = {field: value}
    return replace(zone, **values)


def layout_names(root: HtmlElement, total: int) -> frozenset[str]:
    """The names of furniture that a page gives to so much of its text that they are those of its layout."""
    held: Counter[str] = Counter()
    inside: dict[HtmlElement, frozenset[str]] = {}
    for element in root.iter(etree.Element):
        parent = element.getparent()
        around = inside.get(parent, frozenset()) if parent is not None else frozenset()
        named = _furniture_names(_names(element)) - around
        inside[element] = around | named
        if named:
            words = len(element.text_content()) - sum(len(link.text_content()) for link in element.iter("a"))
            held.update(dict.fromkeys(named, words))
    return frozenset(name for name, length in held.items() if length > LARGE * total)


@lru_cache(maxsize=4096)  # the names of a page repeat
def _furniture_names(names: str) -> frozenset[str]:
    return frozenset(match.group().strip(" \t\n_-") for match in NAMED.finditer(names))


def _names(element: HtmlElement) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''} {element.get('itemprop') or ''}".lower()


def zone_of(element: HtmlElement, around: Zone, total: int, layout: frozenset[str] = frozenset()) -> Zone:
    """The zone inside `element`, itself in `around`, of a page whose text has `total` code points.

    `layout` are names (`layout_names`) that make no furniture of an element on this page.
    """
    tag = element.tag
    if tag == "a":
        return around if around.linked else _changed(around, "linked", element.get("href") is not None)
    if tag in ("b", "strong"):
        return _changed(around, "strong", True)
    if tag in HEADINGS:
        kind = "date" if DATED.search(_names(element)) and _is_day(element) else "heading"
        return replace(around, kind=kind, level=HEADINGS[tag])
    if tag in KEEPERS:
        return _changed(around, "kept", around.kept or tag in ("main", "article"))
    zone = around
    names = _names(element)
    if zone.kind != "heading":
        kind = KINDS.get(tag, zone.kind)
        if kind == "cell" and len(element.text_content()) > ROW:  # a table that sets the page, not a table of facts
            kind = "paragraph"
        if tag in ("summary", "dt") or _opens(element) or TITLED.search(names) or element.get("role") == "heading":
            kind = "title" if len(element.text_content()) <= TITLE else kind
        if tag == "time" or (DATED.search(names) and len(element.text_content()) <= LINE):
            kind = "date"
        elif tag == "address" or element.get("rel") == "author" or SIGNED.search(names):
            kind = "byline" if len(element.text_content()) <= LINE else kind
        if kind != zone.kind:
            zone = _changed(zone, "kind", kind)
    if tag == "pre":
        zone = _changed(zone, "preformatted", True)
    if tag == "tr" and _one_line(element):
        zone = _changed(zone, "row", True)
    if not zone.furniture and _furniture(element, names, zone, total, layout):
        zone = _changed(zone, "furniture", True)
    return zone


def _furniture(element: HtmlElement, names: str, zone: Zone, total: int, layout: frozenset[str]) -> bool:
    if element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
        return True
    tag = element.tag
    if _opens(element):
        return False
    named = bool(_furniture_names(names) - layout) or element.get("role") in ROLES
    if tag == "header" and not zone.kept and element.find(".//h1") is None:
        named = True
    if tag not in FURNITURE and not named:
        return False
    return len(element.text_content()) <= LARGE * total or tag in ("nav", "button", "select")


def _is_day(heading: HtmlElement) -> bool:
    """Whether a heading named after a date is one: short, with a digit."""
    text = heading.text_content().strip()
    return len(text) <= DAY and any(char.isdigit() for char in text)


def _opens(element: HtmlElement) -> bool:
    """Whether an element is what one presses to open a text below it: a title, if it says as much as one."""
    if element.tag not in ("button", "summary", "a", "div", "span", "h2", "h3", "h4"):
        return False
    shown = any(element.get(name) is not None for name in ("aria-expanded", "data-toggle", "data-bs-toggle"))
    return shown and len(element.text_content()) <= TITLE and len(element.text_content().split()) >= TITLE_WORDS


def _one_line(row: HtmlElement) -> bool:
    """Whether a table's row is two or more cells of words, nothing set in blocks."""
    blocks = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "br", "article", "section")
    return 2 <= len(row) <= 12 and len(row.text_content()) <= ROW and next(row.iter(*blocks), None) is None
