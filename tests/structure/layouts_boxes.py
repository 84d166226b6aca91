"""Layouts that were held aside once and that rules have been tuned on since: tables, boxes, digests."""

from tests.structure.layouts import HTML, MARKDOWN, TEXT
from tests.structure.sheets import (
    CLOSE,
    OPEN,
    Layout,
    Sheet,
    body,
    document,
    enclose,
    lines,
    newsletter,
    plain,
    related,
    share,
    tag,
    wrap,
)


def _table_rows(sheet: Sheet) -> str:
    """A table: the date in the first cell, title and text in the second."""
    rows = []
    for story in sheet.stories:
        text = tag("strong", story.title) + body(story, "p")
        rows.append(OPEN + wrap("tr", tag("td", story.date, valign="top") + wrap("td", text)) + CLOSE)
    return document(sheet, wrap("table", "\n".join(rows), width="100%"), after=newsletter(sheet))


def _live_list(sheet: Sheet) -> str:
    """Items of a list, each opened by its time."""
    items = []
    for story in sheet.stories:
        stamp = tag("time", story.stamp, datetime=story.published)
        items.append(OPEN + wrap("li", stamp + tag("h4", story.title) + body(story, "h5") + share(sheet)) + CLOSE)
    return document(sheet, tag("h1", sheet.aside(sheet.grammar.latest)) + wrap("ol", "\n".join(items)))


def _builder(sheet: Sheet) -> str:
    """A page builder's boxes: heading, text and date in separate boxes, the date below the text."""

    def box(markup: str, kind: str) -> str:
        return wrap("div", wrap("div", markup, class_="widget-container"), class_=f"element widget-{kind}")

    parts = [
        OPEN
        + box(tag("h2", story.title, class_="heading-title"), "heading")
        + box(body(story), "text")
        + box(tag("span", story.stamp), "info")
        + CLOSE
        for story in sheet.stories
    ]
    return document(sheet, wrap("div", "\n".join(parts), class_="builder"), before=related(sheet))


def _definition(sheet: Sheet) -> str:
    """A list of definitions: title and date together in the term."""
    parts = []
    for story in sheet.stories:
        term = wrap("dt", tag("a", story.title, href="#") + " " + tag("small", f"({story.date})"))
        parts.append(OPEN + term + wrap("dd", body(story, "p")) + CLOSE)
    return document(sheet, wrap("dl", "\n".join(parts)))


def _single_builder(sheet: Sheet) -> str:
    """One article in boxes with subheadings of its title's level: not to be split."""
    (story,) = sheet.stories
    text = tag("h2", story.title) + tag("div", story.stamp) + body(story, "h2")
    return document(
        sheet, wrap("div", OPEN + wrap("div", text) + CLOSE), after=related(sheet, "h2") + newsletter(sheet)
    )


def _plain_digest(sheet: Sheet) -> str:
    """A numbered digest, the date in brackets after the title."""
    parts = []
    for index, story in enumerate(sheet.stories, 1):
        parts += enclose([f"{index}. {story.title} ({story.date})", *lines(story.blocks)])
    return plain(parts)


def _plain_review(sheet: Sheet) -> str:
    """A press review: paper and date, then the title, then the text."""
    parts = []
    for story in sheet.stories:
        paper = sheet.chance.choice(sheet.grammar.sites)
        parts += enclose([f"{paper}, {story.date}", story.title, *lines(story.blocks)])
    return plain(parts)


def _plain_brackets(sheet: Sheet) -> str:
    """The date in square brackets before a title in capitals, a line of dashes after each article."""
    parts = []
    for story in sheet.stories:
        parts += [*enclose([f"[{story.date}] {story.title.upper()}", *lines(story.blocks)]), "-" * 40]
    return plain(parts)


def _plain_tight(sheet: Sheet) -> str:
    """No blank line but the two between articles."""
    articles = [
        OPEN + "\n".join([story.title, story.byline, story.stamp, *lines(story.blocks)]) + CLOSE
        for story in sheet.stories
    ]
    return "\n\n\n".join(articles) + "\n"


def _md_bold(sheet: Sheet) -> str:
    """Bold titles followed by the date."""
    parts = [f"# {sheet.aside(sheet.grammar.latest)}"]
    for story in sheet.stories:
        parts += enclose([f"**{story.title}** – {story.date}", *lines(story.blocks)])
    return plain(parts)


def _md_setext(sheet: Sheet) -> str:
    """Underlined headings, the date in a quotation below."""
    parts = []
    for story in sheet.stories:
        parts += enclose([f"{story.title}\n{'-' * 20}", f"> {story.stamp}", *lines(story.blocks)])
    return plain(parts)


BOXES: dict[str, Layout] = {
    "table_rows": Layout(HTML, _table_rows),
    "live_list": Layout(HTML, _live_list, dated="attribute"),
    "builder": Layout(HTML, _builder),
    "definition": Layout(HTML, _definition),
    "single_builder": Layout(HTML, _single_builder, 1, 1),
    "plain_digest": Layout(TEXT, _plain_digest),
    "plain_review": Layout(TEXT, _plain_review),
    "plain_brackets": Layout(TEXT, _plain_brackets),
    "plain_tight": Layout(TEXT, _plain_tight),
    "md_bold": Layout(MARKDOWN, _md_bold),
    "md_setext": Layout(MARKDOWN, _md_setext),
}
