"""A brief as one HTML file that needs no other."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from greffier.publish.brief.text import Brief

_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)


def as_html(brief: Brief) -> bytes:
    """The brief in UTF-8."""
    return _TEMPLATES.get_template("brief.html").render(brief=brief).encode("utf-8", "replace")
