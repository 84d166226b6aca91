"""Whether columns side by side are in different languages, and so versions of one text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from greffier.read.layout.bands import Band
from greffier.read.layout.gutters import Gutter
from greffier.read.layout.margins import Body
from greffier.read.layout.paragraphs import Paragraph
from greffier.read.layout.sheet import Set, Word
from greffier.text.language import guess

ENOUGH = 60  # letters of a column from which its language can be told
SURE = 0.3
PAGES = 40  # pages looked at: more do not change the answer
LONGEST = 3000  # letters of a column looked at


class Languages:
    """The languages of a paper's columns: `several` where most pages have different ones side by side."""

    def __init__(self, pages: Sequence[Body], strips: Sequence[Sequence[Gutter]]) -> None:
        by_place: list[Counter[str]] = []
        different = same = 0
        looked = 0
        for body, found in zip(pages, strips, strict=True):
            if not found or looked >= PAGES:
                continue
            looked += 1
            told = [_language(" ".join(word.text for word in column)) for column in _columns(body.rows, found)]
            for place, lang in enumerate(told):
                while len(by_place) <= place:
                    by_place.append(Counter())
                if lang:
                    by_place[place][lang] += 1
            sure = [lang for lang in told if lang]
            if len(sure) > 1:
                different += len(set(sure)) == len(sure)
                same += len(set(sure)) < len(sure)
        self.several = different > same
        self._usual = [counted.most_common(1)[0][0] if counted else "" for counted in by_place]

    def keys(self, band: Band) -> tuple[str, ...]:
        """The text that each column of `band` belongs to: its language; nothing where the paper has one text."""
        if not self.several or len(band.columns) == 1:
            return ("",) * len(band.columns)
        told = [_language(_text(column)) or self._at(place) for place, column in enumerate(band.columns)]
        if len(set(told)) < len(told):
            told = [self._at(place) for place in range(len(band.columns))]
        return tuple(told)

    def told(self, column: Sequence[Set]) -> bool:
        """Whether the words of `column` tell that they are in one of the versions' languages."""
        lang = _language(_text(column))
        return bool(lang) and lang in self._usual

    def parted(self, found: Sequence[Paragraph]) -> list[Paragraph]:
        """Paragraphs across the page, each heading in two languages cut where the second begins."""
        return [part for paragraph in found for part in self._cut(paragraph)]

    def _cut(self, paragraph: Paragraph) -> list[Paragraph]:
        lines = paragraph.lines
        among = tuple(sorted({lang for lang in self._usual if lang}))
        if not self.several or paragraph.kind != "heading" or len(lines) < 2 or len(among) < 2:
            return [paragraph]
        best = (0.0, 0, "", "")
        for place in range(1, len(lines)):
            one, other = (guess(_text(part), among) for part in (lines[:place], lines[place:]))
            if one.lang != other.lang:
                best = max(best, (min(one.sure, other.sure), place, one.lang, other.lang))
        sure, place, first, second = best
        if sure < SURE:
            return [paragraph]
        return [
            replace(paragraph, lines=lines[:place], lang=first),
            replace(paragraph, lines=lines[place:], lang=second),
        ]

    def _at(self, place: int) -> str:
        usual = self._usual[place] if place < len(self._usual) else ""
        return usual or f"column {place}"


def _text(column: Sequence[Set]) -> str:
    return " ".join(line.text for line in column)


def _language(text: str) -> str:
    if len(text) < ENOUGH:
        return ""
    told = guess(text[:LONGEST])
    return told.lang if told.sure >= SURE else ""


def _columns(found: Sequence[Sequence[Word]], strips: Sequence[Gutter]) -> list[list[Word]]:
    """The words beside the strips, in rows that one of them parts."""
    middles = sorted({(strip.left + strip.right) / 2 for strip in strips})
    columns: list[list[Word]] = [[] for _ in range(len(middles) + 1)]
    parted = {index for strip in strips for index in range(*strip.rows)}
    for index in sorted(parted):
        for word in found[index]:
            columns[sum(word.left > middle for middle in middles)].append(word)
    return [column for column in columns if column]
