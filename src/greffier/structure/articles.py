"""The articles of a page that holds several, each with its title and date.

An article begins at a title before a mark of publication ("Published on"), or where the format marks one; it ends where
the next begins.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.model.outline import Part
from greffier.model.paper import Paper
from greffier.model.span import Span
from greffier.structure.draft import Draft
from greffier.structure.furniture import opening
from greffier.structure.head import absolute

BEFORE = 3  # blocks between an article's title and its mark of publication, at most
BEHIND = 3  # blocks between the mark and the date it announces, at most
LONGEST_TITLE = 200  # code points


def with_articles(paper: Paper, drafts: Sequence[Draft], lang: str) -> tuple[list[Draft], list[Part]]:
    """The drafts with the index of their article, and the articles; none where the page holds one."""
    marked = [block.span for block in paper.blocks if block.kind == "article"]
    starts = _marked(drafts, marked) if len(marked) > 1 else _announced(drafts, lang)
    if len(starts) < 2:
        return list(drafts), []
    made = list(drafts)
    parts = []
    bounds = [*starts, len(drafts)]
    for number, (low, high) in enumerate(pairwise(bounds)):
        made[low] = replace(made[low], kind="title")
        for index in range(low, high):
            made[index] = replace(made[index], article=number)
        inside = drafts[low:high]
        parts.append(
            Part(
                Span(inside[0].span.start, max(draft.span.end for draft in inside)),
                "article",
                inside[-1].lang or lang,
                inside[0].text.strip(),
                _date(inside, lang),
            )
        )
    return made, parts


def _announced(drafts: Sequence[Draft], lang: str) -> list[int]:
    starts: list[int] = []
    for index, draft in enumerate(drafts):
        hit = opening(draft.text, draft.lang or lang)
        if hit is None or hit.pattern.value != "published" or len(draft.text.split()) > 8 or draft.kind == "metadata":
            continue
        for back in range(index - 1, max(index - BEFORE, 0) - 1, -1):
            text = drafts[back].text.strip()
            if len(text.split()) >= 3 and len(text) <= LONGEST_TITLE and not text.endswith("."):
                if not starts or back > starts[-1]:
                    starts.append(back)
                break
    return starts


def _marked(drafts: Sequence[Draft], spans: Sequence[Span]) -> list[int]:
    starts: list[int] = []
    for span in spans:
        inside = [index for index, draft in enumerate(drafts) if span.holds(draft.span)]
        titles = [index for index in inside if drafts[index].kind == "heading"]
        if inside:
            starts.append((titles or inside)[0])
    return sorted(set(starts))


def _date(drafts: Sequence[Draft], lang: str) -> str | None:
    for draft in drafts[: BEHIND + 2]:
        if draft.kind in ("boilerplate", "dateline", "byline") or len(draft.text.split()) <= 8:
            dates = absolute(draft.text, draft.lang or lang)
            if dates:
                return dates[0]
    return None
