"""What a layout works on: the stories, the furniture of the site, and the pieces of markup that layouts share.

A layout is a function from a `Sheet` to the page's source. It wraps each article, title and date included, in `OPEN`
and `CLOSE`, which `pages.page` takes out again, and notes each piece of furniture with `Sheet.aside`.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from tests.structure.stories import Block, Grammar, Story

# Private-use characters: they occur in no template.
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be laid out."""

    lang: str
    grammar: Grammar
    chance: random.Random
    site: str
    stories: tuple[Story, ...]
    teasers: tuple[str, ...]
    furniture: list[str] = field(default_factory=list)

    def aside(self, text: str) -> str:
        """`text`, noted as furniture."""
        self.furniture.append(text)
        return text

    def asides(self, texts: list[str]) -> list[str]:
        """Each of `texts`, noted as furniture."""
        return [self.aside(text) for text in texts]

    def footer(self) -> list[str]:
        """The footer's lines."""
        year = self.stories[0].published[:4]
        return self.asides([line.format(y=year, site=self.site) for line in self.grammar.footer])


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: the media type it writes, how many articles it takes, where the truth about dates stands.

    `dated` is `stamp` (the page writes the date), `attribute` (also for machines) or `never`.
    """

    media: str
    render: Callable[[Sheet], str]
    least: int = 2
    most: int = 8
    dated: str = "stamp"


def tag(name: str, text: str, **attributes: str) -> str:
    """An element with escaped text; `class_` writes `class`."""
    return wrap(name, escape(text, quote=False), **attributes)


def wrap(name: str, markup: str, **attributes: str) -> str:
    """An element around markup."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{markup}</{name}>"


def body(story: Story, subhead: str = "h3") -> str:
    """The body of `story` as paragraphs, subheadings and captions."""
    names = {"p": "p", "subhead": subhead, "caption": "figcaption"}
    return "\n".join(tag(names[block.kind], block.text) for block in story.blocks)


def links(texts: list[str], name: str = "li") -> str:
    """`texts` as a list of links."""
    return "".join(wrap(name, tag("a", text, href=f"/{index}")) for index, text in enumerate(texts))


def share(sheet: Sheet) -> str:
    """Share buttons."""
    return wrap("div", links(sheet.asides(sheet.grammar.share), "span"), class_="share-buttons")


def cookies(sheet: Sheet) -> str:
    """A cookie banner."""
    first, *buttons = sheet.asides(sheet.grammar.cookies)
    return wrap("div", tag("p", first) + "".join(tag("button", text) for text in buttons), id="cookie-notice")


def menu(sheet: Sheet) -> str:
    """A navigation bar."""
    return wrap("nav", wrap("ul", links(sheet.asides(sheet.grammar.nav))))


def related(sheet: Sheet, heading: str = "h3") -> str:
    """A list of teasers: titles that belong to no article of the page."""
    title = sheet.aside(sheet.chance.choice(sheet.grammar.related))
    return wrap("aside", tag(heading, title) + wrap("ul", links(sheet.asides(list(sheet.teasers)))), class_="related")


def newsletter(sheet: Sheet) -> str:
    """An invitation to subscribe."""
    title, text, button = sheet.asides(sheet.grammar.newsletter)
    return wrap("section", tag("h4", title) + tag("p", text) + tag("button", button), class_="newsletter")


def advert(sheet: Sheet) -> str:
    """A word that announces an advertisement."""
    return tag("div", sheet.aside(sheet.grammar.advert), class_="ad-slot")


def foot(sheet: Sheet) -> str:
    """The footer."""
    first, *rest = sheet.footer()
    return wrap("footer", tag("p", first) + wrap("ul", links(rest)))


def document(sheet: Sheet, content: str, *, before: str = "", after: str = "") -> str:
    """A whole HTML page around `content`, with banner and menu before it and a footer after it."""
    head = '<meta charset="utf-8">' + tag("title", f"{sheet.grammar.latest} | {sheet.site}")
    logo = wrap("header", tag("a", sheet.aside(sheet.site), href="/", class_="logo") + menu(sheet))
    page = "\n".join([cookies(sheet), logo, before, content, after, foot(sheet)])
    return f'<!DOCTYPE html>\n<html lang="{sheet.lang}">\n<head>{head}</head>\n<body>\n{page}\n</body>\n</html>\n'


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """The blocks as paragraphs of plain text."""
    return [block.text for block in blocks]


def plain(paragraphs: list[str]) -> str:
    """Paragraphs of plain text, one blank line between them."""
    return "\n\n".join(paragraphs) + "\n"


def enclose(pieces: list[str]) -> list[str]:
    """`pieces` as one article: the first opened, the last closed."""
    marked = [OPEN + pieces[0], *pieces[1:]]
    return [*marked[:-1], marked[-1] + CLOSE]
