"""A brief in four formats, each with a footnote for every entry."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from greffier.model.errors import GreffierError
from greffier.publish.brief import write
from greffier.publish.brief.compose import compose
from greffier.publish.brief.text import Brief
from greffier.record.record import Record
from greffier.run.filing import file_papers
from greffier.run.opening import open_record

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    opened = open_record(str(tmp_path_factory.mktemp("brief") / "record.db"), create=True)
    files = [file for start in ("2020-02-19", "2021-09-09", "2025-09-22") for file in SAMPLES.glob(start + "*")]
    list(file_papers(opened, files))
    return opened


@pytest.fixture(scope="module")
def brief(record: Record) -> Brief:
    return compose(record, record.entities("person"))


def test_every_entry_about_the_names_has_a_footnote(record: Record, brief: Brief) -> None:
    about = {told.entry.id for person in record.entities("person") for told in record.entries(person.id)}
    assert about and about <= {note.entry for note in brief.notes}
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    assert all(note.quote and note.paper for note in brief.notes)


def test_the_four_formats_hold_every_footnote(record: Record, brief: Brief, tmp_path: Path) -> None:
    people = record.entities("person")
    for ending in ("md", "html", "docx", "pdf"):
        write(record, people, tmp_path / f"brief.{ending}")
    markdown = (tmp_path / "brief.md").read_text("utf-8")
    html = (tmp_path / "brief.html").read_text("utf-8")
    notes = ZipFile(tmp_path / "brief.docx").read("word/footnotes.xml").decode()
    body = ZipFile(tmp_path / "brief.docx").read("word/document.xml").decode()
    for note in brief.notes:
        assert f"\n[^{note.number}]: " in markdown and f'id="n{note.number}"' in html
        assert f'<w:footnote w:id="{note.number}">' in notes and f'<w:footnoteReference w:id="{note.number}"/>' in body
    headings = [
        one.text
        for one in Document(str(tmp_path / "brief.docx")).paragraphs
        if one.style and "Heading" in str(one.style.name)
    ]
    assert headings == [section.title for section in brief.sections]


def test_a_pdf_holds_its_sections_and_kazakh_letters(record: Record, brief: Brief, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    people = record.entities("person")
    write(record, people, tmp_path / "brief.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert all(section.title in text for section in brief.sections)
    assert re.search("[әғқңөұүһі]", text)  # Kazakh letters have glyphs
    first = (tmp_path / "brief.pdf").read_bytes()
    write(record, people, tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == first


def test_another_ending_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(GreffierError, match="written as"):
        write(record, (), tmp_path / "brief.txt")
