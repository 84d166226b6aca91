"""The page around articles as content management systems frame it, and the slots that a story fills."""

from html import escape as t

from tests.structure.sheets import CLOSE, OPEN, Sheet
from tests.structure.stories import Story


def page(sheet: Sheet, main: str, *, side: str = "") -> str:
    """A page as content management systems frame it."""
    menu = "".join(f'<li class="menu-item"><a href="/{n}">{t(x)}</a></li>' for n, x in enumerate(sheet.grammar.nav))
    sheet.asides(sheet.grammar.nav)
    foot = "".join(f"<p>{t(line)}</p>" for line in sheet.footer())
    return (
        f'<!doctype html><html lang="{sheet.lang}"><head><meta charset="utf-8"><title>{t(sheet.aside(sheet.site))}'
        f'</title><style>.x{{color:red}}</style></head><body class="home blog"><div id="page"><div id="masthead">'
        f'<div class="site-title"><a href="/">{t(sheet.site)}</a></div><ul id="primary-menu">{menu}</ul></div>'
        f'<div id="content" class="site-content">{main}{side}</div><div id="colophon">{foot}</div></div></body>'
        f"</html>\n"
    )


def sidebar(sheet: Sheet) -> str:
    recent = "".join(f'<li><a href="/r{n}">{t(x)}</a></li>' for n, x in enumerate(sheet.asides(list(sheet.teasers))))
    head = t(sheet.aside(sheet.grammar.related[0]))
    return f'<div id="secondary" class="widget-area"><div class="widget"><h2>{head}</h2><ul>{recent}</ul></div></div>'


def text(story: Story, sub: str = "<h3>{}</h3>", par: str = "<p>{}</p>") -> str:
    marks = {"p": par, "subhead": sub, "caption": '<p class="wp-caption-text">{}</p>'}
    return "\n".join(marks[block.kind].format(t(block.text)) for block in story.blocks)


def each(sheet: Sheet, markup: str, **more: str) -> str:
    """`markup` for every story, its slots filled."""
    made = []
    for number, story in enumerate(sheet.stories, 1):
        slots = {
            "n": number,
            "title": t(story.title),
            "stamp": t(story.stamp),
            "date": t(story.date),
            "iso": story.published,
            "by": t(story.byline),
            "who": t(story.author),
            "city": t(story.city),
            "cat": t(sheet.aside(story.category)) if "{cat}" in markup else "",
            "more": t(sheet.aside(sheet.grammar.more[0])) if "{more}" in markup else "",
            "notes": t(sheet.aside(sheet.grammar.comments[0])) if "{notes}" in markup else "",
            "text": text(story, **more),
        }
        made.append(OPEN + markup.format(**slots) + CLOSE)
    return "\n".join(made)
