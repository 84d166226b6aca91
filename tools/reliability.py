"""How far Greffier's confidence can be trusted: of the entries given .8, how many are right on papers read by hand.

`reliability.py` reads the gold's papers, has the scorer beside the gold match what was found, and prints how many of
the entries of each confidence were right. `--fit` makes `src/greffier/extract/confidence.json` anew from what the
grammars themselves gave; `--write` keeps the table in docs/reliability.md. `--also PAPERS GOLD` takes in more papers.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from greffier.extract.confidence import FILE, Steps
from greffier.extract.paper import certain
from greffier.model.findings import Findings
from greffier.model.outline import Outline
from greffier.publish.export.jsonl import export
from greffier.resolve.entities import resolve
from greffier.run.pipeline import read_paper

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reliability.md"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
PRIOR = 5.0  # entries that the grammar's own figure counts for beside those measured


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry that was found: the grammar's certainty, the confidence it was given, and whether it is right."""

    kind: str
    certainty: float
    confidence: float
    right: bool


def main(arguments: list[str] | None = None) -> int:
    """Run as a program; the exit status."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with gold/ and tools/score.py")
    cli.add_argument("--also", nargs=2, type=Path, action="append", default=[], metavar=("PAPERS", "GOLD"))
    cli.add_argument("--fit", action="store_true", help="make the calibration anew")
    cli.add_argument("--write", action="store_true", help="write docs/reliability.md")
    asked = cli.parse_args(arguments)
    if not (asked.shared / "tools" / "score.py").is_file():
        print(f"no gold at {asked.shared}: nothing is measured")
        return 0
    scorer = _scorer(asked.shared / "tools" / "score.py")
    gold = asked.shared / "gold"
    judged = [*judge(scorer, [asked.shared / "seeds", asked.shared / "papers"], gold)]
    for papers, more in asked.also:
        judged += judge(scorer, [papers], more)
    if asked.fit:
        made = {kind: fitted(one for one in judged if one.kind == kind) for kind in sorted({j.kind for j in judged})}
        FILE.write_text(json.dumps(made) + "\n", encoding="utf-8")
        print(f"{FILE} is made anew of {len(judged)} entries; run again to see what it gives")
    shown = table(judged)
    print(shown)
    if asked.write:
        text = PAGE.read_text(encoding="utf-8")
        start, end = text.index("| confidence"), text.index("\n\n", text.index("| confidence"))
        PAGE.write_text(text[:start] + shown + text[end:], encoding="utf-8")
    return 0


def judge(scorer: Any, folders: Sequence[Path], gold: Path) -> Iterator[Judged]:
    """Every entry found in the papers of `folders` that `gold` has read, as the scorer matches it."""
    truths = {file: json.loads(file.read_text(encoding="utf-8")) for file in sorted(gold.glob("*.json"))}
    sources = {file.name: file for folder in folders for file in sorted(folder.glob("*"))}
    named = {truth.get("paper") or _paper(file, sources): truth for file, truth in truths.items()}
    made = [read_paper(sources[name].read_bytes(), name) for name in named]
    certainties = {entry.id: entry.confidence for outline, _ in made for entry in certain(outline)}
    with tempfile.TemporaryDirectory() as folder:
        exported = _exported(Path(folder), made)
        read = scorer.Export(exported)
        papers = {paper["file"]: paper for paper in read.papers}
        for name, truth in named.items():
            for entry, right in _matches(scorer, read, papers[name], truth):
                yield Judged(entry["kind"], certainties[entry["id"]], entry["confidence"], right)


def _paper(file: Path, sources: dict[str, Path]) -> str:
    return next(name for name in sources if Path(name).stem == file.stem)


def _exported(folder: Path, made: Sequence[tuple[Outline, Findings]]) -> Path:
    export(folder, made, list(resolve(one for _, findings in made for one in findings.appearances)))
    return folder


def _matches(scorer: Any, read: Any, paper: Any, truth: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """The entries that the scorer weighed in one paper, and whether it matched each with the gold."""
    found: list[tuple[dict[str, Any], bool]] = []
    match = scorer.match

    def watched(golds: Any, predicted: Any, score: Any, threshold: float = 0.5) -> Any:
        pairs = match(golds, predicted, score, threshold)
        hits = {id(one) for _, one in pairs}
        found.extend((one, id(one) in hits) for one in predicted if isinstance(one, dict) and "confidence" in one)
        return pairs

    scorer.match = watched
    try:
        scorer.score_paper(read, paper, truth, {kind: scorer.Tally() for kind in scorer.KINDS}, defaultdict(list))
    finally:
        scorer.match = match
    yield from found


def fitted(judged: Iterable[Judged]) -> Steps:
    """Steps from certainty to confidence that never fall: pool adjacent violators, each value drawn to its own figure.

    >>> fitted([Judged("act", 0.8, 0.8, True)] * 5 + [Judged("act", 0.9, 0.9, False)] * 5)
    [(0.8, 0.675), (0.9, 0.675)]
    """
    by_value: dict[float, list[bool]] = defaultdict(list)
    for one in judged:
        by_value[round(one.certainty, 2)].append(one.right)
    pools: list[tuple[float, float, list[float]]] = []  # weight, weighted sum, values
    for value, rights in sorted(by_value.items()):
        pools.append((len(rights) + PRIOR, sum(rights) + PRIOR * value, [value]))
        while len(pools) > 1 and pools[-2][1] / pools[-2][0] >= pools[-1][1] / pools[-1][0]:
            later, before = pools.pop(), pools.pop()
            pools.append((before[0] + later[0], before[1] + later[1], [*before[2], *later[2]]))
    steps: list[tuple[float, float]] = []
    for weight, total, values in pools:
        ends = dict.fromkeys((values[0], values[-1]))
        steps.extend((value, round(total / weight, 3)) for value in ends)
    return steps


def table(judged: Sequence[Judged]) -> str:
    """How many were right, for each kind of entry and each tenth of confidence, as a Markdown table."""
    kinds = ["all", *sorted({one.kind for one in judged})]
    rows = ["| confidence | " + " | ".join(kinds) + " |", "|---|" + "---|" * len(kinds)]
    for low, high in pairwise(BINS):
        cells = []
        for kind in kinds:
            inside = [j.right for j in judged if kind in ("all", j.kind) and low <= j.confidence < high]
            cells.append(f"{sum(inside) / len(inside):.2f} of {len(inside)}" if inside else "–")
        rows.append(f"| {low:.1f}–{min(high, 1.0):.1f} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _scorer(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
