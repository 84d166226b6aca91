"""Lines that date what stands beside them: "Published on 3 March 2021 | 2 min read", "By A. Name, 3 March 2021".

A stamp is a short line of a date and little else: words of furniture, a time, a name. Its date is that of publication;
a line that tells of a later change dates nothing.

>>> stamp("Published on 3 March 2021, 14:05", "en")
Stamp(date='2021-03-03')
>>> stamp("Updated 4 March 2021", "en")
Stamp(date=None)
>>> stamp("Minister Ada Brandt said on 3 March 2021 in the", "en") is None
True
>>> stamp("The minister came on 3 March 2021 with two of her colleagues", "en") is None
True
"""

import re
from dataclasses import dataclass

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.text.dates import find_dates

LONGEST = 110  # code points of a stamp
LEADING = re.compile(r"\s*(?:\[[^\[\]]*\d[^\[\]]*\]|\([^()]*\d[^()]*\))\s*\w")
BRACKETED = 3  # words behind a date in brackets that make a title of the line
REST = 4  # words beside date and furniture, at most: a name, a place
BESIDE = frozenset({"published", "updated", "byline", "count", "share", "caption"})  # furniture that a stamp may hold
LINK = 3  # letters of a small word that joins: at, den, kl, le
TIME = re.compile(
    r"\b\d{1,2}\s?[:.h]\s?\d{2}\b(?:\s?(?:uhr|uur|u|h|hrs|am|pm|msk|мск|cet|gmt|utc)\b\.?)?", re.IGNORECASE
)
COUNT = re.compile(r"\b\d{1,3}\b")
LATIN = re.compile("[a-z]{3}")
WORD = re.compile(r"[^\W\d_][\w’'.-]*")
DIGIT = re.compile(r"\d")
OPENING = re.compile(r".{4,70}?\s?[–—-]{1,2}\s")  # what stands before an agency's report


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that dates; its EDTF date, None where it states no whole day or that of a change."""

    date: str | None


def stamp(text: str, lang: str) -> Stamp | None:
    """The stamp that `text` is, or None."""
    bracketed = LEADING.match(text) is not None
    text = text.strip(" *_[]()|\t\n")
    if len(text) > LONGEST or not DIGIT.search(text) or text.endswith((",", ";", ":")):
        return None
    dates = whole_dates(text, lang)
    if not dates:
        return None
    lower = lowered(text)
    found = load_lexicon(lang).patterns("furniture").find(text, lower)
    hits = [hit for hit in found if hit.pattern.value in BESIDE]
    rest = list(text)
    written = [(start, end) for start, end, _ in dates] + [(hit.start, hit.end) for hit in hits]
    for start, end in (*written, *((date.start, date.end) for date in find_dates(text, lang, lower))):
        rest[start:end] = " " * (end - start)
    bare = COUNT.sub(" ", TIME.sub(" ", "".join(rest)))
    words = WORD.findall(bare)
    if words and words[-1].islower() and bare.endswith(words[-1]):
        return None  # a line of running text that breaks before its next word
    named = any(hit.pattern.value == "byline" for hit in hits)
    words = [word for word in words if len(word) > LINK or word[:1].isupper()]
    small = sum(word[:1].islower() for word in words)
    if bracketed and len(words) >= BRACKETED and (not named or text.isupper()):
        return None  # a date set apart from a title
    if len(words) > REST + named or small > bool(hits) or (words and text.endswith(".") and small):
        return None
    if len(dates) > 1 + any(hit.pattern.value == "updated" for hit in hits):
        return None
    changed = min((hit.start for hit in hits if hit.pattern.value == "updated"), default=len(text))
    return Stamp(next((edtf for start, _, edtf in dates if start < changed), None))


def opening_date(text: str, lang: str) -> str | None:
    """The date with which a report opens ("OSLO, 3 March 2021 – The minister"), or None."""
    match = OPENING.match(text)
    if match is None or not DIGIT.search(match.group()):
        return None
    found = stamp(text[: match.end()].rstrip(" –—-"), lang)
    return found.date if found else None


def whole_dates(text: str, lang: str) -> list[tuple[int, int, str]]:
    """The dates of `text` that are whole days, in its language or in English: start, end, EDTF."""
    found: list[tuple[int, int, str]] = []
    langs = (lang,) if lang == "en" or not LATIN.search(text) else (lang, "en")
    for date in (date for known in langs for date in find_dates(text, known)):
        if not date.relative and len(date.edtf) == 10 and not any(date.start < end for _, end, _ in found):
            found.append((date.start, date.end, date.edtf))
    return sorted(found)
