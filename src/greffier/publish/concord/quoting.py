"""The words of a version as they stand in its paper."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from greffier.model.span import Span
from greffier.publish.concord.concordance import Side
from greffier.publish.concord.versions import Unit, Version
from greffier.publish.countries import language

if TYPE_CHECKING:
    from greffier.publish.concord.differences import Loose


def side(version: Version, units: Iterable[Unit], *loose: "Loose") -> Side:
    """The side of a disagreement: the units quoted, and in them the words that disagree."""
    spans = tuple(span for unit in units for span in unit.spans)
    words = tuple(span for one in loose for span in one.unit.passage.evidence(one.mark.start, one.mark.end))
    return of_spans(version, spans, words)


def called(versions: tuple[Version, Version], number: int) -> str:
    """What a reader calls one of the versions: "French version"; the first or second where both are in one language."""
    if versions[0].lang == versions[1].lang:
        return ("first version", "second version")[number]
    return f"{language(versions[number].lang)} version"


def of_spans(version: Version, spans: tuple[Span, ...], words: tuple[Span, ...] = ()) -> Side:
    """The side that quotes `spans`."""
    paper = version.outline.paper
    quote = " … ".join(span.of(paper.text) for span in spans)
    return Side(paper.id, version.lang, spans, quote, words)
