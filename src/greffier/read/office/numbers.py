"""Numbers of lists and headings, as word processors count and write them.

Sources: ECMA-376 part 1, 17.18.59 (ST_NumberFormat); OpenDocument 1.3 part 3, 19.502 (style:num-format).

>>> counter = Counter()
>>> levels = {0: Level("decimal", "%1."), 1: Level("lowerLetter", "%2)")}
>>> [counter.label("a", levels, depth) for depth in (0, 1, 1, 0, 1)]
['1.', 'a)', 'b)', '2.', 'a)']
>>> written(1904, "upperRoman"), written(28, "lowerLetter"), written(3, "unheard")
('MCMIV', 'bb', '3')
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # ECMA-376: without ё, й, ъ, ы, ь
LARGEST = 30_000  # beyond, no number is written in letters
BULLET = "•"
PLACE = re.compile(r"%(\d)")
DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is written: its number format, its text with `%1` … for the numbers, where it starts."""

    format: str
    text: str
    start: int = 1


@dataclass(slots=True)
class Counter:
    """What each list has counted to, level by level."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def restart(self, key: str, level: int, start: int) -> None:
        """Make the list `key` begin its level with `start`."""
        counted = self.counts.setdefault(key, [])
        del counted[level:]
        counted.extend([0] * (level - len(counted)))
        counted.append(start - 1)

    def label(self, key: str, levels: Mapping[int, Level], level: int) -> str:
        """Count one more at `level` of the list `key`; how that is written."""
        level = min(max(level, 0), DEEPEST)
        own = levels.get(level)
        counted = self.counts.setdefault(key, [])
        while len(counted) <= level:
            above = levels.get(len(counted))
            counted.append((above.start if above else 1) - (1 if len(counted) == level else 0))
        counted[level] += 1
        del counted[level + 1 :]
        if own is None or own.format == "none":
            return ""
        if own.format == "bullet":
            return BULLET

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            if not 0 <= at < len(counted):
                return ""
            return written(counted[at], levels[at].format if at in levels else "decimal")

        return PLACE.sub(number, own.text).strip()


def written(number: int, format_: str) -> str:
    """A number in a format; in digits where the format is another one."""
    if not 0 < number < LARGEST:
        return str(number)
    if format_ in ("upperRoman", "lowerRoman", "I", "i"):
        made = ""
        for value, letters in ROMAN:
            made += letters * (number // value)
            number %= value
        return made.upper() if format_ in ("upperRoman", "I") else made
    if format_ in ("upperLetter", "lowerLetter", "A", "a", "russianUpper", "russianLower"):
        letters = RUSSIAN if format_.startswith("russian") else LATIN
        times, at = divmod(number - 1, len(letters))
        made = letters[at] * (times + 1) if times < 100 else str(number)
        return made.upper() if format_ in ("upperLetter", "A", "russianUpper") else made
    return f"{number:02}" if format_ == "decimalZero" else str(number)
