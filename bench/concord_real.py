"""Disagreements planted into real bilingual papers, for bench/concord.py: a number, date, name changed, words left out.

Edits are made in the file's own text, one version at a time; a finding answers to an edit if it is of its kind and
quotes the place. What is found in the paper as it is must be read by a person: only that tells what is wrong.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from greffier.model.findings import Findings
from greffier.model.outline import Outline, Passage
from greffier.model.span import Span
from greffier.publish.concord import Disagreement, concord
from greffier.run.pipeline import read_paper
from greffier.text.dates import find_dates

EDITS = 6  # in one copy of the paper
DENIED = {
    "nl": ((r"\bniet (?!alleen|enkel|uitsluitend)", ""), (r"\bgeen\b", "een")),
    "fr": ((r"\bne (\w+) pas\b", r"\1"), (r"\bn['’](\w+) pas\b", r"\1"), (r"\bne (\w+) plus\b", r"\1")),
    "en": ((r"\bnot ", ""),),
    "ru": ((r"\bне ", ""),),
}
PROVISIONS = ("recital", "request")


@dataclass(frozen=True)
class Edit:
    """`span` of the paper replaced by `new`; the passage it lies in, that passage's counterpart."""

    kind: str
    span: Span
    new: str
    passage: Passage


def plant_real(folders: Sequence[Path], copies: int, seed: int, *, misses: bool) -> None:
    planted, found = Counter[str](), Counter[str]()
    extra = 0
    for file in sorted(file for folder in folders for file in folder.glob("*.txt")):
        data = file.read_bytes()
        outline, findings = read_paper(data, file.name)
        if not any(p.version == 1 for p in outline.passages) or not any(p.label for p in outline.passages):
            continue
        as_is = concord([(outline, findings)])
        print(f"{file.name}: provisions aligned {as_is.provisions} of {as_is.of}; found in it as it is:")
        for one in as_is.disagreements:
            print(f"  {one.confidence:.2f} {one.kind} [{one.label}] {one.reason}")
        known = {(one.kind, one.reason) for one in as_is.disagreements}
        rng = random.Random(seed)
        for _ in range(copies):
            edits = chosen(outline, findings, rng)
            text, places = applied(outline.paper.text, edits)
            result = concord([read_paper(text.encode(), file.name)])
            left = [one for one in result.disagreements if (one.kind, one.reason) not in known]
            for edit, place in zip(edits, places, strict=True):
                planted[edit.kind] += 1
                hit = next((one for one in left if answers(outline, edit, place, one)), None)
                if hit:
                    found[edit.kind] += 1
                    left.remove(hit)
                elif misses:
                    old, place = edit.span.of(outline.paper.text), f"{edit.passage.label} {edit.passage.lang}"
                    print(f"  missed {edit.kind} [{place}] {old[:90]!r} -> {edit.new[:40]!r}")
            extra += len(left)
            if misses:
                for one in left:
                    quoted = [" ".join(side.quote.split())[:200] if side else "" for side in (one.left, one.right)]
                    print(f"  extra {one.confidence:.2f} {one.kind} [{one.label}] {one.reason}", *quoted, sep="\n     ")
    total, hit_ = sum(planted.values()), sum(found.values())
    if total:
        print(f"real papers: planted {total}, found {hit_} ({hit_ / total:.3f}); precision {hit_ / (hit_ + extra):.3f}")
        for kind in sorted(planted):
            print(f"  {kind:10} planted {planted[kind]:4} found {found[kind]:4}")


def chosen(outline: Outline, findings: Findings, rng: random.Random) -> list[Edit]:
    """Some edits, each in a provision of its own that both versions have."""
    kinds = ["number", "date", "name", "missing", "negation"]
    passages = [p for p in outline.passages if p.kind in PROVISIONS and p.parallel is not None]
    rng.shuffle(passages)
    made: list[Edit] = []
    used: set[int] = set()
    for passage in passages:
        if passage.index in used or len(made) == EDITS:
            continue
        rng.shuffle(kinds)
        edit = next((e for kind in kinds if (e := edit_of(kind, passage, outline, findings, rng))), None)
        if edit:
            made.append(edit)
            used |= {passage.index, passage.parallel if passage.parallel is not None else -1}
    return made


def edit_of(kind: str, passage: Passage, outline: Outline, findings: Findings, rng: random.Random) -> Edit | None:
    text = passage.text
    dates = list(find_dates(text, passage.lang))
    options: list[tuple[int, int, str]] = []
    if kind == "date":
        for each in dates:
            digits = list(re.finditer(r"\d+", text[each.start : each.end]))
            if digits and not each.relative:
                m = rng.choice(digits)
                value = int(m.group())
                options.append(
                    (
                        each.start + m.start(),
                        each.start + m.end(),
                        str(value + 1 if value < 28 or value > 99 else value - 1),
                    )
                )
    elif kind == "number":
        for m in re.finditer(r"(?<![\w.,])\d{1,3}(?: \d{3})*(?![\w.,]\w)", text[4:]):
            low, high = m.start() + 4, m.end() + 4
            if not any(d.start < high and low < d.end for d in dates):
                options.append((low, high, str(int(m.group().replace(" ", "")) + rng.choice([1, 2, 10]))))
    elif kind == "negation":
        for pattern, by in DENIED.get(passage.lang, ()):
            options += [(m.start(), m.end(), m.expand(by)) for m in re.finditer(pattern, text)]
    elif kind == "name":
        persons = {a.id: a.name for a in findings.appearances if a.kind == "person" and len(a.name.split()) == 2}
        for mention in findings.mentions:
            low = passage.offsets.clean(mention.span.start)
            words = mention.span.of(outline.paper.text)
            if low is not None and mention.appearance in persons and words == text[low : low + len(words)]:
                other = rng.choice([name for name in sorted(set(persons.values())) if name.split()[-1] not in text])
                options.append((low, low + len(words), other))
    elif kind == "missing":
        if len(passage.sentences) > 1:
            last = passage.sentences[-1]
            options.append((last.start, last.end, ""))
        elif len(text) < 900 and rng.random() < 0.25:
            options.append((0, len(text), ""))
    options = [each for each in options if len(passage.evidence(each[0], each[1])) == 1]
    if not options:
        return None
    low, high, new = rng.choice(options)
    return Edit(kind, passage.evidence(low, high)[0], new, passage)


def applied(text: str, edits: list[Edit]) -> tuple[str, list[Span]]:
    """The text with the edits made, and where each of them came to stand."""
    places: dict[int, Span] = {}
    shift = 0
    for edit in sorted(edits, key=lambda one: one.span):
        start = edit.span.start + shift
        text = text[:start] + edit.new + text[edit.span.end + shift :]
        places[id(edit)] = Span(start, start + len(edit.new))
        shift += len(edit.new) - (edit.span.end - edit.span.start)
    return text, [places[id(edit)] for edit in edits]


def answers(outline: Outline, edit: Edit, place: Span, found: Disagreement) -> bool:
    """Whether a finding is of the edit's kind and quotes its place, or the words that are now alone."""
    kinds = {edit.kind, "article"} if edit.kind == "number" else {edit.kind}
    if found.kind not in kinds:
        return False
    if edit.kind == "missing":
        return found.label == edit.passage.label and any(side and side.words for side in (found.left, found.right))
    near = replace(place) if place.end > place.start else Span(max(0, place.start - 1), place.end + 1)
    sides = [side for side in (found.left, found.right) if side]
    return any(span.meets(near) for side in sides for span in side.spans)
