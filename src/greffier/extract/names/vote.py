"""What is sure once is known everywhere: names confirmed in one line are stamped on all lines of the paper.

A name of two words or more that the paper confirms (a title beside it, the tagger's word, seen twice) is found wherever
it stands, in capitals and inflected; a surname alone is the person of that surname. An error is kept from spreading: a
lone word is stamped only where nothing else claims it, it is no common word of the paper, and no country.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from greffier.extract.names.found import Found
from greffier.extract.names.line import Line
from greffier.extract.names.same import fold, same_word, stems
from greffier.extract.names.words import (
    CAPITAL,
    COUNTRY,
    DOCUMENT,
    HEAD,
    KIN,
    MODIFIER,
    NATION,
    NEVER,
    PARTICLE,
    ROLE,
    TITLE,
    TOPIC,
)

Words = tuple[str, ...]
_LONG = 3  # words of a name that may be two
_CERTAIN = 0.8
_FIRM = 0.85
_SURE = 0.6  # the tagger's confidence from which a lone word is a person
_COMMON = COUNTRY | NATION | HEAD | TOPIC | ROLE | TITLE | NEVER | MODIFIER | DOCUMENT


def folded(line: Line, found: Found) -> Words:
    """The folded words of a name."""
    return tuple(fold(word) for word in line.words[found.start : found.end] if word[0].isalnum())


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The persons' names that the paper confirms: whole names and lone ones, `firm` those that are sure."""

    whole: frozenset[Words]
    sure: frozenset[Words]
    lone: frozenset[str]
    firm: frozenset[str] = frozenset()


def confirm(lines: Sequence[Line], names: Sequence[Sequence[Found]]) -> Confirmed:
    """Weigh every name of a person over the paper."""
    best: dict[Words, float] = {}
    count: Counter[Words] = Counter()
    other: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for line, found in zip(lines, names, strict=True):
        for name in found:
            words = folded(line, name)
            if name.kind == "person":
                count[words] += 1
                if len(words) == 1:  # once for sure, or beside an office and in no inflected form
                    bare = name.titled and len(set(stems(words[0], line.lang))) == 1
                    seen[words[0]] += bare or name.confidence >= _FIRM
                best[words] = max(best.get(words, 0.0), name.confidence, 0.9 if name.titled else 0.0)
            elif len(words) == 1:
                other[words[0]] += 1
    whole = frozenset(words for words in count if len(words) > 1)
    lone = frozenset(
        words[0]
        for words in count
        if len(words) == 1
        and best[words] >= _SURE
        and other[words[0]] <= count[words] * (2 if best[words] > 0.85 else 1)
    )
    sure = frozenset(words for words in whole if best[words] >= _CERTAIN)
    firm = frozenset(word for word in lone if seen[word] and word not in other)
    return Confirmed(whole, sure, lone, firm)


def stamp(lines: Sequence[Line], names: Sequence[Sequence[Found]], confirmed: Confirmed) -> list[list[Found]]:
    """The names with those of persons that were missed; lone names that the paper does not confirm are dropped."""
    heads: dict[str, list[Words]] = defaultdict(list)
    tails: dict[str, list[Words]] = defaultdict(list)
    for words in confirmed.whole:
        heads[words[0]].append(words)
        tails[words[-1]].append(words)
    for word in confirmed.firm:
        tails[word].append((word,))
    known = {word for words in confirmed.whole for word in words if len(word) > 2}
    plain = _plain(lines)
    langs = {line.lang for line in lines}
    ends = {words[-1] for words in confirmed.whole} | confirmed.lone
    surnames = {stem for word in ends for lang in langs for stem in stems(word, lang)}
    stamped = []
    for line, found in zip(lines, names, strict=True):
        whole = list(_whole(line, _index(heads, line)))
        apart = [part for name in found for part in _apart(line, name, confirmed, surnames)]
        kept = _settle(line, [name for name in apart if _stays(line, name, confirmed, known)], whole)
        kept += _lone(line, kept, _index(tails, line), plain)
        stamped.append(sorted(kept, key=lambda name: name.start))
    return stamped


def _apart(line: Line, name: Found, confirmed: Confirmed, known: set[str]) -> list[Found]:
    """A name cut in two where it begins or ends with a sure one and is less sure itself ("Jansen Tom Berg")."""
    words = folded(line, name)
    if name.kind != "person" or len(words) < _LONG or len(words) != name.size or words in confirmed.sure:
        return [name]
    for cut in range(1, len(words)):
        front, back = words[:cut], words[cut:]
        sure = (front in confirmed.sure and len(front) > 1) or (back in confirmed.sure and len(back) > 1)
        if sure and all(len(part) > 1 or not known.isdisjoint(stems(part[0], line.lang)) for part in (front, back)):
            middle = name.start + cut
            return [replace(name, end=middle), replace(name, start=middle, titled=False)]
    return [name]


def _index(names: dict[str, list[Words]], line: Line) -> dict[str, list[Words]]:
    """The names by every stem of their key word in the line's language, made where the line has a use for it."""
    made: dict[str, list[Words]] = defaultdict(list)
    for word, held in names.items():
        for stem in stems(word, line.lang):
            made[stem] += held
    return made


def _stays(line: Line, name: Found, confirmed: Confirmed, known: set[str]) -> bool:
    if name.kind != "person":
        return True
    words = folded(line, name)
    if len(words) != 1:
        return bool(words)
    return words[0] in confirmed.lone or any(stem in known for stem in stems(words[0], line.lang))


def _whole(line: Line, heads: dict[str, list[Words]]) -> Iterable[Found]:
    words, bits = line.words, line.bits
    for index, bit in enumerate(bits):
        if not bit & (CAPITAL | PARTICLE):
            continue
        for stem in stems(words[index], line.lang):
            for name in heads.get(stem, ()):
                end = _match(line, index, name)
                if end is not None:
                    yield Found(index, end, "person", 0.8, "named so elsewhere in the paper")
                    break


def _match(line: Line, start: int, name: Words) -> int | None:
    at = start
    for word in name:
        while at < len(line.words) and at > start and line.words[at] in (".", "-"):
            at += 1
        if at >= len(line.words) or not _form(fold(line.words[at]), word, line.lang):
            return None
        if not line.bits[at] & (CAPITAL | PARTICLE | KIN):
            return None
        at += 1
    return at


def _form(one: str, other: str, lang: str) -> bool:
    return one == other or (len(one) > 2 and len(other) > 2 and same_word(one, other, lang))


def _settle(line: Line, found: list[Found], whole: list[Found]) -> list[Found]:
    """The names found with the stamped ones where nothing surer stands."""
    kept = list(found)
    for name in whole:
        meeting = [other for other in kept if other.meets(name)]
        if any(other.kind == "body" and other.head for other in meeting):
            continue
        if any(other.kind == "person" and other.size >= name.size for other in meeting):
            continue
        kept = [other for other in kept if not other.meets(name)]
        kept.append(name)
    return kept


def _lone(line: Line, kept: list[Found], tails: dict[str, list[Words]], plain: frozenset[str]) -> list[Found]:
    taken = {index for name in kept for index in range(name.start, name.end) if name.kind == "person" or name.head}
    made = []
    for index, bit in enumerate(line.bits):
        if not bit & CAPITAL or bit & _COMMON or index in taken or len(line.words[index]) < 3:
            continue
        names = next((tails[s] for s in stems(line.words[index], line.lang) if s in tails), None)
        if not names or fold(line.words[index]) in plain:
            continue
        if _amid_capitals(line, index, taken):
            continue
        start = index
        for words in names:
            # a surname's particles ("De Winter", "van der Berg") belong to it
            for size in range(len(words) - 1, 1, -1):
                first = index - size + 1
                if first >= 0 and first not in taken and _match(line, first, words[-size:]) == index + 1:
                    start = min(start, first)
        made.append(Found(start, index + 1, "person", 0.75, "surname of a person named elsewhere in the paper"))
    if made:
        kept[:] = [name for name in kept if not any(name.meets(new) for new in made)]
    return made


def _amid_capitals(line: Line, index: int, taken: set[int]) -> bool:
    """Whether a capital stands right beside, as in the name of something else ("Jansen Institute")."""
    if line.words[index].isupper():
        return False
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(line.words) and beside not in taken and line.near(*sorted((index, beside))):
            bit = line.bits[beside]
            if bit & CAPITAL and not bit & (TITLE | ROLE | NATION | PARTICLE) and beside not in line.opens:
                return True
    return False


def _plain(lines: Sequence[Line]) -> frozenset[str]:
    """The words that the paper writes in lower case too."""
    return frozenset(word for line in lines for word in line.words if word.islower())
