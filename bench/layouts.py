"""How well papers set in columns are read: python -m bench.layouts [--cases 200] [--aside] [--single 500]

Invented proposals and reports are set by typst and LibreOffice and read again. Printed are the share of set lines that
are followed by the line that a person reads next, F1 of provisions (kind, label, version and every letter),
single-column pages that were split, pages per CPU-second and the largest memory. `--aside` measures the layouts that
the rules were not tuned on.
"""

import argparse
import random
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from bench.invented import Element, Pen
from bench.typesetting import Style, odt, office, one_text, two_versions

from greffier.model.paper import Paper
from greffier.read.formats import read
from greffier.structure.outline import outline

FONTS = ("Libertinus Serif", "New Computer Modern", "Liberation Serif", "Liberation Sans", "DejaVu Serif")
ASIDE_FONTS = ("DejaVu Sans", "Liberation Mono", "Libertinus Serif", "Liberation Sans")
PAIRS = (("nl", "fr"), ("fr", "nl"), ("en", "ru"), ("de", "fr"), ("ru", "en"))
ASIDE_PAIRS = (("es", "en"), ("de", "nl"), ("fr", "en"), ("nl", "ru"))
LETTERS = re.compile(r"[\W_|]+")
RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SHORT = 8  # letters of a line that only its neighbours can place
NOTE_NUMBER = re.compile(r"^\d+")


@dataclass(frozen=True)
class Case:
    """A paper, set, and what a person reads in it: texts one after the other, provisions."""

    name: str
    data: bytes
    streams: tuple[str, ...]
    provisions: tuple[tuple[str, str, int, str], ...]
    single: bool
    head: str = ""


def folded(text: str) -> str:
    """The letters and figures of `text` alone."""
    return LETTERS.sub("", text.translate(RAISED)).lower()


def _streams(elements: Sequence[Element]) -> list[str]:
    body = "".join(
        folded(element.text) if element.kind != "table" else "".join(folded("".join(row)) for row in element.rows)
        for element in elements
    )
    return [body, *(folded(element.note) for element in elements if element.note)]


def _provisions(elements: Sequence[Element], version: int) -> Iterator[tuple[str, str, int, str]]:
    for element in elements:
        if element.kind in ("recital", "request"):
            yield element.kind, element.label, version, folded(element.text)


def style_of(rng: random.Random, *, aside: bool) -> Style:
    """A style drawn at random, from ranges that `aside` papers have to themselves."""
    size = rng.choice((8.5, 9, 10, 11, 12)) if not aside else rng.choice((7.5, 9.5, 10.5, 13))
    return Style(
        gutter=rng.choice((0.3, 0.4, 0.5, 0.8, 1.0, 1.5)) if not aside else rng.choice((0.35, 0.45, 0.6, 1.2)),
        size=size,
        font=rng.choice(ASIDE_FONTS if aside else FONTS),
        justify=rng.random() < 0.6,
        hyphenate=rng.random() < 0.7,
        indent=rng.choice((0, 0, 12, 18)) if not aside else rng.choice((0, 9, 24)),
        spacing=rng.choice((0.5, 0.65, 0.9)) if not aside else rng.choice((0.55, 0.75, 1.1)),
        gap=rng.choice((1.2, 1.5, 2.0)) if not aside else rng.choice((1.1, 1.35, 1.8)),
        hanging=rng.choice((0, 12, 18)),
        head=rng.choice(("", "DOC 12 1234/001", "Kestria Review – 2021"))
        if not aside
        else rng.choice(("", "K 77/3", "§ Valdor §")),
        numbers=rng.random() < 0.8,
        stream=rng.choice(("set", "rows")),
    )


def papers(number: int, *, aside: bool) -> Iterator[Case]:
    """Papers of every sort, set by typst."""
    for index in range(number):
        rng = random.Random(f"{'last aside' if aside else 'tuned'} {index}")
        style = style_of(rng, aside=aside)
        size = rng.choice((2, 4, 6, 10, 14)) if index % 10 else 40
        sort = index % 4
        if sort in (0, 1):
            langs = rng.choice(ASIDE_PAIRS if aside else PAIRS)
            labels, dashes, notes = rng.random() < 0.5, rng.random() < 0.5, rng.choice((0.0, 0.0, 0.1))
            sides = [
                list(Pen(1000 * index + place, lang).proposal(size, labels=labels, dashes=dashes, notes=notes))
                for place, lang in enumerate(langs)
            ]
            style = replace(style, columns=2, rows=sort == 1, across=rng.random() < 0.5)
            streams = (
                tuple(text for side in sides for text in _streams(side))
                if not style.across
                else (
                    folded(sides[0][0].text + sides[1][0].text),
                    *(text for side in sides for text in _streams(side[1:])),
                )
            )
            provisions = (*_provisions(sides[0], 0), *_provisions(sides[1], 1))
            data = two_versions(sides[0], sides[1], style, langs)
            yield Case(f"versions {index} {langs} {style}", data, streams, provisions, False, style.head)
        else:
            lang = rng.choice(("nl", "fr", "en", "de", "ru", "es"))
            across = rng.random() < 0.5
            style = replace(style, columns=rng.choice((2, 2, 3)), across=across)
            if style.columns == 3:
                style = replace(style, size=min(style.size, 10))
            elements = list(
                Pen(1000 * index, lang).report(
                    size * 2, notes=rng.choice((0.0, 0.1)) if not across else 0.0, tables=0.1 if across else 0.0
                )
            )
            data = one_text(elements, style, lang)
            yield Case(f"columns {index} {lang} {style}", data, tuple(_streams(elements)), (), False, style.head)


def singles(number: int, *, aside: bool) -> Iterator[Case]:
    """Papers of one column, with tables, lists and line numbers."""
    pages = index = 0
    while pages < number:
        rng = random.Random(f"{'last aside single' if aside else 'single'} {index}")
        style = replace(
            style_of(rng, aside=aside),
            line_numbers=rng.random() < 0.2,
            label=rng.choice(("", "", "Valdor 7/2")),
            stream="set",
        )
        lang = rng.choice(("nl", "fr", "en", "de", "ru", "es"))
        pen = Pen(9000 + index, lang)
        if index % 2:
            elements = list(pen.report(rng.choice((4, 12, 20)), notes=0.1, tables=0.3))
        else:
            elements = list(
                pen.proposal(rng.choice((3, 8, 20)), labels=rng.random() < 0.5, dashes=rng.random() < 0.5, notes=0.1)
            )
        data = one_text(elements, style, lang)
        case = Case(
            f"single {index} {lang} {style}",
            data,
            tuple(_streams(elements)),
            tuple((k, la, -1, t) for k, la, _, t in _provisions(elements, 0)),
            True,
            style.head,
        )
        pages += data.count(b"/Type /Page\n") + data.count(b"/Type/Page/") or 5
        index += 1
        yield case


def offices(number: int, *, aside: bool) -> Iterator[Case]:
    """Papers set by LibreOffice."""
    made: list[tuple[str, str, tuple[str, ...], tuple[tuple[str, str, int, str], ...], bool, str]] = []
    for index in range(number):
        rng = random.Random(f"{'last aside office' if aside else 'office'} {index}")
        style = style_of(rng, aside=aside)
        size = rng.choice((3, 6, 12))
        if index % 3 < 2:
            langs = rng.choice(ASIDE_PAIRS if aside else PAIRS)
            labels, dashes, notes = rng.random() < 0.5, rng.random() < 0.5, 0.0
            sides = [
                list(Pen(50_000 + 10 * index + place, lang).proposal(size, labels=labels, dashes=dashes, notes=notes))
                for place, lang in enumerate(langs)
            ]
            style = replace(style, columns=2, rows=index % 3 == 1, across=False)
            streams = tuple(text for side in sides for text in _streams(side))
            made.append(
                (
                    f"office {index} {langs} {style}",
                    odt(sides, style, langs),
                    streams,
                    (*_provisions(sides[0], 0), *_provisions(sides[1], 1)),
                    False,
                    style.head,
                )
            )
        else:
            lang = rng.choice(("nl", "fr", "en", "de", "ru", "es"))
            style = replace(style, columns=rng.choice((1, 2, 3)), across=rng.random() < 0.5)
            elements = list(
                Pen(50_000 + 10 * index, lang).report(
                    size * 2, notes=rng.choice((0.0, 0.1)) if style.columns == 1 else 0.0, tables=0.1
                )
            )
            made.append(
                (
                    f"office {index} {lang} {style}",
                    odt([elements], style, [lang]),
                    tuple(_streams(elements)),
                    (),
                    style.columns == 1,
                    style.head,
                )
            )
    for (name, _, streams, provisions, single, head), data in zip(made, office([one[1] for one in made]), strict=False):
        yield Case(name, data, streams, provisions, single, head)


@dataclass
class Result:
    """Counts over papers."""

    lines: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0
    both: int = 0
    pages: int = 0
    split: int = 0
    furniture: int = 0

    def add(self, other: "Result") -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def __str__(self) -> str:
        f1 = 2 * self.both / (self.found + self.wanted) if self.found + self.wanted else 1.0
        return (
            f"next line {self.right / max(1, self.lines):.5f} of {self.lines}, provisions F1 {f1:.4f} of {self.wanted},"
            f" split {self.split} of {self.pages} pages, furniture in the text {self.furniture}"
        )


def measured(case: Case, paper: Paper, shown: list[str] | None = None) -> Result:
    """What of `case` was read right; what was not is told in `shown`."""
    assert paper.layout is not None
    result = Result(pages=len(paper.layout.pages))
    kind_at: list[tuple[int, str]] = [(block.span.start, block.kind) for block in paper.blocks]
    kinds = {}
    place = 0
    for line in paper.layout.lines:
        while place + 1 < len(kind_at) and kind_at[place + 1][0] <= line.span.start:
            place += 1
        kinds[line.span.start] = kind_at[place][1]
    body = [line for line in paper.layout.lines if kinds[line.span.start] != "furniture"]
    body = [line for line in body if folded(line.span.of(paper.text))]
    keys = [folded(line.span.of(paper.text)) for line in body]
    places = _places(case.streams, keys)
    for index, at in enumerate(places):
        if at is None and len(keys[index]) > SHORT:
            result.furniture += 1
            if shown is not None:
                line = body[index]
                shown.append(f"  no text: {line.span.of(paper.text)!r} {kinds[line.span.start]} page {line.page}")
    notes = [kinds[line.span.start] == "note" or places[index] is None for index, line in enumerate(body)]
    known = sorted((one[0], one[1], one[2], index) for index, one in enumerate(places) if one is not None)
    for before, after in pairwise(known):
        if before[0] != after[0]:
            continue
        result.lines += 1
        between = notes[before[3] + 1 : after[3]]
        skipped = sum(len(keys[index]) for index in range(before[3] + 1, after[3]) if places[index] is None)
        beside = after[1] in (before[2], before[2] + skipped)
        if after[3] > before[3] and beside and all(between) and notes[before[3]] == notes[after[3]]:
            result.right += 1
        elif shown is not None:
            said = (body[one[3]].span.of(paper.text) for one in (before, after))
            shown.append("  after {!r} not {!r}".format(*said) + f" ({before[3]}, {after[3]})")
    if case.single:
        heights: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
        for line in body:
            heights[line.page].append((line.box[1], line.box[0], line.box[2]))
        for page in heights.values():
            ordered = sorted(page)
            result.split += any(abs(a[0] - b[0]) < 1 for a, b in pairwise(ordered))
    if case.provisions:
        passages = outline(paper).passages
        got = Counter(
            (one.kind, one.label or "", -1 if one.version is None else one.version, folded(one.text))
            for one in passages
            if one.kind in ("recital", "request")
        )
        want = Counter(case.provisions)
        result.found, result.wanted, result.both = sum(got.values()), sum(want.values()), sum((got & want).values())
        if shown is not None and got != want:
            shown.extend(f"  missed {one}" for one in want - got)
            shown.extend(f"  extra  {one}" for one in got - want)
    return result


def _places(streams: Sequence[str], keys: Sequence[str]) -> list[tuple[int, int, int] | None]:
    """Where each line stands in the texts (text, start, end); words that come back are told by their neighbours."""
    found = [_find(streams, key) or _find(streams, NOTE_NUMBER.sub("", key)) for key in keys]
    places: list[tuple[int, int, int] | None] = [one[0] if len(one) == 1 else None for one in found]
    for step, order in ((-1, range(1, len(keys))), (1, range(len(keys) - 2, -1, -1))):
        for index in order:
            beside = places[index + step]
            if places[index] is None and beside is not None:
                end = 2 if step < 0 else 1
                places[index] = next(
                    (one for one in found[index] if one[0] == beside[0] and one[3 - end] == beside[end]), None
                )
    taken = set(places)
    for index, one in enumerate(found):
        if places[index] is None and len(keys[index]) > SHORT:
            places[index] = next((at for at in one if at not in taken), None)
            taken.add(places[index])
    return places


def _find(streams: Sequence[str], key: str) -> list[tuple[int, int, int]]:
    made: list[tuple[int, int, int]] = []
    for number, stream in enumerate(streams):
        start = stream.find(key) if key else -1
        while start >= 0 and len(made) < 200:
            made.append((number, start, start + len(key)))
            start = stream.find(key, start + 1)
    return made


def main() -> None:
    """Print the figures, and for `--show` what went wrong in each paper."""
    asks = argparse.ArgumentParser()
    asks.add_argument("--cases", type=int, default=200)
    asks.add_argument("--office", type=int, default=60)
    asks.add_argument("--single", type=int, default=500)
    asks.add_argument("--aside", action="store_true")
    asks.add_argument("--show", type=int, default=0)
    asks.add_argument("--keep", type=Path)
    asked = asks.parse_args()
    sets = {
        "typst, columns": papers(asked.cases, aside=asked.aside),
        "LibreOffice": offices(asked.office, aside=asked.aside),
        "one column": singles(asked.single, aside=asked.aside),
    }
    seconds = pages = 0.0
    for name, cases in sets.items():
        total = Result()
        bad = 0
        for case in cases:
            began = time.process_time()
            paper = read(case.data, "set.pdf")
            seconds += time.process_time() - began
            shown: list[str] = []
            result = measured(case, paper, shown)
            pages += result.pages
            total.add(result)
            wrong = (
                result.right < result.lines
                or result.both < max(result.wanted, result.found)
                or result.split
                or result.furniture
            )
            bad += bool(wrong)
            if wrong and bad <= asked.show:
                print(case.name, result, *shown[:12], sep="\n")
                if asked.keep:
                    (
                        asked.keep / f"{case.name.split('{')[0].split('(')[0].split('Style')[0].replace(' ', '-')}.pdf"
                    ).write_bytes(case.data)
        print(f"{name}: {total}; {bad} papers not wholly right", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{pages / max(seconds, 0.001):.0f} pages per CPU-second, {memory:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
