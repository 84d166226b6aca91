"""Layouts of portals, newsletters, archives, ministries and magazines, with articles as each sets them."""

from html import escape as t

from tests.structure.frames import each, page, sidebar, text
from tests.structure.layouts import HTML
from tests.structure.sheets import CLOSE, OPEN, Layout, Sheet


def _days(sheet: Sheet) -> str:
    """A list under headings of days."""
    parts = [
        f"<h3>{t(story.date)}</h3>{OPEN}<h4>{t(story.title)}</h4>{text(story, sub='<h5>{}</h5>')}{CLOSE}"
        for story in sheet.stories
    ]
    return page(sheet, '<div class="actu">' + "\n".join(parts) + "</div>")


def _hashed(sheet: Sheet) -> str:
    """A portal whose class names are hashes."""
    cards = each(
        sheet,
        '<section class="css-1kj{n}x9"><div class="css-8ab7"><h2 class="css-77f2e">{title}</h2>'
        '<div class="css-0d1">'
        '<span class="css-x1">{by}</span><time class="css-x2" datetime="{iso}">{date}</time></div></div>'
        '<div class="css-5q{n}">{text}</div></section>',
    )
    return page(sheet, f'<div class="css-root">{cards}</div>', side=sidebar(sheet))


def _role_article(sheet: Sheet) -> str:
    posts = each(
        sheet,
        '<div role="article" aria-label="{title}"><div role="heading" aria-level="2">{title}</div><div>{stamp}'
        "</div><div>{text}</div></div>",
    )
    return page(sheet, f'<div role="main">{posts}</div>')


def _microdata(sheet: Sheet) -> str:
    """Dates for machines alone."""
    posts = each(
        sheet,
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        '<meta itemprop="datePublished" content="{iso}"><h2 itemprop="headline">'
        '{title}</h2><div itemprop="articleBody">{text}</div></div>',
    )
    return page(sheet, posts)


def _font_table(sheet: Sheet) -> str:
    """A page made by hand around the turn of the century."""
    rows = each(
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
    body = each(
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
    body = each(
        sheet,
        '<h3><a href="/web/2010/{n}">{title}</a></h3><p class="when">{stamp}</p>{text}<hr size="1">',
        sub="<h5>{}</h5>",
    )
    return f'<html><head><title>{t(sheet.site)}</title></head><body>{bar}<div id="wrap">{body}</div></body></html>\n'


def _mail(sheet: Sheet) -> str:
    """A newsletter: a table in a table for each article, styles in the elements."""
    parts = each(
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
    items = each(
        sheet,
        '<div class="lb-post"><div class="lb-post__time"><time datetime="{iso}T10:00">{date}</time></div>'
        '<h2 class="lb-post__title">{title}</h2>'
        '<div class="lb-post__body">{text}</div></div>',
        sub="<p><strong>{}</strong></p>",
    )
    return page(sheet, f'<div class="lb-timeline">{items}</div>')


def _print_view(sheet: Sheet) -> str:
    """Articles to print, source and date below each, rules between."""
    parts = [
        f"{OPEN}<h2>{t(s.title)}</h2>{text(s)}<p class='src'>{t(sheet.site)}, {t(s.date)}</p>{CLOSE}"
        for s in sheet.stories
    ]
    return f"<html><body>{'<hr>'.join(parts)}</body></html>\n"


def _h1s(sheet: Sheet) -> str:
    """Pages of one article each, put one behind the other, undated."""
    return page(sheet, each(sheet, "<div><h1>{title}</h1>{text}</div>", sub="<h2>{}</h2>"))


def _ministry(sheet: Sheet) -> str:
    """A ministry's list: the number and date of each release in a line above its title."""
    items = each(
        sheet,
        '<li class="release"><p class="release__meta"><span>{date}</span> <span>N&deg; {n}</span></p>'
        '<h3 class="release__title">{title}</h3>'
        '<div class="rte">{text}</div></li>',
        sub="<h4>{}</h4>",
    )
    return page(sheet, f'<ul class="releases">{items}</ul>')


def _tabs(sheet: Sheet) -> str:
    items = each(
        sheet,
        '<div class="card"><div class="card-header"><button class="btn-link" data-toggle="collapse">{title}'
        '</button></div><div class="collapse show">'
        '<div class="card-body"><p class="text-muted">{stamp}</p>{text}</div></div></div>',
        sub="<h5>{}</h5>",
    )
    return page(sheet, f'<div class="accordion">{items}</div>')


def _sharepoint(sheet: Sheet) -> str:
    items = each(
        sheet,
        '<div class="dfwp-item"><div class="item"><div class="link-item"><a href="/Pages/{n}.aspx">{title}</a>'
        '</div><div class="ms-rteDate">{date}'
        '</div><div class="description"><div class="ExternalClass{n}F2A">{text}</div></div></div></div>',
        sub="<strong>{}</strong>",
    )
    return page(sheet, f'<div class="ms-WPBody">{items}</div>')


def _figure_first(sheet: Sheet) -> str:
    """A magazine: picture and category above the title, author and date in a list below it."""
    items = each(
        sheet,
        '<div class="story"><figure><img src="/{n}.jpg" alt=""></figure><span class="kicker">{cat}</span>'
        '<h2>{title}</h2><ul class="meta">'
        "<li>{by}</li><li>{date}</li></ul><div class='copy'>{text}</div></div>",
    )
    return page(sheet, f'<div class="stories">{items}</div>', side=sidebar(sheet))


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
        f'<div class="entry-content">{text(story, sub="<h2>{}</h2>")}</div></article>'
    )
    return page(sheet, f'<main>{OPEN}{post}{CLOSE}<ol class="comment-list">{notes}</ol></main>', side=sidebar(sheet))


def _one_magazine(sheet: Sheet) -> str:
    """One long article in sections of one class: not to be split."""
    (story,) = sheet.stories
    parts = "".join(f'<section class="block"><p>{t(block.text)}</p></section>' for block in story.blocks)
    head = f'<h1>{t(story.title)}</h1><p class="lead">{t(story.stamp)}</p>'
    return page(sheet, f'<div class="longread">{OPEN}{head}{parts}{CLOSE}</div>', side=sidebar(sheet))


PORTALS: dict[str, Layout] = {
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
}
