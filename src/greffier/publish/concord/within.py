"""What does not agree within one version: quotation marks never closed, a name spelt two ways."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from greffier.extract.names.same import stems
from greffier.extract.quotes import quotes_in
from greffier.model.findings import Findings
from greffier.model.outline import Passage
from greffier.model.span import Span
from greffier.publish.concord.concordance import Disagreement, Side
from greffier.publish.concord.matching import Match
from greffier.publish.concord.quoting import called, of_spans, side
from greffier.publish.concord.versions import Version
from greffier.resolve.names.align import likeness
from greffier.resolve.names.prepare import letters
from greffier.resolve.names.words import word

TOKEN = re.compile(r"[^\W\d_][\w’'-]*")
LONG = 5  # letters of a word whose spelling is compared
NEAR = 0.8  # likeness in sound of two spellings of one word
CLOSE = 0.75  # share of letters in common
CONTEXT = 60  # code points on either side of a word that are quoted
OPENERS = '“„«»”"'


def open_quotations(matches: Sequence[Match], versions: tuple[Version, Version]) -> Iterator[Disagreement]:
    """Yield each quotation that its version opens and never closes."""
    for number, version in enumerate(versions):
        passages = [group.units[0].passage for group in version.groups]
        seen = dict.fromkeys(unit.passage.index for group in version.groups for unit in group.units)
        by_index = {unit.passage.index: unit.passage for group in version.groups for unit in group.units}
        passages = [by_index[index] for index in seen]
        for place, passage in enumerate(passages):
            for quote in quotes_in(passage.text):
                if quote.closed or _goes_on(passage, quote.start, passages[place + 1 : place + 6]):
                    continue
                yield _open(matches, versions, number, passage, quote.start)


def _goes_on(passage: Passage, start: int, later: Sequence[Passage]) -> bool:
    """Whether one of the next paragraphs closes the quotation, or goes on with it by a mark of its own."""
    for after in later:
        body = after.text.strip()
        if body[:1] in OPENERS and body[:1] and any(not q.closed for q in quotes_in(after.text)):
            return True
        inside = [(q.start, q.end) for q in quotes_in(after.text)]
        for at, char in enumerate(after.text):
            if char in '”»“"' and not any(low <= at < high for low, high in inside):
                return True
    return False


def _open(
    matches: Sequence[Match], versions: tuple[Version, Version], number: int, passage: Passage, start: int
) -> Disagreement:
    words = passage.evidence(start, start + 1)
    for match in matches:
        units, others = (match.left, match.right) if number == 0 else (match.right, match.left)
        holding = [unit for unit in units if unit.passage is passage and unit.start <= start < unit.end]
        if holding:
            here = of_spans(versions[number], tuple(s for u in units for s in u.spans), words)
            there = side(versions[1 - number], others) if others else None
            closed = any(q.closed for u in others for q in quotes_in(u.passage.text))
            sure = 0.85 if closed else 0.7
            reason = "a quotation mark opens here and never closes" + (
                "; the other version closes it" if closed else ""
            )
            if number == 0 or there is None:
                return Disagreement("quotation", sure, reason, match.label, here, there)
            return Disagreement("quotation", sure, reason, match.label, there, here)
    here = of_spans(versions[number], passage.evidence(start, len(passage.text)), words)
    return Disagreement("quotation", 0.6, "a quotation mark opens here and never closes", passage.label, here, None)


def two_spellings(versions: tuple[Version, Version], findings: Sequence[Findings]) -> Iterator[Disagreement]:
    """Yield each name that one version spells in two ways; the rarer spelling first."""
    for number, (version, found) in enumerate(zip(versions, findings, strict=True)):
        forms = list(_forms(version, found))
        places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
        for form in forms:
            places[form.words].append(form.span)
        told: set[tuple[str, str]] = set()
        ordered = sorted({form.words: form for form in reversed(forms)}.values(), key=lambda form: form.words)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                differing = _differing(one, other, version.lang)
                if one.kind != other.kind or differing is None or differing in told:
                    continue
                told.add(differing)
                rare, common = sorted((one, other), key=lambda form: (len(places[form.words]), form.span))
                reason = f"“{rare.written}” here, “{common.written}” elsewhere in the {called(versions, number)}"
                left, right = (_around(version, places[form.words][0]) for form in (rare, common))
                yield Disagreement("spelling", 0.7 if one.kind == "person" else 0.6, reason, None, left, right)


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as one version writes it."""

    kind: str
    written: str
    words: tuple[str, ...]
    span: Span


def _forms(version: Version, found: Findings) -> Iterator[_Form]:
    """Each person and place that the version names, as written there."""
    held = [span for group in version.groups for unit in group.units for span in unit.spans]
    held.sort()
    starts = [span.start for span in held]
    kinds = {one.id: one.kind for one in found.appearances if one.kind in ("person", "place")}
    text = version.outline.paper.text
    for mention in sorted(found.mentions, key=lambda one: one.span):
        kind = kinds.get(mention.appearance)
        at = bisect_right(starts, mention.span.start) - 1
        if kind is None or at < 0 or mention.span.end > held[at].end:
            continue
        written = " ".join(mention.span.of(text).split())
        words = tuple(letters(token).lower() for token in TOKEN.findall(written))
        if words:
            yield _Form(kind, written, words, mention.span)


def _differing(one: _Form, other: _Form, lang: str) -> tuple[str, str] | None:
    """The two spellings of one word, all other words of the two names being alike; None where they are two names."""
    if len(one.words) != len(other.words):
        if one.kind != "person" or min(len(one.words), len(other.words)) > 1:
            return None
        one, other = (replace(form, words=form.words[-1:]) for form in (one, other))
    pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(pairs) != 1 or min(map(len, pairs[0])) < LONG or not _two_of_one(*pairs[0], lang):
        return None
    return pairs[0]


def _two_of_one(one: str, other: str, lang: str) -> bool:
    """Whether two words are spellings of one name: near in letters and sound, and no two forms of one word."""
    if one[0] != other[0] or not stems(one, lang).isdisjoint(stems(other, lang)):
        return False
    if one.startswith(other) or other.startswith(one):
        return False
    return SequenceMatcher(None, one, other).ratio() >= CLOSE and likeness(word(one), word(other)) >= NEAR


def _around(version: Version, span: Span) -> Side:
    """The word with those about it."""
    text = version.outline.paper.text
    low = text.rfind(" ", 0, max(0, span.start - CONTEXT)) + 1
    high = text.find(" ", min(len(text), span.end + CONTEXT))
    return of_spans(version, (Span(low, high if high >= 0 else len(text)),), (span,))
