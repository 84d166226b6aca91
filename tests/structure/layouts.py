"""The layouts that rules may be written and tuned on, by name. `layouts_aside` holds those that they may not."""

import textwrap

from tests.structure.sheets import (
    CLOSE,
    OPEN,
    Layout,
    Sheet,
    advert,
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

HTML, TEXT, MARKDOWN = "text/html", "text/plain", "text/markdown"


def _article_tags(sheet: Sheet) -> str:
    """HTML as the standard wants it: `article`, `h2`, `time`, a byline, buttons below."""
    articles = [
        OPEN
        + wrap(
            "article",
            wrap(
                "header",
                wrap("h2", tag("a", story.title, href="#"))
                + tag("time", story.stamp, datetime=f"{story.published}T14:05:00+02:00")
                + tag("p", story.byline, class_="byline"),
            )
            + body(story)
            + share(sheet),
        )
        + CLOSE
        for story in sheet.stories
    ]
    return document(sheet, wrap("main", "\n".join(articles)), after=related(sheet) + newsletter(sheet))


def _headings_flat(sheet: Sheet) -> str:
    """Headings, dates and paragraphs as siblings, nothing around an article."""
    parts = [
        OPEN + tag("h2", story.title) + "\n" + tag("p", story.stamp) + "\n" + body(story) + CLOSE
        for story in sheet.stories
    ]
    title = tag("h1", sheet.aside(sheet.grammar.latest))
    return document(sheet, wrap("div", title + "\n".join(parts), id="content"))


def _date_first(sheet: Sheet) -> str:
    """The date stands above the title."""
    parts = [
        OPEN + tag("p", story.stamp, class_="date") + tag("h3", story.title) + body(story, "h4") + CLOSE
        for story in sheet.stories
    ]
    return document(sheet, wrap("div", "\n".join(parts), class_="list"), after=related(sheet))


def _div_soup(sheet: Sheet) -> str:
    """Divisions all the way down; the title is no heading."""
    parts = []
    for story in sheet.stories:
        title = wrap("div", wrap("div", tag("a", story.title, href="#"), class_="td-title"), class_="td-row")
        meta = wrap("div", tag("span", story.byline) + " - " + tag("span", story.stamp), class_="td-meta")
        text = "".join(
            tag("div", block.text, class_="td-sub" if block.kind == "subhead" else "td-text") for block in story.blocks
        )
        parts.append(OPEN + wrap("div", title + meta + wrap("div", text), class_="td-module") + share(sheet) + CLOSE)
    return document(sheet, wrap("div", wrap("div", "\n".join(parts))), after=advert(sheet))


def _read_more(sheet: Sheet) -> str:
    """Each article ends with a link to read on."""
    more = sheet.chance.choice(sheet.grammar.more)
    parts = [
        OPEN
        + tag("h2", story.title)
        + tag("span", story.stamp)
        + body(story)
        + CLOSE
        + tag("a", sheet.aside(more), href="#", class_="more")
        for story in sheet.stories
    ]
    return document(sheet, wrap("main", "\n".join(parts)), before=newsletter(sheet))


def _hr_bold(sheet: Sheet) -> str:
    """An old page: bold titles, dates in italics, rules between, line breaks instead of paragraphs."""
    parts = []
    for story in sheet.stories:
        text = "<br><br>\n".join(tag("span", block.text) for block in story.blocks)
        parts.append(OPEN + tag("b", story.title) + "<br>\n" + tag("i", story.stamp) + "<br><br>\n" + text + CLOSE)
    return document(sheet, wrap("td", "\n<hr>\n".join(parts)))


def _portal(sheet: Sheet) -> str:
    """A page that goes on: one article after another with category, time ago and advertisements between."""
    parts = []
    for story in sheet.stories:
        ago = sheet.aside(sheet.chance.choice(sheet.grammar.ago))
        stamp = (
            tag("span", sheet.grammar.empty_date[0])
            + tag("span", ago)
            + tag("time", story.date, datetime=story.published)
        )
        top = tag("h3", sheet.aside(story.category), class_="cat") + tag("h1", story.title, class_="entry-title")
        parts.append(
            OPEN + wrap("div", top + stamp + tag("p", story.byline) + body(story, "h2")) + CLOSE + advert(sheet)
        )
    return document(sheet, "\n".join(parts), after=related(sheet, "h4"))


def _byline_bar(sheet: Sheet) -> str:
    """Author, date and number of comments in one line under the title."""
    parts = []
    for story in sheet.stories:
        bar = f"{story.byline} | {story.date} | {sheet.grammar.comments[1]}"
        text = tag("h2", story.title) + tag("p", bar, class_="meta") + body(story)
        parts.append(OPEN + wrap("section", text) + CLOSE + tag("a", sheet.aside(sheet.grammar.comments[0]), href="#"))
    return document(sheet, wrap("div", "\n".join(parts)))


def _sections(sheet: Sheet) -> str:
    """Articles under headings of their sections."""
    parts = []
    for index, story in enumerate(sheet.stories):
        head = tag("h2", sheet.aside(story.category)) if index % 2 == 0 else ""
        parts.append(head + OPEN + tag("h3", story.title) + tag("p", story.stamp) + body(story, "h4") + CLOSE)
    return document(sheet, wrap("main", "\n".join(parts)), after=newsletter(sheet))


def _single(sheet: Sheet) -> str:
    """One article with subheadings, among teasers: not to be split."""
    (story,) = sheet.stories
    text = tag("h1", story.title) + tag("p", story.stamp) + tag("p", story.byline) + body(story, "h2")
    return document(sheet, OPEN + wrap("article", text) + CLOSE + share(sheet), after=related(sheet, "h2"))


def _plain_portal(sheet: Sheet) -> str:
    """Text taken from a portal: category, title, two words where the date was, and a word to read on."""
    parts = [sheet.aside(sheet.grammar.nav[0])]
    for story in sheet.stories:
        parts += [sheet.aside(story.category), *enclose([story.title, *sheet.grammar.empty_date, *lines(story.blocks)])]
        parts += [sheet.aside(sheet.grammar.advert), sheet.aside(sheet.grammar.more[0])]
    return plain(parts)


def _plain_date_under(sheet: Sheet) -> str:
    """Title, date in the next line, paragraphs."""
    parts = []
    for story in sheet.stories:
        parts += enclose([f"{story.title}\n{story.stamp}", *lines(story.blocks)])
    return plain(parts)


def _plain_date_first(sheet: Sheet) -> str:
    """Date, title, paragraphs."""
    parts = []
    for story in sheet.stories:
        parts += enclose([story.stamp, story.title, *lines(story.blocks)])
    return plain(parts)


def _plain_stars(sheet: Sheet) -> str:
    """Titles in capitals, stars between the articles, the date in brackets below the title."""
    parts: list[str] = []
    for story in sheet.stories:
        parts += (["* * *"] if parts else []) + enclose([story.title.upper(), f"({story.date})", *lines(story.blocks)])
    return plain(parts)


def _plain_dateline(sheet: Sheet) -> str:
    """An agency's reports: the date opens the first paragraph."""
    parts = []
    for story in sheet.stories:
        first, *rest = story.paragraphs
        parts += enclose([story.title, f"{story.city.upper()}, {story.date} – {first}", *rest])
    return plain(parts)


def _plain_byline(sheet: Sheet) -> str:
    """Author and date in one line; a second line says when the text was changed."""
    parts = []
    for story in sheet.stories:
        parts += enclose([story.title, f"{story.byline}, {story.date}\n{story.updated}", *lines(story.blocks)])
    return plain(parts)


def _plain_underlined(sheet: Sheet) -> str:
    """Lines of 72 characters, titles underlined."""
    parts = []
    for story in sheet.stories:
        text = [textwrap.fill(line, 72, break_on_hyphens=False) for line in lines(story.blocks)]
        parts += enclose([f"{story.title}\n{'=' * min(len(story.title), 72)}\n{story.stamp}", *text])
    return plain(parts)


def _plain_scrape(sheet: Sheet) -> str:
    """Everything that a page shows, one line each, furniture included."""
    parts = sheet.asides(sheet.grammar.cookies) + sheet.asides(sheet.grammar.nav)
    for story in sheet.stories:
        parts += enclose([story.title, story.stamp, story.byline, *lines(story.blocks)])
        parts += [
            *sheet.asides(sheet.grammar.share),
            sheet.aside(f"{sheet.grammar.tags} {story.city}, {story.category}"),
        ]
    parts += [sheet.aside(sheet.grammar.related[0]), *sheet.asides(list(sheet.teasers)), *sheet.footer()]
    return "\n".join(parts) + "\n"


def _plain_date_last(sheet: Sheet) -> str:
    """Each article is signed and dated at its end."""
    parts = []
    for story in sheet.stories:
        parts += enclose([story.title, *lines(story.blocks), f"{story.author}, {story.date}"])
    return plain(parts)


def _plain_single(sheet: Sheet) -> str:
    """One article with subheadings: not to be split."""
    (story,) = sheet.stories
    return plain(enclose([story.title, f"{story.city}, {story.date}", *lines(story.blocks)]))


def _md_headings(sheet: Sheet) -> str:
    """Second-level headings, dates in italics."""
    parts = [f"# {sheet.aside(sheet.site)}"]
    for story in sheet.stories:
        text = [f"### {b.text}" if b.kind == "subhead" else b.text for b in story.blocks]
        parts += enclose([f"## {story.title}", f"*{story.stamp}*", *text])
    return plain(parts)


def _md_rules(sheet: Sheet) -> str:
    """First-level headings, rules between the articles."""
    parts: list[str] = []
    for story in sheet.stories:
        text = [f"## {b.text}" if b.kind == "subhead" else b.text for b in story.blocks]
        parts += (["---"] if parts else []) + enclose([f"# {story.title}", f"{story.byline} – {story.date}", *text])
    return plain(parts)


def _md_single(sheet: Sheet) -> str:
    """One article with front matter and subheadings: not to be split."""
    (story,) = sheet.stories
    text = [f"## {b.text}" if b.kind == "subhead" else b.text for b in story.blocks]
    front = f'---\ntitle: "{story.title}"\ndate: {story.published}\nauthor: {story.author}\n---'
    return plain(enclose([front, f"# {story.title}", *text]))


LAYOUTS: dict[str, Layout] = {
    "article_tags": Layout(HTML, _article_tags, dated="attribute"),
    "headings_flat": Layout(HTML, _headings_flat),
    "date_first": Layout(HTML, _date_first),
    "div_soup": Layout(HTML, _div_soup),
    "read_more": Layout(HTML, _read_more),
    "hr_bold": Layout(HTML, _hr_bold),
    "portal": Layout(HTML, _portal, dated="attribute"),
    "byline_bar": Layout(HTML, _byline_bar),
    "sections": Layout(HTML, _sections),
    "single": Layout(HTML, _single, 1, 1),
    "plain_portal": Layout(TEXT, _plain_portal, dated="never"),
    "plain_date_under": Layout(TEXT, _plain_date_under),
    "plain_date_first": Layout(TEXT, _plain_date_first),
    "plain_stars": Layout(TEXT, _plain_stars),
    "plain_dateline": Layout(TEXT, _plain_dateline),
    "plain_byline": Layout(TEXT, _plain_byline),
    "plain_underlined": Layout(TEXT, _plain_underlined),
    "plain_scrape": Layout(TEXT, _plain_scrape),
    "plain_date_last": Layout(TEXT, _plain_date_last),
    "plain_single": Layout(TEXT, _plain_single, 1, 1),
    "md_headings": Layout(MARKDOWN, _md_headings),
    "md_rules": Layout(MARKDOWN, _md_rules),
    "md_single": Layout(MARKDOWN, _md_single, 1, 1),
}
