"""Layouts held aside: measure on them, and neither read nor tune on them.

Once a rule is written for one of them, it no longer tells how unseen pages fare. Each is a frame and an item of
`aside/*.toml`, filled with the stories; some hold one article only, which is not to be split.
"""

import tomllib
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.structure.layouts import HTML, MARKDOWN, TEXT
from tests.structure.sheets import CLOSE, OPEN, Layout, Sheet
from tests.structure.stories import Story

FOLDER = Path(__file__).parent / "aside"
MEDIA = {"html": HTML, "text": TEXT, "markdown": MARKDOWN}


def _layout(plan: dict[str, str]) -> Layout:
    """The layout that a table of `aside/*.toml` describes."""
    one = plan.get("one") == "yes"
    return Layout(MEDIA[plan["media"]], _render(plan), 1 if one else 2, 1 if one else 8, plan.get("dated", "stamp"))


def _render(plan: dict[str, str]) -> Callable[[Sheet], str]:
    quote = escape if plan["media"] == "html" else str

    def render(sheet: Sheet) -> str:
        items = [
            OPEN + _filled(plan, plan["item"], sheet, story, n) + CLOSE for n, story in enumerate(sheet.stories, 1)
        ]
        frame = plan["frame"]
        slots = {"items": plan.get("between", "\n").join(items)}
        if "{site}" in frame:
            slots["site"] = quote(sheet.aside(sheet.site))
        if "{menu}" in frame:
            slots["menu"] = " ".join(plan["link"].format(quote(text)) for text in sheet.asides(sheet.grammar.nav))
        if "{more}" in frame:
            slots["more"] = " ".join(plan["link"].format(quote(text)) for text in sheet.asides(list(sheet.teasers)))
        if "{also}" in frame:
            slots["also"] = quote(sheet.aside(sheet.grammar.related[0]))
        if "{latest}" in frame:
            slots["latest"] = quote(sheet.aside(sheet.grammar.latest))
        if "{foot}" in frame:
            slots["foot"] = " ".join(map(quote, sheet.footer()))
        return frame.format(**slots)

    return render


def _filled(plan: dict[str, str], item: str, sheet: Sheet, story: Story, number: int) -> str:
    quote = escape if plan["media"] == "html" else str
    marks = {"p": plan["p"], "subhead": plan["sub"], "caption": plan.get("caption", plan["p"])}
    text = plan.get("gap", "\n").join(marks[block.kind].format(quote(block.text)) for block in story.blocks)
    slots: dict[str, str | int] = {
        "n": number,
        "title": quote(story.title),
        "loud": quote(story.title.upper()),
        "line": "=" * len(story.title),
        "stamp": quote(story.stamp),
        "date": quote(story.date),
        "iso": story.published,
        "by": quote(story.byline),
        "who": quote(story.author),
        "city": quote(story.city),
        "site": quote(sheet.site),
        "text": text,
    }
    if "{cat}" in item:
        slots["cat"] = quote(sheet.aside(story.category))
    if "{more}" in item:
        slots["more"] = quote(sheet.aside(sheet.grammar.more[0]))
    return item.format(**slots)


ASIDE: dict[str, Layout] = {
    name: _layout(plan)
    for file in sorted(FOLDER.glob("*.toml"))
    for name, plan in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
