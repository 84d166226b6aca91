"""Find names of persons, bodies and places in a sentence, with the tagger that ships with the package.

One linear-chain model for all languages, trained by `train/tagger.py` and measured in `docs/tagger.md`; it needs no
network and no lexicon. It gives each name a calibrated confidence: of the names given .8, about 80 % were right on
sentences kept out of training. An unknown language is read by its script; no input raises.

>>> tagger = load_tagger()
>>> tokens = "The minister met Anna Jansen in Berlin .".split()
>>> [(" ".join(tokens[tag.start : tag.end]), tag.kind) for tag in tagger.tag(tokens, "en")]
[('Anna Jansen', 'PER'), ('Berlin', 'LOC')]
>>> tagger.tag([], "en"), tagger.tag(["nothing", "here"], "en")
([], [])
"""

import gzip
import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pycrfsuite

from greffier.extract.tagger_features import Features, WordTable

_SURE_HEAD = 0.7  # chosen on papers that were read while tuning: no core body of theirs is lost
KINDS = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Tag:
    """One name: token indices, half-open, its kind and how likely it is right."""

    start: int
    end: int
    kind: str
    confidence: float


def spans_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the spans of BIO labels; an `I-` that continues nothing opens a span.

    >>> spans_of(["O", "B-PER", "I-PER", "I-ORG", "O", "B-LOC"])
    [(1, 3, 'PER'), (3, 4, 'ORG'), (5, 6, 'LOC')]
    """
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and spans and spans[-1][1] == index and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], index + 1, kind)
        else:
            spans.append((index, index + 1, kind))
    return spans


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising staircase from the model's own certainty to the share of names that were right."""

    edges: tuple[float, ...]
    values: tuple[float, ...]

    def of(self, raw: float) -> float:
        """Return the calibrated confidence.

        >>> Calibration((0.5, 0.9), (0.3, 0.6, 0.95)).of(0.7)
        0.6
        """
        return self.values[bisect_right(self.edges, raw)]


class Tagger:
    """The model, its feature maker and its calibration; not to be shared between threads."""

    __slots__ = ("_bytes", "_calibrations", "_features", "_model")

    def __init__(self, model: bytes, table: WordTable, calibrations: dict[str, Calibration]) -> None:
        self._bytes = model  # crfsuite reads from these bytes and does not keep them alive
        self._model = pycrfsuite.Tagger()
        self._model.open_inmemory(model)
        self._features = Features(table)
        self._calibrations = calibrations

    def marks(self, word: str) -> str:
        """Return the marks of the word lists that `word` is on (`tagger_features.LISTS`): `g` for a given name."""
        return self._features.table.flags_of(word.lower())

    def tag(self, tokens: Sequence[str], lang: str) -> list[Tag]:
        """Return the names of one sentence or short passage, in reading order."""
        if not any(map(_may_open_a_name, tokens)):
            return []
        model = self._model
        model.set(self._features.of(tokens, lang))
        labels = model.tag()
        tags = []
        for start, end, kind in spans_of(labels):
            raw = min(model.marginal(labels[index], index) for index in range(start, end))
            tag = Tag(start, end, kind, self._calibrations[kind].of(raw))
            if not self._is_bare_head(tag, tokens):
                tags.append(tag)
        return tags

    def _is_bare_head(self, tag: Tag, tokens: Sequence[str]) -> bool:
        """Whether the tag is a common noun ("Commission …") that opens the sentence, and doubtful."""
        if tag.start or tag.end != 1 or tag.kind != "ORG" or tag.confidence >= _SURE_HEAD:
            return False
        return "h" in self._features.table.flags_of(tokens[0].lower())


def _may_open_a_name(token: str) -> bool:
    return not token.islower() and token[:1].isalpha()


def _shipped(name: str) -> bytes:
    return gzip.decompress((files("greffier.extract") / "weights" / name).read_bytes())


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """Load the shipped model, once; about .15 s and 55 MB, and some 5 MB more for each language read."""
    calibrations = {
        kind: Calibration(tuple(steps["edges"]), tuple(steps["values"]))
        for kind, steps in json.loads(_shipped("calibration.json.gz")).items()
    }
    return Tagger(_shipped("names.crfsuite.gz"), WordTable.parse(_shipped("words.txt.gz").decode()), calibrations)
