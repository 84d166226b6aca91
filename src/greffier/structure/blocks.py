"""The blocks of a text that no format marks: paragraphs, headings, items, furniture of Markdown.

A paragraph ends at a blank line, at a heading or bullet, at the next number of a numbered list, at a page's end (a form
feed, or a line that begins with one space where the others do not), and, in a resolution, before a line that opens a
provision. A line of `heads` (`greffier.structure.running_heads`) is furniture by itself and ends nothing but the line
before.
"""

import re
from collections.abc import Callable, Container, Iterator

from greffier.model.span import Span

LINE = re.compile(r"[^\n\f]*(?:\n|\f|$)")
ITEM = re.compile(r"[ \t]*(?:[-*+•·▪◦‣–—]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+)")
NUMBERED = re.compile(r"[ \t]*\(?(\d{1,3})[.)]\s+\S")
BULLET = re.compile(r"[ \t]*[-*+•·▪◦‣]\s+")
HEADING = re.compile(r"[ \t]{0,3}(#{1,6})\s+\S")
RULE = re.compile(r"[ \t]*(?:(?:[-=_*~+•·–—§]\s*){3,}|(?:#[ \t]*){3,}|[❦❧⁂])$")
COUNTED = re.compile(r"\W*(?:[^\W\d_]+\W{1,2})?(\d{1,3})\s*(?:/|[^\W\d_]{1,4})\s*(\d{1,3})\W*$")
ONLY_LINK = re.compile(r"[ \t]*(?:[*+-]\s+)?!?\[[^\]\n]*\]\([^\n]*\)[ \t]*$")
TAG_LINE = re.compile(r"[ \t]*(?:</?[a-zA-Z!][^<>]*>\s*)+$|[ \t]*<!--.*-->[ \t]*$|[ \t]*\{:[^{}]*\}[ \t]*$")
CODE_OPEN = re.compile(r"[ \t]*<(style|script)\b", re.IGNORECASE)
LONGEST_LINE = 160  # code points of a line that a program broke, at most
NEAR_WIDTH = 0.8  # of the longest lines: what a program broke has most lines near its width
UNEVEN = 0.25  # share of such lines below which nothing was broken
SEVERAL = 12  # lines that tell
LONGEST_COUNT = 40  # code points of a line that counts
FULL_LINE = 90
LONGEST_TITLE = 200
PAGE_START = re.compile(r" \S")


def blocks(
    text: str, start: int, opens: Callable[[str], bool], dates: Callable[[str], bool], heads: Container[int] = ()
) -> Iterator[tuple[Span, str, int, bool]]:
    """Yield span, kind, level and tightness of each block of `text` from `start` on, in order.

    `opens` tells whether a line opens a provision, `dates` whether it is one that dates what stands beside it; `heads`
    are where running heads begin.
    """
    spaced = _mostly_unindented(text, start)
    counted = _counted(text, start)
    lined = _a_line_a_paragraph(text, start)
    begin: int | None = None
    kind, tight = "paragraph", False
    end = start
    closing = ""

    def close(upto: int) -> Iterator[tuple[Span, str, int, bool]]:
        span = _stripped(text, begin or 0, upto)
        if begin is not None and span.start < span.end:
            yield span, kind, 0, tight

    for match in LINE.finditer(text, start):
        line = match.group()
        bare = line.rstrip("\n\f\r")
        if match.start() == match.end():
            break
        if closing:
            end = match.end()
            if closing in bare.lower():
                closing = ""
            continue
        if match.start() in heads:
            yield from close(end)
            yield _stripped(text, match.start(), match.end()), "boilerplate", 0, False
            begin, tight, end = None, False, match.end()
            continue
        dated = dates(bare) and (begin is None or _apart(text, begin, end))
        if code := CODE_OPEN.match(bare):
            yield from close(end)
            begin = None
            closing = "" if f"</{code.group(1).lower()}" in bare.lower() else f"</{code.group(1).lower()}"
            end = match.end()
            continue
        heading = HEADING.match(bare)
        breaks = (
            not bare.strip()
            or heading is not None
            or RULE.match(bare) is not None
            or match.start() in counted
            or TAG_LINE.match(bare) is not None
            or ONLY_LINK.match(bare) is not None
        )
        page = spaced and PAGE_START.match(bare) is not None
        new = BULLET.match(bare) is not None or (
            begin is not None and (_next_number(text, begin, bare) or (opens(bare) and _ended(text, begin, end)))
        )
        if breaks:
            if RULE.match(bare) and begin is not None and kind == "paragraph" and "\n" not in text[begin:end].strip():
                kind = "heading"  # a line underlined, as Markdown sets a heading
            yield from close(end)
            if begin is None and (RULE.match(bare) or match.start() in counted):
                yield Span(match.start(), match.start() + len(bare)), "rule", 0, False
            begin, tight = None, False
            if heading:
                yield (
                    _stripped(text, match.start() + heading.end(1), match.end()),
                    "heading",
                    len(heading.group(1)),
                    False,
                )
            elif ONLY_LINK.match(bare):
                yield _stripped(text, match.start(), match.end()), "link", 0, False
        elif begin is None:
            begin, kind, tight = match.start(), "item" if ITEM.match(bare) else "paragraph", False
        elif new or page or dated or lined:
            yield from close(end)
            begin, kind, tight = match.start(), "item" if ITEM.match(bare) else "paragraph", not page
        if dated and begin is not None:
            yield from close(match.end())
            begin, tight = None, False
        end = match.end()
        if line.endswith("\f") or bare.endswith("\\"):  # a page's end, or a line's end that Markdown keeps
            yield from close(end)
            begin, tight = None, False
    yield from close(end)


def _counted(text: str, start: int) -> frozenset[int]:
    """Where lines begin that count the papers of a collection ("Document 2 of 5", "3/7"), where they count them all.

    >>> sorted(_counted("1/2\\nOne.\\n\\n2/2\\nTwo.\\n", 0)), sorted(_counted("1/2\\nOne half.\\n", 0))
    ([0, 10], [])
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for line in LINE.finditer(text, start):
        match = COUNTED.match(line.group().rstrip()) if len(line.group()) <= LONGEST_COUNT else None
        if match:
            found.setdefault(match[2], []).append((int(match[1]), line.start()))
    return frozenset(
        place
        for total, lines in found.items()
        if len(lines) > 1 and [number for number, _ in lines] == list(range(1, int(total) + 1))
        for _, place in lines
    )


def _next_number(text: str, begin: int, line: str) -> bool:
    """Whether `line` has the number after that of the block that begins at `begin`."""
    before, here = NUMBERED.match(text, begin), NUMBERED.match(line)
    return before is not None and here is not None and int(here[1]) == int(before[1]) + 1


def _ended(text: str, begin: int, end: int) -> bool:
    """Whether what stands before ends a clause, so that a new provision may open."""
    return text[begin:end].rstrip()[-1:] in (",", ";", ":", ".")


def _apart(text: str, begin: int, end: int) -> bool:
    """Whether what stands before is a title or ends a sentence, so that a date below it is no part of a sentence."""
    before = text[begin:end].rstrip()
    return ("\n" not in before and len(before) <= LONGEST_TITLE and before[-1:] not in ",;") or before[-1:] in ".!?…"


def _a_line_a_paragraph(text: str, start: int) -> bool:
    """Whether every line is a paragraph: they are too long to have been broken, or long and end their sentences."""
    lines = [line.rstrip() for line in text[start:].splitlines() if line.strip()]
    longest = sorted(map(len, lines))[-2:]
    set_apart = "\n\n" in text[start:].strip().replace("\r", "")
    if longest[:1] < [LONGEST_LINE * 3 // 4 if set_apart else FULL_LINE]:
        return False
    long = [len(line) for line in lines if len(line) > LONGEST_LINE]
    full = [line.rstrip("\"'”’»“)]")[-1:] in ".!?…:;" for line in lines if len(line) >= 60]
    near = sum(len(line) >= NEAR_WIDTH * longest[0] for line in lines)
    return (
        (len(long) > 1 and sum(long) * 2 > sum(map(len, lines)))
        or sum(full) * 5 > len(full) * 4
        or (len(lines) >= SEVERAL and near < UNEVEN * len(lines))
    )


def _mostly_unindented(text: str, start: int) -> bool:
    lines = [line for line in text[start:].split("\n") if line.strip()]
    return sum(line[:1] == " " for line in lines) * 8 < len(lines)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == "\f"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
