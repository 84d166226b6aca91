"""Titles: blocks that read like one, what of them is the title, the date that stands in the same line.

>>> dated_title("14.09.2021: Envoy received in the town hall", "en")
DatedTitle(title='Envoy received in the town hall', date='2021-09-14', end=43)
>>> dated_title("Envoy received in the town hall (Herald, 14 September 2021)", "en").date
'2021-09-14'
>>> dated_title("The envoy was received on 14 September 2021", "en") is None
True
"""

import re
from dataclasses import dataclass

from greffier.structure.draft import Draft
from greffier.structure.furniture import opening
from greffier.structure.stamps import DIGIT, TIME, stamp, whole_dates

LONGEST_TITLE = 200  # code points
WORDS = 2  # of a heading, at least; a line that is none needs one more
NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]\s+|\[\d{1,4}\]\s*|[-*+•·▪◦‣–—>#]+\s+)")
QUOTED = re.compile(r": ?[\"'“”«„]")  # a name and its words, as headlines quote
AROUND = " \t\n,;:|–—-()[]*_/·•"
CLOCK = re.compile(rf",?\s*(?:[^\W\d_]{{1,3}}\.?\s+)?{TIME.pattern}", re.IGNORECASE)
BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{8,80})[)\]]")
CAPTIONS = frozenset({"byline", "caption", "count"})


@dataclass(frozen=True, slots=True)
class DatedTitle:
    """A title and the date in the same line or, in brackets, before its text; `end` is where that text begins."""

    title: str
    date: str
    end: int


def is_title(draft: Draft) -> bool:
    """Whether the draft reads like a title: a short line that ends no sentence and is no furniture."""
    text = draft.text.strip()
    if draft.kind == "title":
        return True
    if draft.kind not in ("heading", "paragraph", "link", "boilerplate", "item") or len(text) > LONGEST_TITLE:
        return False
    words = text.split()
    if len(words) < WORDS + (draft.kind != "heading") or text.endswith((".", ",", ";", ":")):
        return False
    hit = opening(text, draft.lang) if draft.kind != "heading" and not QUOTED.search(text) else None
    if hit is not None and hit.pattern.value == "byline" and text[hit.end :].lstrip(" :")[:1].islower():
        hit = None  # a small word that opens a sentence, as the one for "by" may
    if hit is not None and hit.pattern.value != "title" and (hit.pattern.value in CAPTIONS or len(words) <= 4):
        return False
    return draft.kind != "boilerplate" or draft.linked


def title_text(draft: Draft, lang: str) -> str:
    """The title in a draft, the paper being in `lang`: without number, "Title:" before it, date beside it."""
    text = draft.text.strip()
    if (found := dated_title(text, draft.lang, lang)) is not None:
        text = found.title
    if (mark := NUMBERED.match(text)) is not None and mark.end() < len(text):
        text = text[mark.end() :]
    hit = opening(text, draft.lang)
    if hit is not None and hit.pattern.value == "title" and text[hit.end :].lstrip()[:1] == ":":
        text = text[hit.end :].lstrip(" :")
    return text.strip()


def dated_title(text: str, *langs: str) -> DatedTitle | None:
    """The title and date of a line that holds both, set apart by a mark; or of a paragraph that opens with them.

    The date is read in the first of `langs` that knows it: a line so short may be taken for the wrong language.
    """
    if not DIGIT.search(text[: LONGEST_TITLE + 100]):
        return None
    return next((found for lang in dict.fromkeys(langs) if (found := _dated_title(text, lang)) is not None), None)


def _dated_title(text: str, lang: str) -> DatedTitle | None:
    head = text[: LONGEST_TITLE + 100]
    if (found := _bracketed(text, head, lang)) is not None:
        return found
    if len(text) > LONGEST_TITLE + 40 or text.rstrip().endswith((".", ",", ";")):
        return None
    dates = whole_dates(text, lang)
    if len(dates) != 1:
        return None
    start, end, date = dates[0]
    clock = CLOCK.match(text, end)
    end = clock.end() if clock else end
    before, behind = text[:start].strip(AROUND), text[end:]
    if (
        (not before or stamp(text[:end], lang) is not None)
        and behind[:1] in set(AROUND)
        and len(behind.split()) > WORDS
    ):
        return DatedTitle(behind.strip(AROUND), date, len(text))
    # a place or a source before the date: "Title – Oslo, 14 September 2021"
    cut = max(before.rfind(" – "), before.rfind(" — "), before.rfind(" - "), before.rfind(" | "))
    if cut > 0 and stamp(text[cut + 3 :], lang) is not None and len(before[:cut].split()) > WORDS:
        return DatedTitle(before[:cut].strip(AROUND), date, len(text))
    if not behind.strip(AROUND) and text[:start].rstrip()[-1:] in set(AROUND) and len(before.split()) > WORDS:
        return DatedTitle(before, date, len(text))
    return None


def _bracketed(text: str, head: str, lang: str) -> DatedTitle | None:
    for match in BRACKET.finditer(head):
        found = stamp(match["inside"], lang) if DIGIT.search(match["inside"]) else None
        if found is None or found.date is None:
            continue
        number = NUMBERED.match(text)
        begin = number.end() if number and number.end() < match.start() else 0
        before, behind = text[begin : match.start()].strip(AROUND), text[match.end() :].strip()
        if not before and len(behind.split()) > WORDS and len(behind) <= LONGEST_TITLE and behind[-1:] not in ".,;":
            return DatedTitle(behind.strip(AROUND), found.date, len(text))
        if len(before.split()) > WORDS and ". " not in before and (not behind or match.end() < LONGEST_TITLE):
            return DatedTitle(before, found.date, match.end() if behind else len(text))
        return None
    return None
