"""Two thousand mutated and random files: each is filed or told why not, none fails Greffier, none takes long.

`GREFFIER_FUZZ` sets how many; each is made from its number alone, so that one can be made again.
"""

import os
import random
import time
from pathlib import Path

import pytest

from greffier.record.record import Record
from greffier.record.rows import PaperRows
from greffier.run.reading import read_rows

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
NUMBER = int(os.environ.get("GREFFIER_FUZZ", "2000"))
SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", "", ".xyz")
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "koi8-r")
HOSTILE = (
    "\x00", "\ufeff", "\u202e", "\u200b", "\u0301" * 50, "\r", "\x0b", "\x85", "\u2028", "ﬁ", "İ", "ß", "\U0010ffff",
    "-\n", "- \n ", "((((", "“", "«", "<p>", "</div>", "<!--", "]]>", "&#0;", "&#xd800;", "<table>" * 30,
    "9" * 20, "0000-00-00", "31.02.2021", "1/0/0", "XXXX", "%", "\\", "\x1b[31m", "A.B.C.D.E.", "a" * 3000, "\n" * 300,
)  # fmt: skip


def made(number: int, samples: list[bytes]) -> tuple[str, bytes]:
    """File `number`: its name and bytes."""
    chance = random.Random(number)
    data = bytearray(chance.choice(samples))
    kind = number % 9
    if kind == 0:  # a few bytes are other ones
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 1:  # truncated, also inside a letter
        data = data[: chance.randrange(len(data))]
    elif kind == 2:  # two papers in one
        data = data[: chance.randrange(len(data))] + chance.choice(samples)[chance.randrange(200) :]
    elif kind == 3:  # noise
        data = bytearray(chance.randbytes(chance.randrange(3000)))
    elif kind == 4:  # another encoding
        text = data.decode("utf-8")
        data = bytearray(
            text.encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "koi8-r"]), "replace")
        )
    elif kind == 5:  # hostile text at random places
        text = data.decode("utf-8")
        for _ in range(chance.randint(1, 30)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(HOSTILE) + text[at:]
        data = bytearray(text.encode("utf-8"))
    elif kind == 6:  # a stretch again and again
        start = chance.randrange(len(data))
        data = data + data[start : start + chance.randint(1, 60)] * chance.randint(2, 200)
    elif kind == 7:  # words in any order, without line ends or with nothing else
        words = data.decode("utf-8").split()
        chance.shuffle(words)
        data = bytearray(chance.choice([" ", "\n", "\n\n", "", "\t", ", "]).join(words).encode("utf-8"))
    else:  # any letters
        letters = (chr(chance.randrange(1, 0x3000)) for _ in range(chance.randrange(1500)))
        data = bytearray("".join(letters).encode("utf-8", "replace"))
    return f"{number}{chance.choice(SUFFIXES)}", bytes(data)


@pytest.mark.slow
def test_no_file_fails_greffier(tmp_path: Path) -> None:
    samples = [file.read_bytes() for file in sorted(SAMPLES.iterdir())]
    filed, faults = 0, []
    with Record.open(str(tmp_path / "fuzz.db")) as record:
        for number in range(NUMBER):
            name, data = made(number, samples)
            began = time.process_time()
            result = read_rows(data, name)
            if time.process_time() - began > 10:
                faults.append(f"{number}: took {time.process_time() - began:.0f} s")
            if isinstance(result, PaperRows):
                filed += 1
                record.file(result, name)
            elif "Greffier failed" in result.reason:
                faults.append(f"{number}: {result.reason}")
            else:
                assert result.reason and result.remedy
        faults += [f"{orphan.paper}: {orphan.reason}" for orphan in record.orphans()]
    assert not faults, faults[:20]
    assert filed > NUMBER // 2
