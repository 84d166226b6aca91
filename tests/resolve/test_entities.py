"""Entities: spellings of one name are one person, two people stay two, and a judgement always wins."""

from hypothesis import given
from hypothesis import strategies as st

from greffier.model.findings import Appearance
from greffier.model.ids import content_id
from greffier.model.judgement import Judgement
from greffier.resolve.entities import resolve


def seen(name: str, paper: str, country: str | None = None, kind: str = "person", lang: str = "en") -> Appearance:
    return Appearance(content_id(paper, kind, name), paper, kind, name, (name,), country, lang)


def clusters(*appearances: Appearance, judgements: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    names = {appearance.id: f"{appearance.name}@{appearance.paper}" for appearance in appearances}
    return {frozenset(names[i] for i in entity.appearances) for entity in resolve(appearances, judgements)}


def test_spellings_of_one_name_are_one_person() -> None:
    assert (
        len(clusters(seen("Georgi Tchavdarov", "a"), seen("Георги Чавдаров", "b"), seen("Gueorgui Tchavdarov", "c")))
        == 1
    )


def test_two_people_of_one_paper_stay_two_whatever_their_names() -> None:
    assert len(clusters(seen("Nazira Losova", "a"), seen("Nazira Lopesova", "a"), seen("Nazira Losova", "b"))) == 2


def test_near_surnames_and_other_countries_are_left_apart() -> None:
    assert len(clusters(seen("Taras Savchenko", "a"), seen("Taras Shevchenko", "b"))) == 2
    assert len(clusters(seen("Anna Jansen", "a", "nl"), seen("Anna Janssen", "b", "be"))) == 2


def test_a_surname_alone_is_left_apart() -> None:
    assert len(clusters(seen("Jansen", "a"), seen("Anna Jansen", "b"))) == 2


def test_a_body_is_one_in_every_language_that_the_lexicon_knows() -> None:
    assert len(clusters(seen("OSCE", "a", kind="body"), seen("OVSE", "b", kind="body", lang="nl"))) == 1


def test_a_renamed_place_is_one_place() -> None:
    assert len(clusters(seen("Astana", "a", kind="place"), seen("Nur-Sultan", "b", kind="place"))) == 1


def judged(verdict: str, *subjects: Appearance) -> Judgement:
    ids = tuple(subject.id for subject in subjects)
    return Judgement(content_id(verdict, *ids), verdict, ids, "an editor", "2021-01-01T00:00:00Z")


def test_a_judgement_wins_over_the_names() -> None:
    one, other, third = seen("Anna Jansen", "a"), seen("Anna Jansen", "b"), seen("Bert Olsen", "c")
    assert len(clusters(one, other, judgements=(judged("different", one, other),))) == 2
    assert len(clusters(one, third, judgements=(judged("same", one, third),))) == 1


NAMES = ["Anna Jansen", "Anna Janssen", "Анна Янсен", "Bert Olsen", "Bert Olson", "Olsen", "Jean Dupont"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from("abcd")), unique=True), st.randoms())
def test_the_order_of_filing_does_not_matter(pairs: list[tuple[str, str]], random: object) -> None:
    appearances = [seen(name, paper) for name, paper in pairs]
    assert list(resolve(appearances)) == list(resolve(sorted(appearances, key=lambda a: a.name, reverse=True)))
