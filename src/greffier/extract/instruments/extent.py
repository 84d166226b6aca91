"""How far the name of an instrument goes: the words before its head, and what it is on, between whom, of when.

Behind the head a name goes on over the links of the language ("on", "between") and what they lead to. It ends at a
stop word, where an "and" leads to another instrument ("the Convention on X and the Treaty on Y"), behind its date or
year, and, where the language says so, at a word in small letters behind a capital or a number ("Decree No. 4 bans").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from greffier.extract.chunks import Date
from greffier.lexicon.load import Lexicon, load_lexicon
from greffier.lexicon.patterns import Hit

WORD = re.compile(r"[\w№][\w’'№./–-]*[\w.)](?:(?<=s)[’'](?=\s[A-Z]))?|[\w№]|N[°º]\s?\d[\w/-]*")
NUMBER = re.compile(r"[Nn][°º.]?\s?\d[\w/-]*")
TITLE = re.compile(r"\s*(?:[«“„\"][^«»“”„\"]{3,200}[»”“\"])")
BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)")
ACRONYM = re.compile(r"[A-ZА-ЯЁ](?:[A-ZА-ЯЁ0-9-]{1,9}|[a-zа-яё]{1,2}[A-ZА-ЯЁ])s?")  # WTO, MoU, MOUs
GLUED = re.compile(r"\.(?=[A-ZА-ЯЁ][a-zа-яё])")
PERIOD = re.compile(r"(?:19|20)\d\d ?[–-] ?(?:19|20)?\d\d(?!\w)")
YEAR = re.compile(r"(?:19|20)\d\d")
GAP = re.compile(r"\s+(?:l'|d'|l’|d’)?|,\s+")
FARTHEST = 24  # words that a name goes on behind its head at most
SHORT = 3  # letters of an acronym at least, so that "(EC)" is none
BETWEEN = 8  # words between an "and" and the head that it leads to


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the heads of a passage: its text, dates and the places of all heads; names before `floor`
    are taken."""

    text: str
    lower: str
    lexicon: Lexicon
    dates: Sequence[Date] = ()
    heads: Sequence[int] = ()
    floor: int = 0


def left(hit: Hit, around: Around) -> int:
    """Where the name begins: the adjectives and names before its head."""
    text, lower, lexicon = around.text, around.lower, around.lexicon
    known, bare = lexicon.words("instruments", "left"), lexicon.words("instruments", "bare")
    adjective = re.compile(lexicon.text("instruments", "adjectives", "(?!)"))
    start = hit.start
    for _ in range(int(lexicon.text("instruments", "left", "0"))):
        match = re.search(r"([^\s,;:.()\"“”«»]+)[ \n]$", text[max(around.floor, start - 40) : start]) or (
            re.search(r"([«“][^«»“”]{3,120}[»”])[ \n]$", text[max(around.floor, start - 130) : start])
        )
        if match is None:
            break
        word, offset = match.group(1), start - len(match.group())
        low = lower[offset : offset + len(word)]
        if word[0] in "«“" and offset >= around.floor:
            return offset  # a title opens the name
        if low in bare or not (low in known or adjective.fullmatch(word) or _carries(hit, offset, low, around)):
            break
        start = offset
    while start < hit.start and lower[start : hit.start].split()[0] in lexicon.words("language", "and") | _small(
        lexicon
    ):
        start += len(text[start : hit.start].split()[0]) + 1
    return start


def _small(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("instruments", "carries")


def _carries(hit: Hit, offset: int, low: str, around: Around) -> bool:
    """Whether a small word carries a name in capitals on to the left ("Transparency of Foreign Influence Act")."""
    if low not in _small(around.lexicon) or not around.text[hit.start].isupper():
        return False
    before = re.search(r"(\w[\w-]*)\s$", around.text[max(around.floor, offset - 30) : offset])
    named = before is not None and before.group(1)[0].isupper()
    return named and hit.pattern.value == "law" and hit.pattern.text("needs") != "behind"


def right(hit: Hit, around: Around) -> tuple[int, str]:
    """Where the name ends, and an acronym that it gives in brackets."""
    text, lower, lexicon = around.text, around.lower, around.lexicon
    links, stops = lexicon.words("instruments", "links"), lexicon.words("instruments", "stops")
    parties, dated = lexicon.words("instruments", "parties"), lexicon.words("instruments", "dated")
    ands = lexicon.words("language", "and")
    end, acronym, last, closed = hit.end, "", "", False
    for count in range(FARTHEST):
        bracket = BRACKET.match(text, end)
        if bracket and (any(c.isdigit() for c in bracket.group(1)) or ACRONYM.fullmatch(bracket.group(1))):
            if ACRONYM.fullmatch(bracket.group(1)) and len(bracket.group(1)) >= SHORT:
                acronym = bracket.group(1)
            end, last = bracket.end(), ")"
            continue
        title = TITLE.match(text, end)
        if title:
            end = title.end()
            break
        gap = GAP.match(lower, end)
        word = WORD.match(text, gap.end()) if gap else None
        if gap is None or word is None:
            break
        word = NUMBER.match(text, word.start()) or word
        low = lower[word.start() : word.end()].rstrip(".")
        if gap.group().startswith(",") and low not in parties and not _listing(hit, end, around):
            break
        if low in stops or (low in ands and (_leads_on(word.end(), around) or last[:1].isdigit() or closed)):
            break
        linking = low in links or f"{low}." in links
        if count == 0 and not (linking or text[word.start()].isupper() or low[0].isdigit() or low[0] == "№"):
            break
        date = next((date for date in around.dates if date.start == word.start()), None)
        if re.search(r"['’]s$", word.group()) and last.lower() in links:
            break  # "a treaty with Norway's neighbours"
        period = PERIOD.match(text, word.start())
        if dated and (date is not None or period or YEAR.fullmatch(low)):
            if not period and last.lower() in links and last.lower() not in dated:
                break  # "signed the Act in 2019"
            reached = period.end() if period else word.start() + len(low)
            end, last, closed = max(reached, date.end if date and not period else 0), "0", True
            if hit.pattern.value == "law":
                break
            continue
        if closed and not linking:
            break
        if not linking and word.group()[0].islower() and _finite(last, low, lexicon):
            break
        end, last = word.end(), word.group()
        closed = closed and not linking
        if glued := GLUED.search(word.group()):  # "the EU.The people": a sentence ends inside the word
            end = word.start() + glued.start()
            break
        if text[end - 1] == "." and not (linking or len(low) <= 3):
            end -= 1
            break
    return _trimmed(hit.end, end, text, lower, links), acronym


def _finite(last: str, low: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters behind a capital or a number goes on with the sentence, not with the name."""
    closing = bool(last) and (last[0].isupper() or last[0].isdigit() or last[0] in ")»”№")
    if not closing:
        return False
    verb = lexicon.text("instruments", "verb")
    return lexicon.text("instruments", "capital") == "ends" or (bool(verb) and re.fullmatch(verb, low) is not None)


def _leads_on(place: int, around: Around) -> bool:
    """Whether an "and" that ends at `place` leads to another instrument's head."""
    head = next((start for start in around.heads if start >= place), None)
    if head is None:
        return False
    lexicon = around.lexicon
    passed = lexicon.words("instruments", "left") | lexicon.words("language", "articles")
    passed |= lexicon.words("instruments", "parts") | lexicon.words("instruments", "bare")
    between = around.text[place:head]
    words = re.findall(r"[\w’'().-]+", between)
    if len(words) > BETWEEN or re.search(r"[,;:.]\s", between):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word[0] == "(" or word.lower() in passed for word in words)


@cache
def _capitals(lang: str) -> re.Pattern[str]:
    ands = "|".join(map(re.escape, sorted(load_lexicon(lang).words("language", "and"))))
    name = r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+)?"
    return re.compile(rf",\s+(?:{name},\s+)*{name},?\s+(?:{ands})\s+[A-ZА-ЯЁ]")


def _listing(hit: Hit, place: int, around: Around) -> bool:
    """Whether a comma goes on with a list of capitals that begins the name ("of Peace, Trade and Friendship")."""
    words = around.text[hit.end : place].split()
    begun = 2 <= len(words) <= 4 and words[0][0].islower() and all(word[0].isupper() for word in words[1:])
    going = "," in around.text[hit.end : place]
    return (begun or going) and _capitals(around.lexicon.lang).match(around.text, place) is not None


def _trimmed(place: int, end: int, text: str, lower: str, links: frozenset[str]) -> int:
    """`end` without the links that lead to nothing."""
    while end > place:
        words = lower[place:end].split()
        if not words or (words[-1] not in links and words[-1].rstrip(".") not in links):
            break
        end = place + lower[place:end].rstrip().rfind(words[-1])
        end = place + len(lower[place:end].rstrip(" \n,"))
    return end
