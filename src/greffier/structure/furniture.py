"""Page furniture told from text: share buttons, advertisements, menus, notices, related links.

Only short blocks are furniture by their words (`furniture.toml`); a block that is only a link is furniture unless it
is a date or a name behind "by".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import Hit, lowered
from greffier.structure.draft import Draft
from greffier.structure.stamps import DIGIT, LONGEST, stamp, whole_dates

BYLINE = 30  # code points of a word that announces an author ("Written by:") on a line of its own, at most
SHORT = 9  # words of a block that can be furniture by its words
LONG, WORDLESS = 200, 40  # code points of a block, and for each of its words, beyond which it is data, not text
DROPPED = frozenset({"ad", "share", "readmore", "site"})
BARE = re.compile(r"[\W\d_]*$|https?://\S+$|www\.\S+$")
NOTICE = re.compile(r"^\W*(?:©|\(c\)\s)|^\*\d+\*$|ISSN\b")
DATE_HEADING = 40  # code points of a heading that is a date
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def with_furniture(drafts: Sequence[Draft], lang: str) -> list[Draft]:
    """The drafts with each one's kind, as far as its words tell: boilerplate, byline, dateline or what it was."""
    made: list[Draft] = []
    byline = False
    for draft in drafts:
        made.append(_judged(draft, draft.lang or lang, lang, byline))
        hit = opening(draft.text, draft.lang or lang) if len(draft.text) <= BYLINE else None
        byline = hit is not None and hit.pattern.value == "byline" and hit.end >= len(draft.text.strip(" :")) - 1
    return made


def _words_beside(text: str, date: tuple[int, int, str]) -> bool:
    """Whether more than a weekday stands beside a date."""
    return len(re.findall(r"[^\W\d_]+", text[: date[0]])) > 1 or bool(re.search(r"\w", text[date[1] :]))


def _only_furniture(text: str, lang: str) -> bool:
    """Whether `text` is nothing but words of furniture in a row, as the foot of a page leaves them."""
    hits = [h for h in load_lexicon(lang).patterns("furniture").find(text, lowered(text)) if h.pattern.value in DROPPED]
    return len(hits) > 1 and sum(hit.end - hit.start for hit in hits) + len(hits) >= len(text)


def opening(text: str, lang: str) -> Hit | None:
    """The furniture word that `text` begins with, if it does."""
    head = text[:80]
    for hit in load_lexicon(lang).patterns("furniture").find(head, lowered(head)):
        return hit if not head[: hit.start].strip(" *•|>[(") else None
    return None


def _judged(draft: Draft, lang: str, main: str, byline: bool) -> Draft:
    linked = draft.kind == "link"
    if draft.kind not in ("metadata", "boilerplate", "heading", "title") and len(draft.text) <= LONGEST:
        day = ISO_DAY.match(draft.value or "")
        dated = stamp(draft.text, lang) or (stamp(draft.text, main) if main != lang else None)
        if dated is not None or day:
            return replace(draft, kind="dateline", value=(dated.date if dated else None) or (day and day.group()))
    if draft.kind == "heading" and draft.level and DIGIT.search(draft.text) and len(draft.text) <= DATE_HEADING:
        found = whole_dates(draft.text, lang) or whole_dates(draft.text, main)
        if len(found) == 1 and not _words_beside(draft.text, found[0]):
            return replace(draft, kind="dateline", value=found[0][2])
    kind = _kind(draft, lang, byline)
    return draft if kind == draft.kind and not linked else replace(draft, kind=kind, linked=linked, value=None)


def _kind(draft: Draft, lang: str, byline: bool) -> str:
    if draft.kind in ("metadata", "boilerplate"):
        return draft.kind
    text = draft.text.strip()
    words = text.split()
    if len(text) > LONG and len(text) > WORDLESS * len(words):
        return "boilerplate"
    if BARE.match(text) or NOTICE.search(text):
        return "boilerplate"
    if len(words) > SHORT:
        return "paragraph" if draft.kind == "link" else draft.kind
    if byline and len(words) <= 5:
        return "byline"
    if _only_furniture(text, lang):
        return "boilerplate"
    hit = opening(text, lang)
    value = hit.pattern.value if hit else ""
    if value in DROPPED and (draft.kind == "link" or len(words) <= 2 or (hit and hit.end >= len(text) * 0.5)):
        return "boilerplate"
    if value == "caption" and hit and text[hit.end :].lstrip()[:1] in (":", "©", "/", "|"):
        return "note"
    if value in ("published", "updated") and len(words) <= 3:
        return "boilerplate"
    if value == "byline" and hit and 2 <= len(words) <= 7 and text[hit.end :].lstrip(" :")[:1].isupper():
        return "byline" if draft.kind in ("paragraph", "link") and not text.endswith(".") else draft.kind
    return "boilerplate" if draft.kind == "link" else draft.kind
