"""What a word may be in the grammar of names: a title, a role, a head noun, a linker, a country …

The words come from `lexicon/data/<lang>/{names,bodies}.toml` and the countries of the same language; what a word is
does not depend on its neighbours, so it is looked up once and remembered. A word may be several things at once.

>>> words = vocabulary("en")
>>> bool(words.of("Mr") & TITLE), bool(words.of("Ministry") & HEAD), bool(words.of("Jansen") & (TITLE | HEAD))
(True, True, False)
>>> bool(words.of("Belgian") & NATION), bool(words.of("KAZAKHSTAN") & COUNTRY), words.kind("Senate")
(True, True, 'chamber')
"""

from collections.abc import Iterable
from functools import cache

from greffier.lexicon.geography import load_geography
from greffier.lexicon.load import languages, load_lexicon

TITLE, LISTS, ROLE, PARTICLE, AFTER, KIN, NEVER = (1 << bit for bit in range(7))
HEAD, ALONE, LOWER, MODIFIER, OF, ON, ARTICLE, AND, TOPIC, DOCUMENT, STOP = (1 << bit for bit in range(7, 18))
COUNTRY, NATION, CAPITAL, ACRONYM, INITIAL, WORD, AT, ROYAL, BARE = (1 << bit for bit in range(18, 27))

_PERSON = {"titles": TITLE, "lists": LISTS, "roles": ROLE, "after": AFTER, "kin": KIN, "never": NEVER, "royal": ROYAL}
_BODY = {
    "alone": ALONE,
    "bare": BARE,
    "modifiers": MODIFIER,
    "of": OF,
    "on": ON,
    "at": AT,
    "articles": ARTICLE,
    "and": AND,
    "topics": TOPIC,
    "documents": DOCUMENT,
    "never": STOP,
}
_LIMIT = 50_000
_ENDING = 4  # letters that a `*` at a word's end stands for at most
_TAIL = 5  # letters that a compound's last part has at least, and two before it


class Vocabulary:
    """The words of one language, each with its bits."""

    def __init__(self, lang: str) -> None:
        self._exact: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._tails: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        self._memory: dict[str, int] = {}
        self._geography = load_geography(lang)
        lexicon = load_lexicon(lang)
        for key, bit in _PERSON.items():
            self._add(lexicon.words("names", key), bit)
        for other in languages():
            self._add(load_lexicon(other).words("names", "particles"), PARTICLE)
        lower = lexicon.words("bodies", "lower")
        for kind, heads in lexicon.table("bodies").get("heads", {}).items():
            self._add(heads, HEAD | LOWER if kind in lower else HEAD)
            for head in heads:
                self._kinds.setdefault(head, kind)
        for key, bit in _BODY.items():
            self._add(lexicon.words("bodies", key), bit)
        self.before = bool(lexicon.table("bodies").get("settings", {}).get("before", True))
        self.after = bool(lexicon.table("bodies").get("settings", {}).get("after", True))
        self.nouns_capital = lexicon.text("language", "nouns") == "capital"
        called = lexicon.words("bodies", "called")
        self._called = frozenset(word for word in called if not word.startswith("*"))
        self._called_tails = tuple(word[1:] for word in called if word.startswith("*"))
        self.endings = tuple(sorted(lexicon.words("names", "genitives"), key=len, reverse=True))

    def _add(self, words: Iterable[str], bit: int) -> None:
        for word in words:
            if word.startswith("*"):
                self._tails[word[1:].rstrip("*")] = self._tails.get(word[1:].rstrip("*"), 0) | bit
            elif word.endswith("*"):
                self._stems[word[:-1]] = self._stems.get(word[:-1], 0) | bit
            else:
                self._exact[word] = self._exact.get(word, 0) | bit

    def of(self, word: str) -> int:
        """The bits of `word`, as it is written."""
        known = self._memory.get(word)
        if known is None:
            if len(self._memory) > _LIMIT:
                self._memory.clear()
            known = self._memory[word] = self._look_up(word)
        return known

    def exact(self, word: str) -> bool:
        """Whether `word` is in a list as it stands, not as the end of a compound or a form."""
        return word.lower() in self._exact

    def called(self, word: str) -> bool:
        """Whether a body goes by the name behind the head `word` ("the rights group Harbour")."""
        lower = word.lower()
        return lower in self._called or lower.endswith(self._called_tails)

    def compound(self, word: str) -> bool:
        """Whether a list has only the end of `word`, with other letters before it ("Außenministerium")."""
        lower = word.lower()
        if self._exact.get(lower, 0) & HEAD or any(
            self._stems.get(lower[:cut], 0) & HEAD for cut in range(2, len(lower) + 1)
        ):
            return False
        return any(self._tails.get(lower[cut:], 0) & HEAD for cut in range(3, len(lower) - 2))

    def kind(self, word: str) -> str | None:
        """The kind of body that `word` is a head of, or None."""
        lower = word.lower().replace("’", "'")
        if lower in self._kinds:
            return self._kinds[lower]
        for cut in range(len(lower), max(len(lower) - _ENDING, 1) - 1, -1):
            if lower[:cut] + "*" in self._kinds:
                return self._kinds[lower[:cut] + "*"]
        for cut in range(1, len(lower) - 2):
            if "*" + lower[cut:] in self._kinds:
                return self._kinds["*" + lower[cut:]]
        return self._kinds.get(lower.rpartition("-")[2])

    def _look_up(self, word: str) -> int:
        lower = word.lower().replace("’", "'")
        bits = self._exact.get(lower, 0)
        for cut in range(max(len(lower) - _ENDING, 2), len(lower) + 1):
            bits |= self._stems.get(lower[:cut], 0)
        for cut in range(2, len(lower) - 2):
            bits |= self._tails.get(lower[cut:], 0)
        if lower.endswith("s") and len(lower) > _TAIL:
            bits |= self._exact.get(lower[:-1], 0) & (ROLE | TITLE | HEAD)
        if "-" in lower:
            bits |= self._exact.get(lower.rpartition("-")[2], 0) & (ROLE | TITLE | HEAD | DOCUMENT)
        first = word[:1]
        if first.isalpha():
            bits |= WORD
            if first.isupper():
                bits |= CAPITAL
                if len(word) == 1 or (len(word) == 2 and word[1] == "."):
                    bits |= INITIAL
                if word.isupper() and 1 < len(word) < 8:
                    bits |= ACRONYM
            elif not first.islower() or self._joined(word):
                bits |= CAPITAL  # a script without case; "al-Jansen"
        if bits & WORD and len(word) > 1:
            bits |= self._country(word)
        return bits

    def _joined(self, word: str) -> bool:
        """Whether `word` is a particle and a name with a hyphen between ("al-Jansen")."""
        particle, _, name = word.partition("-")
        return name[:1].isupper() and bool(self._exact.get(particle, 0) & PARTICLE)

    def _country(self, word: str) -> int:
        spelled = "-".join(map(str.capitalize, word.split("-"))) if word.isupper() and len(word) > 3 else word
        reached = 0
        for start, end, _, kind in self._geography.find(spelled):
            if (start, end) == (0, len(spelled)):
                return COUNTRY if kind == "name" else NATION
            if start > reached + 1:
                return 0
            reached = end
        first, mark, last = word.partition("-")
        if mark and first[-1:] in "oо" and last and last[-1:] != "-" and "-" not in last:
            return self._country(last) & NATION  # "germano-suisse"
        # "Nederlands-Turkse"; "АҚШ-да"
        if reached and "-" in word and (reached == len(spelled) or len(word) - reached <= _ENDING):
            return NATION if reached == len(spelled) else COUNTRY
        return 0


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The words of `lang`; of a language without lexicon, its countries only."""
    return Vocabulary(lang)
