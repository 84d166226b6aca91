"""PNG, JPEG and TIFF: a paper that is a picture, or several in one file, read by OCR.

>>> recognised(b"\\x89PNG\\r\\n\\x1a\\n"), recognised(b"Plain words")
(True, False)
"""

import io
import warnings
from pathlib import PurePath
from typing import TYPE_CHECKING

from greffier.model.errors import DamagedPaper, EmptyPaper, PaperError, TooLarge
from greffier.model.ids import file_id
from greffier.model.paper import Paper
from greffier.read.layout import Sheet, compose
from greffier.read.limits import Limits, limits, setting
from greffier.read.ocr.scanner import Scanner, missing

if TYPE_CHECKING:
    from PIL.Image import Image

SIGNS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
PAPER = 8.27  # inches: the width of A4, which a scan without a resolution of its own is taken for
LEAST, MOST = 70, 1200  # dots per inch that are believed
AGAIN = "Scan it again, or file its text"


def recognised(data: bytes) -> bool:
    """Whether `data` is a picture."""
    return any(data.startswith(sign) for sign in SIGNS)


def read(data: bytes, source: str) -> Paper:
    """The paper in a picture; raises a `PaperError` where there is none, or nothing to read it with."""
    remedy = missing()
    if remedy:
        raise EmptyPaper(source, "it is a picture, whose words only OCR can read", remedy)
    scanner = Scanner()
    sheets = _sheets(data, source, scanner)
    if not any(sheet.words for sheet in sheets):
        raise EmptyPaper(source, "OCR finds no words in the picture", AGAIN)
    composed = compose(sheets)
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=next(media for sign, media in SIGNS.items() if data.startswith(sign)),
        text=composed.text,
        blocks=composed.blocks,
        problems=scanner.problems(),
        layout=composed.layout,
    )


def _sheets(data: bytes, source: str, scanner: Scanner) -> list[Sheet]:
    from PIL import Image, ImageSequence

    allowed = limits()
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours: _check
    sheets: list[Sheet] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as opened:
                _check(opened, source, allowed)
                for number, frame in enumerate(ImageSequence.Iterator(opened), 1):
                    _check(frame, source, allowed)
                    page = _flat(frame)
                    sheets.append(scanner.sheet(page, _dpi(frame), number))
        except PaperError:
            raise
        except Exception as error:  # a foreign decoder on foreign data: whatever it raises, the picture is damaged
            if not sheets:
                raise DamagedPaper(source, "the picture is damaged or cut off", AGAIN) from error
            scanner.lost.append(len(sheets) + 1)
    return sheets


def _check(picture: "Image", source: str, allowed: Limits) -> None:
    if picture.width * picture.height > allowed.pixels * 1_000_000:
        reason = f"the picture has {picture.width:,} by {picture.height:,} pixels, more than are read"
        raise TooLarge(source, reason, f"Scan it at a lower resolution, or {setting('pixels')}")
    pages = getattr(picture, "n_frames", 1)
    if pages > allowed.scans:
        reason = f"the file holds {pages:,} pictures, more than the {allowed.scans:,} that are read"
        raise TooLarge(source, reason, f"Split it, or {setting('scans')}")


def _flat(picture: "Image") -> "Image":
    """The picture upright, in grey, on white where it is transparent."""
    from PIL import Image, ImageOps

    picture.load()
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        coloured = turned.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(white, coloured).convert("L")
    if turned.mode in ("I", "I;16", "I;16B", "F"):
        return ImageOps.autocontrast(turned.convert("F").convert("L"))
    return turned.convert("L")


def _dpi(picture: "Image") -> int:
    """Its dots per inch, as it says or as a page of A4 would have."""
    said = picture.info.get("dpi", (0, 0))[0]
    try:
        stated = round(float(said))
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        stated = 0
    return stated if LEAST < stated <= MOST and stated not in (72, 96) else max(LEAST, round(picture.width / PAPER))
