"""Thousands of phrases found in running text by their first words.

A dictionary of first words costs one look-up per word of text, however many phrases there are; what follows a first
word is compiled when that word is first met. Case counts: a word in lower case in the data may begin with either
case in the text, a word with a capital needs it, an acronym needs all of its capitals. A phrase set wholly in capitals,
as in headings, is found too. White space between words is any white space, a line break too.

>>> index = PhraseIndex([Phrase("Council of Europe", "coe"), Phrase("Council", "council"), Phrase("UN", "un")])
>>> text = "The Council\\nof Europe, a COUNCIL OF EUROPE report, the UN un-Council"
>>> [(text[start:end], value) for start, end, value in index.find(text)]
[('Council\\nof Europe', 'coe'), ('COUNCIL OF EUROPE', 'coe'), ('UN', 'un'), ('Council', 'council')]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from greffier.lexicon.inflection import inflect

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_HEAD = re.compile(r"(\w+\*?)(.*)", re.DOTALL)
_PIECE = re.compile(r"\w+\*?|\s+|['’ʼ]|[-‐‑]|.", re.DOTALL)
_CAPITALS = 4  # letters a word in capitals needs at least to be read as a name in a heading, not as an acronym
_WORDS = 4  # letters of a lower-case word inside a phrase that may begin with a capital: Государственная дума or Дума
_PEOPLE = 7  # letters a people's lower-case name needs to be read with a capital: Чехов, Греков, Britt are surnames


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A phrase of the data: its words (`*` where one inflects), what it means, and whose endings its words take."""

    text: str
    value: T
    lang: str = ""
    kind: str = "names"


class PhraseIndex(Generic[T]):
    """Phrases by their first words. Of the same words, an uninflected phrase counts before others, then the earlier."""

    def __init__(self, phrases: Iterable[Phrase[T]]) -> None:
        self._heads: dict[str, dict[str, tuple[int, T]]] = {}
        self._loose: dict[str, dict[str, tuple[int, T]]] = {}
        self._compiled: dict[tuple[str, bool], tuple[re.Pattern[str], tuple[T, ...]]] = {}
        for phrase in phrases:
            self._add(phrase)
        for word, rests in self._loose.items():
            held = self._heads.setdefault(word, {})
            for rest, (rank, value) in rests.items():
                _keep(held, rest, rank + 2, value)

    def _add(self, phrase: Phrase[T]) -> None:
        parts = _HEAD.match(phrase.text)
        if parts is None:
            return
        head, rest = parts[1], _rest(parts[2], phrase.lang, phrase.kind)
        forms = inflect(head, phrase.lang, phrase.kind)
        for form in forms:
            rank = int(form is not forms[0])
            _keep(self._heads.setdefault(form, {}), rest, rank, phrase.value)
            if form[0].islower() and (phrase.kind != "people" or len(form) >= _PEOPLE):
                _keep(self._loose.setdefault(form[0].upper() + form[1:], {}), rest, rank, phrase.value)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of each phrase in `text`, in reading order, the longest where several begin."""
        reached = 0
        heads = self._heads
        for word in _WORD.finditer(text):
            written = word.group()
            if written in heads:
                hit = self._match(text, word.start(), word.end(), written, False)
                if hit is None and len(written) >= _CAPITALS and written.isupper():
                    hit = self._heading(text, word.start(), word.end(), written)
            elif len(written) >= _CAPITALS and written.isupper():
                hit = self._heading(text, word.start(), word.end(), written)
            else:
                continue
            if hit is not None and word.start() >= reached:
                reached = hit[0]
                yield word.start(), hit[0], hit[1]

    def whole(self, text: str) -> T | None:
        """What `text` means as a whole, or None."""
        for start, end, value in self.find(text):
            return value if (start, end) == (0, len(text)) else None
        return None

    def forms(self) -> Iterator[tuple[str, str]]:
        """Every first word with the regular expression of what may follow it."""
        return ((head, rest) for head, rests in self._heads.items() for rest in rests)

    def _heading(self, text: str, start: int, end: int, written: str) -> tuple[int, T] | None:
        for head in (written.capitalize(), written.lower()):
            if head in self._heads:
                hit = self._match(text, start, end, head, True)
                if hit and text[start : hit[0]].isupper():
                    return hit
        return None

    def _match(self, text: str, start: int, end: int, head: str, capitals: bool) -> tuple[int, T] | None:
        compiled = self._compiled.get((head, capitals))
        if compiled is None:
            rests = sorted(self._heads[head].items(), key=lambda item: (-item[0].count(r"\s+"), -len(item[0])))
            pattern = "|".join(f"({rest})" for rest, _ in rests)
            regex = re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE if capitals else 0)
            compiled = self._compiled[head, capitals] = regex, tuple(value for _, (_, value) in rests)
        regex, values = compiled
        match = regex.match(text, end)
        return (match.end(), values[match.lastindex - 1]) if match and match.lastindex else None


def _keep(held: dict[str, tuple[int, T]], rest: str, rank: int, value: T) -> None:
    if rest not in held or rank < held[rest][0]:
        held[rest] = rank, value


def _rest(text: str, lang: str, kind: str) -> str:
    return "".join(_regex(piece, lang, kind) for piece in _PIECE.findall(text)) if text else ""


def _regex(piece: str, lang: str, kind: str) -> str:
    if piece.isspace():
        return r"\s+"
    if piece in "'’ʼ":
        return "['’ʼ]"
    if piece in "-‐‑":
        return "[-‐‑]"
    forms = inflect(piece, lang, kind) if len(piece) > 1 else (piece,)
    either = len(piece) >= _WORDS and piece[0].islower()
    joined = "|".join(sorted((form[1:] if either else form for form in map(re.escape, forms)), key=len, reverse=True))
    grouped = f"(?:{joined})" if len(forms) > 1 else joined
    return f"[{piece[0]}{piece[0].upper()}]{grouped}" if either else grouped
