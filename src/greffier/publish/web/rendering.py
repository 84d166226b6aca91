"""Templates, with everything they print escaped."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from greffier.publish.counting import counted
from greffier.publish.countries import country, language
from greffier.publish.dating import spoken
from greffier.publish.events import papers_of
from greffier.publish.web import addresses, shown
from greffier.publish.wording import kind_of, words
from greffier.record.entries import when

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["groupby_year"] = shown.by_year
_TEMPLATES.globals.update(
    counted=counted,
    country=country,
    language=language,
    papers_of=papers_of,
    spoken=spoken,
    when=when,
    kind_of=kind_of,
    words=words,
    linked=shown.linked,
    met=shown.met,
    quoted=shown.quoted,
    sureness=shown.sureness,
    status=shown.status,
    url=addresses,
)


def render(template: str, **values: object) -> str:
    """The page that `template` makes of `values`."""
    return _TEMPLATES.get_template(template).render(
        {"asked": "", "here": "", "may": None, "done": None, "later": False, **values}
    )
