"""Which names are worth comparing: those of which two words may be two words of the other.

Words are compared first, each pair at most once, and only where the words beside them in some name may be alike too.
Names then meet through their words. The work grows with the names and with the words alike in use, not with the square
of the names (a dictionary of names is soon complete, however many papers).

>>> from greffier.resolve.names import prepare
>>> sorted(meetings([prepare(n) for n in ("Georgi Lazarov", "Anna Meulen", "Лазаров Георги")]))
[(0, 2)]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from greffier.resolve.names import PreparedName
from greffier.resolve.names.align import match
from greffier.resolve.names.words import Word, word

Alike = Mapping[Word, set[Word]]
MATCH = 0.75  # likeness from which two words may be one


def meetings(names: Sequence[PreparedName]) -> Iterator[tuple[int, int]]:
    """Yield each pair of numbers of `names` worth comparing, the smaller first, once."""
    told = [name_words(name) for name in names]
    alike = _alike(told)
    partners: dict[Word, dict[Word, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, words in enumerate(told):
        for one in words:
            for other in words:
                if one is not other:
                    partners[one][other].append(index)
    for index, words in enumerate(told):
        met: set[int] = set()
        for place, one in enumerate(words):
            for other in words[place + 1 :]:
                if len(alike[other]) < len(alike[one]):
                    first, second = other, alike[one]
                else:
                    first, second = one, alike[other]
                for near in alike[first]:
                    row = partners[near]
                    for hit in row.keys() & second:
                        met.update(row[hit])
        for other_index in sorted(met):
            if other_index > index:
                yield index, other_index


def name_words(name: PreparedName) -> tuple[Word, ...]:
    """The words of a name written out, with particles joined (Devries) and neighbours joined (Nursultan) besides."""
    words = [each for each in name.words if not each.abbreviated]
    led = [word(small + each.text) for small, each in zip(name.led, name.words, strict=False) if small]
    joined = [
        word(one.text + other.text)
        for one, other in zip(name.words, name.words[1:], strict=False)
        if len(name.words) > 2 and not (one.abbreviated or other.abbreviated)
    ]
    return tuple(dict.fromkeys((*words, *led, *joined)))


def _alike(told: Iterable[Sequence[Word]]) -> Alike:
    """For each word those that may be it and that stand beside words that may be the words beside it; itself too."""
    beside: dict[Word, set[str | int]] = defaultdict(set)
    for words in told:
        keys = [keys_of(each) for each in words]
        for place, each in enumerate(words):
            for other_place, others in enumerate(keys):
                if other_place != place:
                    beside[each] |= others
    alike = {each: {each} for words in told for each in words}
    blocks = blocked(alike)
    for one, found in alike.items():
        for other in _met(one, blocks):
            if other.number > one.number and not beside[one].isdisjoint(beside[other]) and match(one, other, MATCH):
                found.add(other)
                alike[other].add(one)
    return alike


def keys_of(each: Word) -> set[str | int]:
    """What two words that may be one share some of."""
    return {*each.keys, *each.names}


def blocked(words: Iterable[Word]) -> Mapping[str | int, list[Word]]:
    """The words under their keys."""
    blocks: dict[str | int, list[Word]] = defaultdict(list)
    for each in words:
        for key in keys_of(each):
            blocks[key].append(each)
    return blocks


def _met(one: Word, blocks: Mapping[str | int, list[Word]]) -> set[Word]:
    return {other for key in keys_of(one) for other in blocks.get(key, ())}


def spellings_of(one: Word, blocks: Mapping[str | int, list[Word]], least: float) -> set[Word]:
    """The words of `blocks` that are at least `least` alike."""
    return {other for other in _met(one, blocks) if match(one, other, least)}
