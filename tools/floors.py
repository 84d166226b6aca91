"""How right Greffier is on the gold, against the floors pinned in tests/floors.json.

`floors.py` files the gold's papers, exports, runs the scorer that lies beside the gold, and fails where a score is
below its floor or the gold is another than the one pinned. `--raise` pins higher floors; a floor is lowered, or another
gold pinned, only with `--pin WHY`, and the reason is kept in the file. What is pinned is written into the table of the
README and into what `greffier languages` tells, too.
Where there is no gold beside the checkout nothing is checked, and that is said.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "floors.json"
README = ROOT / "README.md"
TOLD = ROOT / "src" / "greffier" / "lexicon" / "measured.json"
TABLE = re.compile(r"(?<=<!-- floors -->\n).*?(?=\n<!-- end of floors -->)", re.DOTALL)
SLACK = 0.0005  # scores are pinned to three digits

Scores = dict[str, dict[str, float]]


def main(arguments: list[str] | None = None) -> int:
    """Run as a program; the exit status."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with gold/ and tools/score.py")
    cli.add_argument("--raise", dest="raised", action="store_true", help="pin the scores that are above their floors")
    cli.add_argument("--pin", metavar="WHY", help="pin the scores as they are, lower ones and another gold too")
    asked = cli.parse_args(arguments)
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    scorer = asked.shared / "tools" / "score.py"
    if not scorer.is_file():
        print(f"no gold at {asked.shared}: the floors are not checked")
        return 0
    found = digest(asked.shared / "gold")
    scores, papers = measured(asked.shared)
    print(table(scores))
    if asked.raised or asked.pin:
        save(pinned, scores, found, asked.pin, papers)
        return 0
    if not pinned["gold"]:
        print("no floors are pinned yet: pin these with --pin WHY")
        return 0
    faults = below(pinned["floors"], scores)
    if found != pinned["gold"]:
        faults.append("the gold is another than the one pinned; pin it with --pin WHY")
    for fault in faults:
        print(f"FLOOR: {fault}")
    return 1 if faults else 0


def digest(gold: Path) -> str:
    """The SHA-256 of the gold: names and bytes of its JSON files."""
    made = hashlib.sha256()
    for file in sorted(gold.glob("*.json")):
        made.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return made.hexdigest()


def measured(shared: Path) -> tuple[Scores, dict[str, int]]:
    """F1 by kind, for all the gold (`all`) and by first language of its papers; and how many papers those are."""
    gold = {file: json.loads(file.read_text(encoding="utf-8")) for file in sorted((shared / "gold").glob("*.json"))}
    sources = {file.name: file for room in ("seeds", "papers") for file in sorted((shared / room).glob("*"))}
    papers = [sources[truth["paper"]] for truth in gold.values()]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        record = ["-m", "greffier", "--record", str(out / "floors.db")]
        subprocess.run([sys.executable, *record, "file", *map(str, papers)], check=True)
        subprocess.run([sys.executable, *record, "export", str(out / "export")], check=True, stdout=subprocess.DEVNULL)
        desk = out / "sources"
        desk.mkdir()
        for paper in papers:
            (desk / paper.name).symlink_to(paper.resolve())
        rows = map(json.loads, (out / "export" / "papers.jsonl").read_text(encoding="utf-8").splitlines())
        read = {row["file"]: row["languages"] for row in rows}
        first = {file: (truth.get("languages") or read[truth["paper"]])[0] for file, truth in gold.items()}
        scores = {}
        for language in ("all", *sorted(set(first.values()))):
            part = out / language
            part.mkdir()
            for file in gold:
                if language in ("all", first[file]):
                    (part / file.name).symlink_to(file.resolve())
            command = [sys.executable, str(shared / "tools" / "score.py"), str(out / "export"), str(part), "--json"]
            done = subprocess.run([*command, "--sources", str(desk)], check=False, capture_output=True, text=True)
            scores[language] = _f1(json.loads(done.stdout))
    return scores, {"all": len(gold), **Counter(first.values())}


def _f1(result: dict[str, Any]) -> dict[str, float]:
    kinds = {kind: round(value["f1"], 3) for kind, value in result.items() if isinstance(value, dict) and "f1" in value}
    whole = 1.0 if not result["evidence"]["broken"] else 0.0
    return {**kinds, "overall": round(result["overall"], 3), "evidence": whole}


def below(floors: Scores, scores: Scores) -> list[str]:
    """Each score that is below its floor.

    >>> below({"all": {"persons": 0.9}}, {"all": {"persons": 0.8}})
    ['all persons 0.800 is below 0.900']
    """
    return [
        f"{language} {kind} {scores.get(language, {}).get(kind, 0.0):.3f} is below {floor:.3f}"
        for language, kinds in floors.items()
        for kind, floor in kinds.items()
        if scores.get(language, {}).get(kind, 0.0) < floor - SLACK
    ]


def raised(floors: Scores, scores: Scores) -> Scores:
    """The floors, each at least as high as before.

    >>> raised({"all": {"persons": 0.9, "bodies": 0.5}}, {"all": {"persons": 0.8, "bodies": 0.6}})
    {'all': {'persons': 0.9, 'bodies': 0.6}}
    """
    languages = dict.fromkeys([*floors, *scores])
    return {
        language: {
            kind: max(floors.get(language, {}).get(kind, 0.0), scores.get(language, {}).get(kind, 0.0))
            for kind in dict.fromkeys([*floors.get(language, {}), *scores.get(language, {})])
        }
        for language in languages
    }


def save(pinned: dict[str, Any], scores: Scores, gold: str, why: str | None, papers: dict[str, int]) -> None:
    """Write tests/floors.json anew, and what tells of it."""
    if why is None and gold != pinned["gold"]:
        sys.exit("the gold is another than the one pinned; pin it with --pin WHY")
    floors = scores if why else raised(pinned["floors"], scores)
    pins = [*pinned["pins"], {"why": why, "lowered": below(pinned["floors"], scores)}] if why else pinned["pins"]
    made = {"gold": gold, "floors": floors, "pins": pins}
    FLOORS.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    told = {language: {"papers": papers[language], **kinds} for language, kinds in floors.items()}
    TOLD.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    README.write_text(TABLE.sub(table(floors), README.read_text(encoding="utf-8")), encoding="utf-8")


def table(scores: Scores) -> str:
    """Scores as a Markdown table: a row for each kind, a column for each language."""
    kinds = list(dict.fromkeys(kind for language in scores.values() for kind in language))
    rows = [
        f"| {kind} | " + " | ".join(f"{s[kind]:.2f}" if kind in s else "–" for s in scores.values()) + " |"
        for kind in kinds
    ]
    return "\n".join(["| F1 | " + " | ".join(scores) + " |", "|---|" + "---|" * len(scores), *rows])


if __name__ == "__main__":
    sys.exit(main())
