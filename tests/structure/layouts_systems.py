"""Layouts as programs that publish write them: the systems by name.

They were held aside when rules of that sort were written (F1 .949 at first sight); rules have been tuned on them since.
"""

from tests.structure.frames import each, page, sidebar
from tests.structure.layouts import HTML
from tests.structure.sheets import OPEN, Layout, Sheet


def _wordpress(sheet: Sheet) -> str:
    posts = each(
        sheet,
        '<article id="post-{n}" class="post-{n} post type-post hentry"><header class="entry-header">'
        '<h2 class="entry-title">'
        '<a href="/{n}" rel="bookmark">{title}</a></h2><div class="entry-meta"><span class="posted-on">'
        '<time class="entry-date"'
        ' datetime="{iso}T09:12:00+00:00">{date}</time></span><span class="byline">{by}</span></div></header>'
        '<div class="entry-content">{text}</div><footer class="entry-footer"><span class="cat-links">{cat}'
        "</span></footer></article>",
    )
    return page(sheet, f'<main id="main" class="site-main">{posts}</main>', side=sidebar(sheet))


def _wordpress_old(sheet: Sheet) -> str:
    posts = each(
        sheet,
        '<div class="post" id="post-{n}"><h2><a href="/?p={n}">{title}</a></h2><small>{stamp}</small>'
        '<div class="entry">{text}'
        '</div><p class="postmetadata"><a href="/c">{cat}</a> | <a href="/?p={n}#respond">{notes}</a></p></div>',
    )
    return page(sheet, f'<div class="narrowcolumn">{posts}</div>', side=sidebar(sheet))


def _drupal(sheet: Sheet) -> str:
    rows = each(
        sheet,
        '<div class="views-row views-row-{n}"><div class="views-field views-field-title">'
        '<span class="field-content">'
        '<a href="/node/{n}">{title}</a></span></div><div class="views-field views-field-created">'
        '<span class="field-content">'
        '<span class="date-display-single" content="{iso}T00:00:00+02:00">{date}</span></span></div>'
        '<div class="views-field views-field-body"><div class="field-content">{text}</div></div></div>',
    )
    return page(sheet, f'<div class="view view-news"><div class="view-content">{rows}</div></div>', side=sidebar(sheet))


def _drupal_nodes(sheet: Sheet) -> str:
    nodes = each(
        sheet,
        '<div class="node node-article node-promoted clearfix" about="/node/{n}" typeof="sioc:Item foaf:Document">'
        '<h2 property="dc:title">'
        '<a href="/node/{n}">{title}</a></h2><div class="submitted">{by} – {date}</div><div class="content">'
        '<div class="field-items">{text}'
        '</div></div><ul class="links inline"><li class="node-readmore"><a href="/node/{n}">{more}</a></li>'
        "</ul></div>",
    )
    return page(sheet, f'<div class="region region-content">{nodes}</div>')


def _typo3(sheet: Sheet) -> str:
    items = each(
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
    return page(sheet, f'<div class="tx-news"><div class="news-list-view">{items}</div></div>')


def _joomla(sheet: Sheet) -> str:
    lead, *rest = each(
        sheet,
        '<div class="item column-{n}"><h2 class="contentheading">{title}</h2><dl class="article-info">'
        '<dd class="published">{date}</dd>'
        '<dd class="createdby">{by}</dd></dl>{text}<p class="readmore"><a href="/{n}">{more}</a></p></div>',
    ).split(OPEN)[1:]
    rows = "".join(f'<div class="items-row cols-1 row-{n}">{OPEN}{item}</div>' for n, item in enumerate(rest))
    return page(
        sheet,
        f'<div class="blog"><div class="items-leading"><div class="leading-0">{OPEN}{lead}</div></div>{rows}</div>',
    )


def _blogspot(sheet: Sheet) -> str:
    posts = each(
        sheet,
        '<div class="date-outer"><h2 class="date-header"><span>{date}</span></h2><div class="date-posts">'
        '<div class="post-outer">'
        '<div class="post hentry"><h3 class="post-title entry-title">{title}</h3>'
        '<div class="post-body entry-content">{text}</div>'
        '<div class="post-footer"><span class="post-author vcard">{by}</span></div></div></div></div></div>',
        sub="<b>{}</b><br/>",
    )
    return page(sheet, f'<div class="main section" id="main">{posts}</div>')


SYSTEMS: dict[str, Layout] = {
    "wordpress": Layout(HTML, _wordpress, dated="attribute"),
    "wordpress_old": Layout(HTML, _wordpress_old),
    "drupal": Layout(HTML, _drupal),
    "drupal_nodes": Layout(HTML, _drupal_nodes),
    "typo3": Layout(HTML, _typo3, dated="attribute"),
    "joomla": Layout(HTML, _joomla),
    "blogspot": Layout(HTML, _blogspot),
}
