"""A name as found in one passage, before it is known whose it is.

>>> Found(3, 5, "person", 0.9, "tagger").size
2
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start` to `end` of a line name a `kind`: person, body or place.

    `titled` says that a title or role stands beside a person's name, `royal` that it is one that goes
    before a given name. Of a body: `head` is its kind of head, or
    `acronym`, `noun` the head's token; `bare` that beside head and modifiers it names countries only, which `lands`
    are; `shared` that several states call one so. `id` is the gazetteer's; `country` as the words say.
    """

    start: int
    end: int
    kind: str
    confidence: float
    reason: str
    titled: bool = False
    royal: bool = False
    bare: bool = False
    shared: bool = False
    head: str = ""
    noun: int = -1
    id: str = ""
    country: str | None = None
    lands: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Tokens that the name has."""
        return self.end - self.start

    def meets(self, other: "Found") -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end
