"""Names of a paper become one cast."""

from greffier.model.findings import Findings
from greffier.run.pipeline import read_paper


def read(text: str) -> tuple[str, Findings]:
    outline, findings = read_paper(text.encode(), "a.txt")
    return outline.paper.text, findings


def test_every_mention_is_a_name_as_written_and_belongs_to_the_cast() -> None:
    text, findings = read("The minister met Anna Jansen in Berlin.\n\nAnna Jan-\nsen thanked him.\n")
    names = {appearance.id: appearance for appearance in findings.appearances}
    assert {m.appearance for m in findings.mentions} == set(names)
    assert "Anna Jansen" in {names[m.appearance].name for m in findings.mentions if m.span.of(text).startswith("Anna")}


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    _, findings = read("President Anna Jansen met the press. Jansen said that she would go.")
    persons = [a for a in findings.appearances if a.kind == "person"]
    assert [person.name for person in persons] == ["Anna Jansen"]


def people(text: str) -> set[str]:
    _, findings = read(text)
    return {appearance.name for appearance in findings.appearances if appearance.kind == "person"}


def test_an_arabic_article_belongs_to_the_name_and_a_chamber_does_not() -> None:
    assert people("De heer Karim al-Basri sprak met mevrouw Ada Moor van de Senaat.") == {"Karim al-Basri", "Ada Moor"}
