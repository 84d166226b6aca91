"""Everything found in one paper, as a fold: chunks, names, scenes, then each kind of entry in turn."""

from collections.abc import Callable, Iterator

from greffier.extract.acts.find import find_acts
from greffier.extract.citations import find_citations
from greffier.extract.confidence import calibrated
from greffier.extract.dates import find_dates
from greffier.extract.figures import find_figures
from greffier.extract.instruments.join import with_instruments
from greffier.extract.meetings.find import find_meetings
from greffier.extract.names.cast import cast_of, mentions
from greffier.extract.numbers import find_numbers
from greffier.extract.offices import find_offices, with_offices
from greffier.extract.provisions import find_provisions
from greffier.extract.quotes import find_quotes
from greffier.extract.reading import Reading, Scene
from greffier.extract.referents import with_referents
from greffier.extract.statements.find import find_statements
from greffier.extract.undertakings.find import find_undertakings
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.entry import Entry
from greffier.model.findings import Findings
from greffier.model.outline import Outline, Passage

UNREAD = frozenset({"boilerplate"})  # kinds of passages that hold no entries

FINDERS: tuple[Callable[[Reading], Iterator[Entry]], ...] = (
    find_meetings,
    find_offices,
    find_statements,
    find_undertakings,
    find_provisions,
    find_citations,
    find_acts,
    find_figures,
)
"""One grammar for each kind of entry; each reads the whole paper and changes nothing."""


def extract(outline: Outline) -> Findings:
    """The appearances, mentions and entries of one paper."""
    reading = read_chunks(outline)
    entries = tuple(calibrated(_entries(reading)))
    appearances = tuple(reading.cast.appearances.values())
    return Findings(outline.paper.id, appearances, tuple(mentions(reading)), entries)


def certain(outline: Outline) -> Iterator[Entry]:
    """The entries as the grammars give them, each with its grammar's own certainty."""
    return _entries(read_chunks(outline))


def _entries(reading: Reading) -> Iterator[Entry]:
    return (entry for find in FINDERS for entry in find(reading))


def read_chunks(outline: Outline) -> Reading:
    """The paper with its chunks found and its names resolved to a cast."""
    scenes = tuple(_scene(outline, passage) for passage in outline.passages if passage.kind not in UNREAD)
    named, cast = cast_of(outline.paper.id, scenes)
    return with_referents(with_offices(with_instruments(Reading(outline, named, cast))))


def _scene(outline: Outline, passage: Passage) -> Scene:
    """The passage with the chunks that need nothing but itself."""
    lexicon, lower = load_lexicon(passage.lang), lowered(passage.text)
    dates = tuple(find_dates(passage, lexicon, outline.date_at(passage), lower))
    numbers = tuple(find_numbers(passage, lexicon, dates, lower))
    quotes = tuple(find_quotes(passage, lexicon))
    return Scene(passage, lexicon, lower, dates=dates, numbers=numbers, quotes=quotes)
