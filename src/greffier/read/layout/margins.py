"""What stands on a page beside its text: heads and feet of pages, page and line numbers, words in the margin.

A head or foot stands at the edge of the page, apart from the text, and comes back on other pages, its numbers aside; a
page number alone is one too. Line numbers count on, every row or every fifth, in one place. Words that run up or down
the page are furniture, and so is a short stretch outside the text's own edges that is no label.

>>> told_apart("DOC 12/001 – page 7"), PAGE_NUMBER.fullmatch("– 7 –") is not None
('DOC #/# – page #', True)
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from greffier.read.layout.rows import rows
from greffier.read.layout.sheet import Sheet, Word

EDGE = 3  # rows at the top and at the foot of a page that can be its head or foot
APART = 0.75  # of a row's height: white between the text and a head or foot, at least
OFTEN = 0.3  # of the pages on which the same words stand at the same height
BAND = 4.0  # points: the same height
NUMBERED = 0.15  # of the page's height: a page number alone stands in it
HEADED = (
    0.1  # of the page's height: small words in it, far from the text, are furniture even where no page has them again
)
SMALLER = 0.96  # of the size of most letters
FAR = 1.4  # of a row's height
SHORT = 80  # letters
SAMPLE = 60  # pages that sizes are counted on
PAGE_NUMBER = re.compile(r"[\W_]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*[/|]\s*\d{1,4})?[\W_]*")
NOTE = re.compile(r"[\d*†(]{1,4}[.)]?\s*[^\W\d_]")
DIGITS = re.compile(r"\d+")
COUNT = re.compile(r"\d{1,4}")
MANY = 8  # line numbers of which each row has one
FEW = 3  # line numbers of which every fifth row has one
FIFTH = 5


@dataclass(frozen=True, slots=True)
class Body:
    """A page's rows of text, and apart from them the rows of its furniture, above the text and below."""

    sheet: Sheet
    rows: tuple[list[Word], ...]
    above: tuple[list[Word], ...]
    below: tuple[list[Word], ...]


def body_size(sheets: Sequence[Sheet]) -> float:
    """The size that most letters of a paper have."""
    sizes: Counter[float] = Counter()
    for sheet in sheets[:SAMPLE]:
        for word in sheet.words:
            sizes[word.bottom - word.top] += len(word.text)
    rounded: Counter[float] = Counter()
    for size, letters in sizes.items():
        rounded[round(size * 4) / 4] += letters
    return rounded.most_common(1)[0][0] if rounded else 10.0


def bodies(sheets: Sequence[Sheet], size: float) -> list[Body]:
    """Each sheet with its furniture told apart; `size` is that of most letters."""
    standing = [rows(word for word in sheet.words if word.upright) for sheet in sheets]
    numbered = [line_numbers(made) for made in standing]
    places = {round(word.right / BAND) for numbers in numbered for word in numbers}
    found = []
    for sheet, made, numbers in zip(sheets, standing, numbered, strict=True):
        turned = [[word] for word in sheet.words if not word.upright]
        own = numbers or _numbers_at(made, places)
        if own:
            made = rows(word for row in made for word in row if word not in own)
            turned.extend([word] for word in sorted(own, key=lambda word: word.base))
        found.append((sheet, made, turned))
    again = _coming_back([made for _, made, _ in found])
    return [_body(sheet, made, turned, again, size) for sheet, made, turned in found]


def told_apart(text: str) -> str:
    """`text` with every number the same, so that the heads of two pages are."""
    return DIGITS.sub("#", " ".join(text.split()))


def line_numbers(found: Sequence[list[Word]]) -> set[Word]:
    """The numbers of lines: digits alone, in one place, at an end of their rows, counting on by one or by five."""
    made: set[Word] = set()
    ends: dict[int, list[tuple[int, Word]]] = defaultdict(list)
    for index, row in enumerate(found):
        for word in {row[0], row[-1]}:
            if COUNT.fullmatch(word.text):
                ends[round(word.right / BAND)].append((index, word))
    for place in list(ends):
        near = sorted(ends[place] + ends.get(place + 1, []), key=lambda one: one[0])
        values = [int(word.text) for _, word in near]
        steps = [after - before for before, after in pairwise(values)]
        gaps = [after[0] - before[0] for before, after in pairwise(near)]
        by_one = len(near) >= MANY and sum(step == 1 for step in steps) * 10 >= len(steps) * 9
        by_five = len(near) >= FEW and all(step == FIFTH for step in steps) and all(gap >= 3 for gap in gaps)
        dense = by_one and len(near) * 10 >= (near[-1][0] - near[0][0] + 1) * 6
        if (dense or by_five) and _outside([word for _, word in near], found):
            made.update(word for _, word in near)
    return made


def _numbers_at(found: Sequence[list[Word]], places: set[int]) -> set[Word]:
    """The numbers of a page's few lines, where other pages have theirs."""
    ends = {word for row in found if places for word in (row[0], row[-1]) if COUNT.fullmatch(word.text)}
    own = [
        word
        for word in ends
        if not places.isdisjoint(range(round(word.right / BAND) - 1, round(word.right / BAND) + 2))
    ]
    return set(own) if own and _outside(own, found) else set()


def _outside(numbers: Sequence[Word], found: Sequence[list[Word]]) -> bool:
    """Whether no other word stands where the numbers do."""
    low, high = min(word.left for word in numbers), max(word.right for word in numbers)
    own = set(numbers)
    return not any(word.left < high and word.right > low for row in found for word in row if word not in own)


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _edges(found: Sequence[list[Word]]) -> list[tuple[int, int]]:
    """The rows that can be a head or foot: index and how many rows stand between it and the page's edge."""
    high = min(EDGE, len(found))
    return [(index, index) for index in range(high)] + [
        (index, len(found) - 1 - index) for index in range(max(high, len(found) - EDGE), len(found))
    ]


def _coming_back(pages: Sequence[Sequence[list[Word]]]) -> set[tuple[str, int]]:
    """Words and heights of rows that come back on enough pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for found in pages:
        here: set[tuple[str, int]] = set()
        for index, _ in _edges(found):
            text = told_apart(_text(found[index]))
            height = round(found[index][0].base / BAND)
            here.update((text, near) for near in (height - 1, height, height + 1))
        seen.update(here)
    enough = max(2, OFTEN * len(pages))
    return {key for key, count in seen.items() if count >= enough}


def _body(
    sheet: Sheet, found: list[list[Word]], turned: list[list[Word]], again: set[tuple[str, int]], size: float
) -> Body:
    top, end = 0, len(found)
    while top < min(EDGE, end) and _furniture(sheet, found, top, again, 1, size):
        top += 1
    while end > max(top, len(found) - EDGE) and _furniture(sheet, found, end - 1, again, -1, size):
        end -= 1
    return Body(sheet, tuple(found[top:end]), (*found[:top],), (*turned, *found[end:]))


def _furniture(
    sheet: Sheet, found: Sequence[list[Word]], index: int, again: set[tuple[str, int]], inwards: int, size: float
) -> bool:
    row = found[index]
    text = _text(row)
    if (told_apart(text), round(row[0].base / BAND)) in again:
        return True
    beside = index + inwards
    if not 0 <= beside < len(found):
        return False
    high = max(word.bottom - word.top for word in row)
    if inwards > 0:
        white = min(word.top for word in found[beside]) - max(word.bottom for word in row)
    else:
        white = min(word.top for word in row) - max(word.bottom for word in found[beside])
    if PAGE_NUMBER.fullmatch(text):
        edge = row[0].base < NUMBERED * sheet.height or row[0].base > (1 - NUMBERED) * sheet.height
        return edge and white >= APART * high
    small = high <= SMALLER * size and len(text) <= SHORT and not NOTE.match(text)
    edge = row[0].base < HEADED * sheet.height or row[0].base > (1 - HEADED) * sheet.height
    return small and edge and white >= FAR * high
