"""Two versions of one text: what answers to what, and each sort of disagreement found at its words."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.cli import app
from greffier.model.errors import NotFound
from greffier.publish.concord import Concordance, Disagreement, concord
from greffier.publish.concord.alignment import align, length_cost
from greffier.publish.concord.within import LONG
from greffier.run.pipeline import read_paper

DUTCH = """VOORSTEL VAN RESOLUTIE

DE SENAAT,

A. overwegende dat de politie in Tbilisi op 14 maart 2019 342 betogers heeft aangehouden, onder wie Levan Tsjikovani;

B. overwegende dat artikel 58 van het wetboek niet is gewijzigd. De advocaten wachten al drie jaar op een antwoord. De
regering van Georgië beloofde “een grondig onderzoek” naar de feiten;

VERZOEKT DE REGERING:

1. bij Georgië aan te dringen op de vrijlating van Levan Tsjikovani vóór 1 mei 2022;

2. een fonds van 2,5 miljoen euro op te richten voor de slachtoffers en hun kinderen.
"""
FRENCH = """PROPOSITION DE RÉSOLUTION

LE SÉNAT,

A. considérant que, le 14 mars 2019, la police a arrêté 342 manifestants à Tbilissi, dont Levan Tchikovani;

B. considérant que l'article 58 du code n'a pas été modifié. Les avocats attendent une réponse depuis trois ans. Le
gouvernement de la Géorgie a promis “une enquête approfondie” sur les faits;

DEMANDE AU GOUVERNEMENT:

1. d'insister auprès de la Géorgie sur la libération de Levan Tchikovani avant le 1er mai 2022;

2. de créer un fonds de 2 500 000 euros pour les victimes et leurs enfants.
"""
ENGLISH = """MOTION FOR A RESOLUTION

THE SENATE,

A. whereas on 14 March 2019 the police in Tbilisi arrested 342 demonstrators, among them Levan Chikovani;

B. whereas article 58 of the code has not been amended. The lawyers have been waiting three years for an answer. The
government of Georgia promised “a thorough inquiry” into the facts;

CALLS ON THE GOVERNMENT:

1. to urge Georgia to release Levan Chikovani before 1 May 2022;

2. to set up a fund of 2.5 million euros for the victims and their children.
"""


def compared(dutch: str, french: str) -> Concordance:
    return concord([read_paper(f"{dutch}\n{french}".encode(), "motion.txt")])


def test_versions_that_agree_have_no_disagreement() -> None:
    found = compared(DUTCH, FRENCH)
    assert (found.left.lang, found.right.lang) == ("nl", "fr")
    assert (found.provisions, found.of, found.disagreements) == (4, 4, ())
    assert found.answered > 0.9


@pytest.mark.parametrize("other", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_two_papers_are_compared_like_one(other: str) -> None:
    found = concord([read_paper(FRENCH.encode(), "fr.txt"), read_paper(other.encode(), "other.txt")])
    assert (found.provisions, found.of, found.disagreements) == (4, 4, ())


CHANGES = [
    ("number", "342 manifestants", "324 manifestants", ("342 betogers", "324 manifestants")),
    ("number", "2 500 000 euros", "25 000 000 euros", ("2,5 miljoen euro", "25 000 000 euros")),
    ("number", "depuis trois ans", "depuis quatre ans", ("drie", "quatre")),
    ("date", "14 mars 2019", "14 mai 2019", ("14 maart 2019", "14 mai 2019")),
    ("date", "1er mai 2022", "1er mai 2021", ("1 mei 2022", "1er mai 2021")),
    ("article", "l'article 58", "l'article 85", ("58", "85")),
    ("name", "dont Levan Tchikovani", "dont Marguerite Fontenoy", ("Levan Tsjikovani", "Marguerite Fontenoy")),
    ("name", "à Tbilissi", "à Oslo", ("Tbilisi", "Oslo")),
    ("negation", "n'a pas été modifié", "a été modifié", ("niet",)),
    (
        "missing",
        "Les avocats attendent une réponse depuis trois ans. ",
        "",
        ("De advocaten wachten al drie jaar op een antwoord.",),
    ),
    ("quotation", "approfondie” sur", "approfondie sur", ("“",)),
]


@pytest.mark.parametrize(
    ("kind", "old", "new", "words"), CHANGES, ids=[f"{c[0]}: {c[2] or 'left out'}" for c in CHANGES]
)
def test_each_change_is_found_at_its_words(kind: str, old: str, new: str, words: tuple[str, ...]) -> None:
    assert old in FRENCH
    text = f"{DUTCH}\n{FRENCH.replace(old, new)}"
    found = concord([read_paper(text.encode(), "motion.txt")])
    (one,) = found.disagreements
    assert one.kind == kind
    assert told(one, text) == words
    assert 0.5 <= one.confidence < 1
    assert one.reason


def told(one: Disagreement, text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for side in (one.left, one.right) if side for span in side.words)


def test_a_provision_that_one_version_lacks_is_missing_and_the_others_stay_aligned() -> None:
    lines = FRENCH.split("\n\n")
    text = f"{DUTCH}\n" + "\n\n".join(line for line in lines if not line.startswith("A."))
    found = concord([read_paper(text.encode(), "motion.txt")])
    (one,) = found.disagreements
    assert (one.kind, one.label) == ("missing", "A")
    assert one.left.quote.startswith("A. overwegende dat de politie")
    assert (found.provisions, found.of) == (3, 4)


def test_every_quote_is_what_stands_at_its_spans() -> None:
    text = f"{DUTCH}\n{FRENCH.replace('342', '432').replace('n’a pas', 'a')}"
    found = concord([read_paper(text.encode(), "motion.txt")], least=0.0)
    sides = [side for one in found.disagreements for side in (one.left, one.right) if side]
    assert sides
    for side in sides:
        assert side.quote == " … ".join(span.of(text) for span in side.spans)
        assert all(any(span.holds(word) for span in side.spans) for word in side.words)


def test_a_name_spelt_two_ways_within_one_version_is_told() -> None:
    text = f"{DUTCH}\n{FRENCH.replace('libération de Levan Tchikovani', 'libération de Levan Tchikovany')}"
    found = [one for one in concord([read_paper(text.encode(), "motion.txt")]).disagreements if one.kind == "spelling"]
    assert [set(told(one, text)) for one in found] == [{"Levan Tchikovani", "Levan Tchikovany"}]
    assert len("Tchikovani") > LONG


def test_a_paper_of_one_version_says_what_to_do() -> None:
    with pytest.raises(NotFound, match=r"fr\.txt holds one language version only.*greffier concord fr\.txt OTHER"):
        concord([read_paper(FRENCH.encode(), "fr.txt")])


class Line:
    def __init__(self, length: int) -> None:
        self.length = length


@given(st.lists(st.integers(1, 300), max_size=12), st.lists(st.integers(1, 300), max_size=12))
def test_every_item_lies_in_exactly_one_bead(left: list[int], right: list[int]) -> None:
    def cost(a: Sequence[Line], b: Sequence[Line]) -> float:
        return length_cost(sum(x.length for x in a), sum(x.length for x in b), 1.0)

    beads = align([Line(n) for n in left], [Line(n) for n in right], cost)
    assert [i for bead in beads for i in range(*bead.left)] == list(range(len(left)))
    assert [j for bead in beads for j in range(*bead.right)] == list(range(len(right)))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = app.run(["concord", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_command_prints_a_table_and_writes_a_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    paper, page = tmp_path / "motion.txt", tmp_path / "out.html"
    paper.write_text(f"{DUTCH}\n{FRENCH.replace('342', '432')}", encoding="utf-8")
    status, out, err = run(capsys, str(paper), "--html", str(page))
    assert status == 1
    assert out.split("\t")[:2] == ["number", "A"]
    assert "»342 betogers«" in out and "»432 manifestants«" in out
    assert "4 of 4 provisions answer to each other; 1 disagreement" in err
    html = page.read_text(encoding="utf-8")
    assert html.count('href="#q-d1"') == 1 and html.count('href="#e-d1"') == 2
    assert "<link" not in html and "<script" not in html


def test_the_command_gives_json_and_status_0_where_all_agrees(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, text in (("nl.txt", DUTCH), ("fr.txt", FRENCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    status, out, err = run(capsys, str(tmp_path / "nl.txt"), str(tmp_path / "fr.txt"), "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found["provisions"] == found["of"] == 4
    assert found["disagreements"] == []


def test_what_cannot_be_compared_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    for arguments, said in (
        ((str(tmp_path / "fr.txt"),), "one language version only"),
        (("--record", str(tmp_path / "none.db"), "gone.txt"), "no file, and there is no record"),
        (("a", "b", "c"), "one paper with two versions, or two papers"),
    ):
        status, out, err = run(capsys, *arguments)
        assert (status, out) == (2, "")
        assert said in err and err.count("\n") == 1


def test_the_page_closes_words_that_the_paper_broke(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = FRENCH.replace("manifestants", "mani-\nfestants")
    for name, text in (("nl.txt", DUTCH), ("fr.txt", broken)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = tmp_path / "page.html"
    run(capsys, str(tmp_path / "nl.txt"), str(tmp_path / "fr.txt"), "--html", str(page))
    shown = page.read_text(encoding="utf-8")
    assert 'mani<span class="broken">-\n</span>festants' in shown
    assert "&lt;span" not in shown
