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
from greffier.extract.instruments.extent import TITLE, WORD, Around, left, right
from greffier.lexicon.instruments import find_known
from greffier.lexicon.load import Lexicon, load_lexicon
from greffier.lexicon.patterns import Hit, lowered
from greffier.model.outline import Passage

CODE = re.compile(
    r"(?<![\w/])(?:[A-Z]{1,3}/(?:[A-Z]+(?:-\d+)?/)?\d+(?:/[\w.()-]*[\w)])+"  # A/RES/73/8, S/2021/5
    r"|(?:19|20)\d\d/\d{2,4}\([A-Z]{3}\)|\(EU\) (?:19|20)\d\d/\d+"  # 2019/2610(RSP), (EU) 2016/679
    r"|(?:19|20)\d\d/\d{1,4}/[A-Z]{2,5}(?!\w))"  # 2013/33/EU, 2012/642/CFSP
)
NUMBERED = re.compile(r"\d{1,4}/\d{1,4}(?!\d|[/(])|\d{3,4} \((?:19|20)\d\d\)")


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
    hits = list(lexicon.patterns("instruments").find(text, lower))
    starts = tuple(hit.start for hit in hits)
    floor = 0
    for hit in hits:
        listed = list(_listed(hit, text, lower, lexicon, dates))
        if len(listed) == 1 and "/" not in text[listed[0].start : listed[0].end]:
            listed = []  # "resolution 2252 (2019) of the Assembly": one, with all that follows
        made = listed or [
            named for named in (_headed(hit, Around(text, lower, lexicon, dates, starts, floor)),) if named
        ]
        found += [named for named in made if not _taken(named, found)]
        floor = max([hit.end, *(named.end for named in made)])
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


def _headed(hit: Hit, around: Around) -> Named | None:
    text, lower, lexicon = around.text, around.lower, around.lexicon
    start = left(hit, around)
    end, acronym = right(hit, around)
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
    proper = _proper(start, before, around)
    if hit.pattern.text("needs") == "behind":
        proper = False
        if not _opened(after, around):
            return None
    if hit.pattern.flag("capital") and not (titled or any(map(str.isdigit, after)) or _capital(hit, around)):
        return None
    whole = hit.pattern.flag("whole") and (text[hit.start].isupper() or " " in text[hit.start : hit.end])
    if not content and not titled and not proper and not (whole and not _place(start, around)):
        return None
    return Named(start, end, hit.pattern.value, hit.start, "", acronym)


def _proper(start: int, before: list[str], around: Around) -> bool:
    """Whether the words before a head name it: a capital that no sentence's beginning gives, or a year."""
    if around.lexicon.text("instruments", "adjectives") == "(?!)":
        return False
    if not around.lexicon.words("instruments", "about").isdisjoint(word.lower() for word in before):
        return True
    known = around.lexicon.words("instruments", "left")
    opens = start == 0 or re.search(r"[.!?]\s+$", around.text[max(0, start - 3) : start]) is not None
    words = before[1:] if opens and before and before[0].lower() in known else before
    if words and re.search(r"['’]s?$", words[-1]):
        return False  # "the Government's agreement"
    return any(word[:1].isupper() or word[:4].isdigit() for word in words)


def _opened(after: str, around: Around) -> bool:
    """Whether what follows a head that needs it begins like the name of a law ("on …", "No. 4", a title)."""
    opens = around.lexicon.words("instruments", "opens")
    first = re.match(r"\s*([\w.’'°º-]+|[«“„\"(])", after)
    if not opens or first is None:
        return not opens
    word = first.group(1)
    return word.lower().rstrip(".") in opens or not word[0].isalpha()


def _capital(hit: Hit, around: Around) -> bool:
    """Whether the head has a capital of its own, not that of a sentence's beginning."""
    opens = hit.start == 0 or re.search(r"[.!?:]\s+$", around.text[max(0, hit.start - 3) : hit.start]) is not None
    return around.text[hit.start].isupper() and not opens


def _place(start: int, around: Around) -> bool:
    """Whether what stands there is in the name of a place ("Constitution Square" in languages that put it behind)."""
    before = re.search(r"(\w+)((?:\s+[^\W\d]{1,3}){1,2})\s+$", around.text[max(0, start - 40) : start])
    parts = around.lexicon.words("instruments", "parts")
    return before is not None and before.group(1)[0].isupper() and before.group(1).lower() not in parts
