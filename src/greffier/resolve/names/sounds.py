"""A word as the sounds that its letters may stand for, and what it costs to take one sound for another.

A place in a word is a set of sounds held as bits: the Latin `c` is k, ts, s, č or dž until something else tells. Two
places that share a sound cost nothing; near sounds cost a part. Vowels count for little: they are what spellings
disagree on most. The costs are phonetic knowledge (voicing, place, manner), rounded; weights, not fitted numbers.

>>> [round(cost(bit("k"), bit(sound)), 2) for sound in ("k", "g", "m")]
[0.0, 0.45, 1.0]
"""

from dataclasses import dataclass
from functools import cache

from greffier.lexicon.spellings import CONSONANTS, SILENT, spellings
from greffier.lexicon.spellings import VOWELS as VOWEL_NAMES

NAMES = CONSONANTS + VOWEL_NAMES
BITS = {name: 1 << index for index, name in enumerate(NAMES)}
VOWELS = sum(BITS[name] for name in VOWEL_NAMES)
GLIDE = BITS["j"]
BREATH = BITS["h"] | BITS["kh"]
ALL = (1 << len(NAMES)) - 1
MAIN = 32  # the bits above these hold the sound that a place stands for first
ONE_SIDED = 0.04  # two places share a sound that is the first of one of them only: c for ц
FARFETCHED = 0.25  # or of neither: t (for ţ) and z (as in German) are hardly both ts
UNLIKE = 2.0  # a vowel for a consonant: dearer than leaving both out
LOST = 1.5  # a consonant that nothing lets fall away: Ivanov is not Ivankov
UNSURE = 0.2  # the weight of a consonant that may fall away
BETWEEN = 0.35  # a vowel between consonants: Petr, Petar
OTHER = 1.0  # one consonant for another

# Pairs of consonants that languages and alphabets take for one another, with the cost.
NEAR = """
p-b .5  t-d .5  k-g .45  f-v .25  s-z .3  sh-zh .3  s-sh .7  z-zh .7  s-ts .45  z-ts .45
ts-ch .45  sh-ch .45  zh-dzh .1  z-dzh .45  ch-dzh .4  k-kh .3  g-kh .3  h-kh .05  h-g .1  h-k .4
b-v .6  m-n .6  l-r .8  t-ts .4  t-ch .45  d-dzh .4  d-zh .6  t-th .05  f-th .2  d-th .2
s-th .3  ts-k .5  ks-k .4  ks-s .4  ks-z .4  w-v .05  w-f .3  p-f .4  zh-ch .5  j-zh .4  j-dzh .3
j-g .5  j-kh .4  j-h .4  a-o .2  a-e .3  a-i .4  a-u .3  a-y .2  e-i .2  e-o .2  e-u .35  e-y .15
i-o .45  i-u .25  i-y .05  o-u .2  o-y .2  u-y .15  u-v .35  u-w .1  o-v .5  i-j .03
y-j .03  e-j .2  b-w .6  b-f .6
"""


def bit(name: str) -> int:
    """The bit of one sound."""
    return BITS[name]


@cache
def _near() -> dict[tuple[int, int], float]:
    near = {}
    items = NEAR.split()
    for pair, price in zip(items[::2], items[1::2], strict=True):
        one, _, other = pair.partition("-")
        near[BITS[one], BITS[other]] = near[BITS[other], BITS[one]] = float(price)
    return near


def _bits(mask: int) -> list[int]:
    return [value for value in BITS.values() if mask & value]


def cost(one: int, other: int) -> float:
    """What it costs to take the place `one` for the place `other`: the least over their sounds."""
    shared = one & other & ALL
    if one == other:
        return 0.0
    if shared:
        main = bool(shared & one >> MAIN) + bool(shared & other >> MAIN)
        return (FARFETCHED, ONE_SIDED, 0.0)[main]
    one, other = one & ALL, other & ALL
    near = _near()
    apart = OTHER if bool(one & VOWELS) == bool(other & VOWELS) else UNLIKE
    return min([apart, *(near.get((a, b), apart) for a in _bits(one) for b in _bits(other))])


@dataclass(frozen=True, slots=True)
class Reading:
    """A word's places, what each costs to leave out, the word's weight, and the consonants it must and may hold.

    `firm` are the places of consonants that nothing lets fall away, `loose` the number of other consonants.
    """

    places: tuple[int, ...]
    leave: tuple[float, ...]
    weight: float
    must: int
    may: int
    price: float = 0.0
    firm: tuple[int, ...] = ()
    loose: int = 0


# Classes of consonants that hardly any spelling confuses, for a first look at two words.
CLASSES = tuple(
    sum(BITS[name] for name in group.split())
    for group in ("p b f v w", "t d th ts ch dzh s z sh zh ks", "k g kh h ks", "r", "l", "m n", "j zh dzh")
)


def read_sounds(letters: str) -> list[tuple[int, bool]]:
    """The places of `letters` (already bare), each with whether it may fall away; longest groups first."""
    table = spellings()
    places: list[tuple[int, bool]] = []
    at = 0
    while at < len(letters):
        for size in range(min(table.longest, len(letters) - at), 0, -1):
            group = table.groups.get(letters[at : at + size])
            if group is not None:
                break
        else:
            at += 1
            continue
        at += size
        for sounds in group:
            mask = sum(BITS[sound] for sound in sounds if sound != SILENT)
            if mask:
                # What stands for a letter group is told by its language; a single letter has one sound first.
                mask |= (mask if size > 1 else BITS[sounds[0]]) << MAIN
            place = (mask, SILENT in sounds)
            if mask and (not places or places[-1][0] != mask):
                places.append(place)
    return places


def reading(letters: str, price: float = 0.0) -> Reading:
    """The reading of a bare word."""
    places = read_sounds(letters)
    soft = [bool(mask & (VOWELS | GLIDE)) for mask, _ in places]
    leave = []
    weight = 0.0
    must = may = 0
    for index, (mask, silent) in enumerate(places):
        beside = (index > 0 and soft[index - 1]) or (index + 1 < len(places) and soft[index + 1])
        if mask & GLIDE and not mask & VOWELS:
            price_out = 0.05 if index else 0.2
        elif mask & VOWELS:
            mute = index == len(places) - 1 and mask & ALL == BITS["e"]
            price_out = 0.08 if beside or silent else 0.15 if mute else BETWEEN
        elif silent:
            price_out = 0.03
        elif not mask & ALL & ~BREATH:
            price_out = 0.35
        else:
            price_out = LOST
        weight += min(price_out, 1.0) if mask & VOWELS or price_out == LOST else UNSURE
        leave.append(price_out)
        if not mask & VOWELS:
            kinds = [1 << number for number, members in enumerate(CLASSES) if mask & members]
            may |= sum(kinds)
            if len(kinds) == 1 and price_out == LOST:
                must |= kinds[0]
    masks = tuple(mask for mask, _ in places)
    firm = tuple(mask for mask, out in zip(masks, leave, strict=True) if out == LOST)
    loose = sum(not mask & VOWELS for mask in masks) - len(firm)
    return Reading(masks, tuple(leave), weight, must, may, price, firm, loose)
