"""Word processors' files: order, headings, lists, tables, notes, boxes; what is damaged or too large is told."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from tests.read.office_files import LEFT, MET, ODT, RIGHT, RTF, W, docx_file, odt_file, zipped

from greffier.model.errors import DamagedPaper, PaperError, TooLarge, UnknownFormat
from greffier.model.paper import Paper
from greffier.read.formats import read


def told(paper: Paper) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(paper.text)) for block in paper.blocks]


def test_a_word_file_is_read_in_order_with_what_its_styles_say() -> None:
    paper = read(docx_file(), "desk/report.docx")
    assert told(paper) == [
        ("furniture", "Committee paper"),
        ("heading", "Report on the crossing"),
        ("heading", "Background"),
        ("paragraph", MET),
        ("item", "1. first thing"),
        ("item", "2. second thing"),
        ("item", "• loose thing"),
        ("cell", "2020 | 0 visits"),
        ("cell", "2021 | 1 visits"),
        ("paragraph", LEFT.strip()),
        ("paragraph", RIGHT.strip()),
        ("paragraph", "It was granted."),
        ("paragraph", "Boxed words."),
        ("furniture", "Page 1"),
    ]
    assert [block.level for block in paper.blocks if block.kind == "heading"] == [1, 2]
    assert (paper.metadata.title, paper.metadata.author) == ("Report on the crossing", "Ola Nordmann")
    assert (paper.file, paper.problems) == ("report.docx", ())


def test_notes_of_a_word_file_stand_behind_their_paragraph() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The clerk said no")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run(" twice.")
    written = io.BytesIO()
    made.save(written)
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>In a letter.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = b'<Relationship Id="rIdN" Type="' + kind + b'" Target="footnotes.xml"/></Relationships>'
    with zipfile.ZipFile(written) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    parts = [
        (name, data.replace(b"</Relationships>", relation) if name == "word/_rels/document.xml.rels" else data)
        for name, data in parts
    ]
    paper = read(zipped(*parts, ("word/footnotes.xml", notes.encode())), "a.docx")
    assert told(paper) == [("paragraph", "The clerk said no twice."), ("note", "1 In a letter.")]


def test_an_opendocument_text_is_read_in_order_flat_or_packed() -> None:
    expected = [
        ("heading", "Report on the crossing"),
        ("heading", "Background"),
        ("paragraph", "The clerk said no."),
        ("note", "1 In a letter."),
        ("item", "1. first"),
        ("item", "a) inner"),
        ("item", "2. second"),
        ("cell", "2021 | 12"),
        ("paragraph", "Boxed words."),
    ]
    assert told(read(odt_file(), "a.odt")) == expected
    flat = ODT.replace("office:document-content", "office:document")
    assert told(read(flat.encode(), "a.fodt")) == expected


def test_rich_text_is_read_in_the_code_pages_of_its_fonts() -> None:
    paper = read(RTF, "a.rtf")
    assert told(paper) == [
        ("furniture", "Committee paper"),
        ("heading", "Background"),
        ("paragraph", "Café, Москва and қ\u0301."),
        ("note", "1 In a letter."),
        ("item", "1. first"),
        ("cell", "2021 | 12"),
        ("paragraph", "Boxed words."),
        ("paragraph", "Last bold words"),
        ("furniture", "page 1"),
    ]
    assert paper.metadata.title is None  # it stands nowhere in the text
    assert paper.metadata.author == "Ola Nordmann"


def test_what_is_cut_off_is_read_as_far_as_it_goes_and_told() -> None:
    assert read(RTF[:-1], "a.rtf").problems
    half = ODT[: ODT.index("<table:table>")]
    paper = read(odt_file(half), "a.odt")
    assert "second" in paper.text
    assert paper.problems


@pytest.mark.parametrize("data", [docx_file(), odt_file(), RTF])
def test_every_truncation_is_read_or_refused(data: bytes) -> None:
    for end in range(8, len(data), max(1, len(data) // 60)):
        try:
            read(data[:end], "a.bin")
        except PaperError as error:
            assert error.remedy


def test_entities_are_not_expanded() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    opens = "<office:document-content"
    laughs = ODT.replace(opens, f'<!DOCTYPE a [<!ENTITY e0 "ha">{lines}]>{opens}')
    laughs = laughs.replace("first", "first &e11;")
    assert "haha" not in read(odt_file(laughs), "a.odt").text
    outside = ODT.replace(
        "<office:document-content", '<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/hostname">]><office:document-content'
    )
    assert "Boxed words." in read(odt_file(outside.replace("first", "first &x;")), "a.odt").text


def test_elements_nested_without_end_are_cut_and_told() -> None:
    deep = ODT.replace("<text:p>The clerk", "<text:section>" * 100_000 + "<text:p>The clerk")
    paper = read(odt_file(deep), "a.odt")
    assert "Background" in paper.text
    assert paper.problems
    with pytest.raises(DamagedPaper, match="nested too deep"):
        read(rb"{\rtf1 " + b"{" * 100_000, "a.rtf")


def test_a_part_that_unpacks_beyond_the_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a>" * 20_000_000))
    with pytest.raises(TooLarge, match="GREFFIER_RATIO"):
        read(bomb, "a.odt")
    monkeypatch.setenv("GREFFIER_RATIO", "100000")
    monkeypatch.setenv("GREFFIER_UNPACKED", "1")
    with pytest.raises(TooLarge, match="GREFFIER_UNPACKED"):
        read(bomb, "a.odt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "before 2007"),
        (zipped(("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")), "spreadsheet"),
        (zipped(("[Content_Types].xml", b"<a/>"), ("ppt/presentation.xml", b"<a/>")), "presentation"),
        (b"Rar!\x1a\x07\x00", "RAR"),
    ],
)
def test_a_format_that_is_not_read_says_which_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnknownFormat, match=reason) as caught:
        read(data, "a.bin")
    assert caught.value.remedy


def test_a_word_file_with_a_damaged_part_is_read_without_it_and_told() -> None:
    data = docx_file()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("word/styles.xml").header_offset
    paper = read(data[: at + 60] + b"dirt" + data[at + 64 :], "a.docx")
    assert MET in paper.text
    assert "damaged" in paper.problems[0]
