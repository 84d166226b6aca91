"""Every numeral of a passage with its value: quantities, articles of law, numbers of documents, ordinals, ages.

Quantities are those of `greffier.extract.numbers`; what that leaves aside, because it counts nothing, is read here by
its digits or its word. A number of several digits answers to itself however its groups are set apart.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.extract.chunks import Date
from greffier.extract.number_grammar import NumberGrammar, number_grammar
from greffier.extract.numbers import find_numbers
from greffier.lexicon.load import Lexicon
from greffier.model.outline import Passage
from greffier.publish.concord.written_dates import Day

GROUPED = re.compile(r"\d{1,3}(?:[.,'\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?![\d.,]\d))?|\d+")
ROMAN = re.compile(r"(?<![\w.])(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])")
LIST = re.compile(r"\s*(?:,|;|[-–]|/|\w{1,5}(?=\s))?\s*(?:\w{1,4}\s+)?")
LABEL = re.compile(r"^\s*\(?(?:\d{1,3}(?:\.\d{1,3})?|[A-Z]{1,3})\s?[.)](?=\s)|^\s*\d{1,3}\.\d{1,3}\s")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
BETWEEN = 14  # code points between two articles of one list, at most
SMALL = 2  # ordinals and words up to here say too many other things to ask for an answer


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeral in code points `start` to `end`: what it stands for, and what it answers to.

    One that is not `hard` but `paired` asks for an answer only where the other version has one that asks too.
    """

    start: int
    end: int
    keys: frozenset[str]
    answers: frozenset[str] = frozenset()
    hard: bool = True
    article: bool = False
    paired: bool = False


def figures(passage: Passage, lexicon: Lexicon, lower: str, dates: Iterable[Day]) -> Iterator[Figure]:
    """Yield each numeral outside `dates`, in no order."""
    text = passage.text
    taken = [(day.start, day.end) for day in dates if day.hard]
    label = LABEL.match(text)
    if label:
        taken.append(label.span())
    grammar = number_grammar(lexicon.lang)
    articles = [hit.end for hit in lexicon.patterns("law_articles").find(text, lower)]
    for number in find_numbers(passage, lexicon, tuple(Date(low, high, "") for low, high in taken), lower):
        digits = any(char.isdigit() for char in text[number.start : number.end])
        values = [number.value] if number.upper is None else [number.value, number.upper]
        for value in values:
            yield Figure(
                number.start,
                number.end,
                _keys(value),
                _answers(text[number.start : number.end]),
                digits or value > SMALL,
                paired=True,
            )
        taken.append((number.start, number.end))
    reached = -BETWEEN
    for match in GROUPED.finditer(text):
        start, end = match.span()
        if _inside(start, end, taken) or text[start - 1 : start].isdigit():
            continue
        value = _value(match.group())
        article = any(stop <= start and _apart(text, stop, start) for stop in articles) or (
            0 < start - reached <= BETWEEN and LIST.fullmatch(text, reached, start) is not None
        )
        if article:
            reached = end
        yield Figure(start, end, _keys(value), _answers(match.group()), article=article)
        taken.append((start, end))
    yield from _worded(text, lower, lexicon, grammar, taken)


def _worded(
    text: str, lower: str, lexicon: Lexicon, grammar: NumberGrammar, taken: list[tuple[int, int]]
) -> Iterator[Figure]:
    """Words for numbers that count nothing new ("the two ministers"), ordinals, Roman numerals."""
    for hit in lexicon.patterns("ordinals").find(text, lower):
        if not _inside(hit.start, hit.end, taken):
            value = int(hit.pattern.value)
            yield Figure(hit.start, hit.end, _keys(value), hard=value > SMALL, paired=True)
            taken.append((hit.start, hit.end))
    for match in grammar.words.anywhere.finditer(lower):
        meaning = grammar.words.meaning(match.group())
        if meaning and not _inside(*match.span(), taken):
            yield Figure(*match.span(), _keys(float(meaning)), hard=False, paired=float(meaning) >= SMALL)
    for match in ROMAN.finditer(text):
        if not _inside(*match.span(), taken):
            yield Figure(*match.span(), _keys(_roman(match.group())), hard=False)


def _inside(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in taken)


def _apart(text: str, stop: int, start: int) -> bool:
    """Whether between an article's word and its number stands nothing but a sign."""
    return start - stop <= 6 and not any(char.isalnum() for char in text[stop:start])


def _keys(value: float) -> frozenset[str]:
    return frozenset({f"n:{int(value) if float(value).is_integer() else round(value, 4)}"})


def _answers(written: str) -> frozenset[str]:
    """The same digits without what sets them apart: 2.450 answers to 2450 whichever of the two it means."""
    digits = "".join(char for char in written if char.isdigit())
    return frozenset({f"n:{int(digits)}"}) if len(digits) > 3 and len(digits) < 16 else frozenset()


def _value(written: str) -> float:
    """The number as written; three digits behind a separator are thousands.

    >>> _value("1 500"), _value("12,5"), _value("2252")
    (1500.0, 12.5, 2252.0)
    """
    bare = re.sub(r"['\s\u00a0\u202f\u2009]", "", written)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    return float(bare.replace(",", "."))


def _roman(written: str) -> int:
    """The value of a Roman numeral.

    >>> _roman("XXIV")
    24
    """
    values = [VALUES[char] for char in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
