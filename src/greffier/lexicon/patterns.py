"""Patterns of words: what a lexicon file holds, compiled so that one pass over a text finds them all.

A topic file (`data/<lang>/<topic>.toml`) opens with a field guide in comments, then holds patterns:

    [[pattern]]
    value = "speaker"                      # what a hit means; codes of the exchange format where there are any
    forms = ["voorzitter van de Kamer"]    # words as they stand; a form may use the notation below
    gender = "f"                           # any further keys are attributes (strings, numbers, true, lists of strings)
    examples = [["de voorzitter van de Kamer zei", "voorzitter van de Kamer"]]    # text, what is found in it
    refuses = ["de voorzittershamer"]      # texts in which this pattern finds nothing

Notation of forms: `*` at a word's end stands for up to five more letters; `(a|b)` for either, `(a|)` for a or nothing;
a space for any white space. Case does not count, unless the pattern says `case = true`. `regex = "..."` instead of
`forms` is for what words cannot say (Python `re`, against the text as written).

>>> patterns = PatternSet([Pattern(value="say", forms=("zei(den|)", "verklaar*"))])
>>> [(hit.start, hit.end, hit.pattern.value) for hit in patterns.find("Zij zeiden en verklaarden dat.")]
[(4, 10, 'say'), (14, 25, 'say')]
>>> list(patterns.find("geen zeil"))
[]
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from greffier.lexicon.trie import trie_regex

Value = str | int | float | bool | tuple[str, ...]

INFLECTION = 5  # letters that `*` stands for at most; Russian and Kazakh endings fit, most other words do not


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a topic, with what its file says of it."""

    value: str
    forms: tuple[str, ...] = ()
    regex: str = ""
    case: bool = False
    attributes: Mapping[str, Value] = field(default_factory=dict)
    examples: tuple[tuple[str, str], ...] = ()
    refuses: tuple[str, ...] = ()

    def text(self, key: str, default: str = "") -> str:
        """The attribute `key` as a string."""
        value = self.attributes.get(key, default)
        return value if isinstance(value, str) else default

    def flag(self, key: str) -> bool:
        """Whether the attribute `key` is true."""
        return self.attributes.get(key) is True

    def list(self, key: str) -> tuple[str, ...]:
        """The attribute `key` as strings."""
        value = self.attributes.get(key, ())
        return value if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: code points `start` to `end` of the text searched."""

    start: int
    end: int
    pattern: Pattern


def spellings(form: str) -> Iterator[str]:
    """Every spelling that the notation of `form` stands for, `*` kept.

    >>> list(spellings("de (hoge|) raad*"))
    ['de hoge raad*', 'de raad*']
    """
    parts = re.split(r"\(([^()]*)\)", form)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def lowered(text: str) -> str:
    """`text` in lower case, apostrophes straight, every offset kept.

    A letter whose lower case is longer than itself stays as it is.

    >>> lowered("L’ÉTAT")
    "l'état"
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.replace("’", "'").replace("ʼ", "'")


class _Words:
    """The literal forms of one set, one compiled trie."""

    def __init__(self, forms: Mapping[str, Pattern]) -> None:
        self.exact = {form: pattern for form, pattern in forms.items() if "*" not in form}
        self.stems = [
            (re.compile(stem_regex(form)), pattern)
            for form, pattern in sorted(forms.items(), key=lambda item: -len(item[0]))
            if "*" in form
        ]
        self.found: dict[str, Pattern] = {}
        self.regex = re.compile(rf"(?<!\w)(?:{trie_regex(forms, INFLECTION)})(?!\w)") if forms else None

    def find(self, text: str) -> Iterator[tuple[int, int, Pattern]]:
        if self.regex is None:
            return
        for match in self.regex.finditer(text):
            yield match.start(), match.end(), self._pattern(match.group())

    def _pattern(self, written: str) -> Pattern:
        pattern = self.found.get(written)
        if pattern is None:
            key = " ".join(written.split())
            pattern = self.exact.get(key) or next(p for regex, p in self.stems if regex.fullmatch(key))
            if len(self.found) < 10_000:
                self.found[written] = pattern
        return pattern


def stem_regex(form: str) -> str:
    """The regular expression of one form whose words may end in `*`."""
    return re.escape(form).replace(r"\*", rf"\w{{0,{INFLECTION}}}").replace(r"\ ", r"\s+")


class PatternSet:
    """The patterns of one topic, found in one pass: longest first where two begin together, none overlapping."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        folded: dict[str, Pattern] = {}
        cased: dict[str, Pattern] = {}
        for pattern in patterns:
            for form in pattern.forms:
                for spelling in spellings(form):
                    if pattern.case:
                        cased.setdefault(spelling, pattern)
                    else:
                        folded.setdefault(lowered(spelling), pattern)
        self._folded = _Words(folded)
        self._cased = _Words(cased)
        self._regexes = tuple((re.compile(pattern.regex), pattern) for pattern in patterns if pattern.regex)
        self._last: tuple[str, tuple[Hit, ...]] = ("", ())

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def find(self, text: str, lower: str | None = None) -> Iterator[Hit]:
        """Yield each hit in `text`, in reading order. `lower` is `lowered(text)` where the caller has it.

        A passage is asked for many times in a row, for each of its clauses: its hits are kept until the next one.
        """
        if lower is None:
            return self._search(text, lowered(text))
        last, hits = self._last
        if last is not text:
            hits = tuple(self._search(text, lower))
            self._last = (text, hits)
        return iter(hits)

    def _search(self, text: str, lower: str) -> Iterator[Hit]:
        found = list(self._folded.find(lower))
        single = not self._cased.regex and not self._regexes
        if not single:
            found += self._cased.find(text)
            for regex, pattern in self._regexes:
                found += ((m.start(), m.end(), pattern) for m in regex.finditer(text) if m.end() > m.start())
            found.sort(key=lambda hit: (hit[0], -hit[1]))
        reached = 0
        for start, end, pattern in found:
            if start >= reached:
                yield Hit(start, end, pattern)
                reached = end
