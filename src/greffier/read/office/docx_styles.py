"""What the styles and lists of a Word file say of a paragraph: a heading's level, a list and its level.

Source: ECMA-376 part 1, 17.7 (styles), 17.9 (numbering). Word's own styles keep their English names in every language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from greffier.read.office.numbers import Counter, Level
from greffier.read.office.package import attribute, child, elements, local, value

HEADINGS = re.compile(r"heading (\d)$")
CONTENTS = re.compile(r"(?:toc|table of figures|index) ?\d*$|toc heading$")
DEEPEST = 20  # styles based on each other


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is: `level` of a heading (0 the highest), `list` and its `depth`, a line of the `contents`."""

    level: int | None = None
    list: str | None = None
    depth: int = 0
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list that paragraphs name: which it shares its count with, how its levels are written, which it restarts."""

    shared: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Styles:
    """The styles by id, the lists by id, and the lists that have been begun."""

    shapes: Mapping[str, Shape]
    default: str
    lists: Mapping[str, Numbering]
    begun: set[str]

    def shape(self, properties: Element | None) -> Shape:
        """The shape of a paragraph with these properties."""
        style = self.shapes.get(value(properties, "pStyle") or self.default, Shape())
        return _with(style, properties)

    def label(self, shape: Shape, counter: Counter) -> str:
        """The number or bullet of the next paragraph of this shape; nothing outside lists."""
        known = self.lists.get(shape.list or "")
        if known is None or shape.list is None:
            return ""
        if shape.list not in self.begun:
            self.begun.add(shape.list)
            for level, start in known.restarts.items():
                counter.restart(known.shared, level, start)
        return counter.label(known.shared, known.levels, shape.depth)


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """The styles and lists of the two parts; none where a part is missing."""
    found = {
        attribute(one, "styleId") or "": one
        for one in (elements(styles) if styles is not None else ())
        if local(one) == "style" and attribute(one, "type") in (None, "paragraph")
    }
    default = next((id_ for id_, one in found.items() if attribute(one, "default") in ("1", "true")), "")
    return Styles({id_: _style(id_, found) for id_ in found}, default, _lists(numbering), set())


def named_level(name: str) -> int | None:
    """The level (0 the highest) that the name of a style gives a heading; None where it names none.

    >>> named_level("heading 2"), named_level("Title"), named_level("Body Text")
    (1, 0, None)
    """
    found = HEADINGS.match(name.lower())
    return int(found.group(1)) - 1 if found else 0 if name.lower() == "title" else None


def _style(id_: str, styles: Mapping[str, Element]) -> Shape:
    chain: list[Element] = []
    while id_ in styles and styles[id_] not in chain and len(chain) < DEEPEST:
        chain.append(styles[id_])
        id_ = value(chain[-1], "basedOn") or ""
    shape = Shape()
    for one in reversed(chain):
        name = (value(one, "name") or "").lower()
        if (level := named_level(name)) is not None:
            shape = Shape(level, shape.list, shape.depth)
        if CONTENTS.match(name):
            shape = Shape(contents=True)
        shape = _with(shape, child(one, "pPr"))
    return shape


def _with(shape: Shape, properties: Element | None) -> Shape:
    """The shape, changed by a paragraph's own properties."""
    if properties is None:
        return shape
    level, list_, depth = shape.level, shape.list, shape.depth
    outline = _number(value(properties, "outlineLvl"))
    if outline is not None:
        level = outline if outline < 9 else None  # 9: body text
    numbered = child(properties, "numPr")
    if numbered is not None:
        list_ = value(numbered, "numId") or list_
        depth = _number(value(numbered, "ilvl")) or (0 if value(numbered, "numId") else depth)
    return Shape(level, list_ if list_ != "0" else None, depth, shape.contents)


def _lists(numbering: Element | None) -> dict[str, Numbering]:
    if numbering is None:
        return {}
    kinds = {
        attribute(one, "abstractNumId") or "": _levels(one)
        for one in elements(numbering)
        if local(one) == "abstractNum"
    }
    found = {}
    for one in elements(numbering):
        if local(one) != "num":
            continue
        shared = value(one, "abstractNumId") or ""
        levels = dict(kinds.get(shared, {}))
        restarts = {}
        for changed in elements(one):
            if local(changed) == "lvlOverride":
                at = _number(attribute(changed, "ilvl")) or 0
                start = _number(value(changed, "startOverride"))
                if start is not None:
                    restarts[at] = start
                levels.update(_levels(changed))
        found[attribute(one, "numId") or ""] = Numbering(shared, levels, restarts)
    return found


def _levels(parent: Element) -> dict[int, Level]:
    return {
        _number(attribute(one, "ilvl")) or 0: Level(
            value(one, "numFmt") or "decimal", value(one, "lvlText") or "", _start(value(one, "start"))
        )
        for one in elements(parent)
        if local(one) == "lvl"
    }


def _start(written: str | None) -> int:
    found = _number(written)
    return 1 if found is None else found


def _number(written: str | None) -> int | None:
    return int(written) if written is not None and re.fullmatch(r"\d{1,6}", written, re.ASCII) else None
