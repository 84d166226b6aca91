"""What a paper says of itself: title, publisher, date of publication, kind."""

from collections.abc import Sequence

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.paper import Paper
from greffier.structure.draft import Draft
from greffier.structure.front_matter import FrontMatter
from greffier.structure.furniture import opening
from greffier.structure.stamps import opening_date, whole_dates
from greffier.structure.titles import is_title, title_text

TITLE_KEYS = ("title",)
PUBLISHER_KEYS = ("publication", "publisher", "site", "source")
DATE_KEYS = ("published", "date", "pubdate", "publish_date", "datepublished")
LONGEST_TITLE = 250  # code points
SHORT = 160  # code points of a block near the beginning whose only date is the paper's
NEAR_EDGE = 6  # blocks from the paper's beginning or end where its date may stand alone


def title(paper: Paper, matter: FrontMatter, drafts: Sequence[Draft]) -> str | None:
    """The title: of front matter, of the format, the first heading, or a first line that ends like one."""
    stated = matter.first(paper.text, *TITLE_KEYS)
    heads = [draft for draft in drafts if draft.kind == "heading" and draft.level == 1] if paper.blocks else []
    if not stated and len(heads) == 1 and len(heads[0].text.split()) > 2:  # what a page shows, before what it says
        return heads[0].text.strip()
    stated = stated or paper.metadata.title
    if stated:
        return stated
    for draft in drafts[:NEAR_EDGE]:
        if draft.kind == "heading" and len(draft.text) <= LONGEST_TITLE:
            return draft.text.strip()
    first = next((draft for draft in drafts if draft.kind not in ("metadata", "boilerplate", "dateline")), None)
    return title_text(first, first.lang) if first is not None and is_title(first) else None


def publisher(paper: Paper, matter: FrontMatter) -> str | None:
    """Who published the paper, where it says so."""
    stated = matter.first(paper.text, *PUBLISHER_KEYS) or paper.metadata.publisher
    return stated.strip("[]'\" ") if stated else None


def published(paper: Paper, matter: FrontMatter, drafts: Sequence[Draft], lang: str) -> str | None:
    """The EDTF date of publication: stated by front matter or format, after a word for it, or alone on a line."""
    for stated in (matter.first(paper.text, *DATE_KEYS), paper.metadata.published):
        if stated and (dates := absolute(stated, lang)):
            return dates[0]
    read = [draft for draft in drafts if draft.kind != "metadata"]
    for draft in read:
        hit = opening(draft.text, draft.lang or lang)
        if hit and hit.pattern.value == "published" and (dates := absolute(draft.text[:80], draft.lang or lang)):
            return dates[0]
    read = [draft for draft in read if draft.kind != "boilerplate"]
    for draft in (*read[:NEAR_EDGE], *read[: -NEAR_EDGE - 1 : -1]):
        if draft.kind == "dateline" and draft.value:
            return draft.value
    for draft in read[:NEAR_EDGE]:
        if draft.kind in ("paragraph", "heading") and (date := opening_date(draft.text, draft.lang or lang)):
            return date
    for draft in read[: 2 * NEAR_EDGE]:
        dates = absolute(draft.text, draft.lang or lang) if len(draft.text) <= SHORT else []
        if len(set(dates)) == 1:
            return dates[0]
    return None


def absolute(text: str, lang: str) -> list[str]:
    """The EDTF dates of `text` that are whole days."""
    return [edtf for _, _, edtf in whole_dates(text, lang)]


def kind(paper: Paper, heading: str | None, drafts: Sequence[Draft]) -> str:
    """The kind of paper, as the exchange format has it, by its provisions and the words of its head (`papers.toml`)."""
    if any(draft.kind in ("recital", "request") for draft in drafts):
        return "resolution"
    texts = [(heading or "", "")] + [
        (draft.text[:300], draft.lang) for draft in drafts[:8] if draft.kind != "boilerplate"
    ]
    for text, lang in texts:
        for hit in load_lexicon(lang or _main(drafts)).patterns("papers").find(text, lowered(text)):
            return hit.pattern.value
    return "article" if "html" in paper.media else "press"


def _main(drafts: Sequence[Draft]) -> str:
    return next((draft.lang for draft in drafts if draft.lang), "en")
