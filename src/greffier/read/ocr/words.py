"""What Tesseract saw, as words set on a page: the page's slant taken out, heights as of its type, dirt left out.

Tesseract's boxes hug the ink, so that "une" is half as high as "Élu"; a line's letters tell how large its type is.

>>> seen = [Seen(text, left, 100, left + 40, 120, (1, 1, 1), 90.0) for text, left in (("Hall", 0), ("Hall", 50))]
>>> [(word.left, round(word.base, 1)) for word in set_words(seen, 100.0, 72)]
[(0.0, 120.0), (50.0, 120.0)]
"""

from collections.abc import Iterable, Sequence
from statistics import median

from greffier.read.layout import Word
from greffier.read.ocr.tesseract import Seen

POINTS = 72.0
LOW = frozenset("gjpqyçşţ,;()[]{}|/Qдцщруф")  # letters that reach below the line
HIGH = frozenset("bdfhijklt()[]{}|/!?бёйі")  # and, beside capitals and figures, above its small ones
RATIOS = {(True, True): 0.91, (True, False): 0.70, (False, True): 0.67, (False, False): 0.47}  # of the type's size
ABOVE, BELOW = 0.75, 0.22  # of the type's size, above and below the line
STEEP = 0.1  # slant beyond which what was measured is none
FEW = 4  # words of a line that tells the slant
DOUBTFUL = 30.0  # confidence below which a short word is dirt
SHORT = 3
MARKS = 60.0  # the same of what holds neither letters nor figures


def set_words(seen: Sequence[Seen], width: float, dpi: int) -> list[Word]:
    """The words of a page as wide as `width` pixels, in points."""
    kept = [word for word in seen if not _dirt(word)]
    lines: dict[tuple[int, int, int], list[Seen]] = {}
    for word in kept:
        lines.setdefault(word.line, []).append(word)
    slant = _slant(lines.values())
    made = []
    for line in lines.values():
        size = median((word.bottom - word.top) / _ratio(word.text) for word in line)
        bases = [_upright(word, slant, width) for word in line if not _low(word.text)]
        bases = bases or [_upright(word, slant, width) - BELOW * size for word in line]
        base = median(bases)
        for word in line:
            scale = POINTS / dpi
            top, bottom = (base - ABOVE * size) * scale, (base + BELOW * size) * scale
            made.append(Word(word.text, word.left * scale, top, word.right * scale, bottom, base * scale))
    return made


def _upright(word: Seen, slant: float, width: float) -> float:
    """The foot of a word, were the page straight."""
    return word.bottom - slant * ((word.left + word.right) / 2 - width / 2)


def _slant(lines: Iterable[Sequence[Seen]]) -> float:
    """How much lines fall for each pixel to the right: the median over them, each counted by its words."""
    slopes: list[float] = []
    for line in lines:
        feet = [((word.left + word.right) / 2, float(word.bottom)) for word in line if not _low(word.text)]
        if len(feet) < FEW:
            continue
        middle_x, middle_y = sum(x for x, _ in feet) / len(feet), sum(y for _, y in feet) / len(feet)
        spread = sum((x - middle_x) ** 2 for x, _ in feet)
        if spread:
            slope = sum((x - middle_x) * (y - middle_y) for x, y in feet) / spread
            slopes += [slope] * len(feet)
    found = median(slopes) if slopes else 0.0
    return found if abs(found) < STEEP else 0.0


def _low(text: str) -> bool:
    return not LOW.isdisjoint(text)


def _ratio(text: str) -> float:
    high = any(letter in HIGH or letter.isupper() or letter.isdigit() for letter in text)
    return RATIOS[high, _low(text)]


def _dirt(word: Seen) -> bool:
    """Whether a word is a speck or a stroke."""
    if not any(letter.isalnum() for letter in word.text):
        return word.sure < MARKS
    return word.sure < DOUBTFUL and len(word.text) <= SHORT
