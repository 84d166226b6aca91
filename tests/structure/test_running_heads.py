"""Running heads of pages put one below the other: out of the text, and the text goes on across them."""

import pytest

from greffier.read.formats import read
from greffier.structure.outline import outline

PAGES = """REPORT 12/044

The committee of the lake heard the ministers of both countries and found that the ferries have not sailed in the

3
REPORT 12/044

winter, although the ministers had promised that they would. The committee asks for an answer this year.
"""


def kinds(text: str) -> dict[str, str]:
    return {passage.text: passage.kind for passage in outline(read(text.encode(), "paper.txt")).passages}


def test_a_sentence_goes_on_across_a_page() -> None:
    found = kinds(PAGES)
    assert any("in the winter, although" in text for text in found)
    assert {text for text, kind in found.items() if kind == "boilerplate"} == {"REPORT 12/044", "3"}


@pytest.mark.parametrize("heading", ["Article 7", "QUESTION 12"])
def test_headings_that_come_back_with_other_numbers_are_text(heading: str) -> None:
    name = heading.split()[0]
    parts = [f"{name} {n}\n\nThe ferry sails when the lake is free of ice, says rule {n}.\n" for n in range(1, 5)]
    found = kinds("\n".join(["Rules of the ferry", "", *parts]))
    assert "boilerplate" not in found.values()


def test_lines_that_two_columns_share_are_text() -> None:
    names = "Anna Berg, Olof Lind, Karin Sund and others have been invited to the"
    text = f"The ministers have said that\n{names}\nferry.\n\nLes ministres ont dit que\n{names}\nbac.\n"
    assert "boilerplate" not in kinds(text).values()


def test_a_paragraph_that_says_the_same_of_many_is_text() -> None:
    text = "".join(
        f"In the camp by the {place} there were this winter\n"
        f"some {n} people from the north, of whom {n} per cent\n"
        f"were children of {place} families.\n\n"
        for n, place in enumerate(("lake", "river", "coast", "border"), 11)
    )
    assert "boilerplate" not in kinds(text).values()
