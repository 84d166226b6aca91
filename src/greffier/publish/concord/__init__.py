"""Two language versions of one text compared: what answers to what, and what does not agree."""

from greffier.publish.concord.compare import LEAST, concord
from greffier.publish.concord.concordance import Column, Concordance, Disagreement, Pair, Side

__all__ = ["LEAST", "Column", "Concordance", "Disagreement", "Pair", "Side", "concord"]
