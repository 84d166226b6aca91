"""Layouts of databases, clippings, feeds and wikis, in plain text and Markdown."""

from tests.structure.layouts import MARKDOWN, TEXT
from tests.structure.sheets import Layout, Sheet, enclose, plain


def _database(sheet: Sheet) -> str:
    """A press database's export: counted documents with fields."""
    names = {
        "nl": "KOP",
        "fr": "TITRE",
        "de": "TITEL",
        "da": "TITEL",
        "ru": "ЗАГОЛОВОК",
        "es": "TÍTULO",
        "sv": "RUBRIK",
    }
    parts = []
    for number, s in enumerate(sheet.stories, 1):
        parts.append(f"{number} / {len(sheet.stories)}")
        parts += enclose([f"{names.get(sheet.lang, 'HEADLINE')}: {s.title}", s.date, *[b.text for b in s.blocks]])
    return plain(parts)


def _clippings(sheet: Sheet) -> str:
    """Clippings: title, then source and date with a stroke between."""
    parts = []
    for s in sheet.stories:
        parts += enclose(
            [f"{s.title}\n{sheet.chance.choice(sheet.grammar.sites)} | {s.date}", *[b.text for b in s.blocks]]
        )
    return plain(parts)


def _tildes(sheet: Sheet) -> str:
    """A mailing list's digest, tildes between the items."""
    parts = []
    for s in sheet.stories:
        parts += [*enclose([s.title.upper(), s.stamp, *[b.text for b in s.blocks]]), "~ ~ ~ ~ ~"]
    return plain(parts)


def _feed(sheet: Sheet) -> str:
    """A feed as text: title, link, date, text."""
    parts = []
    for n, s in enumerate(sheet.stories):
        parts += enclose([f"{s.title}\nhttps://example.org/{s.published}/{n}\n{s.date}", *[b.text for b in s.blocks]])
    return plain(parts)


def _lynx(sheet: Sheet) -> str:
    """A text browser's dump: everything indented, links numbered."""
    parts = [f"   [{n}]{x}" for n, x in enumerate(sheet.asides(sheet.grammar.nav), 1)]
    for n, s in enumerate(sheet.stories, 20):
        parts += enclose([f"   [{n}]{s.title}", f"   {s.stamp}", *[f"   {b.text}" for b in s.blocks]])
    return plain(parts)


def _by_and_date(sheet: Sheet) -> str:
    """Title, author, place and date on lines of their own."""
    parts = []
    for s in sheet.stories:
        parts += enclose([s.title, s.byline, f"{s.city}, {s.date}", *[b.text for b in s.blocks]])
    return plain(parts)


def _hashes(sheet: Sheet) -> str:
    """Press releases, each ended by hashes as agencies do."""
    parts = []
    for s in sheet.stories:
        parts += [*enclose([s.date, s.title, *[b.text for b in s.blocks]]), "# # #"]
    return plain(parts)


def _wiki(sheet: Sheet) -> str:
    """A reader's notes in Markdown: linked headings, the date in emphasis behind the source."""
    parts = []
    for n, s in enumerate(sheet.stories):
        text = [f"#### {b.text}" if b.kind == "subhead" else b.text for b in s.blocks]
        parts += enclose([f"### [{s.title}](https://example.org/{n})", f"{sheet.site}, *{s.date}*", *text])
    return plain(parts)


def _md_days(sheet: Sheet) -> str:
    """A diary in Markdown: days as headings, titles below them."""
    parts = []
    for s in sheet.stories:
        text = [f"**{b.text}**" if b.kind == "subhead" else b.text for b in s.blocks]
        parts += [f"## {s.date}", *enclose([f"### {s.title}", *text])]
    return plain(parts)


def _md_yaml(sheet: Sheet) -> str:
    """Notes put together, each with a line of author and date in italics under a first-level heading."""
    parts = []
    for s in sheet.stories:
        text = [f"## {b.text}" if b.kind == "subhead" else b.text for b in s.blocks]
        parts += enclose([f"# {s.title}", f"_{s.author}, {s.date}_", *text])
    return plain(parts)


EXPORTS: dict[str, Layout] = {
    "database": Layout(TEXT, _database),
    "clippings": Layout(TEXT, _clippings),
    "tildes": Layout(TEXT, _tildes),
    "feed": Layout(TEXT, _feed),
    "lynx": Layout(TEXT, _lynx),
    "by_and_date": Layout(TEXT, _by_and_date),
    "hashes": Layout(TEXT, _hashes),
    "wiki": Layout(MARKDOWN, _wiki),
    "md_days": Layout(MARKDOWN, _md_days),
    "md_yaml": Layout(MARKDOWN, _md_yaml),
}
