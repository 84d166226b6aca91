"""Which of the languages that have a lexicon a stretch of text is in, by its function words and letters.

Each word votes for the languages that have it among their function words, months and weekdays, the fewer the more;
letters of their own vote too, but not those of names. The languages are those of the lexicons: one added as data is
told apart without code.

>>> guess("De minister heeft dat niet gezegd").lang, guess("Le ministre n’a pas dit cela").lang
('nl', 'fr')
>>> guess("Minister Roe met Minister Doe on Tuesday").lang
'en'
>>> guess("19.02.2020").sure
0.0
"""

import re
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.load import Lexicon, languages, load_lexicon
from greffier.lexicon.patterns import lowered

WORD = re.compile(r"[^\W\d_]+")
LONGEST = 400  # words looked at; more do not change the answer
PARTY = re.compile(r"\([A-ZÀ-Þ]{1,4}(?=[,)])")  # "(S)", "(C, vice)": letters of a party, no word of a language
SHORTEST = 3  # letters of the name of a month or weekday that tells a language
LETTER = 0.5  # what a letter of its own counts beside a function word
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and how sure it is: 0 where nothing tells, 1 where all that tells agrees."""

    lang: str
    sure: float


@dataclass(frozen=True, slots=True)
class _Signs:
    words: dict[str, tuple[tuple[int, float], ...]]
    letters: dict[str, tuple[tuple[int, float], ...]]
    langs: tuple[str, ...]
    scripts: tuple[str, ...]


def guess(text: str, among: tuple[str, ...] | None = None) -> Guess:
    """The language of `text`; `among` limits the answer. With nothing to go by, the first language and 0."""
    signs = _signs(among or languages())
    if "(" in text:
        text = PARTY.sub("(", text)
    lower = lowered(text)
    words = WORD.findall(lower)[:LONGEST]
    cyrillic = bool(words) and len(CYRILLIC.findall(lower)) * 2 > sum(map(len, words))
    votes = [0.0] * len(signs.langs)
    for word in words:
        for index, weight in signs.words.get(word, ()):
            votes[index] += weight
    plain = (
        lower
        if cyrillic
        else "".join(word.lower() for word in WORD.findall(text) if word[0].islower() or word.isupper())
    )
    for letter in set(plain) & signs.letters.keys():
        for index, weight in signs.letters[letter]:
            votes[index] += weight * min(plain.count(letter), 8)
    wanted = "cyrillic" if cyrillic else "latin"
    votes = [vote if script == wanted else 0.0 for vote, script in zip(votes, signs.scripts, strict=True)]
    best = max(range(len(votes)), key=votes.__getitem__)
    if votes[best] == 0.0:
        first = next((i for i, script in enumerate(signs.scripts) if script == wanted), 0)
        return Guess(signs.langs[first], 0.0)
    second = max((vote for index, vote in enumerate(votes) if index != best), default=0.0)
    margin = (votes[best] - second) / votes[best]
    return Guess(signs.langs[best], round(margin * min(1.0, votes[best] / 2), 3))


def _days(lexicon: Lexicon) -> frozenset[str]:
    """The names of months and weekdays, for a short dated line may have few other words that tell."""
    tables = (lexicon.table("dates").get(key, {}) for key in ("months", "weekdays"))
    names = {lowered(name).rstrip("*") for table in tables for forms in table.values() for name in forms}
    return frozenset(name for name in names if name.isalpha() and len(name) >= SHORTEST)


@cache
def _signs(langs: tuple[str, ...]) -> _Signs:
    words: dict[str, list[int]] = {}
    letters: dict[str, list[int]] = {}
    scripts = []
    for index, lang in enumerate(langs):
        lexicon = load_lexicon(lang)
        scripts.append(lexicon.text("language", "script", "latin"))
        for word in lexicon.words("language", "function") | _days(lexicon):
            words.setdefault(word, []).append(index)
        for letter in lexicon.text("language", "letters"):
            letters.setdefault(letter, []).append(index)
    return _Signs(
        {word: tuple((index, 1 / len(held)) for index in held) for word, held in words.items()},
        {letter: tuple((index, LETTER / len(held)) for index in held) for letter, held in letters.items()},
        langs,
        tuple(scripts),
    )


def script(text: str) -> str:
    """The script that most letters of `text` are in, as `language.toml` names it; nothing where it has no letters.

    >>> script("СЕНАТ,"), script("LE SÉNAT,"), script("12.03")
    ('cyrillic', 'latin', '')
    """
    letters = sum(map(str.isalpha, text))
    if not letters:
        return ""
    return "cyrillic" if len(CYRILLIC.findall(text)) * 2 > letters else "latin"
