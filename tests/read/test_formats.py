"""Reading: any encoding; what is no paper is refused with one clear line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model.errors import PaperError
from greffier.read.formats import read
from greffier.read.limits import LARGEST

WORDS = "De minister zei: « C’est déjà décidé » — på mødet i København, и в Астане."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_unicode_encoding_is_read_as_the_same_text(encoding: str) -> None:
    assert read(WORDS.encode(encoding), "a.txt").text == WORDS


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр встретился с послом и обсудил вопросы сотрудничества между странами. " * 4),
        ("cp1252", "Le ministre a été reçu à l’Élysée, où il a évoqué la coopération déjà engagée. " * 4),
    ],
)
def test_older_encodings_are_recognised(encoding: str, text: str) -> None:
    assert read(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t", b"\x00\x01\x02" * 100, b"\xff\xfeA", b"%PDF-1.7\x00\x00\x01\x02" + bytes(range(256)) * 4],
)
def test_what_holds_no_text_is_refused_with_file_and_remedy(data: bytes) -> None:
    with pytest.raises(PaperError) as caught:
        read(data, "folder/odd.txt")
    assert str(caught.value).startswith("folder/odd.txt: ")
    assert caught.value.remedy


def test_a_file_beyond_the_stated_limit_is_refused() -> None:
    with pytest.raises(PaperError, match="more than"):
        read(b"a" * (LARGEST + 1), "big.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        paper = read(data, "any.txt")
    except PaperError:
        return
    paper.text.encode("utf-8")
