"""Who and what is meant by "the Ambassador", "she", "the Chamber"."""

from greffier.extract.referents.find import with_referents

__all__ = ["with_referents"]
