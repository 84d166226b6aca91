"""The country of a person is that of the office held, not of whoever stands beside."""

from greffier.run.pipeline import read_paper

PAPER = """Bern, den 4. Mai 2021

Am 3. Mai hat die Präsidentin des norwegischen Parlaments, Ingrid Solberg, den Botschafter der Republik Chile, Pablo
Reyes, empfangen. Beide sprachen über die Zusammenarbeit der Parlamente und über den Handel.
"""


def test_the_office_gives_the_country() -> None:
    _, findings = read_paper(PAPER.encode(), "paper.txt")
    countries = {one.name: one.country for one in findings.appearances if one.kind == "person"}
    assert countries == {"Ingrid Solberg": "no", "Pablo Reyes": "cl"}
