"""How alike two words sound: the cheapest alignment of their places, as a share of the words' weight.

>>> from greffier.resolve.names.words import word
>>> round(likeness(word("chavdarov"), word("tchavdarow")), 2), likeness(word("чавдаров"), word("csavdarov"))
(0.99, 1.0)
>>> likeness(word("lazarov"), word("chavdarov")) < 0.5
True
"""

from greffier.resolve.names.distance import distance, far
from greffier.resolve.names.sounds import GLIDE, LOST, VOWELS, Reading, cost
from greffier.resolve.names.words import Word

STEEPNESS = 1.6  # how much likeness one unit of cost takes, relative to the words' weight
SLACK = 1.0  # how much two weights may differ by what may fall away
LEAST = 0.5  # below it words are unlike, however much
KNOWN = 0.9  # likeness below which two given names must be known as one
COGNATE = 0.82  # two languages' forms of one given name
SHORT = 0.75  # a given name and its short form
ABBREVIATED = 0.72  # an initial and a word that begins so
NEARBY = 0.2  # cost up to which an initial may be the first sound of a word
CACHED = 2_000_000  # pairs of words remembered before starting anew

_known: dict[int, float] = {}


def likeness(one: Word, other: Word) -> float:
    """0 (unlike) to 1 (one sound) of two words, remembered."""
    if one is other:
        return 1.0
    key = one.number << 32 | other.number if one.number < other.number else other.number << 32 | one.number
    found = _known.get(key)
    if found is None:
        if len(_known) > CACHED:
            _known.clear()
        found = _known[key] = _likeness(one, other)
    return found


def _likeness(one: Word, other: Word) -> float:
    if one.abbreviated or other.abbreviated:
        return _begins(one, other)
    sound = 0.0
    for a in one.readings:
        for b in other.readings:
            alike = _alike(a, b)
            if alike > sound:
                sound = alike
                if sound == 1.0:
                    return 1.0
    if one.father and other.father:
        sound = max(sound, _alike(one.father, other.father))
    if sound < KNOWN and one.names and other.names:
        if one.full & other.full:
            return max(sound, COGNATE)
        if one.names & other.names:
            return max(sound, SHORT)
        # Each is known as a given name, and not as one and the same: Marin is not Martin, Ivana not Ivan.
        return min(sound, LEAST - 0.01)
    return sound if sound >= LEAST else 0.0


def match(one: Word, other: Word, least: float) -> bool:
    """Whether the likeness of two words written out is at least `least`: quicker than knowing it where it is not."""
    if one is other:
        return True
    if one.names and other.names:
        if not one.names.isdisjoint(other.names):
            return True
        least = max(least, KNOWN)
    for a in one.readings:
        for b in other.readings:
            if _alike(a, b, least):
                return True
    return bool(one.father and other.father and _alike(one.father, other.father, least))


def _alike(a: Reading, b: Reading, least: float = LEAST) -> float:
    """The likeness of two readings; 0 where it is below `least`."""
    weight = (a.weight + b.weight) / 2
    price = a.price + b.price
    limit = weight * (1 - least) / STEEPNESS
    if abs(a.weight - b.weight) > limit + SLACK or price > limit or not weight:
        return 0.0
    lacking = (a.must & ~b.may).bit_count() + (b.must & ~a.may).bit_count()
    if lacking and (limit < NEARBY or lacking > (1 if weight < 6 else 2)):
        return 0.0
    if least > LEAST and limit < LOST and far(a, b, limit):
        return 0.0
    spent = distance(a, b, limit - price) + price
    return max(0.0, 1 - spent * STEEPNESS / weight) if spent < limit else 0.0


def _begins(one: Word, other: Word) -> float:
    """An initial against a word, or against an initial."""
    if one.abbreviated and other.abbreviated and len(one.text) != len(other.text):
        shorter, longer = sorted((one, other), key=lambda word: len(word.text))
    else:
        shorter, longer = (one, other) if one.abbreviated else (other, one)
    a, b = shorter.readings[0].places, longer.readings[0].places
    if not a or len(a) > len(b):
        return 0.0
    # A glide before the first vowel may be unwritten: E. for Yevgeny.
    begins = [a, *([a[1:]] if len(a) > 1 and a[1] & VOWELS and cost(a[0], GLIDE) < NEARBY else [])]
    words = [b, *([b[1:]] if len(b) > 1 and b[1] & VOWELS and cost(b[0], GLIDE) < NEARBY else [])]
    written = len(shorter.text) == 1 and longer.text.startswith(shorter.text)  # K. for Khatuna
    if not written and not any(
        len(x) <= len(y) and all(cost(p, q) <= NEARBY for p, q in zip(x, y, strict=False))
        for x in begins
        for y in words
    ):
        return 0.0
    return 0.9 if one.abbreviated and other.abbreviated else ABBREVIATED
