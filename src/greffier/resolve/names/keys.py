"""Keys under which the forms of one name meet: compare only names that share one.

A key joins the consonants of one word to the first sound of another, so that neither a common surname nor a common
given name alone fills a block. Cost grows with the names, not their square, as long as no block is large.

>>> from greffier.resolve.names.prepare import prepare
>>> bool(block_keys(prepare("Georgi Tchavdarov")) & block_keys(prepare("Чавдаров, Георги")))
True
>>> bool(block_keys(prepare("Georgi Tchavdarov")) & block_keys(prepare("Anna Meulen")))
False
"""

from functools import cache

from greffier.lexicon.spellings import given_names
from greffier.resolve.names.prepare import PreparedName
from greffier.resolve.names.words import Word, word


def block_keys(name: PreparedName) -> frozenset[str]:
    """The keys of a name; those of one word alone where it has no other."""
    words = _all_words(name)
    if len(name.words) < 2:
        return frozenset(key + "/" for each in words for key in each.keys)
    return frozenset(
        f"{key}/{begin}"
        for one in words
        if not one.abbreviated
        for other in name.words
        if other is not one and not one.text.endswith(other.text)
        for key in one.keys
        for begin in begins(other)
    )


def _all_words(name: PreparedName) -> tuple[Word, ...]:
    """The words of a name, and those that particles stand before once more with them (Devries for de Vries)."""
    led = (word(small + each.text) for small, each in zip(name.led, name.words, strict=False) if small)
    return (*name.words, *led)


def surname_keys(name: PreparedName) -> frozenset[str]:
    """The keys that a mention of one word alone (a surname, mostly) shares with the full name."""
    return frozenset(key + "/" for each in _all_words(name) if not each.abbreviated for key in each.keys)


_begins: dict[Word, frozenset[str]] = {}


def begins(each: Word) -> frozenset[str]:
    """The first consonants that a word or another form of the same given name may have."""
    found = _begins.get(each)
    if found is None:
        found = frozenset(key[:1] for key in each.keys).union(*(_name_begins(number) for number in each.names))
        _begins[each] = found
    return found


@cache
def _name_begins(number: int) -> frozenset[str]:
    """One letter for a given name in all its forms: its first form's."""
    first = given_names()[number].full[0]
    return frozenset({f"={number}"}) | frozenset(key[:1] for key in word(first.lower()).keys)
