"""Load a language's folder of TOML files into one frozen lexicon.

A language is data: `data/<lang>/<topic>.toml`. A topic that a language lacks is an empty set of patterns, so a language
may begin small. A user's own folder (`GREFFIER_LEXICONS`) adds languages and topics to those of the package.

>>> load_lexicon("xx").patterns("roles").patterns
()
"""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from greffier.lexicon.patterns import Pattern, PatternSet, Value
from greffier.model.errors import LexiconError

DATA = Path(__file__).parent / "data"
KEYS = frozenset({"value", "forms", "regex", "case", "examples", "refuses"})


class Lexicon:
    """The words of one language: patterns by topic, word lists, and tables as they stand in the file."""

    def __init__(self, lang: str, roots: tuple[Path, ...]) -> None:
        self.lang = lang
        self._roots = roots
        self._sets: dict[str, PatternSet] = {}
        self._tables: dict[str, Mapping[str, Any]] = {}
        self._words: dict[tuple[str, str], frozenset[str]] = {}

    def table(self, topic: str) -> Mapping[str, Any]:
        """The topic's file as parsed, empty where the language has none."""
        if topic not in self._tables:
            self._tables[topic] = _parse(self.lang, topic, self._roots)
        return self._tables[topic]

    def patterns(self, topic: str) -> PatternSet:
        """The compiled patterns of a topic, empty where the language has none."""
        if topic not in self._sets:
            source = f"{self.lang}/{topic}.toml"
            self._sets[topic] = PatternSet([pattern(raw, source) for raw in self.table(topic).get("pattern", ())])
        return self._sets[topic]

    def words(self, topic: str, key: str) -> frozenset[str]:
        """The list `key` of a topic's `[words]` table, lower-cased."""
        words = self._words.get((topic, key))
        if words is None:
            found = self.table(topic).get("words", {}).get(key, ())
            words = self._words[topic, key] = frozenset(str(word).lower() for word in found)
        return words

    def text(self, topic: str, key: str, default: str = "") -> str:
        """The string `key` of a topic's `[settings]` table."""
        return str(self.table(topic).get("settings", {}).get(key, default))

    def topics(self) -> tuple[str, ...]:
        """The topics that this language has files for, sorted."""
        return tuple(sorted({file.stem for root in self._roots for file in (root / self.lang).glob("*.toml")}))


def pattern(raw: Mapping[str, Any], source: str) -> Pattern:
    """A pattern from its TOML table; raises `LexiconError` naming the file and the value."""
    try:
        attributes: dict[str, Value] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in raw.items() if key not in KEYS
        }
        made = Pattern(
            value=str(raw["value"]),
            forms=tuple(raw.get("forms", ())),
            regex=str(raw.get("regex", "")),
            case=bool(raw.get("case", False)),
            attributes=attributes,
            examples=tuple((str(text), str(found)) for text, found in raw.get("examples", ())),
            refuses=tuple(raw.get("refuses", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(
            f"{source}: a pattern lacks or mistakes {error}; compare it with the guide on top"
        ) from error
    if not made.forms and not made.regex:
        raise LexiconError(f"{source}: pattern {made.value!r} has neither forms nor regex; give it one of them")
    return made


def _parse(lang: str, topic: str, roots: tuple[Path, ...]) -> Mapping[str, Any]:
    for root in reversed(roots):
        file = root / lang / f"{topic}.toml"
        if file.is_file():
            try:
                return tomllib.loads(file.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise LexiconError(f"{file}: not valid TOML ({error}); mend the line named") from error
    return {}


def folders() -> tuple[Path, ...]:
    """The folders that languages are looked for in: the package's, then that of `GREFFIER_LEXICONS`, if it is set."""
    extra = os.environ.get("GREFFIER_LEXICONS", "")
    if extra and not Path(extra).is_dir():
        raise LexiconError(
            f"{extra}: no such folder; set GREFFIER_LEXICONS to a folder with a folder for each language"
        )
    return (DATA, Path(extra)) if extra else (DATA,)


@cache
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of `lang` (ISO 639-1); a topic of the user's own folder stands for that of the package."""
    return Lexicon(lang, folders())


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted.

    >>> "nl" in languages()
    True
    """
    return tuple(sorted({d.name for root in folders() for d in root.iterdir() if d.is_dir() and len(d.name) == 2}))
