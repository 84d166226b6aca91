"""Recitals and requests with their labels, in each language version, aligned with each other.

Labelled ones run A … Z, AA … and 1 … ; what is unlabelled gets r1, r2 … (recitals) and 1, 2 … (requests) in order. Only
a paper that is a resolution has them: a chamber speaks on a line of its own, several paragraphs open like recitals, or
it is called a resolution and has both recitals and requests.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.structure.draft import Draft

LETTER = re.compile(r"\(?([A-Z]{1,3})\s?[.)]\s+")
NUMBER = re.compile(r"\(?(\d{1,3})\s?[.)]\s*(?!\d)")
SUBNUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\.?\s+")
SUBPOINT = re.compile(r"\(?([a-z]|[ivx]{1,4})[.)]\s+")
DASH = re.compile(r"[-–—•*]\s*")
SPEAKS = 90  # code points of a line on which a chamber speaks, at most
FEW = 2  # paragraphs that open like recitals: more of them make a resolution by themselves
HEAD = 12  # blocks at the beginning in which a paper says what it is


def opener(text: str, lang: str) -> str:
    """`recital` or `request` where `text` begins with words that open one (a dash may stand before them)."""
    dash = DASH.match(text)
    head = text[dash.end() if dash else 0 :][:48]
    for hit in load_lexicon(lang).patterns("provisions").find(head, lowered(head)):
        return hit.pattern.value if hit.start == 0 and hit.pattern.value in ("recital", "request") else ""
    return ""


def chamber(text: str, lang: str) -> bool:
    """Whether `text` is the line on which a chamber begins to speak ("The General Assembly,")."""
    if len(text) > SPEAKS or not text.rstrip().endswith((",", ":")):
        return False
    head = lowered(text[:SPEAKS])
    return any(
        hit.start == 0 and hit.pattern.value == "chamber"
        for hit in load_lexicon(lang).patterns("provisions").find(text[:SPEAKS], head)
    )


def addressed(text: str, lang: str) -> bool:
    """Whether `text` is the line that opens the requests ("VERZOEKT DE FEDERALE REGERING:")."""
    return len(text) <= SPEAKS and text.rstrip().endswith((":", ",")) and opener(text, lang) == "request"


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
    recitals = requests = 0
    called = False
    for index, draft in enumerate(drafts):
        if draft.kind not in ("paragraph", "item", "heading"):
            continue
        if chamber(draft.text, draft.lang) or (draft.text.isupper() and addressed(draft.text, draft.lang)):
            return True
        text = draft.text
        label = LETTER.match(text) or NUMBER.match(text)
        opens = opener(text[label.end() if label else 0 :], draft.lang)
        recitals += opens == "recital"
        requests += opens == "request"
        called = called or (index < HEAD and _called(text, draft.lang))
    return recitals > FEW or (called and recitals > 0 and requests > 0)


def _called(text: str, lang: str) -> bool:
    """Whether `text`, near the paper's beginning, calls it a resolution or motion."""
    found = load_lexicon(lang).patterns("provisions").find(text[:200], lowered(text[:200]))
    return any(hit.pattern.value == "resolution" for hit in found)


def _labelled(draft: Draft, count: _Count) -> Draft:
    text = draft.text
    if chamber(text, draft.lang):
        count.begun = True
        return draft
    if addressed(text, draft.lang):
        count.begun = count.requests = True
        count.number = 0
        return draft
    letter = LETTER.match(text)
    if letter and not count.requests and letter.group(1) == _next(count.letter):
        count.letter, count.begun = letter.group(1), True
        return replace(draft, kind="recital", label=letter.group(1))
    sub = SUBNUMBER.match(text)
    if sub and count.requests:
        return replace(draft, kind="request", label=sub.group(1))
    number = NUMBER.match(text)
    opens = opener(text[number.end() if number else 0 :], draft.lang)
    if opens == "recital" and not count.requests:
        count.begun = True
        if number:
            return replace(draft, kind="recital", label=number.group(1))
        count.unlabelled += 1
        return replace(draft, kind="recital", label=f"r{count.unlabelled}")
    if number and count.begun and (count.requests or opens == "request") and int(number.group(1)) == count.number + 1:
        count.requests, count.number = True, count.number + 1
        return replace(draft, kind="request", label=number.group(1))
    point = SUBPOINT.match(text)
    if point and count.requests and count.number:
        return replace(draft, kind="request", label=f"{count.number}.{point.group(1)}")
    if opens == "request" and count.begun and len(text.split()) > 4:
        count.requests, count.number = True, count.number + 1
        return replace(draft, kind="request", label=str(count.number))
    return draft


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
