"""Train the name tagger: `python train/tagger.py --data DIR` (see `train/README.md`).

Writes the model, its calibration and the word table to `src/greffier/extract/weights/` and the report to
`docs/tagger.md`. Seeded: the same corpora, packages and seed give the same model. Exits with 0 and says so when the
corpora are absent."""

import argparse
import gzip
import json
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

import pycrfsuite

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import augment  # noqa: E402
import corpora  # noqa: E402
import tables  # noqa: E402
import weights  # noqa: E402

from greffier.extract.tagger import KINDS, Calibration, Tagger, spans_of  # noqa: E402
from greffier.extract.tagger_features import Features, WordTable  # noqa: E402

WEIGHTS = ROOT / "src/greffier/extract/weights"
KEEP_OUT = 0.04  # of the training sentences, for the calibration


def say(*words: object) -> None:
    print(f"[{time.process_time():6.1f} s]", *words, flush=True)


def write_gz(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def fit(sentences: list[corpora.Sentence], features: Features, target: Path, options: argparse.Namespace) -> None:
    trainer = pycrfsuite.Trainer(algorithm=options.algorithm, verbose=False)
    settings = {
        "ap": {"max_iterations": options.iterations, "feature.minfreq": options.minfreq},
        "arow": {
            "max_iterations": options.iterations,
            "feature.minfreq": options.minfreq,
            "variance": 1.0,
            "gamma": 1.0,
        },
        "lbfgs": {
            "max_iterations": options.iterations,
            "feature.minfreq": options.minfreq,
            "c1": options.c1,
            "c2": options.c2,
        },
    }
    trainer.set_params(settings[options.algorithm])
    for sentence in sentences:
        trainer.append(features.of(sentence.tokens, sentence.lang), sentence.labels)
    say("features made")
    trainer.train(str(target))


def calibrate(tagger: Tagger, sentences: list[corpora.Sentence]) -> dict[str, Calibration]:
    """Fit a rising staircase by pooling adjacent violators over ten bins a kind."""
    seen: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for sentence in sentences:
        gold = set(spans_of(sentence.labels))
        for tag in tagger.tag(sentence.tokens, sentence.lang):
            seen[tag.kind].append((tag.confidence, (tag.start, tag.end, tag.kind) in gold))
    out = {}
    for kind in KINDS:
        pairs = sorted(seen[kind])
        size = max(1, -(-len(pairs) // 10))
        blocks: list[list[float]] = []  # right, all, lowest
        for at in range(0, len(pairs), size):
            part = pairs[at : at + size]
            if len(part) < size and blocks:  # the rest joins the last bin
                blocks[-1][0] += sum(ok for _, ok in part)
                blocks[-1][1] += len(part)
                continue
            blocks.append([sum(ok for _, ok in part), len(part), part[0][0]])
            while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
                right, total, _ = blocks.pop()
                blocks[-1][0] += right
                blocks[-1][1] += total
        out[kind] = Calibration(
            tuple(round(low, 4) for _, _, low in blocks[1:]),
            tuple(round((right + 0.5) / (total + 1), 3) for right, total, _ in blocks),
        )
    return out


def measure(
    tagger: Tagger, sentences: list[corpora.Sentence]
) -> tuple[dict[str, tuple[float, float, float]], int, float]:
    """Return strict precision, recall and F1 by kind and over all (`all`), the words read and the seconds taken."""
    counts = {kind: [0, 0, 0] for kind in (*KINDS, "all")}
    begin = time.process_time()
    found = [tagger.tag(sentence.tokens, sentence.lang) for sentence in sentences]
    seconds = time.process_time() - begin
    for sentence, tags in zip(sentences, found, strict=True):
        gold = set(spans_of(sentence.labels))
        told = {(tag.start, tag.end, tag.kind) for tag in tags}
        for kind in KINDS:
            g = {span for span in gold if span[2] == kind}
            t = {span for span in told if span[2] == kind}
            for key in (kind, "all"):
                for slot, number in enumerate((len(g & t), len(t), len(g))):
                    counts[key][slot] += number
    scores = {}
    for key, (right, told_number, gold_number) in counts.items():
        precision, recall = right / max(1, told_number), right / max(1, gold_number)
        scores[key] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    return scores, sum(len(sentence.tokens) for sentence in sentences), seconds


def report(tagger: Tagger, data: Path, note: str, *, limit: int | None = None) -> str:
    lines = [
        "# The name tagger, measured",
        "",
        "Written by `train/tagger.py`; strict F1 (span and kind exactly right) on test sets never trained on.",
        "`enp` are newspapers of about 1900 read by OCR, `wikiann` is silver (full sentences only); the others",
        "were annotated by hand.",
        "",
        "| test set | PER | ORG | LOC | all: P | R | F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    words = seconds = 0.0
    for stem in corpora.TESTS:
        path = data / f"{stem}.jsonl"
        if not path.exists():
            continue
        sentences = list(corpora.read(path, prose="wikiann" in stem))[:limit]
        scores, number, spent = measure(tagger, sentences)
        words, seconds = words + number, seconds + spent
        row = [f"{scores[kind][2]:.3f}" for kind in KINDS] + [f"{value:.3f}" for value in scores["all"]]
        lines.append(f"| {stem} | {' | '.join(row)} |")
    say(f"{words / max(seconds, 1e-9):.0f} words a CPU-second")
    return "\n".join([*lines, "", note, ""])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--report", type=Path, default=ROOT / "docs/tagger.md")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--algorithm", choices=("ap", "arow", "lbfgs"), default="ap")
    parser.add_argument("--iterations", type=int, default=10)
    parser.add_argument("--minfreq", type=float, default=2)
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=0.01)
    parser.add_argument("--invented", type=int, default=2000, help="invented sentences a language")
    parser.add_argument("--limit", type=int, help="use only so many sentences (for a trial)")
    options = parser.parse_args()

    rng = random.Random(options.seed)
    sentences = corpora.training(options.data) if options.data.is_dir() else []
    if not sentences:
        print(f"train: no corpora in {options.data}; nothing trained, the shipped model stays. See train/README.md.")
        return 0
    try:
        names = tables.cultures()
        table_text = tables.word_table(sentences, names)
        pool = augment.Pool(names, tables.countries(), tables.cities())
    except ModuleNotFoundError as error:
        print(f"train: {error.name} is missing; pip install -r train/requirements.txt. Nothing trained.")
        return 1
    rng.shuffle(sentences)
    sentences = sentences[: options.limit]
    cut = int(len(sentences) * KEEP_OUT)
    kept, sentences = sentences[:cut], sentences[cut:]
    sentences = augment.varied(rng, sentences, pool) + augment.invented(rng, pool, each=options.invented)
    rng.shuffle(sentences)
    say(
        len(sentences),
        "sentences,",
        sum(len(s.tokens) for s in sentences),
        "tokens,",
        len(table_text),
        "bytes of word table",
    )

    table = WordTable.parse(table_text)
    options.out.mkdir(parents=True, exist_ok=True)
    raw = options.out / "names.crfsuite"
    fit(sentences, Features(table), raw, options)
    model = weights.rescaled(raw.read_bytes(), 1.0 if options.algorithm == "lbfgs" else 0.05)
    raw.unlink()
    say("trained,", len(model), "bytes")
    plain = Calibration(tuple(step / 1000 for step in range(1, 1000)), tuple(step / 1000 for step in range(1000)))
    calibrations = calibrate(Tagger(model, table, dict.fromkeys(KINDS, plain)), kept)
    write_gz(options.out / "names.crfsuite.gz", model)
    write_gz(options.out / "words.txt.gz", table_text.encode())
    steps = {kind: {"edges": c.edges, "values": c.values} for kind, c in calibrations.items()}
    write_gz(options.out / "calibration.json.gz", json.dumps(steps).encode())

    tagger = Tagger(model, table, calibrations)
    scores, number, _ = measure(tagger, kept)
    note = f"Sentences kept out of training ({number} words of the training mix): F1 {scores['all'][2]:.3f}."
    text = report(tagger, options.data, note)
    options.report.write_text(text, encoding="utf-8")
    say("reported")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
