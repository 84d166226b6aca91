"""What was found in one paper: who and what appears in it, where it is named, and the entries.

An appearance is one person, body, place or instrument as it appears in one paper, all its forms together. Entities
(`greffier.model.entity`) are made of appearances over all papers.
"""

from dataclasses import dataclass

from greffier.model.entry import Entry
from greffier.model.span import Span


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person, body, place or instrument in one paper.

    `kind` is `person`, `body`, `place` or `instrument`; `name` its fullest form, `names` every form seen, sorted;
    `identifiers` such as {("wikidata", "Q31")}; `roles` the offices held here, evidence for identity: code, country and
    date as far as the paper gives them, with strokes between (`ambassador/kz/2019-05-03`, `mayor//2021`, `judge`).
    """

    id: str
    paper: str
    kind: str
    name: str
    names: tuple[str, ...]
    country: str | None = None
    lang: str | None = None
    roles: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an appearance is named: a canonical span of the paper."""

    appearance: str
    paper: str
    span: Span


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one paper; entries refer to appearances by id."""

    paper: str
    appearances: tuple[Appearance, ...]
    mentions: tuple[Mention, ...]
    entries: tuple[Entry, ...]
