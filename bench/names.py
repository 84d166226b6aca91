"""How fast and how right names are compared: `python bench/names.py [PAIRS.csv ...]`.

Speed is measured on names made from the words below, prepared once, so that it needs no file, and on the names of
each file: every pair of them once, in which words meet that never met before. A file of pairs (columns `same`,
`name1`, `name2`, `source`) is scored too, by the part of `source` before its colon, which tells parliaments apart:
what was tuned on some can be read on the others.
"""

import csv
import random
import sys
import time
from collections import Counter
from itertools import combinations, product
from pathlib import Path

from greffier.resolve.names import PreparedName, block_keys, compare, prepare

GIVEN = (
    "Georgi",
    "Георги",
    "Gheorghe",
    "Yevgeny",
    "Евгений",
    "Anna",
    "Ганна",
    "Nursultan",
    "Нұрсұлтан",
    "Pieter",
    "Łukasz",
)
STEMS = ("Lasar", "Tchavdar", "Kuanysh", "Brzezic", "Delmarchais", "Щук", "Шевч", "Жұмаб", "Meulen", "Qasıml", "Țepord")
ENDS = ["ov", "ova", "enko", "ski", "ić", "bayev", "escu", "sen", "ов", "енко", "баев", "ский", ""]


def speed(count: int = 200_000) -> None:
    names = [prepare(f"{given} {stem}{end}") for given, stem, end in product(GIVEN, STEMS, ENDS)]
    chosen = random.Random(4)
    timed([(chosen.choice(names), chosen.choice(names)) for _ in range(count)], "made names")


def timed(pairs: list[tuple[PreparedName, PreparedName]], what: str) -> None:
    started = time.process_time()
    for one, other in pairs:
        compare(one, other)
    taken = time.process_time() - started
    print(f"{len(pairs) / taken:,.0f} pairs/s over {len(pairs):,} pairs: {what}")


def speed_of(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as stream:
        names = sorted({row[key] for row in csv.DictReader(stream) for key in ("name1", "name2")})
    pairs = list(combinations([prepare(name) for name in names], 2))
    timed(pairs, f"each pair of the names of {file.name}, met for the first time")
    timed(pairs, "the same again")


def quality(file: Path) -> None:
    found: Counter[tuple[str, bool, bool]] = Counter()
    keyless = 0
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            one, other = prepare(row["name1"]), prepare(row["name2"])
            same, said = row["same"] == "1", compare(one, other).same
            keyless += same and not block_keys(one) & block_keys(other)
            for source in (row.get("source", "").partition(":")[0], "all"):
                found[source, same, said] += 1
    for source in sorted({key[0] for key in found}, key=lambda name: (name == "all", name)):
        right, wrong, missed = found[source, True, True], found[source, False, True], found[source, True, False]
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(f"{source:32} precision {precision:.4f} recall {recall:.4f} ({wrong} wrong, {missed} missed)")
    print(f"true pairs that share no block key: {keyless}")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        quality(Path(argument))
        speed_of(Path(argument))
    speed()
