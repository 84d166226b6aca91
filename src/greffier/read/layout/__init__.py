"""Words on pages to a text in reading order, with its blocks and the place of every line."""

from greffier.read.layout.compose import Composed, compose
from greffier.read.layout.sheet import Sheet, Word

__all__ = ["Composed", "Sheet", "Word", "compose"]
