"""Thousands of spoiled files of every format, filed in one run: none may be lost, none may end the run.

    python -m bench.fuzz [NUMBER] [SECONDS]

NUMBER (5,000) files are made from valid ones of every format by changing bytes, cutting, doubling and mixing, also
inside packages and encodings, each from its number alone, and filed as a user files a folder, with SECONDS (20) allowed
for a paper. Printed are what became of them, the slowest, and every file that is neither in the record nor among its
problems. The exit status is 1 if there is such a file, or a fault of Greffier's own.
"""

import base64
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.read import container_files, office_files

from greffier.run.filing import How, file_papers
from greffier.run.opening import open_record

NUMBER = 5_000
HOSTILE = (
    b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"-1", b"99999999999", b"\r\n\r\n", b"<", b"&#0;", b"]]>",
    b"{\\", b"}", b"\\u-1?", b"\\bin99999 ", b"%PDF-", b"PK\x03\x04", b"--b--", b"=?utf-8?b?=?=", b"WARC/1.0",
    b"endstream", b"<w:tbl>", b"/Kids[1 0 R]", b"\xef\xbb\xbf", b"\x1f\x8b\x08", b"charset=utf-7",
    b"Content-Length: -5",
)  # fmt: skip
PACKED = ("docx", "odt", "zip")


def samples() -> Mapping[str, list[bytes]]:
    """Valid files of every format, by their name's ending."""
    note, page = container_files.NOTE, container_files.PAGE
    letter = container_files.mail(("minutes.docx", office_files.docx_file()), ("note.txt", note), html=page.decode())
    return {
        "txt": [container_files.PLAIN.encode() * 3, "Посол прибыл в Алматы 3 мая 2021 года.\n".encode() * 9],
        "html": [page],
        "docx": [office_files.docx_file()],
        "odt": [office_files.odt_file()],
        "fodt": [office_files.ODT.replace("office:document-content", "office:document").encode()],
        "rtf": [office_files.RTF],
        "pdf": [_pdf()],
        "eml": [letter, container_files.mail(text="Dear all,\n\n> She came.\n\nYes.\n")],
        "mbox": [container_files.mbox(letter, letter)],
        "mhtml": [container_files.saved_page()],
        "warc": [container_files.crawl(packed=False)],
        "warc.gz": [container_files.crawl(packed=True)],
        "zip": [office_files.zipped(("a/note.txt", note), ("letter.eml", letter), ("b.rtf", office_files.RTF))],
        "png": [_picture("PNG")],
        "jpg": [_picture("JPEG")],
        "tif": [_picture("TIFF")],
    }


def made(number: int, valid: Mapping[str, list[bytes]]) -> tuple[str, bytes]:
    """File `number`: its name and bytes."""
    chance = random.Random(number)
    ending = sorted(valid)[number % len(valid)]
    data = chance.choice(valid[ending])
    if ending in PACKED and chance.random() < 0.6:
        data = _inside(data, chance)
    elif ending in ("eml", "mbox") and chance.random() < 0.3:
        data = _encoded(data, chance)
    else:
        data = spoiled(data, chance)
    named = ending if chance.random() < 0.9 else chance.choice(sorted(valid))  # a name that says another format
    return f"{number:05}.{named}", data


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """`data`, spoiled in one to four ways."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randint(1, 400))
        way = chance.randrange(7)
        if way == 0:
            data = data[:at] + chance.randbytes(chance.randint(1, 12)) + data[at + chance.randrange(12) :]
        elif way == 1:
            data = data[:at] + chance.choice(HOSTILE) + data[at:]
        elif way == 2:
            data = data[:at] + data[end:]
        elif way == 3:
            data = data[:end] + data[at:end] * chance.randint(1, 40) + data[end:]
        elif way == 4:
            data = data[: max(at, len(data) // 4)]
        elif way == 5 and data:
            flipped = bytearray(data)
            for _ in range(chance.randint(1, 30)):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            data = bytes(flipped)
        else:
            other = chance.randrange(len(data) + 1)
            data = data[:at] + data[other : other + 300] + data[at + 300 :]
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """A package with one of its parts spoiled, packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(parts))
    parts[place] = (parts[place][0], spoiled(parts[place][1], chance))
    return office_files.zipped(*parts)


def _encoded(data: bytes, chance: random.Random) -> bytes:
    """A mail whose longest encoded part is spoiled inside its encoding."""
    longest = max(data.split(b"\n\n"), key=len)
    try:
        inner = spoiled(base64.b64decode(longest), chance)
    except ValueError:
        return spoiled(data, chance)
    return data.replace(longest, base64.encodebytes(inner))


def _pdf() -> bytes:
    import typst

    text = "= Visit\n\nThe council of Bergen received the envoy of Chile on 4 June 2019.\n\n" * 3
    return bytes(typst.compile(b'#set page(paper: "a5")\n' + text.encode()))


def _picture(form: str) -> bytes:
    from PIL import Image, ImageDraw

    page = Image.new("L", (420, 90), 255)
    ImageDraw.Draw(page).text((10, 20), "The council of Bergen\nreceived the envoy.", fill=0, font_size=24)
    written = io.BytesIO()
    page.save(written, form, dpi=(150, 150))
    return written.getvalue()


def main() -> None:
    """Make, file and count."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    valid = samples()
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        desk.mkdir()
        for each in range(number):
            name, data = made(each, valid)
            (desk / name).write_bytes(data)
        began = time.monotonic()
        with open_record(str(Path(folder) / "fuzz.db"), create=True) as record:
            outcomes = list(file_papers(record, [desk], How(jobs=1, seconds=seconds)))
            told = {one.source for one in outcomes}
            lost = [file.name for file in sorted(desk.iterdir()) if not any(_of(str(file), source) for source in told)]
            orphans = record.orphans()
        states = Counter(one.state for one in outcomes)
        faults = [one.problem for one in outcomes if one.problem and "Greffier failed" in one.problem.reason]
        reasons = Counter(one.problem.reason for one in outcomes if one.problem)
        died = sum(number for reason, number in reasons.items() if "died" in reason)
        late = sum(number for reason, number in reasons.items() if "took more than" in reason)
        print(f"{number} files in {time.monotonic() - began:.0f} s: {dict(states)}")
        print(
            f"lost {len(lost)}, faults {len(faults)}, processes that died {died}, beyond the limit {late}, "
            f"orphaned quotes {len(orphans)}"
        )
        for problem in faults[:20]:
            print(f"  {Path(problem.source).name}: {problem.reason}")
        for name in lost[:20]:
            print(f"  lost: {name}")
    sys.exit(1 if lost or faults or orphans else 0)


def _of(file: str, source: str) -> bool:
    return source == file or source.startswith(file + "/")


if __name__ == "__main__":
    main()
