"""Paragraphs that the file broke, put together again; two language versions of one text told apart.

A page set in two columns comes out of a file one column after the other, each broken where the page ends, mid-sentence
or mid-word. A paragraph that does not end goes on in the next block of its own language.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from greffier.model.span import Span
from greffier.structure.draft import Draft
from greffier.text.cleaning import joined

FULL_LINE = 60  # code points of a line that was broken only because it was full
WHOLE = 200  # code points of a block that is more than a line
ENDS = tuple(".!?…:;")
CLOSERS = "\"'”’»“)]"
BILINGUAL = 0.3  # share of the text that each of two versions has at least
LONG = 80  # code points of a block that counts for that share


def bilingual(drafts: Sequence[Draft]) -> tuple[str, str] | None:
    """The two languages of a paper that holds one text in both, in order of appearance; None of any other paper."""
    weight: Counter[str] = Counter()
    order: list[str] = []
    for draft in drafts:
        if draft.kind not in ("metadata", "boilerplate") and len(draft.text) >= LONG and draft.sure >= 0.3:
            weight[draft.lang] += len(draft.text)
            if draft.lang not in order:
                order.append(draft.lang)
    if len(weight) < 2:
        return None
    (first, most), (second, less) = weight.most_common(2)
    if less < BILINGUAL * (most + less):
        return None
    return (first, second) if order.index(first) < order.index(second) else (second, first)


def mended(drafts: Sequence[Draft], pair: tuple[str, str] | None, opens: Sequence[bool]) -> list[Draft]:
    """The drafts with broken paragraphs joined; `opens` says of each whether it opens something of its own."""
    loose = _line_by_line(drafts)
    made: list[Draft] = []
    last: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        key = draft.lang if pair else ""
        place = last.get(key)
        beside = place is not None and (pair is not None or _only_pages(made[place + 1 :]) or _cut(made[place], draft))
        if (
            place is not None
            and beside
            and not opens[index]
            and _goes_on(made[place], draft, loose or pair is not None)
        ):
            made[place] = _together(made[place], draft, jump=place != len(made) - 1)
            continue
        made.append(draft)
        if draft.kind in ("paragraph", "item"):
            last[key] = len(made) - 1
        elif draft.kind in ("heading", "metadata") and draft.lang == key:
            last.pop(key, None)
    return made


def with_versions(drafts: Sequence[Draft], pair: tuple[str, str] | None) -> list[Draft]:
    """The drafts of a bilingual paper with the number of their version; others as they are."""
    if pair is None:
        return list(drafts)
    number = {pair[0]: 0, pair[1]: 1}
    return [replace(draft, version=number.get(draft.lang)) if draft.kind != "metadata" else draft for draft in drafts]


def _line_by_line(drafts: Sequence[Draft]) -> bool:
    """Whether the file sets every line apart: most full lines end without ending a sentence, and few are longer."""
    full = [draft for draft in drafts if draft.kind in ("paragraph", "item") and len(draft.text) >= FULL_LINE]
    open_ended = sum(not ended(draft.text) for draft in full)
    whole = sum(len(draft.text) >= WHOLE for draft in full)  # a title or two among these break no line
    return len(full) >= 3 and open_ended * 3 >= len(full) and open_ended >= whole


def ended(text: str) -> bool:
    """Whether `text` ends a sentence or clause."""
    return text.rstrip().rstrip(CLOSERS).endswith(ENDS)


def _only_pages(between: Sequence[Draft]) -> bool:
    """Whether nothing but furniture stands between, or nothing at all."""
    return all(draft.kind == "boilerplate" for draft in between)


def _cut(first: Draft, second: Draft) -> bool:
    """Whether furniture stands in the middle of a paragraph: a long one left open, going on with a small letter."""
    return len(first.text) >= 3 * FULL_LINE and len(second.text) >= FULL_LINE and second.text[:1].islower()


def _goes_on(first: Draft, second: Draft, loose: bool) -> bool:
    if first.kind not in ("paragraph", "item") or second.kind != "paragraph" or ended(first.text):
        return False
    if first.aside != second.aside:
        return False
    start = second.text.lstrip('(«“"')[:1]
    full = FULL_LINE // 2 if loose and start.islower() else FULL_LINE
    if len(first.text) < full and not first.text.endswith("-"):
        return False
    if start.islower() or first.text.endswith("-"):
        return True
    return loose and len(second.text) >= 4 and second.text.upper() != second.text


def _together(first: Draft, second: Draft, *, jump: bool) -> Draft:
    return replace(
        first,
        span=Span(first.span.start, max(first.span.end, second.span.end)),
        cleaned=joined(first.cleaned, second.cleaned, jump=jump),
    )
