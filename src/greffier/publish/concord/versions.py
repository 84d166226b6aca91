"""The language versions of papers, cut into what is compared: paragraphs and provisions, sentences and clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.model.errors import NotFound
from greffier.model.findings import Findings
from greffier.model.outline import Outline, Passage
from greffier.model.span import Span
from greffier.publish.concord.features import Features, features
from greffier.publish.concord.marks import Mark, marks, people_of

LEFT_OUT = frozenset({"boilerplate", "metadata"})
LABELLED = re.compile(r"\s*\(?(?:[A-Z]{1,3}|\d{1,3}(?:\.\d{1,3})?)(?:\s?[.)]|\s)")
CLAUSE = re.compile(r";\s+(?=\S)")
SHORTEST = 40  # code points of a clause that stands alone


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or clause: code points `start` to `end` of its passage's text, with its marks and features."""

    passage: Passage
    start: int
    end: int
    marks: tuple[Mark, ...]
    features: Features

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start

    @property
    def spans(self) -> tuple[Span, ...]:
        """The canonical spans."""
        return self.passage.evidence(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Group:
    """A provision with the paragraphs that go on with it, or a paragraph: `label` only where it is written there."""

    kind: str
    label: str | None
    units: tuple[Unit, ...]

    @property
    def length(self) -> int:
        """Code points."""
        return sum(unit.length for unit in self.units)


@dataclass(frozen=True, slots=True)
class Version:
    """One text in one language."""

    outline: Outline
    lang: str
    groups: tuple[Group, ...]

    @property
    def provisions(self) -> int:
        """How many recitals and requests it has."""
        return sum(group.kind in ("recital", "request") for group in self.groups)


def version_langs(outline: Outline) -> tuple[str, ...]:
    """The languages of a paper's versions in their order; one, its main language, where it holds one text."""
    found: dict[int, str] = {}
    for passage in outline.passages:
        if passage.version is not None:
            found.setdefault(passage.version, passage.lang)
    return tuple(found[number] for number in sorted(found)) if len(found) > 1 else outline.languages[:1]


def version(outline: Outline, findings: Findings, lang: str) -> Version:
    """The version of a paper in `lang`, cut up."""
    langs = version_langs(outline)
    number = langs.index(lang) if len(langs) > 1 else None
    passages = [p for p in outline.passages if p.kind not in LEFT_OUT and (number is None or p.version == number)]
    people = people_of(findings.mentions, findings.appearances)
    cut = [_units(passage, marks(passage, people)) for passage in passages]
    return Version(outline, lang, tuple(_groups(passages, cut)))


def both_versions(sources: Sequence[tuple[Outline, Findings]]) -> tuple[Version, Version]:
    """The two versions that one bilingual paper, or two papers, hold; raises `NotFound` where there are not two."""
    outline, findings = sources[0]
    langs = version_langs(outline)
    if len(sources) == 1:
        if len(langs) < 2:
            raise NotFound(
                f"{outline.paper.file} holds one language version only."
                f" Name the paper that holds the other one too: greffier concord {outline.paper.file} OTHER"
            )
        return version(outline, findings, langs[0]), version(outline, findings, langs[1])
    other, other_findings = sources[1]
    theirs = version_langs(other)
    mine = next((lang for lang in langs if lang != theirs[0]), langs[0])
    yours = next((lang for lang in theirs if lang != mine), theirs[0])
    return version(outline, findings, mine), version(other, other_findings, yours)


def _groups(passages: Sequence[Passage], cut: Sequence[tuple[Unit, ...]]) -> Iterator[Group]:
    """Provisions with what goes on with them; every other passage alone."""
    kind, label, units = "", None, []  # type: str, str | None, list[Unit]
    for passage, own in zip(passages, cut, strict=True):
        goes_on = kind in ("recital", "request") and passage.kind in ("paragraph", "item") and _goes_on(passage)
        if units and not goes_on:
            yield Group(kind, label, tuple(units))
            units = []
        if not goes_on:
            kind = passage.kind
            label = passage.label if passage.label and LABELLED.match(passage.text) else None
        units.extend(own)
    if units:
        yield Group(kind, label, tuple(units))


def _goes_on(passage: Passage) -> bool:
    """Whether a paragraph begins in the middle of a sentence, or with a dash."""
    begin = passage.text.lstrip()[:1]
    return begin.islower() or begin in "-–—•"


def _units(passage: Passage, found: tuple[Mark, ...]) -> tuple[Unit, ...]:
    made = []
    for start, end in _cuts(passage):
        inside = tuple(mark for mark in found if start <= mark.start < end)
        made.append(Unit(passage, start, end, inside, features(passage.text[start:end], passage.lang, inside)))
    return tuple(made)


def _cuts(passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences of a passage, long clauses between semicolons apart."""
    for sentence in passage.sentences or (Span(0, len(passage.text)),):
        start = sentence.start
        for match in CLAUSE.finditer(passage.text, sentence.start, sentence.end):
            if match.start() - start >= SHORTEST and sentence.end - match.end() >= SHORTEST:
                yield start, match.start() + 1
                start = match.end()
        if passage.text[start : sentence.end].strip():
            yield start, sentence.end
