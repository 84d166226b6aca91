"""Lines of a column to paragraphs, by what a person sees: white, indents, labels, lines that end before they are full.

A line is full where the next line's first word would not have fitted on it. A paragraph ends at a line that is not
full; begins at an indent, at a label, or where a hanging paragraph ends; larger or bolder lines are headings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from greffier.read.layout.sheet import Set

GAP = 1.22  # of the usual step from line to line: more parts paragraphs
EXACT_GAP = 1.1  # the same where lines stand exactly a step apart, as programs set them and scans have them not
EXACT = 0.85  # of the steps near the usual one that are it
STEP = 1.25  # of a line's size: the usual step where none can be measured
CLOSE = 0.5  # points: two steps that are one, as a scan has them
INDENT = 0.7  # of a line's size: a line that begins further right is indented
SPACE = 0.25  # of a line's size: the white between two words
SLACK = 0.25  # of a column's width: a line that ends so far before its edge ends its paragraph whatever it says
ALIKE = 0.08  # of a line's size: two sizes that are one
LARGER = 1.12  # of the body's size: a heading
LONGEST = 200  # letters of a heading
DASHES = "-–—"
ENDS = tuple(".;:!?…,")
CLOSERS = "\"'”’»“)]⁰¹²³⁴⁵⁶⁷⁸⁹"
OPENS = re.compile(
    r"(?:[-–—•*▪◦‣·]|\(?(?:[A-Z]{1,3}|[a-z]|\d{1,3}|[ivx]{1,5}|[IVX]{1,5})[.)]{1,2}|\d{1,2}(?:\.\d{1,2})+\.?|§|\([a-z0-9]{1,3}\))\s"
)
ITEM = re.compile(r"[-*+•·▪◦‣–—]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. `kind` is `paragraph`, `item`, `heading`, `cell`, `note` or `furniture`.

    `begins` says that it surely begins at its first line, `full` that its last line has no room for another word;
    `lang` is the language of the version that it stands in, if its paper holds several.
    """

    lines: tuple[Set, ...]
    kind: str
    begins: bool
    full: bool
    lang: str = ""

    @property
    def ended(self) -> bool:
        """Whether it ends a sentence or clause."""
        return ended(self.lines[-1].text)


@dataclass(frozen=True, slots=True)
class Measure:
    """The paper's own measures: the size most letters have, the usual step from line to line by size (halves of
    a point), and from which share of it on white parts paragraphs.
    """

    size: float
    steps: dict[int, float]
    gap: float = GAP

    def step(self, size: float) -> float:
        """The usual step of lines of `size`."""
        return self.steps.get(round(size * 2)) or self.steps.get(round(self.size * 2), STEP * self.size) * (
            size / self.size
        )


def measure(columns: Iterable[Sequence[Set]]) -> Measure:
    """The measures of a paper with `columns`."""
    sizes: Counter[float] = Counter()
    steps: dict[int, Counter[float]] = {}
    for column in columns:
        for one in column:
            sizes[one.size] += len(one.text)
        for before, after in pairwise(column):
            if abs(before.size - after.size) < ALIKE * after.size and before.size < after.base - before.base:
                steps.setdefault(round(after.size * 2), Counter())[round((after.base - before.base) * 4) / 4] += 1
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    made = Measure(body, {size: _usual(size, steps) for size in steps})
    near = exact = 0
    for size, counted in steps.items():
        for step, times in counted.items():
            share = step / made.steps[size]
            near += times if abs(share - 1) <= ALIKE else 0
            exact += times if abs(step - made.steps[size]) <= CLOSE / 2 else 0
    return replace(made, gap=EXACT_GAP) if exact >= EXACT * near else made


def _usual(size: int, steps: dict[int, Counter[float]]) -> float:
    """The step that most lines of about `size` have, the mean of what lies close together."""
    counted: Counter[float] = Counter()
    for near in (size - 1, size, size + 1):
        counted.update(steps.get(near, {}))
    best = max(counted, key=lambda step: (sum(counted[one] for one in counted if abs(one - step) <= CLOSE), -step))
    group = {one: times for one, times in counted.items() if abs(one - best) <= CLOSE}
    return sum(one * times for one, times in group.items()) / sum(group.values())


def ended(text: str) -> bool:
    """Whether `text` ends a sentence or clause."""
    return text.rstrip(CLOSERS + " ").endswith(ENDS)


def paragraphs(column: Sequence[Set], edges: tuple[float, float], sizes: Measure) -> list[Paragraph]:
    """The paragraphs of a column with its `edges`, in order."""
    made: list[Paragraph] = []
    for block in _blocks(column, sizes):
        limit = min(edges[1], max(one.right for one in block)) if len(block) > 1 else edges[1]
        held = [block[0]]
        for place in range(1, len(block)):
            after = block[place + 1] if place + 1 < len(block) else None
            if _begins(held, block[place], after, limit, edges[1] - edges[0]):
                made.append(_paragraph(held, edges, sizes, begins=True))
                held = []
            held.append(block[place])
        made.append(_paragraph(held, edges, sizes, begins=True))
    if made:
        first = made[0].lines[0]
        opens = (
            (OPENS.match(first.text + " ") is not None and first.text[0] not in DASHES)
            or made[0].kind == "heading"
            or (first.left > edges[0] + INDENT * first.size and _indented(made[0], edges))
        )
        made[0] = replace(made[0], begins=opens)
    return made


def _indented(first: Paragraph, edges: tuple[float, float]) -> bool:
    """Whether a paragraph's first line is indented, not all of it."""
    rest = first.lines[1:]
    return not rest or min(line.left for line in rest) < first.lines[0].left - INDENT * rest[0].size


def _blocks(column: Sequence[Set], sizes: Measure) -> list[list[Set]]:
    """Lines of one size with no white between them."""
    made: list[list[Set]] = []
    for line in column:
        if made:
            before = made[-1][-1]
            step = line.base - before.base
            alike = abs(before.size - line.size) <= ALIKE * max(before.size, line.size)
            if alike and 0 < step <= sizes.gap * sizes.step(line.size) and before.bold == line.bold:
                made[-1].append(line)
                continue
            if (
                alike
                and 0 < step <= sizes.gap * sizes.step(line.size)
                and not ended(before.text)
                and line.text[:1].islower()
            ):
                made[-1].append(line)  # a sentence that begins or ends in bold
                continue
        made.append([line])
    return made


def _begins(held: Sequence[Set], line: Set, after: Set | None, limit: float, width: float) -> bool:
    """Whether `line` begins a paragraph behind `held`."""
    before = held[-1]
    if before.cells > 1 or line.cells > 1:
        return True
    room = limit - before.right - SPACE * line.size - line.first
    closed = ended(before.text)
    label = line.lefts[2] - line.lefts[1] if len(line.lefts) > 2 else 0.0  # with the word behind it
    dash = line.text[0] in DASHES and not closed  # one within a sentence, unless much room was left
    shift = line.left - before.left
    outdented = shift < -INDENT * line.size and not (dash and len(held) == 1)  # the line before may be indented
    if OPENS.match(line.text) and (closed or room > (SLACK * width if dash else label) or outdented):
        return True
    if shift > INDENT * line.size:
        if len(held) == 1:  # the second line of a paragraph: hanging, or the first of an indented one
            hanging = OPENS.match(before.text) is not None or (
                room <= 0 and after is not None and abs(after.left - line.left) < 1.0
            )
            return not hanging and (closed or room > 0)
        return closed or room > SLACK * width
    if shift < -INDENT * line.size:
        return len(held) > 1 and (closed or room > 0)
    if room <= 0.3 * line.size:
        return False
    if before.text.endswith("-") and line.text[:1].islower():
        return False
    return closed or room > SLACK * width


def _paragraph(held: Sequence[Set], edges: tuple[float, float], sizes: Measure, *, begins: bool) -> Paragraph:
    first, last = held[0], held[-1]
    text = " ".join(line.text for line in held)
    full = edges[1] - last.right <= 0.12 * (edges[1] - edges[0])
    if any(line.cells > 1 for line in held):
        return Paragraph(tuple(held), "cell", begins, False)
    if (first.size >= LARGER * sizes.size or all(line.bold for line in held)) and (
        len(text) <= LONGEST and (not ended(text) or first.size >= LARGER * sizes.size) and any(map(str.isalpha, text))
    ):
        return Paragraph(tuple(held), "heading", begins, False)
    return Paragraph(tuple(held), "item" if ITEM.match(text) else "paragraph", begins, full)


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph at a column's foot goes on in the one at the next column's head."""
    dash = after.lines[0].text[0] in DASHES and not before.ended  # within a sentence
    if after.begins or not (after.kind == "paragraph" or dash) or before.kind not in ("paragraph", "item"):
        return False
    if after.lines[0].text[0] in DASHES:
        return dash
    one, other = before.lines[-1], after.lines[0]
    if abs(one.size - other.size) > ALIKE * one.size or one.bold != other.bold:
        return False
    if one.text.endswith("-") or other.text[:1].islower():
        return one.text.endswith("-") or not one.text.rstrip(CLOSERS + " ").endswith((".", ";", ":"))
    if not before.ended:
        return True
    return before.full and not one.text.rstrip(CLOSERS + " ").endswith((";", ":"))
