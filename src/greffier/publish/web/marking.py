"""A paper's canonical text as HTML: every piece of evidence marked, every name linked, nothing left out.

The text is cut at each border of a mark, so overlapping marks nest in none: each stretch knows all marks it lies in.

>>> said = [Mark(Span(0, 6), "a", "meeting", 1), Mark(Span(3, 9), "b", "office", 2)]
>>> [(run.text, [mark.id for mark in run.marks]) for run in runs("abcdefghi<", said)]
[('abc', ['a']), ('def', ['a', 'b']), ('ghi', ['b']), ('<', [])]
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that entry `id` rests on; `number` is what its line in the margin is numbered."""

    span: Span
    id: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A name in the text, and the page of whom it names."""

    span: Span
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text within which nothing begins or ends."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    link: Link | None = None
    style: str = ""


def runs(
    text: str,
    marks: Iterable[Mark],
    links: Sequence[Link] = (),
    styles: Sequence[tuple[Span, str]] = (),
    within: Span | None = None,
) -> Iterator[Run]:
    """The runs of `text` (or of its stretch `within`), in order."""
    whole = within or Span(0, len(text))
    said = sorted((mark for mark in marks if mark.span.meets(whole)), key=lambda mark: (mark.span, mark.number))
    named = _outermost(link for link in links if link.span.meets(whole))
    spans = [mark.span for mark in said] + [link.span for link in named] + [span for span, _ in styles]
    cuts = {whole.start, whole.end}
    cuts.update(cut for span in spans for cut in (span.start, span.end) if whole.start < cut < whole.end)
    borders = sorted(cuts)
    open_marks: list[Mark] = []
    next_mark = next_link = next_style = 0
    ordered = sorted(styles)
    for start, end in pairwise(borders):
        begun = next_mark
        while next_mark < len(said) and said[next_mark].span.start <= start:
            open_marks.append(said[next_mark])
            next_mark += 1
        while next_link < len(named) and named[next_link].span.end <= start:
            next_link += 1
        while next_style < len(ordered) and ordered[next_style][0].end <= start:
            next_style += 1
        link = named[next_link] if next_link < len(named) and named[next_link].span.start <= start else None
        style = ordered[next_style][1] if next_style < len(ordered) and ordered[next_style][0].start <= start else ""
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        yield Run(
            start,
            text[start:end],
            tuple(open_marks),
            tuple(mark for mark in said[begun:next_mark] if mark.span.end > start),
            tuple(mark for mark in open_marks if mark.span.end == end),
            link,
            style,
        )


def _outermost(links: Iterable[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.span.start, -link.span.end)):
        if not kept or link.span.start >= kept[-1].span.end:
            kept.append(link)
    return kept


def as_html(found: Iterable[Run], *, chosen: str | None = None, anchored: set[str] | None = None) -> Markup:
    """Runs as HTML: `<mark>` for evidence, its number behind it, an anchor `q-ID` where an entry's first mark begins.

    `chosen` is the entry to bring out; `anchored` collects the entries that have their anchor already.
    """
    there = set() if anchored is None else anchored
    out: list[str] = []
    for run in found:
        for mark in run.begins:
            if mark.id not in there:
                there.add(mark.id)
                out.append(f'<span class="anchor" id="q-{escape(mark.id)}" tabindex="-1"></span>')
        body = str(escape(run.text))
        if run.link:
            body = f'<a class="name {escape(run.link.kind)}" href="{escape(run.link.address)}">{body}</a>'
        if run.marks:
            inner = min(run.marks, key=lambda mark: mark.span.end - mark.span.start)
            depth = min(len(run.marks), 3)
            bright = " chosen" if chosen and any(mark.id == chosen for mark in run.marks) else ""
            body = f'<mark class="{escape(inner.kind)} deep-{depth}{bright}">{body}</mark>'
        if run.style:
            body = f'<span class="{escape(run.style)}">{body}</span>'
        out.append(body)
        out.extend(
            f'<a class="ref {escape(mark.kind)}" href="#e-{escape(mark.id)}"'
            f' aria-label="entry {mark.number}, {escape(mark.kind)}">{mark.number}</a>'
            for mark in sorted(run.ends, key=lambda mark: mark.number)
        )
    return Markup("".join(out))  # every part above is escaped
