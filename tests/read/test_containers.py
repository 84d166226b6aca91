"""Containers give their papers under clean names, in any depth that is allowed; beyond the limits they give none."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.read.container_files import NOTE, PAGE, crawl, mail, mbox, record, saved_page
from tests.read.office_files import docx_file, zipped

from greffier.model.errors import PaperError, TooLarge
from greffier.read.containers.find import member_of
from greffier.read.containers.unpack import Contents, unpack
from greffier.read.formats import read


def unpacked(folder: Path, data: bytes, name: str) -> Contents:
    file = folder / name
    file.write_bytes(data)
    out = folder / f"out of {name}"
    out.mkdir()
    return unpack(file, name, out)


def held(contents: Contents) -> dict[str, bytes]:
    return {member.name: Path(member.file).read_bytes() for member in contents.members}


def test_a_zip_gives_its_files_and_those_of_containers_in_it(tmp_path: Path) -> None:
    letter = mail(("minutes.txt", NOTE), ("more.zip", zipped(("deep.txt", b"Deep."))))
    data = zipped(
        ("a/note.txt", NOTE), ("letter.eml", letter), ("a/inner.zip", zipped(("x.txt", b"X."))), ("r.docx", docx_file())
    )
    contents = unpacked(tmp_path, data, "all.zip")
    assert list(held(contents)) == [
        "a/note.txt",
        "letter.eml",
        "letter.eml/minutes.txt",
        "letter.eml/more.zip/deep.txt",
        "a/inner.zip/x.txt",
        "r.docx",
    ]
    assert held(contents)["letter.eml/more.zip/deep.txt"] == b"Deep."
    assert contents.refused == ()


def test_names_stay_below_their_container_and_are_given_once(tmp_path: Path) -> None:
    data = zipped(
        ("../../etc/x.txt", b"1"), ("/abs.txt", b"2"), ("c\\d.txt", b"3"), ("c/d.txt", b"4"), (".hidden", b"5")
    )
    assert list(held(unpacked(tmp_path, data, "a.zip"))) == ["etc/x.txt", "abs.txt", "c/d.txt", "c/d (2).txt"]


def test_names_in_older_code_pages_are_read(tmp_path: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for letters in ("Отчёт.txt".encode("cp866"), "Ång.txt".encode()):
            archive.writestr(zipfile.ZipInfo("%" * len(letters)), b"text")
    data = written.getvalue()
    for letters in ("Отчёт.txt".encode("cp866"), "Ång.txt".encode()):
        data = data.replace(b"%" * len(letters), letters)
    assert list(held(unpacked(tmp_path, data, "a.zip"))) == ["Отчёт.txt", "Ång.txt"]


def test_a_message_is_read_under_its_headers_the_plain_text_first() -> None:
    paper = read(mail(("a.txt", NOTE), html="<p>Rich</p>"), "a.eml")
    assert paper.text.startswith(
        "---\ntitle: Møte om avtalen\nauthor: Åse Berg <ase@example.org>\ndate: 2019-06-03 09:30\n"
        "to: clerks@example.org\n---\n\nDear all,\n\nThe council will meet"
    )
    assert (paper.metadata.title, paper.metadata.published) == ("Møte om avtalen", "2019-06-03 09:30")
    assert "Rich" not in paper.text


def test_a_message_whose_plain_text_says_nothing_is_read_as_its_page() -> None:
    page = "<p>The council will meet <b>on 4 June</b>.</p><p>Bring the minutes.</p>"
    paper = read(mail(html=page, text="Your program shows no HTML."), "a.eml")
    kinds = [(block.kind, block.span.of(paper.text)) for block in paper.blocks]
    assert ("heading", "Møte om avtalen") in kinds
    assert ("paragraph", "The council will meet on 4 June.") in kinds
    assert kinds[2] == ("date", "2019-06-03 09:30")


def test_forwarded_messages_and_named_parts_are_attachments_pictures_of_the_text_are_not(tmp_path: Path) -> None:
    from email import message_from_bytes, policy

    inner = message_from_bytes(mail(("inner.txt", NOTE)), policy=policy.default)
    page = "<p>The council will meet.</p><img src='cid:logo@x'>"
    outer = message_from_bytes(mail(("a.txt", b"Text."), html=page, text="-"), policy=policy.default)
    outer.add_attachment(inner)
    outer.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", cid="<logo@x>")
    contents = unpacked(tmp_path, outer.as_bytes(), "a.eml")
    assert list(held(contents)) == ["a.txt", "part.eml", "part.eml/inner.txt"]


def test_a_box_gives_its_messages_and_their_attachments(tmp_path: Path) -> None:
    data = mbox(mail(), mail(("a.txt", NOTE)), mail(text="He said:\n\nFrom here to there.\n"))
    contents = held(unpacked(tmp_path, data, "letters.mbox"))
    assert list(contents) == ["00001.eml", "00002.eml", "00002.eml/a.txt", "00003.eml"]
    assert b"\nFrom here to there." in contents["00003.eml"]


def test_a_saved_page_is_read_as_the_page_with_its_address() -> None:
    paper = read(saved_page(), "envoy.mhtml")
    assert paper.media == "text/html"
    assert paper.metadata.address == "https://www.example.org/news/envoy"
    assert paper.text.startswith("Envoy received\n\nThe council of Bergen")


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_gives_its_pages_and_papers(tmp_path: Path, packed: bool) -> None:
    contents = held(unpacked(tmp_path, crawl(packed=packed), "crawl.warc.gz" if packed else "crawl.warc"))
    assert list(contents) == ["www.example.org/news/index.html", "kz.example.org/posol", "www.example.org/a.txt"]
    assert contents["www.example.org/a.txt"] == NOTE
    page = read(contents["www.example.org/news/index.html"], "index.html")
    assert page.metadata.address == "https://www.example.org/news/"
    assert page.metadata.lang == "da"
    assert "The council of Bergen received" in page.text
    assert "Посол прибыл в Алматы" in read(contents["kz.example.org/posol"], "posol").text


def test_a_crawl_that_breaks_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    contents = unpacked(
        tmp_path, record("https://a.example.org/", PAGE) + record("https://b.example.org/", NOTE)[:-40], "c.warc"
    )
    assert "a.example.org/index.html" in held(contents)
    assert "breaks off" in contents.refused[0].reason


def test_what_is_encrypted_damaged_or_too_deep_is_told_and_the_rest_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nested = zipped(("bottom.txt", b"Bottom."))
    for _ in range(3):
        nested = zipped(("n.zip", nested))
    data = bytearray(
        zipped(("first.txt", b"First."), ("locked.txt", NOTE), ("n.zip", nested), ("cut.zip", b"PK\x03\x04cut"))
    )
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 8] |= 1  # the flag of encryption in the list of the second member
    monkeypatch.setenv("GREFFIER_DEPTH", "3")
    contents = unpacked(tmp_path, bytes(data), "a.zip")
    assert list(held(contents)) == ["first.txt"]
    assert {one.name: one.reason.split()[-1] for one in contents.refused} == {
        "locked.txt": "encrypted", "n.zip/n.zip/n.zip": "deeper", "cut.zip": "damaged",
    }  # fmt: skip
    assert all(one.remedy for one in contents.refused)


@pytest.mark.parametrize(
    ("setting", "value", "data"),
    [
        ("GREFFIER_MEMBERS", "3", zipped(*((f"{n}.txt", b"x") for n in range(4)))),
        ("GREFFIER_MEMBERS", "3", zipped(*((f"{n}.zip", zipped(("a.txt", b"a"), ("b.txt", b"b"))) for n in range(2)))),
        ("GREFFIER_UNPACKED", "1", zipped(*((f"{n}.txt", bytes(600_000)) for n in range(2)))),
        ("GREFFIER_RATIO", "200", zipped(*((f"{n}.txt", bytes(min(n, 1) * 9_000_000)) for n in range(4)))),
        ("GREFFIER_PARTS", "5", mail(*((f"{n}.txt", b"x") for n in range(5)))),
    ],
)  # fmt: skip
def test_a_container_beyond_a_limit_is_refused_whole_and_names_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, data: bytes
) -> None:
    monkeypatch.setenv(setting, value)
    with pytest.raises(TooLarge, match=setting):
        unpacked(tmp_path, data, "a.zip" if data.startswith(b"PK") else "a.eml")


def test_the_bytes_behind_the_source_of_a_member_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("b/note.txt", NOTE), ("c.zip", zipped(("d.txt", b"D.")))))
    assert member_of(f"{tmp_path}/a.zip/b/note.txt") == NOTE
    assert member_of(f"{tmp_path}/a.zip/c.zip/d.txt") == b"D."
    assert member_of(f"{tmp_path}/a.zip/none.txt") is None


@pytest.mark.parametrize(
    "data", [mail(("a.txt", NOTE)), saved_page(), mbox(mail()), crawl(packed=True), crawl(packed=False)]
)
def test_every_truncation_is_unpacked_or_refused(tmp_path: Path, data: bytes) -> None:
    for end in range(1, len(data), max(1, len(data) // 40)):
        name = f"{end}.warc.gz" if data[:2] == b"\x1f\x8b" else f"{end}.eml"
        try:
            unpacked(tmp_path, data[:end], name)
        except PaperError as error:
            assert error.remedy


def test_a_crawl_damaged_in_places_gives_the_records_between(tmp_path: Path) -> None:
    good = record("https://a.example.org/", PAGE), record("https://b.example.org/", NOTE, "text/plain")
    for number, dirt in enumerate((b"dirt\r\nmore dirt\r\n", b"WARC/1.1\r\nContent-Length: many\r\n\r\n")):
        contents = unpacked(tmp_path, good[0] + dirt + good[1], f"{number}.warc")
        assert list(held(contents)) == ["a.example.org/index.html", "b.example.org/index.html"]
        assert [one.reason for one in contents.refused] == ["the archive is damaged; what can be read of it is filed"]
    cut = crawl(packed=True)[:-60]
    assert "www.example.org/news/index.html" in held(unpacked(tmp_path, cut + b"\x00dirt", "cut.warc.gz"))


def test_an_archive_whose_first_file_is_an_office_file_stays_an_archive(tmp_path: Path) -> None:
    workbook = zipped(("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>"))
    contents = unpacked(tmp_path, zipped(("a.docx", docx_file()), ("b.xlsx", workbook), ("c.txt", NOTE)), "a.zip")
    assert list(held(contents)) == ["a.docx", "b.xlsx", "c.txt"]


def test_documents_embedded_in_a_word_file_are_papers_beside_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(docx_file())) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    data = zipped(*parts, ("word/embeddings/annex.docx", docx_file()), ("word/embeddings/oleObject1.bin", b"x"))
    assert list(held(unpacked(tmp_path, data, "a.docx"))) == ["annex.docx"]
    assert list(held(unpacked(tmp_path, zipped(("a.docx", data)), "a.zip"))) == ["a.docx", "a.docx/annex.docx"]


def test_a_message_that_is_nothing_but_a_file_gives_that_file(tmp_path: Path) -> None:
    head = b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf\r\n"
    contents = unpacked(tmp_path, head + b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n", "a.eml")
    assert held(contents) == {"part.pdf": b"%PDF-"}
    assert unpacked(tmp_path, mail(), "b.eml") == Contents((), ())
