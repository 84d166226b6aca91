"""More layouts that rules may be tuned on: titles without headings, dates in the title's line or for machines only."""

from tests.structure.sheets import CLOSE, OPEN, Layout, Sheet, body, document, enclose, lines, plain, tag, wrap

HTML, TEXT, MARKDOWN = "text/html", "text/plain", "text/markdown"


def _cards(sheet: Sheet) -> str:
    """Undated cards: the title is a link, a link to read on ends each."""
    parts = []
    for story in sheet.stories:
        more = tag("a", sheet.aside(sheet.grammar.more[0]), href="#")
        parts.append(
            OPEN
            + wrap("div", wrap("h3", tag("a", story.title, href="#")) + body(story, "h4") + more, class_="c")
            + CLOSE
        )
    return document(sheet, wrap("div", "\n".join(parts), class_="grid"))


def _accordion(sheet: Sheet) -> str:
    """Articles that open when their title is clicked."""
    parts = [
        OPEN + wrap("details", tag("summary", story.title) + tag("p", story.stamp) + body(story)) + CLOSE
        for story in sheet.stories
    ]
    return document(sheet, wrap("main", "\n".join(parts)))


def _strong(sheet: Sheet) -> str:
    """Titles are paragraphs in bold type."""
    parts = [
        OPEN + wrap("p", tag("strong", story.title)) + tag("p", story.stamp) + body(story) + CLOSE
        for story in sheet.stories
    ]
    return document(sheet, wrap("div", "\n".join(parts), class_="text"))


def _dated_heading(sheet: Sheet) -> str:
    """The date stands in the heading, before the title."""
    parts = [OPEN + tag("h2", f"{story.date}: {story.title}") + body(story) + CLOSE for story in sheet.stories]
    return document(sheet, wrap("main", "\n".join(parts)))


def _machine_dates(sheet: Sheet) -> str:
    """Readers see how long ago, machines the date."""
    parts = []
    for story in sheet.stories:
        ago = tag("time", sheet.aside(sheet.grammar.ago[0]), datetime=story.published)
        parts.append(OPEN + wrap("section", tag("h2", story.title) + wrap("div", ago) + body(story)) + CLOSE)
    return document(sheet, wrap("main", "\n".join(parts)))


def _sectioned(sheet: Sheet) -> str:
    """One article, each of its chapters a section with a heading: not to be split."""
    (story,) = sheet.stories
    parts = [
        wrap("section", tag("h2", f"{index}. {b.text[:30]}") + tag("p", b.text)) for index, b in enumerate(story.blocks)
    ]
    return document(sheet, OPEN + wrap("main", tag("h1", story.title) + tag("p", story.stamp) + "".join(parts)) + CLOSE)


def _plain_labelled(sheet: Sheet) -> str:
    """A database's export: title, date and author behind their names."""
    label = {"nl": "Titel", "fr": "Titre", "de": "Titel", "da": "Titel", "ru": "Заголовок"}.get(sheet.lang, "Title")
    parts = []
    for story in sheet.stories:
        parts += enclose(
            [f"{label}: {story.title}\n{sheet.grammar.published[2].format(date=story.date)}", *lines(story.blocks)]
        )
    return plain(parts)


def _plain_one_line(sheet: Sheet) -> str:
    """Title and date in one line, the date in brackets."""
    parts = []
    for story in sheet.stories:
        parts += enclose([f"{story.title} ({story.city}, {story.date})", *lines(story.blocks)])
    return plain(parts)


def _plain_ruled(sheet: Sheet) -> str:
    """No dates; rules between the articles."""
    parts: list[str] = []
    for story in sheet.stories:
        parts += (["-----"] if parts else []) + enclose([story.title, *lines(story.blocks)])
    return plain(parts)


def _plain_numbered(sheet: Sheet) -> str:
    """Numbered titles, place and date below."""
    parts = []
    for number, story in enumerate(sheet.stories, 1):
        head = f"{number}. {OPEN}{story.title}\n{story.city}, {story.date}"
        parts += [head, *lines(story.blocks)[:-1], lines(story.blocks)[-1] + CLOSE]
    return plain(parts)


WIDE: dict[str, Layout] = {
    "cards": Layout(HTML, _cards, dated="never"),
    "accordion": Layout(HTML, _accordion),
    "strong": Layout(HTML, _strong),
    "dated_heading": Layout(HTML, _dated_heading),
    "machine_dates": Layout(HTML, _machine_dates, dated="attribute"),
    "sectioned": Layout(HTML, _sectioned, 1, 1),
    "plain_labelled": Layout(TEXT, _plain_labelled),
    "plain_one_line": Layout(TEXT, _plain_one_line),
    "plain_ruled": Layout(TEXT, _plain_ruled, dated="never"),
    "plain_numbered": Layout(TEXT, _plain_numbered),
}
