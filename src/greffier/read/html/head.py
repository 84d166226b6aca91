"""What a page says of itself: title, publisher, address, date, author, language; from JSON-LD, `meta`, `title`.

Sources: schema.org's Article (`headline`, `datePublished`, `publisher`), the Open Graph protocol (`og:`, `article:`),
Dublin Core (`dc.`), and the names that publishers give their `meta` elements beside them.

>>> from lxml.html import document_fromstring
>>> page = document_fromstring('<meta property="og:site_name" content="The Office"><title>A visit | The Office</title>')
>>> said = metadata(page)
>>> said.publisher, said.title, said.published
('The Office', 'A visit', None)
"""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from greffier.model.paper import Metadata

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
DATES = (
    "article:published_time", "datepublished", "og:published_time", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "citation_publication_date", "pubdate", "publish-date", "publication_date",
    "sailthru.date", "parsely-pub-date", "date",
)  # fmt: skip
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage")
SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ")
LARGEST = 200_000  # code points of a JSON-LD script that is read


def metadata(root: HtmlElement) -> Metadata:
    """The page's metadata, each value as it is written there."""
    said = _meta(root)
    linked = _linked(root)
    publisher = linked.get("publisher") or _first(said, PUBLISHERS)
    canonical = root.xpath("string((//link[@rel='canonical']/@href)[1])") or said.get("og:url", "")
    return Metadata(
        title=_first(said, TITLES) or linked.get("headline") or _title(root, publisher),
        publisher=publisher,
        published=linked.get("datePublished") or _first(said, DATES) or _time(root),
        author=linked.get("author") or _plain(_first(said, AUTHORS)),
        lang=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower() or None,
        address=str(canonical) or None,
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            said.setdefault(name.strip().lower(), content)
    return said


def _linked(root: HtmlElement) -> dict[str, str]:
    """Headline, date, publisher and author of the article that the page's JSON-LD describes."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > LARGEST:
            continue
        try:
            for node in _nodes(json.loads(script.text, strict=False)):
                kinds = node.get("@type")
                if any(kind in ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    found = {key: _named(node.get(key)) for key in ("headline", "datePublished", "publisher", "author")}
                    if found["datePublished"] or found["headline"]:
                        return {key: value for key, value in found.items() if value}
        except (ValueError, RecursionError):
            continue
    return {}


def _nodes(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 6:  # @graph within a list within mainEntity is the deepest in use
        return
    if isinstance(data, list):
        for value in data:
            yield from _nodes(value, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth + 1)


def _named(value: object) -> str | None:
    """A value of JSON-LD as words: a string, the name of a thing, the names of several."""
    if isinstance(value, list):
        names = [name for item in value[:20] if not isinstance(item, list) and (name := _named(item))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _plain(author: str | None) -> str | None:
    return None if author and author.startswith(("http:", "https:")) else author


def _title(root: HtmlElement, publisher: str | None) -> str | None:
    """The `title` element, without the publisher's name behind it."""
    written = " ".join(str(root.xpath("string((//head/title)[1])")).split())
    for separator in SEPARATORS:
        head, _, tail = written.rpartition(separator)
        if head and publisher and tail.strip().lower() == publisher.lower():
            return head.strip()
    return written or None


def _time(root: HtmlElement) -> str | None:
    """The date of the page's only `time` marked as its publication."""
    found = root.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    return str(found[0]) if len(found) == 1 else None
