"""The score of two prepared names: their words matched one to one, then weighed by what is left over.

At or above 0.5 they are one name. A word of each that has no match says no; a word of one alone (a patronymic, a
second given name) costs a little; one word alone never makes two full names one. Symmetric.

>>> from greffier.resolve.names.prepare import prepare
>>> compare(prepare("Lazarov, Georgi Petrovich"), prepare("Georgi Lasarow")).reason
'Georgi is written alike; Lasarow and Lazarov are two spellings; only one has Petrovich'
>>> compare(prepare("Georgi Lazarov"), prepare("Anna Meulen"))
Score(value=0.0, reason='no word in common')
"""

from greffier.model.score import Score
from greffier.resolve.names.align import ABBREVIATED, COGNATE, SHORT, likeness
from greffier.resolve.names.prepare import PreparedName
from greffier.resolve.names.sounds import ALL, BREATH, VOWELS
from greffier.resolve.names.words import Word, word

MATCH = 0.7  # likeness from which two words may be one
CROSSED = 0.78  # the same, where they stand in different places of their names
STRETCH = 4  # letters by which two spellings of one word may differ
CLEAR = 0.97  # likeness of the whole from which the order of words does not matter
TURNED = 0.15  # what another order takes below it
LINE = 0.68  # likeness of the whole at which the score is 0.5
NOTHING = Score(0.0, "no word in common")
EMPTY = Score(0.0, "no name to compare")

Match = tuple[float, int, int]


def compare(a: PreparedName, b: PreparedName) -> Score:
    """How sure it is that `a` and `b` are forms of one name, and why."""
    if not a.words or not b.words:
        return EMPTY
    if (len(b.words), b.text) < (len(a.words), a.text):
        a, b = b, a
    if a.words == b.words:
        told = not all(word.abbreviated for word in a.words)
        return Score(1.0, "the same words") if told else Score(0.3, "nothing but initials agrees")
    matches = _matches(a, b)
    if not matches:
        return _joined(a, b, matches) or NOTHING
    left = [i for i in range(len(a.words)) if all(m[1] != i for m in matches)]
    right = [j for j in range(len(b.words)) if all(m[2] != j for m in matches)]
    if left:
        if right or len(a.words) == len(b.words):
            return _joined(a, b, matches) or _apart(a, b, matches, left, right)
        return _apart(a, b, matches, left, right)
    return _weigh(a, b, matches, right)


def _matches(a: PreparedName, b: PreparedName) -> list[Match]:
    """The best one-to-one matches, likest first."""
    last_a, last_b = len(a.words) - 1, len(b.words) - 1
    found: list[Match] = []
    for i, one in enumerate(a.words):
        for j, other in enumerate(b.words):
            alike = likeness(one, other)
            if alike < MATCH and (a.led or b.led):
                alike = _led(a, i, b, j)
            if alike >= MATCH:
                if alike in (COGNATE, SHORT) and i == last_a and j == last_b and _given_first(a, b):
                    continue
                straight = (i == 0) == (j == 0) and (i == last_a) == (j == last_b)
                if straight or alike >= CROSSED or one.abbreviated or other.abbreviated:
                    found.append((alike, i, j))
    if len(found) < 2:
        return found
    found.sort(key=lambda m: (-m[0], (m[1] == 0) != (m[2] == 0), abs(m[1] - m[2]), m[1] + m[2]))
    taken_a, taken_b, chosen = 0, 0, []
    for match in found:
        if not (taken_a >> match[1] & 1 or taken_b >> match[2] & 1):
            taken_a |= 1 << match[1]
            taken_b |= 1 << match[2]
            chosen.append(match)
    return chosen


def _led(a: PreparedName, i: int, b: PreparedName, j: int) -> float:
    """The likeness of two words of which one is written with its particles: Devries, de Vries."""
    one, other = a.words[i], b.words[j]
    joined = [likeness(word(a.led[i] + one.text), other)] if a.led and a.led[i] else []
    joined += [likeness(one, word(b.led[j] + other.text))] if b.led and b.led[j] else []
    return max(joined, default=0.0)


def _given_first(a: PreparedName, b: PreparedName) -> bool:
    """Whether both begin with a known given name, so that their last words are surnames, not forms of a given name."""
    return len(a.words) > 1 and bool(a.words[0].names) and bool(b.words[0].names)


def _weigh(a: PreparedName, b: PreparedName, matches: list[Match], right: list[int]) -> Score:
    """All words of `a` have a match; those of `b` in `right` have none."""
    values = [match[0] for match in matches]
    whole = min(values) / 2 + sum(values) / len(values) / 2
    short = any(a.words[i].abbreviated or b.words[j].abbreviated for _, i, j in matches)
    if whole < CLEAR and not short and any((i == 0) != (j == 0) for _, i, j in matches):
        whole -= TURNED
    if len(a.words) == 1:
        if right:
            return Score(round(0.4 * whole, 3), f"only {a.shown[0]} to compare; {_matched(a, b, matches)}")
        return Score(round(_scaled(whole), 3), _matched(a, b, matches))
    if all(a.words[i].abbreviated or b.words[j].abbreviated for _, i, j in matches):
        return Score(0.3, f"nothing but initials agrees; {_matched(a, b, matches)}")
    if short and right and right[-1] == len(b.words) - 1 and not b.words[-1].abbreviated:
        return Score(0.35, f"{b.shown[-1]} has nothing but an initial to match")
    if _swapped(a, b, matches):
        return Score(0.4, f"{_matched(a, b, matches)}; the last words in another order")
    if any(match[0] in (COGNATE, SHORT) for match in matches) and min(values) < SHORT:
        return Score(0.45, f"{_matched(a, b, matches)}; neither is sure")
    sexes = _sexes(a, b, matches)
    if sexes:
        return sexes
    value = _scaled(whole)
    if not right:
        return Score(round(value, 3), _matched(a, b, matches))
    others = ", ".join(b.shown[j] for j in right)
    last = len(b.words) - 1
    first = min(matches, key=lambda m: m[2])
    if last in right and first[1] == 0 and not b.ordered and not b.words[last].patronymic:
        middle = max(m[2] for m in matches)
        if b.words[middle].surname_patronymic and b.words[last].surname_patronymic:
            return Score(0.4, f"{b.shown[middle]} is a father's name where {b.shown[last]} is the surname")
        share = 0.6
    elif all(b.words[j].patronymic for j in right):
        share = 0.95
    else:
        share = 0.85 if 0 not in right else 0.6
    if value >= 0.5:
        value = 0.5 + (value - 0.5) * share
    return Score(round(value, 3), f"{_matched(a, b, matches)}; only one has {others}")


def _swapped(a: PreparedName, b: PreparedName, matches: list[Match]) -> bool:
    """Whether both begin alike and the father's name of each is the surname of the other (Ivan Petrov Kolev)."""
    crossed = {(i, j) for _, i, j in matches}
    last_a, last_b = len(a.words) - 1, len(b.words) - 1
    return (0, 0) in crossed and any(
        (last_a, j) in crossed and (i, last_b) in crossed for j in range(1, last_b) for i in range(1, last_a)
    )


def _scaled(whole: float) -> float:
    return max(0.0, min(1.0, 0.5 + (whole - LINE) / (1 - LINE) / 2))


def _sexes(a: PreparedName, b: PreparedName, matches: list[Match]) -> Score | None:
    """A man and a woman of one name, told by the endings (Milen, Milena); in Cyrillic it may be an inflected form."""
    flips = [(i, j) for _, i, j in matches if _flips(a.words[i], b.words[j])]
    if not flips or (len(flips) == 1 and flips[0] != (0, 0)):
        return None
    pairs = [(a.words[i], b.words[j]) for i, j in flips]
    inflected = all((one if one.ends_a else other).cyrillic for one, other in pairs)
    behind = min(i for i, _ in flips)  # the first half of a double given name keeps its form: Касым-Жомарта
    rest = [match for match in matches if (match[1], match[2]) not in flips]
    whole = not rest or (len(flips) > 1 and max(match[1] for match in rest) < behind)
    if inflected and whole and not any(one.female or other.female for one, other in pairs):
        return Score(0.55, f"{_matched(a, b, matches)}; one of them inflected")
    return Score(0.4, f"a man's name and a woman's; {_matched(a, b, matches)}")


def _flips(one: Word, other: Word) -> bool:
    """Whether one word ends in a and the other, of no common given name, in a consonant."""
    if one.ends_a == other.ends_a or one.abbreviated or other.abbreviated or one.names & other.names:
        return False
    last = (other if one.ends_a else one).readings[0].places[-1]
    return not last & ALL & (VOWELS | BREATH)  # Abdulla, Abdullah


def _joined(a: PreparedName, b: PreparedName, matches: list[Match]) -> Score | None:
    """The score with two neighbours of the longer name taken as one word (Nur Sultan), if then all agrees."""
    if len(a.words) == len(b.words) or len(matches) < len(a.words) - 1:
        return None
    for at in range(len(b.words) - 1):
        if b.words[at].abbreviated or b.words[at + 1].abbreviated:
            continue
        text = b.words[at].text + b.words[at + 1].text
        if all(abs(len(one.text) - len(text)) > STRETCH for one in a.words):
            continue
        whole = word(text)
        if not any(likeness(one, whole) >= CROSSED for one in a.words):
            continue
        joined = PreparedName(
            b.text,
            (*b.words[:at], whole, *b.words[at + 2 :]),
            (*b.shown[:at], f"{b.shown[at]}-{b.shown[at + 1]}", *b.shown[at + 2 :]),
            b.ordered,
        )
        score = compare(a, joined)
        if score.value >= 0.5:
            return score
    return None


def _apart(a: PreparedName, b: PreparedName, matches: list[Match], left: list[int], right: list[int]) -> Score:
    share = len(matches) / (len(matches) + max(len(left), len(right)))
    if not right:
        return Score(0.3 * share, f"{a.shown[left[0]]} has nothing to match")
    return Score(round(0.45 * share, 3), f"{a.shown[left[0]]} is not {b.shown[right[0]]}")


def _matched(a: PreparedName, b: PreparedName, matches: list[Match]) -> str:
    return "; ".join(_said(match[0], a, b, match) for match in sorted(matches, key=lambda m: m[1]))


def _said(alike: float, a: PreparedName, b: PreparedName, match: Match) -> str:
    one, other = a.words[match[1]], b.words[match[2]]
    shown, seen = a.shown[match[1]], b.shown[match[2]]
    if one is other:
        return f"{shown} is written alike"
    if one.abbreviated or other.abbreviated:
        return f"{shown} and {seen} begin alike" if alike <= ABBREVIATED else f"{shown} and {seen} agree"
    if alike in (COGNATE, SHORT):
        return f"{shown} and {seen} are forms of one given name"
    if alike == 1.0:
        return f"{shown} and {seen} are two spellings"
    return f"{shown} and {seen} are near ({alike:.2f})"
