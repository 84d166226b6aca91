"""Quantities in a passage: how many, of what unit, how exactly.

Found are counts of people and things, sums of money and shares in percent. Years, dates, ages, ordinals, lengths of
time, labels ("article 5"), codes, addresses and telephone numbers are not. A number's separators are read by its
groups: three digits behind a separator are thousands, unless a multiplier or percent follows and the separator is the
language's decimal sign.
"""

import re
from collections.abc import Iterable, Iterator

from greffier.extract.chunks import Date, Number
from greffier.extract.number_grammar import NumberGrammar, number_grammar
from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.outline import Passage

REACH = 3  # words between a number and the noun that it counts ("60 long-term domestic observers")
WORD = re.compile(r"[\s\u00a0]*[-–]?(?:[\w'-]+)")
SPACE = re.compile(r"[\s\u00a0\u202f]*")
NOUN_AHEAD = re.compile(r"[\s\u00a0]*-?[^\W\d_]{2,}")


def find_numbers(
    passage: Passage, lexicon: Lexicon, dates: Iterable[Date] = (), lower: str | None = None
) -> Iterator[Number]:
    """Yield each quantity of `passage` in reading order; numbers inside `dates` are none."""
    lower = lowered(passage.text) if lower is None else lower
    grammar = number_grammar(lexicon.lang)
    taken = [(date.start, date.end) for date in dates]
    ends = {end for _, end in taken}
    reached = 0
    for match in grammar.number.finditer(lower):
        start, end = match.span()
        if start < reached or any(low < end and start < high for low, high in taken):
            continue
        if lower[start - 1 : start].isspace() and lower[start - 2 : start - 1].isdigit() and start - 1 not in ends:
            continue  # a group of a telephone or account number
        number = _read(match, passage.text, lower, grammar)
        if number is not None:
            yield number
            reached = number.end


def _read(match: re.Match[str], text: str, lower: str, grammar: NumberGrammar) -> Number | None:
    start, end = match.span()
    if text[max(start - 1, 0) : start].isupper() or (start and lower[start - 1].isalnum() and match["low"] is None):
        return None
    if match["fraction"] is not None:
        longer = grammar.words.at(lower, start)  # "half a million" begins like "half of"
        if longer is None or longer[0] <= end:
            return _share(match, lower, grammar)
        return _counted_word(start, longer[0], lower, grammar)
    if grammar.labels.before(lower, start) or grammar.ordinal.match(lower, end):
        return None
    if match["word"] is not None:
        return _counted_word(start, end, lower, grammar)
    if grammar.ordinal_dot and re.match(r"\.\s+[^\W\d_]", lower[end : end + 4]) and len(match["low"]) < 3:
        return None
    after, factor = _multiplied(lower, end, grammar)
    unit_end, unit = _unit(lower, after, grammar)
    exactness = factor > 1 or unit == "percent"
    value = _value(match["low"], grammar.decimal, exact_decimal=exactness) * factor
    upper = _value(match["high"], grammar.decimal, exact_decimal=exactness) * factor if match["high"] else None
    money = grammar.currencies.before(lower, start)
    if money:
        start, unit = money[0], money[1]
    modifier = grammar.modifiers.before(lower, start, gap=True)
    said = bool(modifier or unit or factor > 1 or money)
    if not said and start == 0 and text[_skip(lower, end) : _skip(lower, end) + 1].isupper():
        return None  # the number of a heading or a paragraph
    if not said and not _counts_something(lower, start, end, grammar):
        return None
    if factor == 1 and not money and unit != "percent" and grammar.not_counted.at(lower, _skip(lower, end)):
        return None
    if not said and value.is_integer() and 1600 <= value < 2100 and len(match["low"]) == 4:
        return None
    return _number(start, after, max(after, unit_end), value, upper, modifier, unit, lower, grammar)


def _counted_word(start: int, end: int, lower: str, grammar: NumberGrammar) -> Number | None:
    value = float(grammar.words.meaning(lower[start:end]))
    modifier = grammar.modifiers.before(lower, start, gap=True)
    if grammar.definite.before(lower, start) and not modifier:
        return None
    after, factor = _multiplied(lower, end, grammar)
    unit_end, unit = _unit(lower, after, grammar)
    place = _skip(lower, after)
    if grammar.not_counted.at(lower, place) or grammar.both.at(lower, place):
        return None
    if value == 1 and factor == 1 and not modifier:
        return None
    if not (modifier or factor > 1 or unit) and not _counts_something(lower, start, end, grammar):
        return None
    return _number(start, after, max(after, unit_end), value * factor, None, modifier, unit, lower, grammar)


def _share(match: re.Match[str], lower: str, grammar: NumberGrammar) -> Number | None:
    end = match.end()
    if grammar.of.at(lower, _skip(lower, end)) is None:
        return None
    value = float(grammar.fractions.meaning(match.group()))
    modifier = grammar.modifiers.before(lower, match.start(), gap=True)
    return _number(match.start(), end, end, value, None, modifier, "percent", lower, grammar)


def _number(
    start: int,
    counted: int,
    end: int,
    value: float,
    upper: float | None,
    modifier: tuple[int, str] | None,
    unit: str | None,
    lower: str,
    grammar: NumberGrammar,
) -> Number:
    if modifier:
        return Number(modifier[0], end, value, upper, modifier[1], unit)
    after = grammar.after.at(lower, _skip(lower, counted)) or grammar.after.at(lower, _skip(lower, end))
    return Number(start, max(after[0], end) if after else end, value, upper, after[1] if after else "exact", unit)


def _multiplied(lower: str, end: int, grammar: NumberGrammar) -> tuple[int, float]:
    """End and factor of the words that multiply ("million", "тыс."), 1 where there are none."""
    factor = 1.0
    while found := grammar.multipliers.at(lower, _skip(lower, end)):
        if len(found[1]) < 1 or (end == _skip(lower, end) and found[0] - end < 2):
            break
        end, factor = found[0], factor * float(found[1])
    return end, factor


def _unit(lower: str, end: int, grammar: NumberGrammar) -> tuple[int, str | None]:
    """End and unit of the noun counted, at most `REACH` words on; no unit where there is none."""
    place = end
    for _ in range(REACH + 1):
        found = grammar.units.at(lower, _skip(lower, place))
        if found:
            return found
        word = WORD.match(lower, place)
        if word is None or any(map(str.isdigit, word.group())):
            break  # "in 2010 1 billion francs": another number's
        place = word.end()
    return end, None


def _counts_something(lower: str, start: int, end: int, grammar: NumberGrammar) -> bool:
    """Whether a word that may be counted follows."""
    bracketed = start > 0 and lower[start - 1] == "(" and lower[end : end + 1] == ")"
    return not bracketed and bool(NOUN_AHEAD.match(lower, end)) and not grammar.both.at(lower, _skip(lower, end))


def _skip(lower: str, place: int) -> int:
    space = SPACE.match(lower, place)
    place = space.end() if space else place
    return place + 1 if lower[place : place + 1] in ("-", "–") and lower[place + 1 : place + 2].isalpha() else place


def _value(written: str, decimal: str, *, exact_decimal: bool) -> float:
    """The number as written, by its groups.

    >>> _value("3,412", ",", exact_decimal=False), _value("41.7", ",", exact_decimal=True)
    (3412.0, 41.7)
    >>> _value("2,450", ",", exact_decimal=True), _value("2 418 700", ",", exact_decimal=False)
    (2.45, 2418700.0)
    """
    digits = re.sub(r"['\s\u00a0\u202f\u2009]", "", written)
    separators = re.findall(r"[.,]", digits)
    if not separators:
        return float(digits)
    last = digits.rindex(separators[-1])
    behind = len(digits) - last - 1
    one_kind = len(set(separators)) == 1
    thousands = behind == 3 and one_kind and digits[0] != "0"
    if thousands and len(separators) == 1 and exact_decimal and separators[0] == decimal:
        thousands = False
    if thousands:
        return float(re.sub(r"[.,]", "", digits))
    return float(re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :])
