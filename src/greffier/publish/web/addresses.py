"""Where each thing of the record has its page.

>>> plural("body"), of_entry("0123456789abcdef0123", "meeting")
('bodies', '/meetings/0123456789abcdef0123')
"""

from urllib.parse import quote, urlencode

from greffier.model.entity import Entity
from greffier.record.views import PaperCard, Told

PLURALS = {"person": "persons", "body": "bodies", "place": "places", "instrument": "instruments"}
KINDS = {plural: kind for kind, plural in PLURALS.items()}
SHORT = 16  # hex digits of a paper's id in an address; the record takes a beginning for the whole


def plural(kind: str) -> str:
    """The path of a kind of entity."""
    return PLURALS[kind]


def of_entity(entity: Entity) -> str:
    """The page of a person, body, place or instrument."""
    return f"/{PLURALS[entity.kind]}/{entity.id}"


def of_paper(paper: PaperCard | str) -> str:
    """The page of a paper."""
    return f"/papers/{(paper if isinstance(paper, str) else paper.id)[:SHORT]}"


def of_concord(*papers: PaperCard | str) -> str:
    """The page that compares the versions of a bilingual paper, or of two papers."""
    return "/concord/" + "/".join((paper if isinstance(paper, str) else paper.id)[:SHORT] for paper in papers)


def of_page(paper: PaperCard | str, number: int, entry: str = "") -> str:
    """A page of a paper as it looks, an entry's evidence on it brought out."""
    asked = {"view": "pages", "page": number, **({"entry": entry} if entry else {})}
    return f"{of_paper(paper)}?{urlencode(asked)}{f'#q-{entry}' if entry else ''}"


def of_picture(paper: PaperCard | str, number: int) -> str:
    """The picture of a page."""
    return f"{of_paper(paper)}/pages/{number}"


def of_entry(entry: str, kind: str) -> str:
    """The page of an entry."""
    return f"/{'meetings' if kind == 'meeting' else 'entries'}/{entry}"


def of_quote(told: Told) -> str:
    """The place in its paper that an entry rests on, shown marked."""
    return f"{of_paper(told.paper)}?{urlencode({'entry': told.entry.id})}#q-{told.entry.id}"


def with_query(path: str, **values: str | int | None) -> str:
    """`path` with those of `values` that say something."""
    asked = {name: value for name, value in values.items() if value not in (None, "")}
    return quote(path) + (f"?{urlencode(asked)}" if asked else "")
