"""Statements as agencies and parliaments write them: credits, relative clauses, nested verbs, dashes; invented."""

import pytest

from greffier.model.entry import Statement
from greffier.run.pipeline import read_paper


def said(text: str) -> list[tuple[str, str, bool]]:
    _, findings = read_paper(text.encode(), "a.txt")
    names = {made.id: made.name for made in findings.appearances}
    return [
        (names.get(made.speaker or "", ""), made.quote, made.direct)
        for made in findings.entries
        if isinstance(made, Statement)
    ]


CASES = [
    (
        "Minister Ingrid Solberg said that Norway highly values its ties with Chile.",
        [("Ingrid Solberg", "Norway highly values its ties with Chile.", False)],
    ),
    (
        "Speaker Ingrid Solberg received Ambassador Paulo Reyes of Chile. Welcoming the Ambassador, Speaker Solberg "
        "recalled the old ties. She said the visit was timely.",
        [("Ingrid Solberg", "the old ties.", False), ("Ingrid Solberg", "the visit was timely.", False)],
    ),
    ("Minister Ingrid Solberg stayed in Oslo on Monday, several officials said.", []),
    (
        "The harbour of Oslo will open again in May, Minister Ingrid Solberg told reporters on Monday.",
        [("Ingrid Solberg", "The harbour of Oslo will open again in May", False)],
    ),
    ("Minister Ingrid Solberg welcomed Ambassador Paulo Reyes of Chile.", []),
    (
        "The envoys met Senator Paulo Reyes, who noted that trade had doubled.",
        [("Paulo Reyes", "trade had doubled.", False)],
    ),
    (
        "Министр Ирина Ковалёва приняла посла. Об этом сообщила журналистам Анна Белова.",
        [("Анна Белова", "Министр Ирина Ковалёва приняла посла.", False)],
    ),
    (
        "Министр Ирина Ковалёва приняла посла. Об этом заявил глава Комитета Совета Павел Белов.",
        [("Павел Белов", "Министр Ирина Ковалёва приняла посла.", False)],
    ),
    (
        "«Мы очень рады этой долгожданной встрече, – говорит министр Ирина Ковалёва. – Она была нужна всем нам».",
        [
            ("Ирина Ковалёва", "Мы очень рады этой долгожданной встрече", True),
            ("Ирина Ковалёва", "Она была нужна всем нам", True),
        ],
    ),
    ("La canciller Inés Robles sostuvo en Oslo una reunión con el canciller noruego.", []),
    (
        "— Мы очень рады этой долгожданной встрече, — сказала министр Ирина Ковалёва.",
        [("Ирина Ковалёва", "Мы очень рады этой долгожданной встрече", True)],
    ),
    (
        "Canciller Inés Robles visitó Oslo. Recordó que el convenio sigue pendiente.",
        [("Inés Robles", "el convenio sigue pendiente.", False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_is_given_to_whoever_said_it(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert said(text) == expected
