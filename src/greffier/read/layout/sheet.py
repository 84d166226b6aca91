"""What stands on a page before anyone says in which order it is read: words with their places.

A reader of pages (PDF, a scan) makes sheets; `compose` makes a text of them.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A word as set on the page, in points from the top left corner; `base` is the height of its baseline.

    `weight` is the font's stroke weight (400 plain, 700 bold), 0 where nothing tells; `upright` is False for words
    that run up or down the page.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    weight: int = 0
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its words in the order of the file. `rules` are horizontal strokes: left, height, right."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[tuple[float, float, float], ...] = ()
