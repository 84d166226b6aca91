"""Entities: spellings of one name are one person, two people stay two, and a judgement always wins."""

from collections.abc import Callable
from dataclasses import replace

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
        len(
            clusters(
                seen("Georgi Tchavdarov", "a"),
                seen("Георги Чавдаров", "b"),
                seen("Gueorgui Tchavdarov", "c", lang="fr"),
            )
        )
        == 1
    )


def test_two_people_of_one_paper_stay_two_whatever_their_names() -> None:
    assert len(clusters(seen("Nazira Losova", "a"), seen("Nazira Lopesova", "a"), seen("Nazira Losova", "b"))) == 2


def test_near_surnames_and_other_countries_are_left_apart() -> None:
    assert len(clusters(seen("Taras Savchenko", "a"), seen("Taras Shevchenko", "b"))) == 2
    assert len(clusters(seen("Anna Jansen", "a", "nl"), seen("Anna Janssen", "b", "be"))) == 2


def test_a_surname_alone_is_left_apart() -> None:
    assert len(clusters(seen("Jansen", "a"), seen("Anna Jansen", "b"))) == 2


def test_a_surname_is_the_only_person_so_named_in_the_company_of_the_same_people() -> None:
    friends = seen("Bert Olsen", "a"), seen("Bert Olsen", "b")
    country = seen("Latvia", "a", kind="place"), seen("Latvia", "b", kind="place")
    assert frozenset({"Jansen@a", "Anna Jansen@b"}) in clusters(
        seen("Jansen", "a", "lv"), seen("Anna Jansen", "b", "lv"), *friends, *country
    )
    assert frozenset({"Jansen@a"}) in clusters(
        seen("Jansen", "a"), seen("Anna Jansen", "b"), seen("Mary Jansen", "b"), *friends, *country
    )
    assert frozenset({"Jansen@a"}) in clusters(seen("Jansen", "a"), seen("Anna Jansen", "a"), seen("Anna Jansen", "b"))


def test_initials_must_agree() -> None:
    friends = seen("Bert Olsen", "a"), seen("Bert Olsen", "b"), seen("Jean Dupont", "a"), seen("Jean Dupont", "b")
    assert frozenset({"A. Jansen@a", "Anna Jansen@b"}) in clusters(
        seen("A. Jansen", "a", "nl"), seen("Anna Jansen", "b", "nl"), *friends
    )
    assert frozenset({"P. Jansen@a"}) in clusters(seen("P. Jansen", "a"), seen("Anna Jansen", "b"), *friends)


def test_two_spellings_in_one_language_need_more_than_the_name() -> None:
    one, other = seen("Anna Jansen", "a", "nl", lang="nl"), seen("Anna Janssen", "b", "nl", lang="nl")
    assert len(clusters(seen("Anna Jansen", "a", lang="nl"), seen("Anna Janssen", "b", lang="nl"))) == 2
    friends = seen("Bert Olsen", "a"), seen("Bert Olsen", "b")
    assert frozenset({"Anna Jansen@a", "Anna Janssen@b"}) not in clusters(one, other)
    assert frozenset({"Anna Jansen@a", "Anna Janssen@b"}) in clusters(one, other, *friends)


def test_what_links_two_is_said() -> None:
    found = list(resolve([seen("Georgi Tchavdarov", "a"), seen("Георги Чавдаров", "b", lang="bg")]))
    assert [entity.reason for entity in found] == [
        "Georgi and Георги are two spellings; Tchavdarov and Чавдаров are near (0.99)"
    ]
    assert 0.5 <= found[0].confidence <= 1


def test_general_bodies_of_two_countries_and_of_none_stay_apart() -> None:
    bodies = [
        seen("Belgian Senate", "a", "be", "body"),
        seen("belgiska senaten", "b", "be", "body", "sv"),
        seen("Senate", "c", "kz", "body"),
        seen("Senate", "d", None, "body"),
        seen("Senate", "e", None, "body"),
    ]
    assert len(clusters(*bodies)) == 4


def test_a_council_of_two_countries_is_one_in_all_languages() -> None:
    one = seen("Samarbejdsrådet EU-Armenien", "a", None, "body", "da")
    other = seen("Conseil de coopération UE-Arménie", "b", None, "body", "fr")
    third = seen("Samenwerkingsraad EU-Georgië", "c", None, "body", "nl")
    assert len(clusters(one, other, third)) == 2


def test_a_body_is_one_in_every_language_that_the_lexicon_knows() -> None:
    assert len(clusters(seen("OSCE", "a", kind="body"), seen("OVSE", "b", kind="body", lang="nl"))) == 1


def test_an_acronym_that_one_paper_defines_is_the_body_in_another_of_the_same_file() -> None:
    body = replace(seen("Forum of Steppe Cities", "a", kind="body"), names=("FSC", "Forum of Steppe Cities"))
    alone = seen("FSC", "b", kind="body")
    country = [replace(seen("Mongolia", p, "mn", "place"), identifiers=(("gazetteer", "mn"),)) for p in "ab"]
    assert frozenset({"Forum of Steppe Cities@a", "FSC@b"}) in clusters(body, alone, *country)
    assert frozenset({"FSC@b"}) in clusters(body, alone)


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


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from("abcd")), unique=True), st.data())
def test_a_judgement_always_wins(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    appearances = [seen(name, paper) for name, paper in pairs]
    if len(appearances) < 2:
        return
    chosen = st.lists(st.sampled_from(appearances), min_size=2, max_size=2, unique=True)
    decided: list[tuple[str, Appearance, Appearance]] = []
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = data.draw(chosen)
        decided.append((data.draw(st.sampled_from(["same", "different"])), one, other))
    found = resolve(appearances, [judged(verdict, one, other) for verdict, one, other in decided])
    home = {appearance: entity.id for entity in found for appearance in entity.appearances}
    verdict, one, other = decided[-1]  # the last word; earlier ones may contradict it
    assert (home[one.id] == home[other.id]) == (verdict == "same")
    assert sorted(home) == sorted(appearance.id for appearance in appearances)


@given(
    st.lists(
        st.tuples(st.sampled_from(["Zoé Lévi", "Łukasz Šimić", "Jänis Ozols"]), st.sampled_from("abc")), unique=True
    )
)
def test_case_and_accents_do_not_matter(pairs: list[tuple[str, str]]) -> None:
    plain = str.maketrans("éŠšćä", "eSsca")

    def made(change: Callable[[str], str]) -> set[frozenset[tuple[int, str]]]:
        appearances = [replace(seen(n, p), name=change(n), names=(change(n),)) for n, p in pairs]
        number = {appearance.id: index for index, appearance in enumerate(appearances)}
        return {frozenset((number[i], "") for i in entity.appearances) for entity in resolve(appearances)}

    assert made(str) == made(str.upper) == made(lambda name: name.translate(plain))
