"""Layouts as programs that publish write them: blogs, news systems, portals, newsletters, archives, databases.

They were held aside when rules of that sort were written (F1 .949 at first sight); rules have been tuned on them since.
"""

from html import escape as t

from tests.structure.layouts import HTML, MARKDOWN, TEXT
from tests.structure.sheets import CLOSE, OPEN, Layout, Sheet, enclose, plain
from tests.structure.stories import Story


def _page(sheet: Sheet, main: str, *, side: str = "") -> str:
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


def _sidebar(sheet: Sheet) -> str:
    recent = "".join(f'<li><a href="/r{n}">{t(x)}</a></li>' for n, x in enumerate(sheet.asides(list(sheet.teasers))))
    head = t(sheet.aside(sheet.grammar.related[0]))
    return f'<div id="secondary" class="widget-area"><div class="widget"><h2>{head}</h2><ul>{recent}</ul></div></div>'


def _text(story: Story, sub: str = "<h3>{}</h3>", par: str = "<p>{}</p>") -> str:
    marks = {"p": par, "subhead": sub, "caption": '<p class="wp-caption-text">{}</p>'}
    return "\n".join(marks[block.kind].format(t(block.text)) for block in story.blocks)


def _each(sheet: Sheet, markup: str, **more: str) -> str:
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
            "text": _text(story, **more),
        }
        made.append(OPEN + markup.format(**slots) + CLOSE)
    return "\n".join(made)


def _wordpress(sheet: Sheet) -> str:
    posts = _each(
        sheet,
        '<article id="post-{n}" class="post-{n} post type-post hentry"><header class="entry-header">'
        '<h2 class="entry-title">'
        '<a href="/{n}" rel="bookmark">{title}</a></h2><div class="entry-meta"><span class="posted-on">'
        '<time class="entry-date"'
        ' datetime="{iso}T09:12:00+00:00">{date}</time></span><span class="byline">{by}</span></div></header>'
        '<div class="entry-content">{text}</div><footer class="entry-footer"><span class="cat-links">{cat}'
        "</span></footer></article>",
    )
    return _page(sheet, f'<main id="main" class="site-main">{posts}</main>', side=_sidebar(sheet))


def _wordpress_old(sheet: Sheet) -> str:
    posts = _each(
        sheet,
        '<div class="post" id="post-{n}"><h2><a href="/?p={n}">{title}</a></h2><small>{stamp}</small>'
        '<div class="entry">{text}'
        '</div><p class="postmetadata"><a href="/c">{cat}</a> | <a href="/?p={n}#respond">{notes}</a></p></div>',
    )
    return _page(sheet, f'<div class="narrowcolumn">{posts}</div>', side=_sidebar(sheet))


def _drupal(sheet: Sheet) -> str:
    rows = _each(
        sheet,
        '<div class="views-row views-row-{n}"><div class="views-field views-field-title">'
        '<span class="field-content">'
        '<a href="/node/{n}">{title}</a></span></div><div class="views-field views-field-created">'
        '<span class="field-content">'
        '<span class="date-display-single" content="{iso}T00:00:00+02:00">{date}</span></span></div>'
        '<div class="views-field views-field-body"><div class="field-content">{text}</div></div></div>',
    )
    return _page(
        sheet, f'<div class="view view-news"><div class="view-content">{rows}</div></div>', side=_sidebar(sheet)
    )


def _drupal_nodes(sheet: Sheet) -> str:
    nodes = _each(
        sheet,
        '<div class="node node-article node-promoted clearfix" about="/node/{n}" typeof="sioc:Item foaf:Document">'
        '<h2 property="dc:title">'
        '<a href="/node/{n}">{title}</a></h2><div class="submitted">{by} – {date}</div><div class="content">'
        '<div class="field-items">{text}'
        '</div></div><ul class="links inline"><li class="node-readmore"><a href="/node/{n}">{more}</a></li>'
        "</ul></div>",
    )
    return _page(sheet, f'<div class="region region-content">{nodes}</div>')


def _typo3(sheet: Sheet) -> str:
    items = _each(
        sheet,
        '<div class="article articletype-0" itemscope="itemscope" itemtype="http://schema.org/Article">'
        '<div class="news-header"><h3>'
        '<a itemprop="url" href="/a/{n}"><span itemprop="headline">{title}</span></a></h3></div>'
        '<p class="news-list-meta">'
        '<span class="news-list-date"><time itemprop="datePublished" datetime="{iso}">{date}</time></span></p>'
        '<div class="teaser-text" itemprop="description">{text}<a class="more" href="/a/{n}">{more}</a></div>'
        "</div>",
        sub="<h4>{}</h4>",
    )
    return _page(sheet, f'<div class="tx-news"><div class="news-list-view">{items}</div></div>')


def _joomla(sheet: Sheet) -> str:
    lead, *rest = _each(
        sheet,
        '<div class="item column-{n}"><h2 class="contentheading">{title}</h2><dl class="article-info">'
        '<dd class="published">{date}</dd>'
        '<dd class="createdby">{by}</dd></dl>{text}<p class="readmore"><a href="/{n}">{more}</a></p></div>',
    ).split(OPEN)[1:]
    rows = "".join(f'<div class="items-row cols-1 row-{n}">{OPEN}{item}</div>' for n, item in enumerate(rest))
    return _page(
        sheet,
        f'<div class="blog"><div class="items-leading"><div class="leading-0">{OPEN}{lead}</div></div>{rows}</div>',
    )


def _blogspot(sheet: Sheet) -> str:
    posts = _each(
        sheet,
        '<div class="date-outer"><h2 class="date-header"><span>{date}</span></h2><div class="date-posts">'
        '<div class="post-outer">'
        '<div class="post hentry"><h3 class="post-title entry-title">{title}</h3>'
        '<div class="post-body entry-content">{text}</div>'
        '<div class="post-footer"><span class="post-author vcard">{by}</span></div></div></div></div></div>',
        sub="<b>{}</b><br/>",
    )
    return _page(sheet, f'<div class="main section" id="main">{posts}</div>')


def _days(sheet: Sheet) -> str:
    """A list under headings of days."""
    parts = [
        f"<h3>{t(story.date)}</h3>{OPEN}<h4>{t(story.title)}</h4>{_text(story, sub='<h5>{}</h5>')}{CLOSE}"
        for story in sheet.stories
    ]
    return _page(sheet, '<div class="actu">' + "\n".join(parts) + "</div>")


def _hashed(sheet: Sheet) -> str:
    """A portal whose class names are hashes."""
    cards = _each(
        sheet,
        '<section class="css-1kj{n}x9"><div class="css-8ab7"><h2 class="css-77f2e">{title}</h2>'
        '<div class="css-0d1">'
        '<span class="css-x1">{by}</span><time class="css-x2" datetime="{iso}">{date}</time></div></div>'
        '<div class="css-5q{n}">{text}</div></section>',
    )
    return _page(sheet, f'<div class="css-root">{cards}</div>', side=_sidebar(sheet))


def _role_article(sheet: Sheet) -> str:
    posts = _each(
        sheet,
        '<div role="article" aria-label="{title}"><div role="heading" aria-level="2">{title}</div><div>{stamp}'
        "</div><div>{text}</div></div>",
    )
    return _page(sheet, f'<div role="main">{posts}</div>')


def _microdata(sheet: Sheet) -> str:
    """Dates for machines alone."""
    posts = _each(
        sheet,
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        '<meta itemprop="datePublished" content="{iso}"><h2 itemprop="headline">'
        '{title}</h2><div itemprop="articleBody">{text}</div></div>',
    )
    return _page(sheet, posts)


def _font_table(sheet: Sheet) -> str:
    """A page made by hand around the turn of the century."""
    rows = _each(
        sheet,
        '<tr><td bgcolor="#eeeeee"><font face="Arial" size="3" color="#003366"><b>{title}</b></font></td></tr>'
        '<tr><td><font face="Arial" size="1">{date}</font></td></tr><tr><td><font face="Arial" size="2">{text}'
        "</font></td></tr>",
        sub="<p><b>{}</b></p>",
    )
    return (
        f'<html><body bgcolor="#ffffff"><center><table width="600" border="0">{rows}</table></center></body></html>\n'
    )


def _anchored(sheet: Sheet) -> str:
    """A long page with a list of contents at its top and anchors below."""
    toc = "".join(f'<li><a href="#a{n}">{t(s.title)}</a></li>' for n, s in enumerate(sheet.stories, 1))
    body = _each(
        sheet,
        '<a name="a{n}"></a><p><b>{title}</b><br><i>{date}</i></p>{text}<p><a href="#top">&uarr;</a></p>',
        sub="<p><u>{}</u></p>",
    )
    head = t(sheet.aside(sheet.grammar.latest))
    return f'<html><body><a name="top"></a><h1>{head}</h1><ul>{toc}</ul><hr>{body}</body></html>\n'


def _wayback(sheet: Sheet) -> str:
    """An archived copy: the archive's bar above, then the old page."""
    bar = (
        '<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><form>'
        '<input type="text" value="http://www.example.org/"><input type="submit">'
        '</form><table><tr class="m"><td>Nov</td><td>DEC</td><td>Jan</td></tr></table></div></div>'
    )
    body = _each(
        sheet,
        '<h3><a href="/web/2010/{n}">{title}</a></h3><p class="when">{stamp}</p>{text}<hr size="1">',
        sub="<h5>{}</h5>",
    )
    return f'<html><head><title>{t(sheet.site)}</title></head><body>{bar}<div id="wrap">{body}</div></body></html>\n'


def _mail(sheet: Sheet) -> str:
    """A newsletter: a table in a table for each article, styles in the elements."""
    parts = _each(
        sheet,
        '<table width="100%" cellpadding="0"><tr><td style="font-size:20px;font-weight:bold"><strong>{title}'
        "</strong></td></tr><tr>"
        '<td style="font-size:11px;color:#888">{date}</td></tr><tr><td style="font-size:14px">{text}</td></tr>'
        "<tr><td>"
        '<a href="https://example.org/{n}">{more}</a></td></tr></table>',
        sub="<p><em>{}</em></p>",
    )
    return f'<html><body><table align="center" width="600"><tr><td>{parts}</td></tr></table></body></html>\n'


def _live(sheet: Sheet) -> str:
    """A live page: entries with time and title, newest first."""
    items = _each(
        sheet,
        '<div class="lb-post"><div class="lb-post__time"><time datetime="{iso}T10:00">{date}</time></div>'
        '<h2 class="lb-post__title">{title}</h2>'
        '<div class="lb-post__body">{text}</div></div>',
        sub="<p><strong>{}</strong></p>",
    )
    return _page(sheet, f'<div class="lb-timeline">{items}</div>')


def _print_view(sheet: Sheet) -> str:
    """Articles to print, source and date below each, rules between."""
    parts = [
        f"{OPEN}<h2>{t(s.title)}</h2>{_text(s)}<p class='src'>{t(sheet.site)}, {t(s.date)}</p>{CLOSE}"
        for s in sheet.stories
    ]
    return f"<html><body>{'<hr>'.join(parts)}</body></html>\n"


def _h1s(sheet: Sheet) -> str:
    """Pages of one article each, put one behind the other, undated."""
    return _page(sheet, _each(sheet, "<div><h1>{title}</h1>{text}</div>", sub="<h2>{}</h2>"))


def _ministry(sheet: Sheet) -> str:
    """A ministry's list: the number and date of each release in a line above its title."""
    items = _each(
        sheet,
        '<li class="release"><p class="release__meta"><span>{date}</span> <span>N&deg; {n}</span></p>'
        '<h3 class="release__title">{title}</h3>'
        '<div class="rte">{text}</div></li>',
        sub="<h4>{}</h4>",
    )
    return _page(sheet, f'<ul class="releases">{items}</ul>')


def _tabs(sheet: Sheet) -> str:
    items = _each(
        sheet,
        '<div class="card"><div class="card-header"><button class="btn-link" data-toggle="collapse">{title}'
        '</button></div><div class="collapse show">'
        '<div class="card-body"><p class="text-muted">{stamp}</p>{text}</div></div></div>',
        sub="<h5>{}</h5>",
    )
    return _page(sheet, f'<div class="accordion">{items}</div>')


def _sharepoint(sheet: Sheet) -> str:
    items = _each(
        sheet,
        '<div class="dfwp-item"><div class="item"><div class="link-item"><a href="/Pages/{n}.aspx">{title}</a>'
        '</div><div class="ms-rteDate">{date}'
        '</div><div class="description"><div class="ExternalClass{n}F2A">{text}</div></div></div></div>',
        sub="<strong>{}</strong>",
    )
    return _page(sheet, f'<div class="ms-WPBody">{items}</div>')


def _figure_first(sheet: Sheet) -> str:
    """A magazine: picture and category above the title, author and date in a list below it."""
    items = _each(
        sheet,
        '<div class="story"><figure><img src="/{n}.jpg" alt=""></figure><span class="kicker">{cat}</span>'
        '<h2>{title}</h2><ul class="meta">'
        "<li>{by}</li><li>{date}</li></ul><div class='copy'>{text}</div></div>",
    )
    return _page(sheet, f'<div class="stories">{items}</div>', side=_sidebar(sheet))


def _one_with_comments(sheet: Sheet) -> str:
    """One article and what readers say of it: not to be split."""
    (story,) = sheet.stories
    notes = "".join(
        f'<li class="comment"><div class="comment-author">{t(name)}</div>'
        f'<div class="comment-meta">{t(story.date)}</div><p>OK.</p></li>'
        for name in sheet.asides(["Reader1234", "Citizen5678", "Visitor9012"])
    )
    post = (
        f'<article class="post"><h1 class="entry-title">{t(story.title)}</h1>'
        f'<time datetime="{story.published}">{t(story.date)}</time>'
        f'<div class="entry-content">{_text(story, sub="<h2>{}</h2>")}</div></article>'
    )
    return _page(sheet, f'<main>{OPEN}{post}{CLOSE}<ol class="comment-list">{notes}</ol></main>', side=_sidebar(sheet))


def _one_magazine(sheet: Sheet) -> str:
    """One long article in sections of one class: not to be split."""
    (story,) = sheet.stories
    parts = "".join(f'<section class="block"><p>{t(block.text)}</p></section>' for block in story.blocks)
    head = f'<h1>{t(story.title)}</h1><p class="lead">{t(story.stamp)}</p>'
    return _page(sheet, f'<div class="longread">{OPEN}{head}{parts}{CLOSE}</div>', side=_sidebar(sheet))


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


SYSTEMS: dict[str, Layout] = {
    "wordpress": Layout(HTML, _wordpress, dated="attribute"),
    "wordpress_old": Layout(HTML, _wordpress_old),
    "drupal": Layout(HTML, _drupal),
    "drupal_nodes": Layout(HTML, _drupal_nodes),
    "typo3": Layout(HTML, _typo3, dated="attribute"),
    "joomla": Layout(HTML, _joomla),
    "blogspot": Layout(HTML, _blogspot),
    "days": Layout(HTML, _days),
    "hashed": Layout(HTML, _hashed, dated="attribute"),
    "role_article": Layout(HTML, _role_article),
    "microdata": Layout(HTML, _microdata, dated="attribute"),
    "font_table": Layout(HTML, _font_table),
    "anchored": Layout(HTML, _anchored),
    "wayback": Layout(HTML, _wayback),
    "mail": Layout(HTML, _mail),
    "live": Layout(HTML, _live, dated="attribute"),
    "print_view": Layout(HTML, _print_view),
    "h1s": Layout(HTML, _h1s, dated="never"),
    "ministry": Layout(HTML, _ministry),
    "tabs": Layout(HTML, _tabs),
    "sharepoint": Layout(HTML, _sharepoint),
    "figure_first": Layout(HTML, _figure_first),
    "one_with_comments": Layout(HTML, _one_with_comments, 1, 1, dated="attribute"),
    "one_magazine": Layout(HTML, _one_magazine, 1, 1),
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
