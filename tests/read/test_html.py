"""HTML: the text in reading order, what the markup says of each block, nothing lost, any bytes read or refused."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model.errors import PaperError
from greffier.model.paper import Paper
from greffier.read.formats import read

SENTENCE = "The minister received the envoy in the old town hall and spoke with her about trade and the new railway. "
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Envoy received | The Office</title>
<meta property="og:site_name" content="The Office"><meta name="date" content="2021-03-05">
<link rel="canonical" href="https://office.example/envoy">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Envoy received",
"datePublished": "2021-03-04T08:00:00Z", "author": [{{"name": "A. Writer"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><h1>Envoy received</h1><p class="byline">By A. Writer</p><time datetime="2021-03-04">yesterday</time>
<p>{SENTENCE * 3}</p><p>{SENTENCE * 2}<br>A second line.</p>
<table><tr><th>Name</th><th>Office</th></tr><tr><td>J. Doe</td><td>envoy</td></tr></table></main>
<footer><p>© 2021 The Office. All rights reserved.</p></footer></body></html>"""


def page(text: str, name: str = "page.html") -> Paper:
    return read(text.encode(), name)


def kinds(paper: Paper) -> dict[str, str]:
    return {block.span.of(paper.text): block.kind for block in paper.blocks}


def test_the_page_says_what_it_is() -> None:
    said = page(PAGE).metadata
    assert (said.title, said.publisher, said.published) == ("Envoy received", "The Office", "2021-03-04T08:00:00Z")
    assert (said.author, said.lang, said.address) == ("A. Writer", "en", "https://office.example/envoy")


def test_blocks_have_the_kind_that_their_elements_give() -> None:
    found = kinds(page(PAGE))
    assert found["Envoy received"] == "heading"
    assert found["By A. Writer"] == "byline"
    assert found["yesterday"] == "date"
    assert found["J. Doe | envoy"] == "cell"
    assert found["Home"] == found["© 2021 The Office. All rights reserved."] == "furniture"


def test_what_the_main_text_leaves_out_is_marked_and_kept() -> None:
    paper = page(PAGE)
    aside = {block.span.of(paper.text): block.aside for block in paper.blocks}
    assert aside["Home"]
    assert not aside[(SENTENCE * 3).strip()]


def test_the_marks_of_the_judgement_leave_no_trace() -> None:
    assert not [char for char in page(PAGE).text if "\ue000" <= char <= "\uf8ff"]


def test_line_breaks_white_space_and_touching_labels() -> None:
    paper = page("<html><p>one\n  two<br>three<br><br>four</p><div><span>Published</span><b>2 days</b></div>")
    assert paper.text == "one two\nthree\n\nfour\n\nPublished 2 days\n"


def test_paragraphs_of_preformatted_text_stand_apart() -> None:
    paper = page("<html><pre>first line\nsecond line\n\nnew paragraph</pre>")
    assert [block.span.of(paper.text) for block in paper.blocks] == ["first line\nsecond line", "new paragraph"]


def test_an_article_stands_before_its_blocks() -> None:
    paper = page("<html><article><h2>One</h2><p>Text.</p></article><article><h2>Two</h2><p>More.</p></article>")
    assert [block.kind for block in paper.blocks] == ["article", "heading", "paragraph"] * 2
    assert paper.blocks[0].span.of(paper.text) == "One\n\nText."


@pytest.mark.parametrize(("declared", "codec"), [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252")])
def test_the_encoding_that_a_page_declares_is_believed(declared: str, codec: str) -> None:
    words = "Посол прибыл" if codec == "cp1251" else "“Été”"
    data = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'.encode(codec)
    assert read(data, "a.html").text == words + "\n"


def test_a_page_nested_beyond_reason_is_refused_or_its_loss_told() -> None:
    assert page("<html>" + "<div>" * 300 + "deep" + "</div>" * 300).text == "deep\n"
    with pytest.raises(PaperError, match="nested too deep"):
        page("<html>" + "<div>" * 5000 + "deep")
    assert "nested too deep" in page("<html><p>Begin.</p>" + "<div>" * 5000 + "deep").problems[0]


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><script>x()</script></html>", "<!doctype html><body> </body>"]
)
def test_a_page_without_words_is_refused(text: str) -> None:
    with pytest.raises(PaperError):
        page(text)


TAGS = (
    "div",
    "p",
    "article",
    "h2",
    "td",
    "tr",
    "table",
    "br",
    "a href=x",
    "nav",
    "pre",
    "time datetime=2021-03-04",
    "li",
)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
            st.text(max_size=12),
            st.sampled_from(
                ["&#xD800;", "&#0;", "&nbsp;", "<!--", "-->", "<![CDATA[", "\x00", "<script>", "<meta charset=x>"]
            ),
        ),
        max_size=40,
    )
)
def test_any_markup_is_read_or_refused(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode("utf-8", "surrogatepass")
    try:
        paper = read(data, "odd.html")
    except PaperError:
        return
    paper.text.encode("utf-8")
    places = [block.span for block in paper.blocks if block.kind != "article"]
    assert all(one.end <= two.start for one, two in pairwise(places))
    assert "".join(paper.text.split()) == "".join("".join(span.of(paper.text).split()) for span in places)
