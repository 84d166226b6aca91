"""A paper as read: its canonical text and what its format said about it.

Every reader is `read(data, source) -> Paper`. The canonical text of a plain-text file is that file, decoded,
unchanged; of any other format it is the text in reading order.
"""

from dataclasses import dataclass, field

from greffier.model.page import Layout
from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the canonical text that the format marks: a heading, a paragraph, an item, furniture.

    `kind` is one of `heading`, `paragraph`, `item`, `cell`, `quote`, `caption`, `byline`, `date`, `furniture`,
    `front_matter`, `note`, `link`, `article` (a whole article's extent: blocks inside it follow). `page` counts from 1;
    `box` is left, top, right, bottom in points (1/72 inch) from the page's top left corner. `aside` says that the
    format's main text leaves the block out; `value` is a date as written for machines; `lang` is the language that its
    place on the page gives it, as in a column of one version.
    """

    span: Span
    kind: str
    level: int = 0
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    aside: bool = False
    value: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself, each value as written there; None where it says nothing.

    `created` is the day the file was made, which need not be the day its text was published.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    lang: str | None = None
    address: str | None = None
    created: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One file: `id` is the SHA-256 of its bytes, `file` its name without folders, `text` the canonical text.

    `blocks` are in reading order, outer before inner, empty where the format marks none. `problems` are what the
    reader could not read, each a sentence with its remedy. `layout` is where the text stands on its pages, None of a
    format that has none.
    """

    id: str
    file: str
    source: str
    media: str
    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    problems: tuple[str, ...] = ()
    layout: Layout | None = None
