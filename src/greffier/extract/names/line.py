"""A passage as the grammar of names sees it: its tokens, what each may be, and what the tagger says.

>>> made = line("Minister Ines Jansen spoke.", "en", ())
>>> made.words, made.cut(1, 3)
(('Minister', 'Ines', 'Jansen', 'spoke', '.'), 'Ines Jansen')
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greffier.extract.names.words import (
    ACRONYM,
    COUNTRY,
    NATION,
    Vocabulary,
    vocabulary,
)
from greffier.extract.tagger import Tag, load_tagger
from greffier.lexicon.geography import find_countries, find_places
from greffier.lexicon.institutions import Institution, find_institutions
from greffier.model.span import Span
from greffier.text.tokens import token_spans

_SHOUTED = 5  # letters of a word in capitals that is no acronym
_GLUED = re.compile(r"[а-яё](?=[А-ЯЁ][а-яё]{2})")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#\d+);")  # HTML's, where a paper's text still has them


@dataclass(frozen=True, slots=True)
class Land:
    """A country or place named: token indices, half-open; `id` of the gazetteer, `country`, kind as there."""

    start: int
    end: int
    id: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Known:
    """An institution of the gazetteer named: token indices, half-open, and what the gazetteer says of it."""

    start: int
    end: int
    institution: Institution


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One passage: each token's `bits`, the tagger's `tags`, the gazetteers' hits, its sentences' first tokens."""

    text: str
    lang: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    bits: tuple[int, ...]
    tags: tuple[Tag, ...]
    lands: tuple[Land, ...]
    known: tuple[Known, ...]
    opens: frozenset[int]
    vocabulary: Vocabulary
    version: int | None = None

    def cut(self, start: int, end: int) -> str:
        """The text from token `start` up to token `end`."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    def near(self, left: int, right: int) -> bool:
        """Whether tokens `left` and `right`, neighbours, have at most one space between them."""
        return self.spans[right][0] - self.spans[left][1] <= 1


def line(text: str, lang: str, sentences: Sequence[Span], version: int | None = None) -> Line:
    """The line of a passage; `sentences` as the outline gives them, the whole text where there are none."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: " " * len(match.group()), text)
    spans = _unglued(text, token_spans(text))
    words = [text[start:end] for start, end in spans]
    known = vocabulary(lang)
    bits = list(map(known.of, words))
    _calm(words, bits)
    starts = {start: index for index, (start, _) in enumerate(spans)}
    ends = {end: index + 1 for index, (_, end) in enumerate(spans)}
    lands = _lands(text, lang, starts, ends, bits)
    opens: list[int] = []
    tags: list[Tag] = []
    tagger = load_tagger()
    index = 0
    for sentence in sentences or (Span(0, len(text)),):
        first = index
        while index < len(spans) and spans[index][0] < sentence.end:
            index += 1
        opens.append(first)
        made = tagger.tag(words[first:index], lang)
        tags += [Tag(tag.start + first, tag.end + first, tag.kind, tag.confidence) for tag in made]
    institutions = tuple(
        Known(starts[start], ends[end], made)
        for start, end, made in find_institutions(text, lang)
        if start in starts and end in ends
    )
    return Line(
        text,
        lang,
        tuple(spans),
        tuple(words),
        tuple(bits),
        tuple(tags),
        tuple(lands),
        institutions,
        frozenset(opens),
        known,
        version,
    )


def _unglued(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with Cyrillic words cut that a web page ran together ("депутатыВера Иванова")."""
    if not _GLUED.search(text):
        return spans
    made = []
    for start, end in spans:
        cut = _GLUED.search(text, start, end)
        made += [(start, cut.start() + 1), (cut.start() + 1, end)] if cut else [(start, end)]
    return made


def _calm(words: list[str], bits: list[int]) -> None:
    """Words of a heading in capitals are no acronyms."""
    for index, bit in enumerate(bits):
        if bit & ACRONYM:
            beside = (words[i] for i in (index - 1, index + 1) if 0 <= i < len(words))
            if any(len(other) > _SHOUTED and other.isupper() and other.isalpha() for other in beside):
                bits[index] &= ~ACRONYM


def _lands(text: str, lang: str, starts: dict[int, int], ends: dict[int, int], bits: list[int]) -> list[Land]:
    """The countries and places of `text`; the bits of their tokens are set."""
    lands = []
    for start, end, code, kind in find_countries(text, lang):
        if start in starts and end in ends:
            lands.append(Land(starts[start], ends[end], code, code, kind))
            for index in range(starts[start], ends[end]):
                bits[index] |= COUNTRY if kind == "name" else NATION
    for start, end, place, country in find_places(text):
        if start in starts and end in ends:
            lands.append(Land(starts[start], ends[end], place, country, "place"))
    lands.sort(key=lambda land: (land.start, -land.end))
    return lands
