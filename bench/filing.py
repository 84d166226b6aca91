"""What filing a paper costs in a record of ten papers and of a thousand: python bench/filing.py

The papers are the samples, each with a line of its own, read on one worker process.
"""

import tempfile
import time
from pathlib import Path

from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

SAMPLES = Path(__file__).parents[1] / "examples" / "belgium-kazakhstan" / "papers"
PAPERS = 1000


def main() -> None:
    """Print milliseconds per paper along one run, and seconds for a run of one paper."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(SAMPLES.iterdir()) if file.suffix in (".txt", ".md")]
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        desk.mkdir()
        for number in range(PAPERS):
            (desk / f"{number:04}.txt").write_text(f"{texts[number % len(texts)]}\n\nNr {number}.\n", encoding="utf-8")
        for size in (10, PAPERS):
            with open_record(str(Path(folder) / f"{size}.db"), create=True) as record:
                took, began = [], time.perf_counter()
                for _ in file_papers(record, sorted(desk.iterdir())[:size], How(jobs=1)):
                    took.append(time.perf_counter() - began)
                    began = time.perf_counter()
                longest = size - 6 * len(texts)  # a record of ten is too short to be measured along its run
                for first in range(len(texts), size - 5 * len(texts) + 1, longest // 2) if longest > 1 else ():
                    part = took[first : first + 5 * len(texts)]
                    print(f"papers {first} to {first + len(part)}: {1000 * sum(part) / len(part):.2f} ms each")
                single = Path(folder) / "one.txt"
                runs = []
                for number in range(5):
                    single.write_text(f"{texts[number]}\n\nOnce more {number}.\n", encoding="utf-8")
                    began = time.perf_counter()
                    list(file_papers(record, [single], How(jobs=1)))
                    runs.append(time.perf_counter() - began)
                print(f"a run of one paper in a record of {size}: {sorted(runs)[2]:.2f} s")
                began = time.perf_counter()
                record.refresh()
                print(f"the entities of {size} papers made anew: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
