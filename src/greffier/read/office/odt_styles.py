"""The styles of an OpenDocument text: its lists, how its headings are numbered, what is a title, what is hidden.

Source: OpenDocument 1.3 part 3, 16.30 to 16.36 (text:list-style, text:outline-style).
"""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from greffier.read.office.numbers import Level
from greffier.read.office.package import attribute, child, elements, local

PLACES = ("automatic-styles", "styles")


@dataclass(frozen=True, slots=True)
class Styles:
    """Each list style's levels by its name; the levels of headings; the styles of titles and of hidden text."""

    lists: dict[str, dict[int, Level]]
    outline: dict[int, Level]
    titles: frozenset[str]
    hidden: frozenset[str]


def read_styles(*roots: Element | None) -> Styles:
    """The styles in the parts of a file. The style of titles keeps its English name in every language."""
    lists: dict[str, dict[int, Level]] = {}
    outline: dict[int, Level] = {}
    titles, hidden = {"Title"}, set()
    for root in roots:
        for place in PLACES:
            parent = child(root, place)
            for style in elements(parent) if parent is not None else ():
                if local(style) == "list-style":
                    lists[attribute(style, "name") or ""] = _levels(style)
                elif local(style) == "outline-style":
                    outline = _levels(style)
                elif local(style) == "style":
                    name = attribute(style, "name") or ""
                    shown = child(style, "text-properties")
                    if shown is not None and attribute(shown, "display") == "none":
                        hidden.add(name)
                    if attribute(style, "parent-style-name") in titles:
                        titles.add(name)
    return Styles(lists, outline, frozenset(titles), frozenset(hidden))


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for one in elements(style):
        depth = _digit(attribute(one, "level"), 1)
        if local(one) == "list-level-style-bullet":
            found[depth - 1] = Level("bullet", "")
        elif local(one) in ("list-level-style-number", "outline-level-style"):
            found[depth - 1] = _number(one, depth)
    return found


def _number(one: Element, depth: int) -> Level:
    format_ = attribute(one, "num-format") or ""
    if not format_:
        return Level("none", "")
    shown = min(_digit(attribute(one, "display-levels"), 1), depth)
    places = ".".join(f"%{number}" for number in range(depth - shown + 1, depth + 1))
    text = (attribute(one, "num-prefix") or "") + places + (attribute(one, "num-suffix") or "")
    return Level(format_, text, _digit(attribute(one, "start-value"), 1))


def _digit(written: str | None, default: int) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 5 else default
