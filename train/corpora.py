"""Read the public NER corpora and cut their tokens as the package does.

Nothing whose name ends in `_test` or `_pud` is ever read for training.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from greffier.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Sentence:
    lang: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]


# File stem → share of its sentences used. Tweets and old newspapers are far from the papers we read.
TRAIN = {
    "da_ddt_train": 1.0,
    "de_enp_train": 1.0,
    "de_germeval_dev": 1.0,
    "de_ler_dev": 0.5,
    "de_wikiann_train": 1.0,
    "en_btc": 0.3,
    "en_ewt_dev": 1.0,
    "en_wikiann_train": 1.0,
    "en_wikigold": 1.0,
    "fr_enp_train": 1.0,
    "fr_wikiann_train": 1.0,
    "hr_uner_train": 0.5,
    "kk_kaznerd_valid": 1.0,
    "nl_enp_train": 1.0,
    "nl_wikiann_train": 1.0,
    "no_norne_train": 0.6,
    "pt_uner_train": 1.0,
    "ru_factru_devset": 1.0,
    "ru_wikiann_train": 1.0,
    "sk_uner_train": 0.4,
    "sr_uner_train": 0.5,
    "sv_uner_train": 1.0,
}
TESTS = (
    "nl_enp_test",
    "nl_wikiann_test",
    "fr_enp_test",
    "fr_wikiann_test",
    "en_ewt_test",
    "en_pud",
    "da_ddt_test",
    "no_norne_test",
    "de_germeval_test",
    "de_pud",
    "ru_factru_testset",
    "ru_pud",
    "ru_wikiann_test",
    "kk_kaznerd_test",
)
WIKI_MARKUP = {"'", "''", "'''", "==", "===", "*", "**", "#", "|", "''''", "•"}


def recut(tokens: list[str], labels: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut each corpus token as the package does, join an initial with its dot, and carry the labels along.

    >>> recut(["M", ".", "O'Neill's"], ["O", "O", "B-PER"])
    (('M.', "O'Neill", "'s"), ('O', 'B-PER', 'I-PER'))
    >>> recut(["l'", "UE"], ["O", "B-ORG"])[0]
    ("l'", 'UE')
    """
    out: list[str] = []
    marks: list[str] = []
    for token, label in zip(tokens, labels, strict=True):
        if token == "." and out and len(out[-1]) == 1 and out[-1].isupper() and len(out) + 1 < len(tokens):
            out[-1] += "."
            continue
        # An elision stands alone in a corpus; in running text the tokeniser knows it by the letter that follows.
        elided = len(token) < 8 and token[-1:] in "'’" and token[:1].isalpha()
        for index, piece in enumerate([token] if elided else tokenise(token)):
            out.append(piece)
            marks.append(label if index == 0 or label == "O" else "I" + label[1:])
    return tuple(out), tuple(marks)


def is_prose(tokens: list[str], lang: str) -> bool:
    """Tell a full sentence from the titles, lists and redirects of WikiANN."""
    words = [token for token in tokens if token[:1].isalpha()]
    small = sum(token[0].islower() for token in words)
    return len(words) >= 6 and tokens[-1] in ".!?" and small >= (0.4 if lang == "de" else 0.55) * len(words)


def read(path: Path, *, share: float = 1.0, prose: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of a corpus; a share below one takes them by a hash, the same in every run."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if zlib.crc32(line.encode()) % 1000 >= share * 1000:
                continue
            record = json.loads(line)
            pairs = [(t, g) for t, g in zip(record["tokens"], record["tags"], strict=True)]
            if "wikiann" in path.name:
                pairs = [(t, g) for t, g in pairs if t not in WIKI_MARKUP]
            if not pairs:
                continue
            tokens, labels = [t for t, _ in pairs], [g for _, g in pairs]
            if prose and not is_prose(tokens, record["lang"]):
                continue
            cut, marks = recut(tokens, labels)
            if cut:
                yield Sentence(record["lang"], cut, marks)


def training(folder: Path) -> list[Sentence]:
    """Return all training sentences that the folder holds."""
    sentences: list[Sentence] = []
    for stem, share in TRAIN.items():
        path = folder / f"{stem}.jsonl"
        if path.exists():
            sentences.extend(read(path, share=share, prose="wikiann" in stem))
    return sentences
