"""Scans: columns in their order, languages of the page, what is missing named; pictures beyond limits refused."""

import io
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bench import scans

from greffier.model.errors import EmptyPaper, PaperError, TooLarge
from greffier.read.formats import read
from greffier.read.ocr import scanner, tesseract

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Image = pytest.importorskip("PIL.Image")
READS = {"nld", "fra"} <= tesseract.installed()
needs_tesseract = pytest.mark.skipif(not READS, reason="no Tesseract with data for Dutch and French here")


def saved(picture: "Picture", form: str, *further: "Picture", dpi: int = 200) -> bytes:
    written = io.BytesIO()
    more = {"save_all": True, "append_images": further} if further else {}
    picture.save(written, form, dpi=(dpi, dpi), **more)
    return written.getvalue()


@needs_tesseract
@pytest.mark.slow
def test_a_two_column_scan_is_read_column_by_column_with_few_errors() -> None:
    columns = scans.PAIRS["nl-fr"]
    found = scans.score(scans.scan(columns), columns)
    assert found.errors <= 0.06
    assert found.found == found.all == 12


@needs_tesseract
def test_every_picture_of_a_file_is_a_page_upright_and_with_boxes() -> None:
    text = "De haven van Bodin is gesloten.\n\nDe vissers vragen een onderzoek."
    with Image.open(io.BytesIO(scans.scan((text, "")))) as page:
        page = page.convert("L").crop((0, 0, page.width, 500))
    turned = page.rotate(180)
    data = saved(page, "TIFF", turned)
    paper = read(data, "desk/scan.tif")
    assert paper.text.count("De haven van Bodin is gesloten.") == 2
    assert (paper.media, paper.file) == ("image/tiff", "scan.tif")
    assert paper.layout is not None
    assert [one.number for one in paper.layout.pages] == [1, 2]
    assert "Pages 1, 2 were read by OCR" in paper.problems[0]


@needs_tesseract
def test_a_picture_without_words_is_told() -> None:
    with pytest.raises(EmptyPaper, match="no words"):
        read(saved(Image.new("RGBA", (600, 300), (0, 0, 0, 0)), "PNG"), "blank.png")


def test_without_tesseract_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "program", lambda: None)
    with pytest.raises(EmptyPaper, match=r"scan.png: .*apt install tesseract-ocr") as caught:
        read(saved(Image.new("L", (60, 60)), "PNG"), "scan.png")
    assert "greffier[ocr]" not in caught.value.remedy


def test_data_that_is_not_installed_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "installed", lambda: frozenset({"nld", "osd"}))
    made = scanner.Scanner()
    assert made._data(["le ministre n’a pas dit cela dans la lettre qu’il a reçue"]) == ()
    assert "French" in made.problems()[0]
    assert "tesseract-ocr-fra" in made.problems()[0]


@needs_tesseract
def test_pictures_beyond_the_limits_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    head = b"\x00\x00\xff\xff\x00\x00\xff\xff\x08\x00\x00\x00\x00"
    chunk = b"IHDR" + head
    huge = b"\x89PNG\r\n\x1a\n" + len(head).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    with pytest.raises(PaperError, match="65,535 by 65,535 pixels"):
        read(huge + b"\x00\x00\x00\x00IDAT" + zlib.crc32(b"IDAT").to_bytes(4, "big"), "huge.png")
    monkeypatch.setenv("GREFFIER_PIXELS", "1")
    with pytest.raises(TooLarge, match="GREFFIER_PIXELS"):
        read(saved(Image.new("1", (1001, 1000)), "PNG"), "large.png")
    monkeypatch.setenv("GREFFIER_SCANS", "2")
    monkeypatch.setenv("GREFFIER_PIXELS", "100")
    with pytest.raises(TooLarge, match="GREFFIER_SCANS"):
        small = Image.new("L", (10, 10))
        read(saved(small, "TIFF", small, small), "many.tif")


@needs_tesseract
def test_a_picture_cut_off_is_read_or_refused() -> None:
    data = saved(Image.new("L", (300, 300), 255), "JPEG")
    for end in range(4, len(data), max(1, len(data) // 8)):
        with pytest.raises(PaperError):
            read(data[:end], "cut.jpg")


def scanned_pdf(picture: bytes) -> bytes:
    """A PDF of one page that is a picture, and a second one with text."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "scan.png").write_bytes(picture)
        source = '#set page(width: 595pt, height: 842pt, margin: 0pt)\n#image("scan.png", width: 595pt)\n'
        (Path(folder) / "a.typ").write_text(source + "#pagebreak()\nPrinted words.", encoding="utf-8")
        return bytes(typst.compile(str(Path(folder) / "a.typ")))


@needs_tesseract
@pytest.mark.slow
def test_a_page_of_a_pdf_that_is_a_picture_is_read_by_ocr_and_the_others_as_text() -> None:
    columns = scans.PAIRS["nl-fr"]
    paper = read(scanned_pdf(scans.scan(columns)), "a.pdf")
    assert "het onderzoek zonder verder uitstel" in paper.text
    assert paper.text.index("verzoekt de regering") < paper.text.index("La Chambre des représentants")
    assert paper.text.rstrip().endswith("Printed words.")
    assert paper.layout is not None
    assert {line.page for line in paper.layout.lines} == {1, 2}
    assert paper.problems[0].startswith("Page 1 was read by OCR (fra, nld)")


def test_a_scanned_pdf_names_what_it_needs_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "program", lambda: None)
    paper = read(scanned_pdf(saved(Image.new("L", (60, 60)), "PNG")), "a.pdf")
    assert paper.text == "Printed words.\n"
    assert "apt install tesseract-ocr" in paper.problems[0]
