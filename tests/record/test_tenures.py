"""Tenures: terms as the papers witness them; a predecessor is not a successor."""

from hypothesis import given
from hypothesis import strategies as st

from greffier.record.tenures import Sight, holders, terms


def sight(person: str, as_of: str | None = None, role: str = "foreign_minister", **more: str) -> Sight:
    return Sight(person, role, more.pop("country", "ge"), None, as_of, **more)


def told(*seen: Sight) -> list[tuple[str, str | None, str | None]]:
    return [(term.person, term.first, term.last) for term in terms(seen)]


def test_sights_of_one_holder_are_one_term() -> None:
    assert told(sight("a", "2019-03"), sight("a", "2021-05-02"), sight("a", None)) == [("a", "2019-03", "2021-05-02")]


def test_who_comes_back_has_two_terms_where_one_at_a_time_holds_the_office() -> None:
    back = sight("a", "2010"), sight("b", "2015"), sight("a", "2019")
    assert told(*back) == [("a", "2010", "2010"), ("b", "2015", "2015"), ("a", "2019", "2019")]
    members = [sight(one.person, one.as_of, "member_of_parliament") for one in back]
    assert told(*members) == [("a", "2010", "2019"), ("b", "2015", "2015")]


def test_a_beginning_and_an_end_that_papers_tell_are_kept_as_such() -> None:
    seen = [sight("a", "2019-03", since="2018-01-15"), sight("a", until="../2020-05")]
    (term,) = terms(seen)
    assert (term.first, term.last, term.begun, term.ended) == ("2018-01-15", "2020-05", True, True)


def test_the_successor_is_meant_after_the_predecessor() -> None:
    known = terms([sight("a", "2010-01-05"), sight("b", "2015-06"), sight("c", "2012", country="am")])
    assert [term.person for term in holders(known, "foreign_minister", "ge", "2012")] == ["a"]
    assert [term.person for term in holders(known, "foreign_minister", "ge", "2015-07-01")] == ["b"]
    assert holders(known, "foreign_minister", "ge", "2009") == ()
    over = terms([sight("a", until="../2014")])
    assert holders(over, "foreign_minister", "ge", "2016") == ()


def test_an_office_without_a_country_is_that_of_the_same_person() -> None:
    seen = [sight("a", "2019"), Sight("a", "foreign_minister", None, None, "2021")]
    assert told(*seen) == [("a", "2019", "2021")]


DATES = st.sampled_from(["2010", "2012-05", "2012-05-03", "2019", None])
SIGHTS = st.builds(
    Sight,
    st.sampled_from("abc"),
    st.sampled_from(["speaker", "judge"]),
    st.sampled_from(["ge", "am", None]),
    st.none(),
    DATES,
    entry=st.uuids().map(str),
)


@given(st.lists(SIGHTS, max_size=8))
def test_the_order_of_the_papers_does_not_matter_and_no_sight_is_lost(seen: list[Sight]) -> None:
    shuffled = sorted(seen, key=lambda one: one.entry[::-1])
    found = terms(seen)
    assert set(terms(shuffled)) == set(found)
    assert sorted(entry for term in found for entry in term.entries) == sorted(one.entry for one in seen)
