"""The pages of a scan: turned upright, read in the languages of their script, then once more in their own.

The languages of a page are tried first on the next one, so that most pages are looked at once.
"""

import io
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from greffier.lexicon.load import load_lexicon
from greffier.read.layout import Sheet
from greffier.read.ocr.languages import data_of, of_script, spoken
from greffier.read.ocr.tesseract import Failed, Seen, installed, look, program, turn
from greffier.read.ocr.words import POINTS, set_words

if TYPE_CHECKING:
    from PIL.Image import Image

FINE = 300  # dots per inch beyond which a picture is made smaller: more do not read better
COARSE = 150  # below which it is made larger
GOOD = 70.0  # mean confidence of a page that is read well
INSTALL = "apt install tesseract-ocr"
SCRIPTS = ("latin", "cyrillic")  # as the lexicons name them and, in capitals, Tesseract does


def missing() -> str | None:
    """What must be installed for scans to be read, as a remedy; None where all is there."""
    wanted = []
    if program() is None:
        wanted.append(f"Tesseract ({INSTALL}, and tesseract-ocr-… for each language)")
    elif not of_script("latin", installed()) and not of_script("cyrillic", installed()):
        wanted.append(f"the data of Tesseract's languages ({INSTALL}-…)")
    if find_spec("PIL") is None:
        wanted.append("greffier[ocr] (pip install greffier[ocr])")
    return f"Install {' and '.join(wanted)}, or file its text" if wanted else None


@dataclass(slots=True)
class Scanner:
    """Reads the pages of one paper; `languages` are those of the last page, `used` and `lacking` those of all."""

    languages: tuple[str, ...] = ()
    used: set[str] = field(default_factory=set)
    lacking: set[str] = field(default_factory=set)
    pages: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def sheet(self, picture: "Image", dpi: int, number: int) -> Sheet:
        """The words of a page in a picture of `dpi`; none where Tesseract fails on it."""
        points = POINTS / dpi
        picture, dpi = _scaled(picture.convert("L"), dpi)
        try:
            picture, seen = self._seen(picture, dpi)
        except Failed:
            self.lost.append(number)
            return Sheet(number, picture.width * points, picture.height * points, ())
        points = POINTS / dpi
        words = set_words(seen, picture.width, dpi)
        if words:
            self.pages.append(number)
        return Sheet(number, picture.width * points, picture.height * points, tuple(words))

    def problems(self) -> tuple[str, ...]:
        """What a reader of the paper should know: that it is a scan, and which data are not there."""
        said = []
        if self.pages:
            names = ", ".join(sorted(self.used))
            said.append(
                f"{_pages(self.pages)} read by OCR ({names}), which misreads words. Compare quotes with the page"
            )
        for lang in sorted(self.lacking):
            name = load_lexicon(lang).text("language", "name")
            remedy = f"{INSTALL}-{data_of(lang)}, and file it again with --again"
            said.append(f"Some of it is {name}, which Tesseract has no data for here, so words are wrong. {remedy}")
        if self.lost:
            said.append(f"{_pages(self.lost)} not read: Tesseract failed. Scan them again, or file their text")
        return tuple(said)

    def _seen(self, picture: "Image", dpi: int) -> "tuple[Image, list[Seen]]":
        if self.languages:
            seen = look(_png(picture), self.languages, dpi)
            spoken_here = self._data(_texts(seen))
            if seen and set(spoken_here) <= set(self.languages) and _sure(seen) >= GOOD:
                return picture, seen
        lies = turn(_png(picture), dpi)
        if lies.degrees:
            picture = picture.rotate(-lies.degrees, expand=True, fillcolor=255)
        first, seen = self._first(_png(picture), dpi, lies.script)
        own = self._data(_texts(seen)) or first
        if own != first:
            seen = look(_png(picture), own, dpi)
        self.languages = own
        self.used.update(own)
        return picture, seen

    def _first(self, picture: bytes, dpi: int, script: str) -> tuple[tuple[str, ...], list[Seen]]:
        """The data of the page's script, and what is seen with them; where that is no language, the other script's."""
        best: tuple[tuple[str, ...], list[Seen]] = ((), [])
        for one in sorted(SCRIPTS, key=lambda one: one != script):
            data = of_script(one, installed())
            if data:
                seen = look(picture, data, dpi)
                if _sure(seen) >= GOOD and spoken(_texts(seen)):
                    return data, seen
                best = max(best, (data, seen), key=lambda pair: (bool(spoken(_texts(pair[1]))), _sure(pair[1])))
        return best

    def _data(self, texts: list[str]) -> tuple[str, ...]:
        """The data of the languages that texts are in; what is not installed is noted."""
        found = spoken(texts)
        here = tuple(data_of(lang) for lang in found if data_of(lang) in installed())
        self.lacking.update(lang for lang in found if data_of(lang) not in installed())
        return here


def _texts(seen: list[Seen]) -> list[str]:
    """The text of each block that Tesseract saw."""
    blocks: dict[int, list[str]] = {}
    for word in seen:
        blocks.setdefault(word.line[0], []).append(word.text)
    return [" ".join(words) for words in blocks.values()]


def _sure(seen: list[Seen]) -> float:
    return sum(word.sure for word in seen) / len(seen) if seen else 0.0


def _scaled(picture: "Image", dpi: int) -> "tuple[Image, int]":
    """The picture as Tesseract reads it best, and its dots per inch then."""
    wanted = FINE if dpi > FINE else 2 * dpi if dpi < COARSE else dpi
    if wanted == dpi:
        return picture, dpi
    size = max(1, picture.width * wanted // dpi), max(1, picture.height * wanted // dpi)
    return picture.resize(size), wanted


def _png(picture: "Image") -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def _pages(numbers: list[int]) -> str:
    one = len(numbers) == 1
    shown = f"Page {numbers[0]} was" if one else f"Pages {', '.join(map(str, numbers[:20]))} were"
    return shown if len(numbers) <= 20 else f"{len(numbers)} pages were"
