"""How likely it is that two people bear one name by chance, from the names of the record itself.

Of N names of a country, n with one word and m with another, N · n/N · m/N are expected to have both by chance. In a
small record that is next to nothing; where a hundred people are called Andersen and a hundred Arne, two Arne Andersens
are likelier two people than one, until something beside the name says that they are one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from greffier.lexicon.spellings import latin_countries
from greffier.resolve.names import PreparedName

COMMON = 0.02  # expected bearers by chance from which a name alone does not tell who is meant


class Commonness:
    """The words of the names of a record, counted by country. Each distinct name counts once."""

    def __init__(self, named: Iterable[tuple[PreparedName, str | None]]) -> None:
        lands: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for name, land in named:
            lands[_words(name)].update([land] if land else ())
        self._names: Counter[str] = Counter()
        self._words: Counter[tuple[str, str]] = Counter()
        self._of: dict[str, Counter[str]] = defaultdict(Counter)
        for words, known in lands.items():
            for word in words:
                self._of[word].update(known.keys())
            for land in known or ("",):
                self._names[land] += 1
                self._words.update((land, word) for word in words)

    def land(self, name: PreparedName) -> str:
        """The country that a name's words are usual in, nothing where they are of none or of several alike."""
        found: Counter[str] = Counter()
        for word in _words(name):
            found.update(self._of[word])
        first = found.most_common(2)
        return first[0][0] if first and (len(first) < 2 or first[0][1] > first[1][1]) else ""

    def expected(self, name: PreparedName, land: str | None = None) -> float:
        """How many bearers of a name are expected by chance in its country, beside the first."""
        country = land or self.land(name)
        names = self._names[country]
        if not names:
            return 0.0
        share = float(names)
        for word in _words(name):
            share *= max(self._words[country, word] - 1, 0) / names
        return share

    def latin(self, name: PreparedName, lands: Sequence[str]) -> bool:
        """Whether a name is of a country that writes in Latin letters, so that another spelling is another name."""
        return (min(lands) if lands else self.land(name)) in latin_countries()


def _words(name: PreparedName) -> tuple[str, ...]:
    return tuple(sorted({word.text for word in name.words if not word.abbreviated}))
