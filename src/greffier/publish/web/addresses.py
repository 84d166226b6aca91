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
