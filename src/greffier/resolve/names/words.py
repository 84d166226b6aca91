"""A word of a name, with all that is worked out once: its readings, the given names it may be, its part.

>>> word("tokajevs").text, len(word("ivanovs").readings)
('tokajevs', 2)
>>> word("petrovich").patronymic, word("petrov").patronymic
(True, False)
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.spellings import bare, given_names, name_forms
from greffier.resolve.names.distance import distance
from greffier.resolve.names.sounds import BITS, GLIDE, VOWELS, Reading, reading

READINGS = 4  # the word itself and at most three endings taken away
KEY_PLACES = 4  # consonants of a word that go into its key
TOLERANCE = 0.16  # cost up to which a word is a spelling of a given name: one unclear vowel
SURE = 1.0  # what leaving out a sure consonant costs
PATRONYMIC = 5  # letters that a patronymic has more of
KEYS = 16  # keys of one word at most


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word, bare; `number` tells it from any other in this process."""

    number: int
    text: str
    readings: tuple[Reading, ...]
    abbreviated: bool
    patronymic: bool
    surname_patronymic: bool
    ends_a: bool
    ends_vowel: bool
    cyrillic: bool
    father: Reading | None = None
    keys: frozenset[str] = frozenset()
    full: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    female: bool = False


_words: dict[tuple[str, bool], Word] = {}


def word(text: str, *, abbreviated: bool = False) -> Word:
    """The word of a bare text, made once."""
    found = _words.get((text, abbreviated))
    if found is None:
        found = _words[text, abbreviated] = _word(text, abbreviated)
    return found


def _word(text: str, abbreviated: bool) -> Word:
    forms = name_forms()
    readings = readings_of(text) if not abbreviated else (reading(text),)
    keys = frozenset(key for each in readings for key in skeletons(each))
    full: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    ending = max((each for each in forms.patronymics if text.endswith(each)), key=len, default="")
    patronymic = bool(ending) and len(text) > PATRONYMIC
    if not abbreviated:
        full, names = known_as(readings[0])
    return Word(
        number=len(_words),
        text=text,
        readings=readings,
        abbreviated=abbreviated,
        patronymic=patronymic,
        father=reading(text[: -len(ending)]) if patronymic else None,
        surname_patronymic=text.endswith(forms.surname_patronymics),
        ends_a=text.endswith(("a", "а", "я")),
        ends_vowel=bool(readings[0].places and readings[0].places[-1] & VOWELS),
        cyrillic="\u0400" <= text[:1] <= "\u04ff",
        keys=keys,
        full=full,
        names=names,
        female=bool(names) and all(given_names()[number].sex == "f" for number in names),
    )


def readings_of(text: str) -> tuple[Reading, ...]:
    """The word as it stands, then with an ending taken for another, cheapest first."""
    found = {text: 0.0}
    for ending in name_forms().endings:
        if text.endswith(ending.form) and len(text) - len(ending.form) >= ending.least:
            other = text[: len(text) - len(ending.form)] + ending.bare
            found[other] = min(found.get(other, 9.0), ending.cost)
    ordered = sorted(found.items(), key=lambda item: (item[0] != text, item[1], item[0]))
    return tuple(reading(letters, price) for letters, price in ordered[:READINGS])


# Letters for consonants in keys: what spellings confuse has one letter.
KEY_LETTERS = {
    "P": "p b f v w",
    "T": "t d th",
    "S": "s z sh zh ts ch dzh",
    "K": "k g kh",
    "R": "r",
    "L": "l",
    "N": "m n",
    "KS": "ks",
}
KEY_MASKS = tuple((letter, sum(BITS[name] for name in names.split())) for letter, names in KEY_LETTERS.items())

CONSONANT = sum(BITS[name] for names in KEY_LETTERS.values() for name in names.split()) | BITS["h"]


@cache
def key_letters(mask: int) -> tuple[str, ...]:
    """The key letters of one place; the empty one where it may be silent."""
    letters = [letter for letter, members in KEY_MASKS if mask & members]
    if mask & (GLIDE | VOWELS | BITS["h"]):
        letters.append("")
    return tuple(letters)


def skeletons(each: Reading) -> list[str]:
    """The first consonants of a reading as keys, in every way that its places may be read.

    >>> skeletons(reading("чавдаров")), skeletons(reading("csavdarov"))
    (['SPTR'], ['SPTR', 'KSPT'])
    """
    choices = [
        (*key_letters(mask), "") if out < SURE and "" not in key_letters(mask) else key_letters(mask)
        for mask, out in zip(each.places, each.leave, strict=True)
        if mask & CONSONANT
    ]
    made = {"": None}
    for letters in choices:
        if all(len(key) == KEY_PLACES for key in made) or len(made) > KEYS:
            break
        made = {
            key if len(key) == KEY_PLACES or key.endswith(letter) else key + letter: None
            for key in made
            for letter in letters
        }
    if not any(made):
        return ["V"] if each.places and each.places[0] & VOWELS else [""]
    return list(made)


def last(each: Reading) -> int:
    """The last place of a reading, 0 where it has none."""
    return each.places[-1] if each.places else 0


@cache
def _given() -> dict[tuple[str, int], list[tuple[int, bool, Reading]]]:
    """The given names by key and last place."""
    index: dict[tuple[str, int], list[tuple[int, bool, Reading]]] = defaultdict(list)
    for number, name in enumerate(given_names()):
        for forms, is_full in ((name.full, True), (name.short, False)):
            for form in forms:
                read = reading(bare(form).replace("'", ""))
                for key in skeletons(read):
                    index[key, last(read)].append((number, is_full, read))
    return index


def known_as(each: Reading) -> tuple[frozenset[int], frozenset[int]]:
    """The given names that a reading may be: as a full form, and in any form."""
    full, names = set(), set()
    for key in skeletons(each):
        for number, is_full, known in _given().get((key, last(each)), ()):
            if number in full or (number in names and not is_full):
                continue
            if distance(known, each, TOLERANCE) <= TOLERANCE:
                names.add(number)
                if is_full:
                    full.add(number)
    return frozenset(full), frozenset(names)
