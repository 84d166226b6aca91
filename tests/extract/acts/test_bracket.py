"""Acts in German, Danish and Swedish: the subject of a verb in two parts, attributes, measures before their verb."""

import pytest

from greffier.extract.paper import extract
from greffier.model.entry import Act
from greffier.read.formats import read
from greffier.structure.outline import outline

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


def named(text: str) -> set[tuple[str, str, str]]:
    """The acts of a whole paper, with the persons' names."""
    found = extract(outline(read(text.encode(), "invented.txt")))
    names = {appearance.id: appearance.name for appearance in found.appearances}
    return {(names[e.person], e.act, e.status) for e in found.entries if isinstance(e, Act) and e.person}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Anwalt Peter Berg wurde im Mai festgenommen. Seine Frau Maria Wald sagte, er sei gefoltert worden. "
            "Sie forderte, ihn freizulassen.",
            {("Peter Berg", "arrest", "done"), ("Peter Berg", "torture", "done")},
        ),
        (
            "Advokaten Bo Ek greps i maj. Hans fru Eva Ås säger att han har torterats. Hon kräver att han friges.",
            {("Bo Ek", "arrest", "done"), ("Bo Ek", "torture", "done")},
        ),
        ("Viele sitzen in Haft, sagte Anna Berger am Montag. Manche hätten lange Freiheitsstrafen bekommen.", set()),
    ],
)
def test_who_speaks_for_somebody_is_not_whom_it_befell(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert named(text) <= expected | {("Peter Berg", "release", "demanded"), ("Bo Ek", "release", "demanded")}
    assert expected <= named(text)
