"""What another language's version must say too: numbers, dates, articles of law, names, negations.

Each is a mark with what it stands for (`keys`, the same in every language) and what it answers to (`answers`: the day
2021-05-10 also answers to the year 2021). A mark that is not `hard` only answers (a Belgian, a "without"), or
is missed only where the other version has one of its sort to spare (`paired`: "the two ministers").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from greffier.lexicon.geography import find_countries, find_places
from greffier.lexicon.institutions import find_institutions
from greffier.lexicon.instruments import find_known
from greffier.lexicon.load import Lexicon, load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.findings import Appearance, Mention
from greffier.model.outline import Passage
from greffier.publish.concord.figures import figures
from greffier.publish.concord.written_dates import Day, days

SURE = 0.6  # confidence from which a name found is taken for one


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of a passage's text: a `number`, `date`, `article`, `person`, `place`, `body`,
    `law` or `negation`."""

    start: int
    end: int
    kind: str
    keys: frozenset[str]
    answers: frozenset[str] = field(default_factory=frozenset)
    hard: bool = True
    paired: bool = False

    @property
    def said(self) -> frozenset[str]:
        """Everything that it answers to, itself first of all."""
        return self.keys | self.answers


@dataclass(frozen=True, slots=True)
class People:
    """The persons that a paper names: where, and who."""

    mentions: tuple[Mention, ...]
    appearances: Mapping[str, Appearance]


def people_of(mentions: tuple[Mention, ...], appearances: tuple[Appearance, ...]) -> People:
    """The persons among what was found in a paper."""
    persons = {one.id: one for one in appearances if one.kind == "person" and one.confidence >= SURE}
    named = sorted((one for one in mentions if one.appearance in persons), key=lambda one: one.span)
    return People(tuple(named), persons)


def marks(passage: Passage, people: People) -> tuple[Mark, ...]:
    """The marks of a passage, in reading order."""
    lexicon, lower = load_lexicon(passage.lang), lowered(passage.text)
    dates = days(passage, lexicon, lower)
    persons = list(_persons(passage, people))
    names = [*persons, *_names(passage.text, lower, lexicon.lang, persons)]
    found = [
        *(_date(day) for day in dates),
        *_numbers(passage, lexicon, lower, dates),
        *names,
        *_negations(passage.text, lower, lexicon),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind)))


def _date(day: Day) -> Mark:
    return Mark(day.start, day.end, "date", frozenset({f"d:{day.edtf}"}), day.answers, day.hard)


def _numbers(passage: Passage, lexicon: Lexicon, lower: str, dates: tuple[Day, ...]) -> Iterator[Mark]:
    for figure in figures(passage, lexicon, lower, dates):
        kind = "article" if figure.article else "number"
        yield Mark(figure.start, figure.end, kind, figure.keys, figure.answers, figure.hard, figure.paired)


def _persons(passage: Passage, people: People) -> Iterator[Mark]:
    for piece in passage.offsets.pieces:
        for one in people.mentions:
            if not piece.source <= one.span.start < piece.source + piece.length:
                continue
            start = piece.clean + one.span.start - piece.source
            last = passage.offsets.clean(one.span.end - 1)
            if last is not None and last >= start:
                yield Mark(start, last + 1, "person", frozenset({f"p:{one.appearance}"}))


def _names(text: str, lower: str, lang: str, persons: list[Mark]) -> Iterator[Mark]:
    """Countries, places, institutions and instruments that are known in every language, none inside another."""
    taken = [(mark.start, mark.end) for mark in persons]

    def free(start: int, end: int) -> bool:
        return not any(low < end and start < high for low, high in taken)

    for start, end, law in find_known(text, lower):
        yield Mark(start, end, "law", frozenset({f"l:{law}"}))
        taken.append((start, end))
    for start, end, body in find_institutions(text, lang):
        if free(start, end):
            yield Mark(start, end, "body", frozenset({f"b:{body.id}"}), frozenset({f"c:{body.country}"}))
            taken.append((start, end))
    for start, end, code, kind in find_countries(text, lang):
        if free(start, end):
            yield Mark(start, end, "place", frozenset({f"c:{code}"}), hard=kind == "name")
            taken.append((start, end))
    for start, end, place, country in find_places(text, lang):
        if free(start, end):
            yield Mark(start, end, "place", frozenset({f"t:{place}"}), frozenset({f"c:{country}"}))


def _negations(text: str, lower: str, lexicon: Lexicon) -> Iterator[Mark]:
    for hit in lexicon.patterns("negations").find(text, lower):
        yield Mark(hit.start, hit.end, "negation", frozenset({"not"}), hard=hit.pattern.value == "no")


CONCEPTS = ("roles", "acts", "undertakings", "meetings", "provisions", "instruments", "bodies", "relations")


@cache
def _topics(lang: str) -> tuple[str, ...]:
    lexicon = load_lexicon(lang)
    return tuple(topic for topic in CONCEPTS if lexicon.patterns(topic))


def concepts(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """Start and meaning of each word that a lexicon knows by a value common to all languages."""
    lexicon, lower = load_lexicon(lang), lowered(text)
    for topic in _topics(lang):
        for hit in lexicon.patterns(topic).find(text, lower):
            yield hit.start, f"x:{topic}/{hit.pattern.value}"
