"""The forms that a word of the lexicon takes in running text, by the endings that its language's data give.

`data/<lang>/inflection.toml` holds, for each kind of word, endings and what they turn into. A word of a lexicon that
inflects is written with `*`; the longest ending that it has counts. A word without `*` stays as it is.

>>> inflect("Россия*", "ru", "names")
('Россия', 'России', 'Россию', 'Россией')
>>> inflect("kazakh*", "fr", "adjectives")
('kazakh', 'kazakhe', 'kazakhs', 'kazakhes')
>>> inflect("kazakh", "fr", "adjectives")
('kazakh',)
"""

from functools import cache
from typing import Any

from greffier.lexicon.load import load_lexicon


@cache
def endings(lang: str, kind: str) -> dict[str, tuple[str, ...]]:
    """The endings of one kind of word, each with what it turns into; `bodies` as `names` where not given."""
    tables = load_lexicon(lang).table("inflection")
    table: dict[str, Any] = dict(tables.get(kind) or (tables.get("names", {}) if kind == "bodies" else {}))
    return {ending: tuple(turned) for ending, turned in table.items()}


@cache
def inflect(word: str, lang: str, kind: str) -> tuple[str, ...]:
    """Every form of `word`, itself first; `word` without its `*` where the language has no endings for it."""
    if not word.endswith("*"):
        return (word,)
    word = word[:-1]
    table = endings(lang, kind)
    for length in range(min(len(word), 4), -1, -1):
        ending = word[len(word) - length :]
        if turned := table.get(ending):
            stem = word[: len(word) - length]
            return tuple(dict.fromkeys((word, *(stem + new for new in turned))))
    return (word,)
