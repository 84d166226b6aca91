"""Running heads and page numbers of a paper whose pages were put one below the other as plain text.

A line that comes back, digits aside, that has a number in it or beside it, and that at least once cuts a sentence in
two belongs to the page and not to the text. It begins with no small letter and stands between blank lines, page ends
or bare numbers, as the lines of a paragraph that says the same of many people do not. So does a line in capitals that
does so once, beside a bare number; and that number.

>>> text = "DOC 7/001\\n\\nThe chamber has asked the\\n\\n12\\nDOC 7/001\\n\\ngovernment to answer."
>>> sorted(text[start:].split("\\n")[0] for start in running_heads(text, 0))
['12', 'DOC 7/001', 'DOC 7/001']
"""

import re
from collections import defaultdict
from collections.abc import Sequence

LONGEST = 130  # code points of a running head; two columns have theirs on one line
LETTERS = 3  # that a running head has at least
LINE = re.compile(r"[^\n\f]+")
NUMBER = re.compile(r"\W*\d{1,4}\W*")
DIGIT = re.compile(r"\d")
NO_LETTER = re.compile(r"[\W\d_]+")
REACH = 40  # code points looked back for a blank line
BLANK_BEFORE = re.compile(r"(?:^|\f|\n[ \t\r]*\n)[ \t\r\n]*$")
BLANK_BEHIND = re.compile(r"[ \t\r]*(?:\f|\n[ \t\r]*(?:\n|\f|$)|$)")
ENDED = re.compile(r"[.!?…:;][\"'”’»“)\]]*\s*$")


def running_heads(text: str, start: int) -> frozenset[int]:
    """Where the lines of `text` from `start` on begin that are running heads or page numbers."""
    lines = [(match.start(), match.group()) for match in LINE.finditer(text, start) if match.group().strip()]
    alike: dict[str, list[int]] = defaultdict(list)
    for index, (_, line) in enumerate(lines):
        name = NO_LETTER.sub("", line).lower()
        if len(name) >= LETTERS and len(line.strip()) <= LONGEST:
            alike[name].append(index)
    repeated = {index for found in alike.values() if len(found) > 1 for index in found}
    heads: set[int] = set()
    for found in alike.values():
        counted = [index for index in found if _counted(lines, index, alone=len(found) == 1)]
        apart = all(_apart(text, lines, index) for index in found)
        if counted == found and apart and any(_cuts(lines, index, repeated | {index}) for index in found):
            heads.update(found)
    if heads:
        heads |= {index for index in _beside(lines, heads) if NUMBER.fullmatch(lines[index][1])}
    return frozenset(lines[index][0] for index in heads)


def _counted(lines: Sequence[tuple[int, str]], index: int, *, alone: bool) -> bool:
    """Whether the line has a number in it or beside it; `alone` it is in capitals, its number beside it."""
    line = lines[index][1]
    if not alone and DIGIT.search(line):
        return True
    letters = [char for char in line if char.isalpha()]
    if alone and sum(map(str.isupper, letters)) * 2 < len(letters):
        return False
    return any(NUMBER.fullmatch(lines[near][1]) for near in _beside(lines, {index}))


def _apart(text: str, lines: Sequence[tuple[int, str]], index: int) -> bool:
    """Whether the line begins like no line within a paragraph and no words stand right before or behind it."""
    start, line = lines[index]
    if line.lstrip()[:1].islower():
        return False
    before = index == 0 or NUMBER.fullmatch(lines[index - 1][1]) is not None
    behind = index + 1 == len(lines) or NUMBER.fullmatch(lines[index + 1][1]) is not None
    return (before or BLANK_BEFORE.search(text[max(0, start - REACH) : start]) is not None) and (
        behind or BLANK_BEHIND.match(text, start + len(line)) is not None
    )


def _cuts(lines: Sequence[tuple[int, str]], index: int, repeated: set[int]) -> bool:
    """Whether the line cuts a sentence: what stands before is open, and goes on behind with a small letter."""
    before = _text(lines, range(index - 1, -1, -1), repeated)
    behind = _text(lines, range(index + 1, len(lines)), repeated)
    return bool(before and behind) and not ENDED.search(before) and behind.lstrip()[:1].islower()


def _text(lines: Sequence[tuple[int, str]], places: range, repeated: set[int]) -> str:
    """The first line at `places` that is neither repeated nor a number."""
    return next((lines[at][1] for at in places if at not in repeated and not NUMBER.fullmatch(lines[at][1])), "")


def _beside(lines: Sequence[tuple[int, str]], heads: set[int]) -> set[int]:
    return {near for index in heads for near in (index - 1, index + 1) if 0 <= near < len(lines)}
