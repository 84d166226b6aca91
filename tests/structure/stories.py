"""Invented news stories: `tell(grammar, chance, count)` makes them from the templates of `grammar/<lang>.toml`.

Every sentence is unique within one call, so that a paragraph can be found again in whatever a reader makes of the page.

>>> import random
>>> story, other = tell(load_grammar("nl"), random.Random(1), 2)
>>> story.title != other.title and story.published.startswith("20")
True
"""

import datetime
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "grammar"
LANGS = ("da", "de", "en", "fr", "nl", "ru")
ASIDE_LANGS = ("es", "sv")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The templates and furniture words of one language, field by field as in `grammar/en.toml`."""

    months: list[str]
    weekdays: list[str]
    day: str
    dates: list[str]
    published: list[str]
    updated: str
    by: list[str]
    first: list[str]
    last: list[str]
    roles: list[str]
    bodies: list[str]
    cities: list[str]
    countries: list[str]
    topics: list[str]
    titles: list[str]
    openings: list[str]
    middles: list[str]
    quotes: list[str]
    closings: list[str]
    subheads: list[str]
    caption: str
    categories: list[str]
    sites: list[str]
    nav: list[str]
    cookies: list[str]
    share: list[str]
    more: list[str]
    related: list[str]
    newsletter: list[str]
    advert: str
    tags: str
    comments: list[str]
    footer: list[str]
    empty_date: list[str]
    ago: list[str]
    latest: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a story's body: `kind` is `p`, `subhead` or `caption`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story. `stamp` is the line that dates it, `date` the date alone as written, `published` its ISO value,
    `updated` a line with a later date."""

    title: str
    published: str
    date: str
    stamp: str
    updated: str
    author: str
    byline: str
    city: str
    category: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs, without subheadings and captions."""
        return tuple(block.text for block in self.blocks if block.kind == "p")


@cache
def load_grammar(lang: str) -> Grammar:
    """The grammar of `lang`."""
    return Grammar(**tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8")))


def write_date(pattern: str, date: datetime.date, grammar: Grammar) -> str:
    """`date` as `pattern` writes it.

    >>> write_date("{weekday} {d} {month} {y}", datetime.date(2021, 9, 14), load_grammar("nl"))
    'dinsdag 14 september 2021'
    """
    return pattern.format(
        d=date.day,
        dd=f"{date.day:02}",
        mm=f"{date.month:02}",
        month=grammar.months[date.month - 1],
        weekday=grammar.weekdays[date.weekday()],
        y=date.year,
    )


def capital(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def unlike(draw: Callable[[], str], seen: set[str]) -> str:
    """What `draw` gives, drawn again until it is not in `seen`, to which it is added."""
    for _ in range(500):
        text = draw()
        if text not in seen:
            seen.add(text)
            return text
    raise ValueError(f"the grammar repeats itself: {text}")


def cast(grammar: Grammar, chance: random.Random) -> dict[str, str]:
    """The people, bodies and places of one story, slot by slot."""
    lasts, roles = chance.sample(grammar.last, 2), chance.sample(grammar.roles, 2)
    bodies, firsts = chance.sample(grammar.bodies, 2), chance.sample(grammar.first, 2)
    slots = {
        "p": f"{firsts[0]} {lasts[0]}",
        "q": f"{firsts[1]} {lasts[1]}",
        "s": lasts[0],
        "u": lasts[1],
        "r": roles[0],
        "v": roles[1],
        "b": bodies[0],
        "o": bodies[1],
        "c": chance.choice(grammar.cities),
        "k": chance.choice(grammar.countries),
        "t": chance.choice(grammar.topics),
    }
    return slots | {key.upper(): capital(value) for key, value in slots.items()}


def tell(grammar: Grammar, chance: random.Random, count: int) -> list[Story]:
    """`count` stories of one site: one date style for all, newest first."""
    seen: set[str] = set()
    dates = sorted(datetime.date(2019, 1, 1) + datetime.timedelta(chance.randrange(1800)) for _ in range(count))
    pattern, stamp, by = chance.choice(grammar.dates), chance.choice(grammar.published), chance.choice(grammar.by)
    return [_story(grammar, chance, seen, date, (pattern, stamp, by)) for date in reversed(dates)]


def _story(
    grammar: Grammar, chance: random.Random, seen: set[str], date: datetime.date, style: tuple[str, str, str]
) -> Story:
    slots = cast(grammar, chance)

    def fill(templates: list[str]) -> str:
        about = date + datetime.timedelta(chance.randrange(-200, 200))
        weekday = chance.choice(grammar.weekdays)
        return chance.choice(templates).format(
            **slots,
            n=chance.randrange(12, 990),
            w=weekday,
            W=capital(weekday),
            day=write_date(grammar.day, about, grammar),
        )

    def paragraph(templates: list[str], length: int) -> Block:
        return Block("p", " ".join(unlike(lambda: fill(templates), seen) for _ in range(length)))

    blocks = [paragraph(grammar.openings, 1)]
    for _ in range(chance.randrange(1, 6)):
        if len(blocks) >= 3 and chance.random() < 0.3:
            blocks.append(Block("subhead", chance.choice(grammar.subheads)))
        quoted = chance.random() < 0.3
        blocks.append(paragraph(grammar.quotes if quoted else grammar.middles, 1 if quoted else chance.randrange(1, 4)))
    if chance.random() < 0.5:
        blocks.append(paragraph(grammar.closings, 1))
    author = f"{chance.choice(grammar.first)} {chance.choice(grammar.last)}"
    if chance.random() < 0.25:
        blocks.insert(0, Block("caption", grammar.caption.format(author=author)))
    written = write_date(style[0], date, grammar)
    later = date + datetime.timedelta(chance.randrange(1, 20))
    return Story(
        title=capital(unlike(lambda: fill(grammar.titles), seen)),
        published=date.isoformat(),
        date=written,
        stamp=style[1].format(date=written),
        updated=grammar.updated.format(date=write_date(style[0], later, grammar)),
        author=author,
        byline=style[2].format(author=author),
        city=slots["c"],
        category=chance.choice(grammar.categories),
        blocks=tuple(blocks),
    )
