"""Recitals and requests with their labels, in each language version, aligned with each other.

Labelled ones run A … Z, AA … and 1 … ; what is unlabelled gets r1, r2 … (recitals) and 1, 2 … (requests) in order. Only
a paper that is a resolution has them: a chamber speaks on a line of its own, several paragraphs open like recitals, or
it is called a resolution and has both recitals and requests.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import PatternSet, lowered
from greffier.structure.draft import Draft

LETTER = re.compile(r"\(?([A-Z]{1,3})\s?[.)]\s+")
NUMBER = re.compile(r"\(?(\d{1,3})\s?[.)]\s*(?!\d)")
SUBNUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\.?\s+")
SUBPOINT = re.compile(r"\(?([a-z]|[ivx]{1,4})[.)]\s+")
DASH = re.compile(r"[-–—•*]\s*")
ROMAN = re.compile(r"^[IVX]{1,4}\s?[.)]\s+")
OPENING = 110  # code points in which a chamber and its request begin
GAP = 40  # code points between a chamber's name and what it asks, at most
SPEAKS = 90  # code points of a line on which a chamber speaks, at most
SKIPPED = 3  # labels that may be missing: a version may lack a provision
FEW = 2  # paragraphs that open like recitals: more of them make a resolution by themselves
HEAD = 12  # blocks at the beginning in which a paper says what it is


def opener(text: str, lang: str) -> str:
    """`recital` or `request` where `text` begins with words that open one.

    A dash may stand before them; before a request also the chamber that makes it ("The Senate calls on …").
    """
    dash = DASH.match(text)
    head = text[dash.end() if dash else 0 :][:OPENING]
    reached = 0
    for hit in _patterns(lang).find(head, lowered(head)):
        value = hit.pattern.value
        if hit.start == 0 and value in ("recital", "request"):
            return value
        if value in ("recital", "request") and reached and hit.start - reached <= GAP:
            return "request" if "," not in head[reached : hit.start] else ""
        if hit.start > reached + GAP or value != "chamber" or (hit.start and not reached):
            return ""
        reached = hit.end
    return ""


def chamber(text: str, lang: str) -> bool:
    """Whether `text` is the line on which a chamber begins to speak ("The General Assembly,")."""
    if len(text) > SPEAKS or not text.rstrip().endswith((",", ":")):
        return False
    return any(hit.start == 0 and hit.pattern.value == "chamber" for hit in _patterns(lang).find(text, lowered(text)))


def addressed(text: str, lang: str) -> bool:
    """Whether `text` is the line that opens the requests ("VERZOEKT DE FEDERALE REGERING:", "II. The Senate asks:")."""
    text = ROMAN.sub("", text.strip(), count=1)
    if len(text) > SPEAKS + 70 or not text.endswith((":", ",", "--", "—", "–")):
        return False
    hits = list(_patterns(lang).find(text, lowered(text)))
    asks = [hit for hit in hits if hit.pattern.value == "request" and not hit.pattern.flag("states")]
    if not asks:
        return False
    first, last = hits[0], asks[-1]
    if first.start == 0 and first in asks:
        return len(text) <= SPEAKS
    if first.start == 0 and first.pattern.value == "chamber":
        return len(text) <= SPEAKS + 70
    # at the end of what was heard and considered: "Having heard the committee, the Council DECIDES:"
    return text.endswith(":") and len(text) - last.end <= GAP and text[last.start : last.end].isupper()


def _chamber_first(text: str, lang: str) -> bool:
    """Whether a chamber is the first word of `text`."""
    hit = next(iter(_patterns(lang).find(text[:OPENING], lowered(text[:OPENING]))), None)
    return hit is not None and hit.start == 0 and hit.pattern.value == "chamber"


def _patterns(lang: str) -> PatternSet:
    return load_lexicon(lang).patterns("provisions")


@dataclass
class _Count:
    """How far the labels of one version have come."""

    letter: str = ""
    unlabelled: int = 0
    number: int = 0
    requests: bool = False
    begun: bool = False
    seen: list[str] = field(default_factory=list)


def with_provisions(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the provisions among them labelled; nothing changes in a paper that is no resolution."""
    if not _is_resolution(drafts):
        return list(drafts)
    counts: dict[int | None, _Count] = {}
    made = []
    for draft in drafts:
        count = counts.setdefault(draft.version, _Count())
        made.append(_labelled(draft, count) if draft.kind in ("paragraph", "item", "heading") else draft)
    return made


def aligned(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each provision's counterpart in the other version (`parallel`, an index), by kind and label."""
    places: dict[tuple[str, str | None, int | None], int] = {}
    for index, draft in enumerate(drafts):
        if draft.label and draft.version is not None:
            places.setdefault((draft.kind, draft.label, draft.version), index)
    made = list(drafts)
    for (kind, label, version), index in places.items():
        other = places.get((kind, label, 1 - version)) if version is not None else None
        if other is not None:
            made[index] = replace(made[index], parallel=other)
    for mine, theirs in _between(made):
        made[mine] = replace(made[mine], parallel=theirs)
        made[theirs] = replace(made[theirs], parallel=mine)
    return made


def _between(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs that stand equally far between two aligned provisions, where both versions have as many."""
    runs: list[dict[int, list[int]]] = [{0: [], 1: []}]
    for index, draft in enumerate(drafts):
        if draft.version is None or draft.kind not in ("paragraph", "item", "recital", "request"):
            continue
        if draft.parallel is not None:
            if runs[-1][0] or runs[-1][1]:
                runs.append({0: [], 1: []})
        else:
            runs[-1][draft.version].append(index)
    for run in runs:
        if run[0] and len(run[0]) == len(run[1]):
            yield from zip(run[0], run[1], strict=True)


def _is_resolution(drafts: Sequence[Draft]) -> bool:
    recitals = requests = numbered = asks = paragraphs = 0
    called = titled = False
    for index, draft in enumerate(drafts):
        if draft.kind not in ("paragraph", "item", "heading"):
            continue
        text = draft.text
        opens_requests = addressed(text, draft.lang)
        if chamber(text, draft.lang) or (opens_requests and text.isupper()):
            return True
        label = LETTER.match(text) or NUMBER.match(text)
        opens = opener(text[label.end() if label else 0 :], draft.lang)
        recitals += opens == "recital"
        requests += opens == "request"
        numbered += opens == "request" and label is not None
        asks += opens_requests
        paragraphs += draft.kind != "heading" and index > 0
        if index < HEAD:
            place = _called(text, draft.lang)
            called = called or place is not None
            titled = titled or (place == 0 and len(text) <= SPEAKS)
    if recitals > FEW or (called and recitals > 0 and requests > 0):
        return True
    return titled and (asks > 0 or numbered > 0 or requests * 2 > paragraphs)


def _called(text: str, lang: str) -> int | None:
    """Where `text`, near the paper's beginning, calls it a resolution or motion; None where it does not."""
    found = _patterns(lang).find(text[:200], lowered(text[:200]))
    return next((hit.start for hit in found if hit.pattern.value == "resolution"), None)


def _labelled(draft: Draft, count: _Count) -> Draft:
    text = draft.text
    if addressed(text, draft.lang):
        count.begun = count.requests = True
        count.number = 0
        return draft
    if chamber(text, draft.lang):
        count.begun = True
        return draft
    letter = LETTER.match(text)
    if letter and not count.requests and _follows(letter.group(1), count.letter, text[letter.end() :], draft.lang):
        count.letter, count.begun = letter.group(1), True
        return replace(draft, kind="recital", label=letter.group(1))
    sub = SUBNUMBER.match(text)
    if sub and count.requests:
        return replace(draft, kind="request", label=sub.group(1))
    number = NUMBER.match(text)
    opens = opener(text[number.end() if number else 0 :], draft.lang)
    if (
        opens == "recital"
        and not count.requests
        and (count.begun or number or text.rstrip()[-1:] in ",;:." or len(text) > SPEAKS)
    ):
        count.begun = True
        if number:
            return replace(draft, kind="recital", label=number.group(1))
        count.unlabelled += 1
        return replace(draft, kind="recital", label=f"r{count.unlabelled}")
    headline = number is None and text.rstrip()[-1:] not in ",;:."
    if headline and not count.begun:
        return draft
    if opens == "request" and _chamber_first(text[number.end() if number else 0 :], draft.lang):
        count.begun = True
    if number and count.begun and (count.requests or opens == "request") and _counts_on(number, count.number, opens):
        count.requests, count.number = True, int(number.group(1))
        return replace(draft, kind="request", label=number.group(1))
    point = SUBPOINT.match(text)
    if point and count.requests and count.number:
        return replace(draft, kind="request", label=f"{count.number}.{point.group(1)}")
    if opens == "request" and count.begun and len(text.split()) > 4:
        count.requests, count.number = True, count.number + 1
        return replace(draft, kind="request", label=str(count.number))
    return draft


def _follows(label: str, before: str, text: str, lang: str) -> bool:
    """Whether a recital's letter comes next; some may be missing where the text goes on or opens as a recital does."""
    expected = _next(before)
    if label == expected:
        return True
    for _ in range(SKIPPED):
        expected = _next(expected)
        if label == expected:
            return text[:1].islower() or opener(text, lang) == "recital"
    return False


def _counts_on(number: re.Match[str], before: int, opens: str) -> bool:
    """Whether a request's number comes next; some may be missing where the text goes on or opens as a request does."""
    ahead = int(number.group(1)) - before
    begins = number.string[number.end() : number.end() + 1]
    return ahead == 1 or (1 < ahead <= 1 + SKIPPED and (opens == "request" or begins.islower()))


def _next(label: str) -> str:
    """The label after `label`: A after nothing, AA after Z, BB after AA.

    >>> _next(""), _next("C"), _next("Z"), _next("FF")
    ('A', 'D', 'AA', 'GG')
    """
    if not label:
        return "A"
    if label[0] == "Z":
        return "A" * (len(label) + 1)
    return chr(ord(label[0]) + 1) * len(label)
