"""A page as it looks: its picture from the filed file, evidence boxed where it stands, clear words where it is gone."""

import re
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest
import typst

from greffier.publish.web.app import create
from greffier.read.pdf.picture import picture
from greffier.run.filing import file_papers
from greffier.run.opening import open_record

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette tells of another client than the one pinned
    from fastapi.testclient import TestClient

PAGE = "#set page(width: 300pt, height: 400pt, margin: 40pt)\n"
TOLD = "Minister Ada Verhulst met President Tomas Brandel in Oslo on 3 May 2021."


@pytest.fixture
def filed(tmp_path: Path) -> tuple[TestClient, str, Path]:
    file = tmp_path / "visit.pdf"
    file.write_bytes(typst.compile((PAGE + "The first page.#pagebreak()" + TOLD).encode()))
    url = str(tmp_path / "record.db")
    with open_record(url, create=True) as record:
        list(file_papers(record, [file]))
        (card,) = record.papers()
    return TestClient(create(url)), f"/papers/{card.id[:16]}", file


def test_the_evidence_is_boxed_on_the_page_where_it_stands(filed: tuple[TestClient, str, Path]) -> None:
    client, address, _ = filed
    entry = re.findall(r'id="e-(\w+)"', client.get(address).text)[0]
    shown = client.get(f"{address}?view=pages&entry={entry}").text
    assert "Page 2 of 2" in shown
    boxes = re.findall(r'<rect class="box \w+ chosen" x="([\d.]+)" y="([\d.]+)"', shown)
    assert boxes
    assert all(30 <= float(x) < 260 and 30 <= float(y) < 100 for x, y in boxes)
    assert "style=" not in shown  # the Content-Security-Policy allows none
    assert "0 marks" in client.get(f"{address}?view=pages&page=1").text


def test_a_page_is_a_picture(filed: tuple[TestClient, str, Path]) -> None:
    client, address, file = filed
    answer = client.get(f"{address}/pages/2")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content == picture(file.read_bytes(), 2, 1200)
    wide, high = struct.unpack(">II", answer.content[16:24])
    assert (wide, high) == (1200, 1600)
    length = struct.unpack(">I", answer.content[33:37])[0]
    pixels = zlib.decompress(answer.content[41 : 41 + length])
    assert len(pixels) == high * (1 + 3 * wide)
    assert pixels.count(b"\xff\xff\xff") > pixels.count(b"\x00\x00\x00") > 100  # ink on white


def test_a_file_that_is_gone_or_changed_is_told(filed: tuple[TestClient, str, Path]) -> None:
    client, address, file = filed
    assert client.get(f"{address}/pages/9").status_code == 404
    assert client.get(f"{address}?view=pages&page=9").status_code == 404
    file.write_bytes(b"%PDF-1.7 something else")
    answer = client.get(f"{address}/pages/1")
    assert answer.status_code == 404
    assert "File it again" in answer.text
    shown = client.get(f"{address}?view=pages").text
    assert "File it again" in shown
    assert "<image" not in shown


def test_a_paper_in_a_container_shows_its_pages(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as archive:
        archive.writestr("a/visit.pdf", typst.compile((PAGE + TOLD).encode()))
    url = str(tmp_path / "record.db")
    with open_record(url, create=True) as record:
        list(file_papers(record, [tmp_path / "box.zip"]))
        (card,) = record.papers()
    client = TestClient(create(url))
    assert client.get(f"/papers/{card.id[:16]}/pages/1").headers["content-type"] == "image/png"
    (tmp_path / "box.zip").unlink()
    assert client.get(f"/papers/{card.id[:16]}/pages/1").status_code == 404
