"""Who signs a proposal stands behind a label; invented names."""

import pytest

from greffier.model.entry import Office
from greffier.run.pipeline import read_paper


def offices(text: str) -> set[tuple[str, str]]:
    _, findings = read_paper(text.encode(), "a.txt")
    names = {made.id: made.name for made in findings.appearances}
    return {(names[made.person], made.role) for made in findings.entries if isinstance(made, Office)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Motion for a resolution\n\nTabled by: Mr Paulo Reyes\n\nThe Assembly,\n\nNoting the law,\n",
            {("Paulo Reyes", "author")},
        ),
        ("The student Paulo Reyes, a prominent journalist, was freed.", {("Paulo Reyes", "journalist")}),
        ("High Commissioner Ingrid Solberg called on the minister.", {("Ingrid Solberg", "ambassador")}),
    ],
)
def test_offices_of_labels_and_appositions(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= offices(text)


def test_a_label_parts_words_for_many_from_the_names_behind_it() -> None:
    found = offices("Motion on lawyers in the north. Signatories: Mr Paulo Reyes, Norway\n")
    assert ("Paulo Reyes", "lawyer") not in found
