"""A body inside somebody's office does not speak, nor does whoever was told."""

import pytest

from greffier.model.entry import Statement
from greffier.run.pipeline import read_paper

OPENING = (
    "Oslo, 3 May 2021\n\nThe ministers met in Oslo on Monday and discussed what is to be done for the harbour.\n\n"
)


def speakers(text: str) -> list[str | None]:
    _, findings = read_paper(f"{OPENING}{text}\n".encode(), "paper.txt")
    names = {one.id: one.name for one in findings.appearances}
    return [names.get(s.speaker or "") for s in findings.entries if isinstance(s, Statement)]


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour must be opened at once,” said Lake Watch International Director Ines Roldan.",
        "Ines Roldan, a former minister and now director of the Oslo based Lake Watch International, said that the "
        "harbour must be opened.",
        "The pilots' lawyer, Ines Roldan, told Lake Watch International that the harbour must be opened.",
    ],
)
def test_the_holder_of_the_office_speaks(text: str) -> None:
    assert speakers(text) == ["Ines Roldan"]
