"""The articles of a page that holds several, each with its title and date.

An article begins at a title beside a line that dates it (above it, below it, or at the article's end, one way for the
whole page), or where the format marks one; it ends where the next begins. What has no body of its own is a teaser.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from greffier.model.outline import Part
from greffier.model.paper import Paper
from greffier.model.span import Span
from greffier.structure.draft import Draft
from greffier.structure.furniture import opening
from greffier.structure.stamps import DIGIT, opening_date, whole_dates
from greffier.structure.titles import LONGEST_TITLE, dated_title, is_title, title_text

LOWEST = 7  # a heading that has no level
NEAR = 5  # blocks between a title and the line that dates it, at most
SOURCE = 90  # code points of a line of source and date, at most
SOURCE_WORDS = 9  # words of it beside the date
SENTENCE = 5  # words of a sentence, at least
BODY = 60  # code points of a block that is body, at least
TEASER = 5  # how many times longer the one article of a page is than its teasers
PARTS = 2  # paragraphs that no teaser has
ENOUGH = 400  # code points of body that no teaser has


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins, its title, and the place of what dates it."""

    place: int
    title: int
    dated: int | None
    day: str | None = None  # what the format states of it, for machines


def with_articles(paper: Paper, drafts: Sequence[Draft], lang: str) -> tuple[list[Draft], list[Part]]:
    """The drafts with the index of their article, and the articles; none where the page holds one."""
    stamps = [index for index, draft in enumerate(drafts) if _dates(draft, lang)]
    sourced = [i for i, draft in enumerate(drafts) if draft.kind != "metadata" and _source_date(draft, lang)]
    ways = (
        _dated(drafts, stamps, frozenset()),
        _dated(drafts, sorted({*stamps, *sourced}), frozenset(sourced)),
        _dated_in_the_title(drafts, lang),
        _ruled(drafts),
    )
    found = [_with_body(drafts, way) for way in ways]
    starts = _with_body(drafts, _marked(paper, drafts)) or max(found, key=len)
    starts = starts or _with_body(drafts, _first_headings(drafts))
    if not starts:
        return list(drafts), []
    made = list(drafts)
    parts = []
    bounds = [*(start.place for start in starts), len(drafts)]
    for number, (start, (low, high)) in enumerate(zip(starts, pairwise(bounds), strict=True)):
        if not is_body(drafts[start.title]):
            made[start.title] = replace(made[start.title], kind="title")
        for index in range(low, high):
            made[index] = replace(made[index], article=number)
        inside = drafts[low:high]
        first, last = inside[0].span.start, max(draft.span.end for draft in inside if draft.kind != "metadata")
        title = title_text(drafts[start.title], lang)
        parts.append(
            Part(
                Span(first, last),
                "article",
                _language(inside) or lang,
                title,
                _date(drafts, start, high, lang) or start.day,
            )
        )
    return made, parts


def without_asides(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a page of one article: what its main text leaves out is boilerplate, but title, author and date."""
    first = next((index for index, draft in enumerate(drafts) if not draft.aside and is_body(draft)), None)
    made = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.aside and draft.kind not in ("metadata", "boilerplate"):
            head = first is not None and first - 2 * NEAR <= index < first
            if not (head and (draft.kind in ("dateline", "byline") or (draft.kind == "heading" and draft.level == 1))):
                made[index] = replace(draft, kind="boilerplate")
    return made


def is_body(draft: Draft) -> bool:
    """Whether the draft is a paragraph of text."""
    return (
        draft.kind in ("paragraph", "item", "quote", "recital", "request")
        and len(draft.text) >= BODY
        and (draft.text.rstrip(" \"'”’»“)]")[-1:] in ".!?…:;" or len(draft.text) > LONGEST_TITLE)
    )


def _dated(drafts: Sequence[Draft], stamps: Sequence[int], sources: frozenset[int]) -> list[Start]:
    """The articles that lines with a date tell of; `sources` are lines of source and date, which are no titles."""
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for place in stamps:
        above = _title(drafts, range(place - 1, place - NEAR - 1, -1), sources)
        below = _title(drafts, range(place + 1, place + NEAR + 1), sources)
        if above is not None:
            before[place] = above
        if below is not None:
            after[place] = below
    if (len(before), -_apart(before)) >= (len(after), -_apart(after)):
        first: dict[int, int] = {}
        for place, title in before.items():
            first.setdefault(title, place)
        return [Start(title, title, place) for title, place in sorted(first.items())]
    if stamps and stamps[-1] not in after and any(is_body(draft) for draft in drafts[: stamps[0]]):
        return _dated_at_the_end(drafts, stamps)
    return [start for place, title in sorted(after.items()) for start in _of_the_day(drafts, place, title)]


def _of_the_day(drafts: Sequence[Draft], place: int, title: int) -> Iterator[Start]:
    """The article under a date and, where the date is a heading above theirs, the others of that day."""
    yield Start(place, title, place)
    day, level = drafts[place].level, drafts[title].level
    if not 0 < day < level:
        return
    for index in range(title + 1, len(drafts)):
        if drafts[index].kind in ("dateline", "heading") and 0 < drafts[index].level <= day:
            return
        if drafts[index].kind == "heading" and drafts[index].level == level:
            yield Start(index, index, place)


def _apart(titles: Mapping[int, int]) -> float:
    """How many blocks lie between a date and its title, in the middle."""
    return sum(abs(place - title) for place, title in titles.items()) / max(len(titles), 1)


def _dated_at_the_end(drafts: Sequence[Draft], stamps: Sequence[int]) -> list[Start]:
    starts: list[Start] = []
    low = 0
    for place in stamps:
        head = [index for index in range(low, place) if is_title(drafts[index])]
        first = next((index for index in range(low, place) if is_body(drafts[index])), place)
        above = [index for index in head if index < first] or head[:1]
        if above:
            title = min(above, key=lambda index: drafts[index].level or LOWEST)
            starts.append(Start(title, title, place))
        low = place + 1
    return starts


def _dated_in_the_title(drafts: Sequence[Draft], lang: str) -> list[Start]:
    """The articles whose title has a date in its line."""
    found = [
        index
        for index, draft in enumerate(drafts)
        if draft.kind not in ("metadata", "dateline", "note") and dated_title(draft.text, draft.lang, lang) is not None
    ]
    return [Start(index, index, index) for index in found]


def _source_date(draft: Draft, lang: str) -> str | None:
    """The one whole date of a short line that ends no sentence."""
    text = draft.text.strip()
    if len(text) > SOURCE or not DIGIT.search(text) or text.endswith((".", ",", ";", ":")) or not text[:1].isalnum():
        return None
    dates = [dates for known in dict.fromkeys((draft.lang, lang)) if (dates := whole_dates(text, known))]
    if not dates or len(dates[0]) != 1:
        return None
    start, end, date = dates[0][0]
    return date if len(f"{text[:start]} {text[end:]}".split()) <= SOURCE_WORDS else None


def _first_headings(drafts: Sequence[Draft]) -> list[Start]:
    """The articles that headings of the first level begin: a page of one article has one."""
    found = [index for index, draft in enumerate(drafts) if draft.kind == "heading" and draft.level == 1]
    return [Start(index, index, None) for index in found if is_title(drafts[index])]


def _ruled(drafts: Sequence[Draft]) -> list[Start]:
    """The articles between rules, where each begins with a title, headings of one level or lines alike."""
    read = [index for index, draft in enumerate(drafts) if draft.kind not in ("metadata", "dateline", "byline")]
    firsts = [index for index in read if drafts[index].ruled or index == read[0]]
    alike = {drafts[index].level for index in firsts}
    if len(firsts) < 2 or len(alike) > 1 or not all(is_title(drafts[index]) for index in firsts):
        return []
    return [Start(index, index, None) for index in firsts]


def _dates(draft: Draft, lang: str) -> bool:
    if draft.kind == "metadata":
        return False
    if draft.kind == "dateline":
        return True
    hit = opening(draft.text, draft.lang or lang) if len(draft.text) < BODY else None
    if hit is not None and hit.pattern.value == "published" and len(draft.text.split()) <= 3:
        return True
    return (
        draft.kind == "paragraph"
        and len(draft.text) > BODY
        and opening_date(draft.text, draft.lang or lang) is not None
    )


def _title(drafts: Sequence[Draft], places: Iterable[int], sources: frozenset[int]) -> int | None:
    """The title among `places`, up to the first body: a heading before a line that only reads like one."""
    plain: int | None = None
    for index in places:
        if not 0 <= index < len(drafts) or is_body(drafts[index]) or _sentence(drafts[index]):
            break
        if index in sources:
            continue
        if drafts[index].kind in ("heading", "title") and is_title(drafts[index]):
            return index
        if plain is None and is_title(drafts[index]):
            plain = index
    return plain


def _sentence(draft: Draft) -> bool:
    """Whether the draft is a short sentence, which no title, date or author ends with."""
    text = draft.text.rstrip()
    ends = text.rstrip(" \"'”’»“)]").endswith(".")
    return draft.kind == "paragraph" and ends and len(text.split()) >= SENTENCE


def _marked(paper: Paper, drafts: Sequence[Draft]) -> list[Start]:
    """The articles that the format marks, unless one of them is the page's and the others only point to more."""
    starts: list[Start] = []
    for block in paper.blocks:
        if block.kind != "article":
            continue
        inside = [index for index, draft in enumerate(drafts) if block.span.holds(draft.span)]
        head = list(takewhile(lambda index: not is_body(drafts[index]), inside)) or inside
        titles = [index for index in head if drafts[index].kind == "heading" and is_title(drafts[index])]
        titles = sorted(titles, key=lambda index: drafts[index].level or LOWEST) or [
            i for i in head if is_title(drafts[i])
        ]
        if titles:
            first = min(inside[0], titles[0])
            dated = next((index for index in inside if drafts[index].kind == "dateline"), None)
            starts.append(Start(first, titles[0], dated, block.value))
    return starts


def _with_body(drafts: Sequence[Draft], starts: Sequence[Start]) -> list[Start]:
    """The starts of articles that have a body; none unless there are two that weigh alike."""
    kept: list[tuple[int, int, Start]] = []
    bounds = [*(start.place for start in starts), len(drafts)]
    for start, (low, high) in zip(starts, pairwise(bounds), strict=True):
        length = sum(len(draft.text) for draft in drafts[low:high] if is_body(draft))
        if length:
            kept.append((length, sum(is_body(draft) or _sentence(draft) for draft in drafts[low:high]), start))
    if len(kept) < 2:
        return []
    longest = max(length for length, _, _ in kept)
    if sum(length >= ENOUGH or length * TEASER >= longest or parts >= PARTS for length, parts, _ in kept) < 2:
        return []
    return [start for _, _, start in kept]


def _date(drafts: Sequence[Draft], start: Start, high: int, lang: str) -> str | None:
    places: Iterator[int] = iter(
        range(start.place, high) if start.dated is None else (start.dated, *range(start.place, high))
    )
    for index in places:
        draft = drafts[index]
        if draft.kind == "dateline" and draft.value:
            return draft.value
        if index == start.title and (found := dated_title(draft.text, draft.lang, lang)) is not None:
            return found.date
        if index == start.dated and (source := _source_date(draft, lang)) is not None:
            return source
        if start.dated is not None and index > start.dated + NEAR:
            break
        if is_body(draft) and (date := opening_date(draft.text, draft.lang)):
            return date
    return next((date for index in (high - 1, high - 2) if (date := _source_date(drafts[index], lang))), None)


def _language(drafts: Sequence[Draft]) -> str:
    longest = max(drafts, key=lambda draft: len(draft.text) if draft.kind != "metadata" else -1)
    return longest.lang
