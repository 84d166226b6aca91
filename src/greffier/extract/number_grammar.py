"""The patterns of numbers in one language, built once from its `numbers` lexicon.

Every pattern works on lower-cased text with straight apostrophes (`greffier.lexicon.patterns.lowered`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import INFLECTION, lowered, spellings, stem_regex
from greffier.lexicon.trie import trie_regex

NEVER = r"(?!)"
GROUPED = r"\d{1,3}(?:(?:[.,'\u00a0\u202f\u2009 ])\d{3})+(?!\d)(?:[.,]\d+)?"
DIGITS = rf"(?:{GROUPED}|\d+(?:[.,]\d+)?)"


class Words:
    """Word forms with what each stands for, matched at a given place, behind it or before it."""

    def __init__(self, meanings: Mapping[str, Iterable[str]], *, suffix: bool = False) -> None:
        forms = {
            lowered(spelling): value
            for value, all_ in meanings.items()
            for form in all_
            for spelling in spellings(form)
        }
        begin = r"\w*?" if suffix else ""
        trie = trie_regex(forms, INFLECTION) if forms else NEVER
        symbols = "|".join(re.escape(form) for form in forms if not form[0].isalnum()) or NEVER
        self._exact = {form: value for form, value in forms.items() if "*" not in form}
        stems = sorted(((form, value) for form, value in forms.items() if "*" in form), key=lambda item: -len(item[0]))
        self._stems = [(re.compile(begin + stem_regex(form)), value) for form, value in stems]
        self._ends = (
            [(re.compile(r"\w+" + re.escape(form)), value) for form, value in self._exact.items()] if suffix else []
        )
        self._here = re.compile(rf"(?:{begin}(?:{trie})(?![\w])|(?:{symbols}))")
        self._before = re.compile(rf"(?<!\w)({trie})(?P<gap>\s+\w{{1,3}})?\s*$|({symbols})\s*$")
        self.anywhere = re.compile(rf"(?<!\w)(?:{trie})(?!\w)")

    def at(self, lower: str, place: int) -> tuple[int, str] | None:
        """End and meaning of the form that begins at `place`, if one does."""
        match = self._here.match(lower, place)
        return (match.end(), self.meaning(match.group())) if match else None

    def before(self, lower: str, place: int, *, gap: bool = False) -> tuple[int, str] | None:
        """Start and meaning of the form that ends just before `place`; `gap` allows one short word between."""
        low = max(0, place - 48)
        match = self._before.search(lower[low:place])
        if match is None or (match["gap"] and not gap):
            return None
        return low + match.start(), self.meaning((match.group(1) or match.group(3)).strip())

    def meaning(self, written: str) -> str:
        """What `written` stands for."""
        key = " ".join(written.split())
        if key in self._exact:
            return self._exact[key]
        return next((value for regex, value in (*self._stems, *self._ends) if regex.fullmatch(key)), "")


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """One language's words for numbers and what stands around them."""

    decimal: str
    number: re.Pattern[str]
    words: Words
    multipliers: Words
    fractions: Words
    modifiers: Words
    after: Words
    units: Words
    currencies: Words
    definite: Words
    both: Words
    not_counted: Words
    labels: Words
    of: Words
    ordinal: re.Pattern[str]
    ordinal_dot: bool


@cache
def number_grammar(lang: str) -> NumberGrammar:
    """The grammar of `lang`; a language without a `numbers` lexicon knows digits and percent signs only."""
    table: Mapping[str, Any] = load_lexicon(lang).table("numbers")
    settings, nouns = table.get("settings", {}), table.get("nouns", {})
    suffix = settings.get("compounds") == "yes"
    fractions = {key: forms for key, forms in table.get("fractions", {}).items() if key != "of"}
    modifiers = {key: forms for key, forms in table.get("modifiers", {}).items() if key != "after"}
    after: dict[str, list[str]] = {}
    for form, value in table.get("modifiers", {}).get("after", ()):
        after.setdefault(value, []).append(form)
    units = table.get("units", {"percent": ["%"]})
    words = Words(_compounds({key: list(forms) for key, forms in table.get("words", {}).items()}, settings))
    fraction_words = Words(fractions)
    # not after a digit, a capital or what makes it part of a code, an address, a time; before nothing of the kind
    to = settings.get("to", NEVER)
    until = rf"(?:(?:\s?[-–—]\s?|\s+(?:{to})\s+)(?P<high>{DIGITS}))?"
    digits = rf"(?<![\d.,:/#@&=_+–-])(?P<low>{DIGITS}){until}(?![\d/:@_]|[.,-]\d)"
    return NumberGrammar(
        decimal=settings.get("decimal", "."),
        number=re.compile(
            rf"{digits}|(?P<fraction>{fraction_words.anywhere.pattern})|(?P<word>{words.anywhere.pattern})"
        ),
        words=words,
        multipliers=Words(table.get("multipliers", {})),
        fractions=fraction_words,
        modifiers=Words(modifiers),
        after=Words(after),
        units=Words(units, suffix=suffix),
        currencies=Words({code: forms for code, forms in units.items() if code.isupper()}),
        definite=Words({"definite": nouns.get("definite", ())}),
        both=Words({"both": nouns.get("both", ())}),
        not_counted=Words({"not": nouns.get("not_counted", ())}),
        labels=Words({"label": nouns.get("labels", ())}),
        of=Words({"of": table.get("fractions", {}).get("of", ())}),
        ordinal=re.compile(rf"{settings.get('ordinal', NEVER)}(?!\w)"),
        ordinal_dot=settings.get("ordinal_dot") == "yes",
    )


def _compounds(words: dict[str, list[str]], settings: Mapping[str, str]) -> dict[str, list[str]]:
    """`words` with twenty-one to ninety-nine added, joined as the language joins them."""
    if not words or not ("tens_units" in settings or "units_tens" in settings):
        return words
    made = dict(words)
    for tens in range(20, 100, 10):
        for unit in range(1, 10):
            tens_words, unit_words = words.get(str(tens), []), words.get(str(unit), [])
            if "units_tens" in settings:
                joiners = settings["units_tens"].split("|")
                forms = [u + joiner + t for u in unit_words for joiner in joiners for t in tens_words]
            else:
                forms = [t + settings["tens_units"] + u for t in tens_words for u in unit_words]
            made.setdefault(str(tens + unit), []).extend(forms)
    return made
