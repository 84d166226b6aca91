"""Acts in German, Danish and Swedish: the subject of a verb in two parts, attributes, measures before their verb."""

import pytest

from .test_acts import acts

ANNA, BERT = "Anna Jansen", "Bert Olsen"

BEFELL = [
    ("de", "Im Mai wurde Anna Jansen, die Leiterin des Vereins, in Lima festgenommen.", ANNA, {"arrest"}),
    ("de", "Anna Jansen ist im Zuge der Unruhen gegen Bert Olsen verhaftet worden.", ANNA, {"arrest"}),
    ("de", "Bert Olsen, der Anwalt von Anna Jansen, wurde in Lima festgenommen.", BERT, {"arrest"}),
    ("de", "Das Gericht hat Anna Jansen zu zwei Jahren Haft verurteilt.", ANNA, {"conviction", "imprisonment"}),
    ("de", "Anna Jansen besuchte den inhaftierten Bert Olsen.", BERT, {"detention"}),
    ("de", "Anna Jansen verurteilte die Inhaftierung von Bert Olsen.", BERT, {"detention"}),
    ("de", "Anna Jansen sitzt seither im Gefängnis.", ANNA, {"imprisonment"}),
    ("da", "Anna Jansen har fået Bert Olsen fængslet.", BERT, {"imprisonment"}),
    ("da", "I maj blev Bert Olsen ved en domstol i Lima idømt to års fængsel.", BERT, {"conviction", "imprisonment"}),
    ("da", "Dommer Anna Jansen idømte Bert Olsen en bøde.", BERT, {"conviction", "fine"}),
    ("da", "Politiet har anholdt Bert Olsen, oplyser Anna Jansen.", BERT, {"arrest"}),
    ("sv", "Polisen har gripit Bert Olsen, uppger Anna Jansen.", BERT, {"arrest"}),
    ("sv", "Anna Jansen dömdes till fem års fängelse av domaren Bert Olsen.", ANNA, {"conviction", "imprisonment"}),
    ("sv", "Anna Jansen träffade den fängslade advokaten Bert Olsen.", BERT, {"imprisonment"}),
]


@pytest.mark.parametrize(("lang", "text", "who", "codes"), BEFELL)
def test_an_act_falls_on_whom_it_befell(lang: str, text: str, who: str, codes: set[str]) -> None:
    assert acts(text, lang) == {(who, code, "done") for code in codes}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Anna Jansen forderte die sofortige Freilassung von Bert Olsen."),
        ("de", "Anna Jansen hat die Freilassung von Bert Olsen gefordert."),
        ("da", "Anna Jansen kræver, at Bert Olsen løslades."),
        ("sv", "Anna Jansen kräver att Bert Olsen släpps omedelbart."),
    ],
)
def test_a_release_that_somebody_demands(lang: str, text: str) -> None:
    assert acts(text, lang) == {(BERT, "release", "demanded")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Gestern hat Anna Jansen Oppositionelle verhaftet."),
        ("de", "Anna Jansen besuchte die inhaftierten Aktivisten und traf Bert Olsen."),
        ("de", "Viele seien dort in Haft, sagte die Referentin Anna Jansen."),
        ("da", "Mange sidder i fængsel, siger Anna Jansen."),
    ],
)
def test_who_did_it_or_tells_of_it_is_not_whom_it_befell(lang: str, text: str) -> None:
    assert acts(text, lang) == set()
