"""Where a passage names an instrument: known by name, by its code, or by a head with what makes it one.

A head ("agreement", "law") alone refers back to an instrument and names none; with what it is on, between whom, its
number, date or title it does. Codes are those of the United Nations (A/RES/73/8), the European Parliament
(2019/2610(RSP)) and the European Union (2016/679).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from greffier.extract.chunks import Date
from greffier.lexicon.instruments import find_known
from greffier.lexicon.load import Lexicon, load_lexicon
from greffier.lexicon.patterns import Hit, lowered
from greffier.model.outline import Passage

CODE = re.compile(
    r"(?<![\w/])(?:[A-Z]{1,3}/(?:[A-Z]+(?:-\d+)?/)?\d+(?:/[\w.()-]*[\w)])+"  # A/RES/73/8, S/2021/5
    r"|(?:19|20)\d\d/\d{2,4}\([A-Z]{3}\)|\(EU\) (?:19|20)\d\d/\d+)"  # 2019/2610(RSP), (EU) 2016/679
)
NUMBERED = re.compile(r"\d{1,4}/\d{1,4}(?!\d|[/(])|\d{3,4} \((?:19|20)\d\d\)")
WORD = re.compile(r"[\w№][\w’'№./-]*[\w.)]|[\w№]")
TITLE = re.compile(r"\s*(?:[«“„\"][^«»“”„\"]{3,200}[»”“\"])")
BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)")
ACRONYM = re.compile(r"[A-ZА-ЯЁ](?:[A-ZА-ЯЁ0-9-]{1,9}|[a-zа-яё]{1,2}[A-ZА-ЯЁ])s?")  # WTO, MoU, MOUs
GLUED = re.compile(r"\.(?=[A-ZА-ЯЁ][a-zа-яё])")
FARTHEST = 24  # words that a name goes on behind its head at most


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument named at `start` to `end`; `known` is its id in the lexicon, `acronym` one given in brackets."""

    start: int
    end: int
    type: str
    head: int = 0
    known: str = ""
    acronym: str = ""


def find_instruments(
    passage: Passage, lexicon: Lexicon, dates: Sequence[Date] = (), lower: str | None = None
) -> Iterator[Named]:
    """Yield each instrument named in `passage`, in reading order, none overlapping."""
    text = passage.text
    lower = lowered(text) if lower is None else lower
    found = [Named(start, end, "treaty", start, known) for start, end, known in find_known(text, lower)]
    for hit in lexicon.patterns("instruments").find(text, lower):
        listed = list(_listed(hit, text, lower, lexicon, dates))
        if len(listed) == 1 and "/" not in text[listed[0].start : listed[0].end]:
            listed = []  # "resolution 2252 (2019) of the Assembly": one, with all that follows
        made = listed or [named for named in (_headed(hit, text, lower, lexicon),) if named]
        found += [named for named in made if not _taken(named, found)]
    for match in CODE.finditer(text):
        coded = Named(match.start(), match.end(), "resolution", match.start())
        if not _taken(coded, found):
            found.append(coded)
    yield from sorted(found, key=lambda named: named.start)


def _taken(named: Named, found: Sequence[Named]) -> bool:
    return any(named.start < other.end and other.start < named.end for other in found)


def _listed(hit: Hit, text: str, lower: str, lexicon: Lexicon, dates: Sequence[Date]) -> Iterator[Named]:
    """The numbers of a list ("resolutions 12/3 of 4 May 2001, 13/4 of …"), each with its date."""
    if hit.pattern.value != "resolution":
        return
    place = hit.end
    joint = _joint(lexicon.lang)
    while match := joint.match(lower, place):
        number = NUMBERED.match(text, match.end())
        if number is None:
            return
        end = number.end()
        dated = next((date for date in dates if 0 <= date.start - end <= 6 and "," not in text[end : date.start]), None)
        if dated:
            end = dated.end
        yield Named(number.start(), end, "resolution", number.start())
        place = end


@cache
def _joint(lang: str) -> re.Pattern[str]:
    """What stands between two numbers of a list: a comma, "and", "no."."""
    lexicon = load_lexicon(lang)
    words = lexicon.words("language", "and") | lexicon.words("instruments", "links")
    joined = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:\s*(?:,|(?:{joined})(?!\w))\s*|\s+)+")


def _headed(hit: Hit, text: str, lower: str, lexicon: Lexicon) -> Named | None:
    start = _left(hit.start, text, lower, lexicon)
    end, acronym = _right(hit.end, text, lower, lexicon)
    before, after = text[start : hit.start].split(), text[hit.end : end]
    titled = bool(TITLE.fullmatch(after))
    if hit.pattern.flag("weak"):
        named = any(char.isdigit() for char in after) or any(word[:1].isupper() for word in (*after.split(), *before))
        if not named or not (after.strip() or before):
            return None
    back = re.search(r"([\w']+)\s+$", lower[max(0, start - 20) : start])
    if back and back.group(1) in lexicon.words("instruments", "back") and not (titled or any(map(str.isdigit, after))):
        return None
    content = [w for w in WORD.findall(lower[hit.end : end]) if w not in lexicon.words("instruments", "links")]
    proper = any(word[:1].isupper() for word in before) and lexicon.text("instruments", "adjectives") != "(?!)"
    if hit.pattern.text("needs") == "behind":
        proper = False
    if not content and not titled and not proper:
        return None
    return Named(start, end, hit.pattern.value, hit.start, "", acronym)


def _left(place: int, text: str, lower: str, lexicon: Lexicon) -> int:
    """Where the name begins: the adjectives and names before its head."""
    known, bare = lexicon.words("instruments", "left"), lexicon.words("instruments", "bare")
    adjective = re.compile(lexicon.text("instruments", "adjectives", "(?!)"))
    start = place
    for _ in range(int(lexicon.text("instruments", "left", "0"))):
        match = re.search(r"([^\s,;:.()\"“”«»]+)[ \n]$", text[max(0, start - 40) : start]) or (
            re.search(r"([«“][^«»“”]{3,120}[»”])[ \n]$", text[max(0, start - 130) : start])
        )
        if match is None:
            break
        word, offset = match.group(1), start - len(match.group())
        low = lower[offset : offset + len(word)]
        if low in bare or not (low in known or adjective.fullmatch(word)):
            break
        start = offset
    while start < place and lower[start:place].split()[0] in lexicon.words("language", "and"):
        start += len(text[start:place].split()[0]) + 1
    return start


def _right(place: int, text: str, lower: str, lexicon: Lexicon) -> tuple[int, str]:
    """Where the name ends, and an acronym that it gives in brackets."""
    links, stops = lexicon.words("instruments", "links"), lexicon.words("instruments", "stops")
    parties = lexicon.words("instruments", "parties")
    end = place
    acronym = ""
    for count in range(FARTHEST):
        bracket = BRACKET.match(text, end)
        if bracket and (any(c.isdigit() for c in bracket.group(1)) or ACRONYM.fullmatch(bracket.group(1))):
            if ACRONYM.fullmatch(bracket.group(1)):
                acronym = bracket.group(1)
            end = bracket.end()
            continue
        title = TITLE.match(text, end)
        if title:
            end = title.end()
            break
        gap = re.compile(r"\s+(?:l'|d'|l’|d’)?|,\s+").match(lower, end)
        word = WORD.match(text, gap.end()) if gap else None
        if gap is None or word is None:
            break
        low = lower[word.start() : word.end()].rstrip(".")
        if gap.group().startswith(",") and low not in parties:
            break
        if low in stops:
            break
        first = count == 0
        if first and not (
            low in links or f"{low}." in links or text[word.start()].isupper() or low[0].isdigit() or low[0] == "№"
        ):
            break
        end = word.end()
        if glued := GLUED.search(word.group()):  # "the EU.The people": a sentence ends inside the word
            end = word.start() + glued.start()
            break
        if text[end - 1] == "." and not (low in links or f"{low}." in links or len(low) <= 3):
            end -= 1
            break
    return _trimmed(place, end, text, lower, links), acronym


def _trimmed(place: int, end: int, text: str, lower: str, links: frozenset[str]) -> int:
    """`end` without the links that lead to nothing."""
    while end > place:
        words = lower[place:end].split()
        if not words or (words[-1] not in links and words[-1].rstrip(".") not in links):
            break
        end = place + lower[place:end].rstrip().rfind(words[-1])
        end = place + len(lower[place:end].rstrip(" \n,"))
    return end
