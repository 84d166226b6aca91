"""Plain text and Markdown: the canonical text is the file itself, decoded.

Decoded as UTF-8, as UTF-16 where a byte-order mark says so, else as the Western or
Cyrillic encoding that `charset-normalizer` finds most likely.

>>> read("Le résumé a été préparé à Genève.".encode("cp1252"), "a.txt").text
'Le résumé a été préparé à Genève.'
>>> read(b"\\x00\\x01\\x02\\x03" * 50, "b.txt")  # doctest: +ELLIPSIS
Traceback (most recent call last):
...
greffier.model.errors.UnknownFormat: b.txt: the file holds no text (binary data). File its text, or ...
"""

import codecs
import re
from pathlib import PurePath

from charset_normalizer import from_bytes

from greffier.model.errors import DamagedPaper, UnknownFormat
from greffier.model.ids import file_id
from greffier.model.paper import Paper

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLDER = ["cp1252", "cp1251", "koi8_r", "cp866"]  # Western and Cyrillic, as the languages of the lexicons were written
SAMPLE = 200_000  # bytes that an encoding is guessed from
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
HALVES = re.compile("[\ud800-\udfff]")


def read(data: bytes, source: str) -> Paper:
    """The paper in `data`; raises a `PaperError` where it is no text."""
    name = PurePath(source).name
    media = "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
    return Paper(id=file_id(data), file=name, source=source, media=media, text=decode(data, source))


def decode(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text of `data`, the byte-order mark left out; `declared` is the encoding that the file says it is in."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return _text(data.decode(encoding), source)
            except UnicodeDecodeError as error:
                remedy = "Save it again as UTF-8"
                raise DamagedPaper(
                    source, f"the text breaks off or is damaged at byte {error.start}", remedy
                ) from error
    try:
        return _text(data.decode("utf-8"), source)
    except UnicodeDecodeError:
        pass
    if declared and (stated := _known(declared)):
        return _text(data.decode(stated, "replace"), source)
    best = from_bytes(data[:SAMPLE], cp_isolation=OLDER).best()
    if best is None or len(CONTROL_BYTES.findall(data, 0, SAMPLE)) * 20 > len(data[:SAMPLE]):
        raise _binary(source)
    return _text(data.decode(best.encoding, "replace"), source)


def _known(name: str) -> str | None:
    """The codec called `name`, if there is one for text; Latin-1 is read as browsers read it."""
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except (LookupError, ValueError):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(codec, codec)


def _text(text: str, source: str) -> str:
    sample = text[:SAMPLE]
    if len(CONTROLS.findall(sample)) * 20 > len(sample):
        raise _binary(source)
    if HALVES.search(text):
        raise DamagedPaper(source, "the text holds halves of characters", "Save it again as UTF-8")
    return text


def _binary(source: str) -> UnknownFormat:
    remedy = "File its text, or a format that docs/read.md lists"
    return UnknownFormat(source, "the file holds no text (binary data)", remedy)
