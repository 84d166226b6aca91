"""PDF: text with page and box of every line; what cannot be read is said in one line."""

from functools import cache

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.model.errors import DamagedPaper, EmptyPaper, PaperError
from greffier.model.page import Layout, Line, Page
from greffier.model.span import Span
from greffier.read.formats import read
from greffier.record.layouts import packed, unpacked

WORDS = "The chamber of Valdoria met the envoys of Kestria and spoke of the fishing pact. "


def pdf(body: str, setting: str = "") -> bytes:
    """A PDF that typst sets of `body`."""
    return typst.compile((f"#set page(width: 300pt, height: 400pt, margin: 40pt)\n{setting}\n" + body).encode())


def bare(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of hand-written objects, numbered from 1, the first its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
    return out + head + table + end


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>"


def test_every_line_knows_its_page_and_box() -> None:
    paper = read(pdf(WORDS * 10 + "#pagebreak()" + "On the second page."), "a.pdf")
    assert paper.media == "application/pdf"
    assert paper.layout is not None
    assert [page.number for page in paper.layout.pages] == [1, 2]
    start = paper.text.index("second")
    ((page, (left, top, right, bottom)),) = paper.layout.boxes(paper.text, Span(start, start + 6))
    assert page == 2
    assert 40 < left < right < 200
    assert 35 < top < bottom < 60
    whole = paper.layout.boxes(paper.text, Span(0, len(paper.text)))
    assert len(whole) == len(paper.layout.lines) == len([line for line in paper.text.splitlines() if line.strip()])


def test_pages_that_are_turned_have_boxes_as_shown() -> None:
    content = b"BT /F1 12 Tf 1 0 0 1 20 30 Tm (Kestria) Tj ET"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Rotate 180 /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    )
    paper = read(
        bare(CATALOGUE, TREE, page, b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)), "a.pdf"
    )
    assert paper.layout is not None
    (line,) = paper.layout.lines
    assert line.box[2] == pytest.approx(280, abs=2)  # 20 from the left when upright: 20 from the right when turned
    assert line.box[3] < 45


def test_ligatures_are_spelt_out() -> None:
    assert "official figures" in read(pdf("official figures are final"), "a.pdf").text


def test_what_the_file_says_of_itself_is_kept() -> None:
    paper = read(
        pdf(WORDS, '#set document(title: "Fishing", author: "Ada Nor", date: datetime(year: 2021, month: 5, day: 3))'),
        "a.pdf",
    )
    assert (paper.metadata.title, paper.metadata.author, paper.metadata.created) == ("Fishing", "Ada Nor", "2021-05-03")


def test_a_page_of_pictures_alone_is_refused_with_the_remedy() -> None:
    with pytest.raises(EmptyPaper, match=r"holds no text"):
        read(bare(CATALOGUE, TREE, PAGE), "scan.pdf")


def test_a_page_without_text_is_named_and_the_others_are_read() -> None:
    paper = read(pdf(WORDS + "#pagebreak()#rect()#pagebreak()" + WORDS), "a.pdf")
    assert paper.text.count("Valdoria") == 2
    assert "page 2" in paper.problems[0]


def test_a_locked_file_is_refused_with_the_remedy() -> None:
    key = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<41> <41>]" % (key, key)
    with pytest.raises(DamagedPaper, match="locked with a password"):
        read(bare(CATALOGUE, TREE, PAGE, trailer=lock), "secret.pdf")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(place: int, noise: bytes) -> None:
    whole = pdf_once()
    try:
        read(whole[:place] + noise + whole[place + len(noise) :], "a.pdf")
    except PaperError as error:
        assert error.remedy


@cache
def pdf_once() -> bytes:
    return pdf(WORDS)


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 50), st.lists(st.integers(0, 5000), min_size=5, max_size=9)),
        max_size=6,
    )
)
def test_a_layout_is_kept_to_a_tenth_of_a_point(shapes: list[tuple[int, int, list[int]]]) -> None:
    lines, end = [], 0
    for gap, length, places in shapes:
        left, top, width, height, *words = (place / 10 for place in places)
        box = (left, top, round(left + width, 1), round(top + height, 1))
        lines.append(Line(Span(end + gap, end + gap + length), 1 + gap, box, tuple(words)))
        end += gap + length
    layout = Layout((Page(1, 595.3, 841.9),), tuple(lines))
    assert unpacked(packed(layout)) == layout
