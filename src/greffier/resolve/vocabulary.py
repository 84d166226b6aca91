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
from functools import cache

from greffier.resolve.names import PreparedName
from greffier.resolve.names.align import match
from greffier.resolve.names.words import Word, skeletons, word

Alike = Mapping[Word, set[Word]]
Keys = set[str | int]
Blocks = dict[str | int, list[Word]]
NEIGHBOURS, SHARE = 6, 5_000  # words beside a word, at least and as one in so many names, that make it a usual one
MATCH = 0.8  # likeness from which two words may be one


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


def _alike(told: Sequence[Sequence[Word]]) -> Alike:
    """For each word those that it may be a spelling of, their neighbours in some name too; itself among them.

    Words of several neighbours (given names) come first, compared where the keys of their neighbours agree. The others
    are then compared only where they have one and the same of those words, now known, beside them.
    """
    beside: dict[Word, set[Word]] = defaultdict(set)
    for words in told:
        for each in words:
            beside[each].update(words)
    alike: dict[Word, set[Word]] = {each: {each} for words in told for each in words}
    least = max(NEIGHBOURS, len(told) // SHARE)
    usual = {each for each in alike if len(beside[each]) > least}
    rare = [each for each in alike if each not in usual]
    keys = {one: set().union(*(keys_of(each) for each in beside[one] if each is not one)) for one in alike}
    blocks: Blocks = defaultdict(list)
    for one in (*(each for each in alike if each in usual), *rare):
        _compared(one, blocks, keys, alike)
        if one in usual:
            _enter(one, blocks)
    hints = {one: _hints(one, beside[one], usual, alike) for one in rare}
    blocks = defaultdict(list)
    for one in rare:
        _compared(one, blocks, hints, alike)
        _enter(one, blocks)
    return alike


def _hints(one: Word, beside: set[Word], usual: set[Word], alike: Alike) -> Keys:
    """What says that the neighbours of two words may be one: usual words by number, others by their keys."""
    found: Keys = set()
    for each in beside:
        if each is not one:
            found.update(-other.number - 1 for other in alike[each] if other in usual)
            if each not in usual:
                found |= keys_of(each)
    return found


def _compared(one: Word, blocks: Blocks, beside: Mapping[Word, Keys], alike: dict[Word, set[Word]]) -> None:
    """Note which words of `blocks` one may be, of those whose neighbours share something with its own."""
    near = beside[one]
    for other in _met(one, blocks):
        if not near.isdisjoint(beside[other]) and match(one, other, MATCH):
            alike[one].add(other)
            alike[other].add(one)


def _enter(one: Word, blocks: Blocks) -> None:
    for key in keys_of(one):
        blocks[key].append(one)


@cache
def keys_of(each: Word) -> Keys:
    """What two words that may be one share some of: their first consonants, with how many they may have in all."""
    readings = (*each.readings, each.father) if each.father else each.readings
    found: Keys = set(each.names)
    for one in readings:
        lengths = range(len(one.firm), len(one.firm) + one.loose + 1)
        found.update(f"{key}{length}" for key in skeletons(one) for length in lengths)
    return found


def blocked(words: Iterable[Word]) -> Blocks:
    """The words under their keys."""
    blocks: Blocks = defaultdict(list)
    for each in words:
        _enter(each, blocks)
    return blocks


def _met(one: Word, blocks: Blocks) -> set[Word]:
    return {other for key in keys_of(one) for other in blocks.get(key, ())}


def spellings_of(one: Word, blocks: Blocks, least: float) -> set[Word]:
    """The words of `blocks` that are at least `least` alike."""
    return {other for other in _met(one, blocks) if match(one, other, least)}
