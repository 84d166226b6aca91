"""The order of reading: invented papers in columns, read line after line as a person reads them."""

import pytest
from bench.layouts import Case, measured, papers, singles
from tests.read.test_pdf import WORDS, pdf

from greffier.read.formats import read
from greffier.read.layout import Sheet, Word, compose
from greffier.structure.outline import outline

COLUMNS = [case for case in papers(8, aside=False) if len(case.data) < 120_000]
SINGLE = list(singles(12, aside=False))


@pytest.mark.parametrize("case", COLUMNS, ids=lambda case: case.name.split("(")[0].split(" Style")[0])
def test_every_line_is_followed_by_the_one_that_a_person_reads_next(case: Case) -> None:
    shown: list[str] = []
    result = measured(case, read(case.data, "set.pdf"), shown)
    assert result.right >= 0.995 * result.lines, shown
    assert result.found == result.both == result.wanted, shown


@pytest.mark.parametrize("case", SINGLE, ids=lambda case: case.name.split(" Style")[0])
def test_a_page_of_one_column_is_never_split(case: Case) -> None:
    shown: list[str] = []
    assert measured(case, read(case.data, "set.pdf"), shown).split == 0, shown


def test_a_hyphen_at_a_line_end_stays_in_the_text_and_goes_in_the_passage() -> None:
    paper = read(
        pdf(
            '#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n' + "extraordinary representations " * 30
        ),
        "a.pdf",
    )
    assert "-\n" in paper.text
    (passage,) = outline(paper).passages
    assert "-" not in passage.text
    assert set(passage.text.split()) == {"extraordinary", "representations"}


def test_heads_that_come_back_and_page_numbers_are_furniture() -> None:
    setting = "#set page(header: [Valdor Gazette], footer: context counter(page).display(), margin: 60pt)"
    paper = read(pdf(WORDS * 60, setting), "a.pdf")
    kinds = {block.span.of(paper.text): block.kind for block in paper.blocks}
    assert kinds["Valdor Gazette"] == kinds["2"] == "furniture"
    assert len([kind for kind in kinds.values() if kind != "furniture"]) == 1  # one paragraph over all pages


def test_line_numbers_are_furniture() -> None:
    paper = read(pdf(WORDS * 12, '#set par.line(numbering: "1")'), "a.pdf")
    text = [block.span.of(paper.text) for block in paper.blocks if block.kind == "paragraph"]
    assert "\n".join(text).split() == (WORDS * 12).split()


def test_a_raised_figure_hangs_on_its_word_and_its_note_stands_behind_the_text() -> None:
    paper = read(pdf("The envoys#footnote[All of Kestria.] came. " + WORDS), "a.pdf")
    assert paper.text.startswith("The envoys¹ came.")
    assert [block.kind for block in paper.blocks] == ["paragraph", "note"]
    assert outline(paper).passages[0].text.startswith("The envoys came.")  # a passage is read without the mark


def test_the_rows_of_a_table_stay_whole() -> None:
    rows = [("Valdor", "1 204", "88"), ("Kestria", "917", "12"), ("Morvia", "3 400", "7")]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    paper = read(pdf(WORDS + f"#table(columns: 3, column-gutter: 2em, {cells})"), "a.pdf")
    assert [block.span.of(paper.text) for block in paper.blocks if block.kind == "cell"] == [
        " | ".join(row) for row in rows
    ]


def test_a_dash_within_a_sentence_opens_nothing() -> None:
    words = "and so the envoys went there today because – Morvia – and " + "so the envoys of – Morvia – and " * 9
    paper = read(pdf(words, "#set par(justify: true, first-line-indent: (amount: 20pt, all: true))"), "a.pdf")
    assert paper.text.splitlines()[1].startswith("– ")  # under a first line that is indented
    assert len(paper.blocks) == 1


def test_words_from_a_scan_go_the_same_way() -> None:
    words = [
        Word(text, left + 30.0 * place, 20.0 * row, left + 30.0 * place + 26, 20.0 * row + 10, 20.0 * row + 8)
        for row in range(1, 12)
        for left, text in ((50.0, f"left{row}"), (320.0, f"right{row}"))
        for place in range(7)
    ]
    text = compose([Sheet(1, 595.0, 842.0, tuple(words))]).text
    assert text.index("left11") < text.index("right1 ")
