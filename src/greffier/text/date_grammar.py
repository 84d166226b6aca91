"""The patterns of dates in one language, built from its `dates` lexicon.

Each pattern names its parts: `d`, `m`, `y` (and `d2`, `m2`, `y2` for the end of a range), `relative`, `weekday`, `side`
and `side2` (last, next), `approx`; `date` where the date is less than the whole match. They are tried in order, the
fullest kinds of dates first, so that a day within a range is not read as a day of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.load import Lexicon, load_lexicon
from greffier.lexicon.patterns import INFLECTION, lowered
from greffier.lexicon.trie import trie_regex
from greffier.model.errors import LexiconError

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[6-9]|20)\d\d"
NEVER = r"(?!)"
ISO_DAY = rf"(?<![\w-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d|-\d)"
ISO_MONTH = rf"(?<![\w-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?![\d-])"
NUMERIC = rf"(?<![\w.-])(?P<d>{DAY})(?P<sep>[./-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>{YEAR})(?![\w/]|-\d)"


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """One language's patterns of dates and the names of its months, weekdays and relative days."""

    patterns: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, str]
    last: re.Pattern[str]
    next: re.Pattern[str]
    capital: bool


@cache
def date_grammar(lang: str) -> DateGrammar:
    """The grammar of `lang`; a language without a `dates` lexicon has numeric dates only."""
    lexicon = load_lexicon(lang)
    table = lexicon.table("dates")
    months, weekdays = _numbers(table.get("months", {})), _numbers(table.get("weekdays", {}))
    relative = {lowered(form): value for value, forms in table.get("relative", {}).items() for form in forms}
    patterns = []
    for raw in _patterns(lexicon, _any(months), _any(weekdays), _any(relative)):
        try:
            patterns.append(re.compile(raw))
        except re.error as error:
            raise LexiconError(f"{lang}/dates.toml: {error} in a pattern built from [settings]; mend them") from error
    last, following = (re.compile(_setting(lexicon, key)) for key in ("last", "next"))
    capital = lexicon.text("dates", "capital") == "yes"
    return DateGrammar(tuple(patterns), months, weekdays, relative, last, following, capital)


def _patterns(lexicon: Lexicon, month: str, weekday: str, relative: str) -> Iterator[str]:
    ordinal, of, to, year_word, before = (_setting(lexicon, key) for key in ("ordinal", "of", "to", "year", "before"))
    approx, side = _setting(lexicon, "approx"), rf"(?:{_setting(lexicon, 'last')}|{_setting(lexicon, 'next')})"
    order = lexicon.text("dates", "order", "dmy").split()
    gap = rf"(?:\s*{of}\s*|\s+)(?:{of}\s+)?"
    articles = "|".join(map(re.escape, sorted(lexicon.words("language", "articles"), key=len, reverse=True)))
    between = rf"\s*{to}\s*(?:(?:{articles or NEVER})\s+)?"

    def day(name: str) -> str:
        return rf"(?P<{name}>(?<![\d.,/-]){DAY})(?!\d)(?:\s?{ordinal}(?!\w))?"

    def day_after(name: str) -> str:
        return rf"(?P<{name}>{DAY})(?!\d)(?:\s?{ordinal}(?!\w))?"

    def named(name: str) -> str:
        return rf"(?P<{name}>(?<!\w){month}(?!\w))"

    def year(name: str) -> str:
        return rf"(?P<{name}>(?<!\d){YEAR})(?!\w|-\d|[.,]\d)(?:\s?{year_word}(?!\w))?"

    first, start = rf"(?<!\w){day('d')}", named("m")
    yield ISO_DAY
    yield NUMERIC
    yield rf"{first}{gap}{start}(?:{gap}{year('y')})?{between}{day_after('d2')}{gap}{named('m2')}(?:{gap}{year('y2')})?"
    yield rf"{first}{between}{day_after('d2')}{gap}{start}(?:{gap}{year('y')})?"
    if "mdy" in order:
        yield rf"{start}\s+{day('d')}{between}{named('m2')}\s+{day_after('d2')}(?:{gap}{year('y2')})?"
        yield rf"{start}\s+{day('d')}{between}{day_after('d2')}(?:{gap}{year('y')})?"
    if "ymd" in order:
        yield rf"{year('y')}\s+{day('d')}{between}{day_after('d2')}\s+{start}"
        yield rf"{year('y')},?\s+{day('d')}\s+{start}"
        yield rf"{year('y')},?\s+{start}"
    # a day run into the word before it, as text extraction leaves it, still has its month and year
    yield rf"(?<![\d.,/-]){day('d')}{gap}{start}{gap}{year('y')}"
    yield rf"{first}{gap}{start}"
    if "mdy" in order:
        yield rf"{start}\s+{day('d')}(?!\s*(?:%|percent))(?:{gap}{year('y')})?"
    yield rf"{start}\s*{to}\s*{named('m2')}{gap}{year('y2')}"
    yield rf"(?:(?P<approx>(?<!\w){approx})\s+)?{start}{gap}{year('y')}"
    yield ISO_MONTH
    ends = r"(?![\w/]|-\d|[.,]\d)"
    yield rf"(?<![\w./-])(?P<y>{YEAR})\s?[-–—/]\s?(?P<y2>{YEAR}|\d\d){ends}(?:\s?{year_word}(?!\w))?"
    yield rf"(?<!\w)(?P<y>{YEAR}){between}(?P<y2>{YEAR}){ends}(?:\s?{year_word}(?!\w))?"
    yield rf"(?<!\w)(?P<date>(?P<approx>{approx})\s+(?P<y>{YEAR})){ends}"
    yield rf"(?<![\w/.-])(?P<date>(?P<y>{YEAR})\s?{year_word})(?!\w)" if year_word else NEVER
    yield rf"(?<!\w){before}\s+(?P<date>(?P<y>{YEAR})){ends}"
    yield rf"(?<!\w)(?P<relative>{relative})(?!\w)"
    yield rf"(?<!\w)(?:(?P<side>{side})\s+)?(?P<weekday>{weekday})(?!\w)(?:\s+(?P<side2>{side})(?!\w))?"
    yield rf"(?<!\w)(?P<side>{side})\s+{start}"
    yield rf"{start}\s+(?P<side2>{side})(?!\w)"
    yield rf"(?<!\w){before}\s+(?P<date>{start})"


def _numbers(table: Mapping[str, list[str]]) -> dict[str, int]:
    return {form: int(number) for number, forms in table.items() for form in forms}


def _any(words: Mapping[str, object]) -> str:
    return f"(?:{trie_regex(words, INFLECTION)})" if words else NEVER


def _setting(lexicon: Lexicon, key: str) -> str:
    return lexicon.text("dates", key) or NEVER
