"""Two versions compared, from papers as read to all that does not agree."""

from collections.abc import Sequence

from greffier.model.findings import Findings
from greffier.model.outline import Outline
from greffier.model.span import Span
from greffier.publish.concord.absences import absences
from greffier.publish.concord.concordance import Column, Concordance, Disagreement, Pair
from greffier.publish.concord.differences import differences
from greffier.publish.concord.matching import Match, matched
from greffier.publish.concord.naming import Names
from greffier.publish.concord.versions import Version, both_versions
from greffier.publish.concord.within import open_quotations, two_spellings

LEAST = 0.5  # confidence from which a disagreement is told unless all are asked for


def concord(sources: Sequence[tuple[Outline, Findings]], *, least: float = LEAST) -> Concordance:
    """The versions of one bilingual paper, or of two papers, compared.

    Disagreements below the confidence `least` are left out. Raises `NotFound` where there is no second version.
    """
    versions = both_versions(sources)
    findings = (sources[0][1], sources[-1][1])
    matches, answered, of = matched(*versions)
    names = Names(*({one.id: one for one in each.appearances} for each in findings))
    found = [
        *absences(matches, versions),
        *differences(matches, versions, names),
        *open_quotations(matches, versions),
        *two_spellings(versions, findings),
    ]
    order = _order(matches)
    told = sorted((one for one in found if one.confidence >= least), key=lambda one: _key(one, order))
    pairs = tuple(
        Pair(
            tuple(span for unit in match.left for span in unit.spans),
            tuple(span for unit in match.right for span in unit.spans),
            match.label,
            match.kind,
        )
        for match in matches
    )
    return Concordance(_column(versions[0]), _column(versions[1]), pairs, tuple(told), answered, of)


def _column(version: Version) -> Column:
    paper = version.outline.paper
    return Column(paper.id, paper.file, version.lang, version.provisions)


def _order(matches: Sequence[Match]) -> dict[tuple[int, Span], int]:
    return {
        (number, unit.spans[0]): index
        for index, match in enumerate(matches)
        for number, units in enumerate((match.left, match.right))
        for unit in units
        if unit.spans
    }


def _key(one: Disagreement, order: dict[tuple[int, Span], int]) -> tuple[int, float, str]:
    sides = [(0, one.left)] + ([(1, one.right)] if one.right else [])
    spans = [order.get((number, side.spans[0]), 10**9) for number, side in sides if side.spans]
    return (max(spans) if one.kind == "missing" else min(spans, default=10**9), -one.confidence, one.reason)
