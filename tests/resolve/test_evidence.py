"""What speaks beside the name: how common it is, the office and its date, the country's own spelling, the company."""

from dataclasses import replace

from tests.resolve.test_entities import clusters, seen

from greffier.model.findings import Appearance
from greffier.resolve.entities import resolve


def holding(appearance: Appearance, *roles: str) -> Appearance:
    return replace(appearance, roles=roles)


def crowd(given: str, surname: str) -> list[Appearance]:
    """Forty people of one given name and forty of one surname, each in a paper of its own."""
    syllables = ["ba", "do", "ki", "lu", "me", "ra"]
    others = [(one + other + "n").capitalize() for one in syllables for other in syllables]
    return [seen(f"{given} {other}", f"g{other}", "no") for other in others] + [
        seen(f"{other} {surname}", f"s{other}", "no") for other in others
    ]


def together(one: Appearance, other: Appearance, *rest: Appearance) -> bool:
    return any({one.id, other.id} <= set(entity.appearances) for entity in resolve((one, other, *rest)))


def test_a_name_that_many_could_bear_does_not_tell_who_is_meant() -> None:
    one, other = seen("Arne Andersen", "a", "no"), seen("Arne Andersen", "b", "no")
    assert together(one, other)
    assert not together(one, other, *crowd("Arne", "Andersen"))
    assert together(one, other, *crowd("Arne", "Andersen"), seen("Olga Brodin", "a"), seen("Olga Brodin", "b"))


def test_the_office_tells_who_of_a_common_name_is_meant() -> None:
    one, other = seen("Arne Andersen", "a", "no"), seen("Arne Andersen", "b", "no")
    many = crowd("Arne", "Andersen")
    minister = holding(one, "foreign_minister/no/2019-05"), holding(other, "foreign_minister/no/2020")
    assert together(*minister, *many)
    assert not together(holding(one, "foreign_minister/no/1999"), holding(other, "foreign_minister/no/2020"), *many)


def test_another_spelling_is_another_name_where_latin_letters_are_the_own_ones() -> None:
    assert len(clusters(seen("Kare Jacobsen", "a", "no", lang="en"), seen("Kåre Jakobsen", "b", "no", lang="fr"))) == 2
    assert len(clusters(seen("Askar Sadykov", "a", "kg", lang="en"), seen("Askar Sadikow", "b", "kg", lang="de"))) == 1


def test_forms_of_one_given_name_are_two_people_of_one_country() -> None:
    assert len(clusters(seen("Jens Pedersen", "a", "dk", lang="da"), seen("John Pedersen", "b", "dk", lang="en"))) == 2


def test_a_predecessor_is_not_meant_by_the_office_and_surname_of_the_successor() -> None:
    before = holding(seen("Temur Alani", "a", "ge"), "foreign_minister/ge/2010-01")
    after = holding(seen("Levan Alani", "b", "ge"), "foreign_minister/ge/2020-01")
    mention = holding(seen("Alani", "c", "ge"), "foreign_minister/ge/2020-01")
    assert together(after, mention, before)
    assert not together(before, mention, after)


def test_two_holders_of_one_office_at_one_date_are_two() -> None:
    one = holding(seen("Jasen Bobev", "a", "bg", lang="de"), "head_of_state/bg/2020-01-03")
    other = holding(seen("Jasena Bobeva", "b", "bg", lang="fr"), "head_of_state/bg/2020-01-03")
    assert not together(one, other)


def test_a_surname_that_two_people_bear_is_left_open_and_every_join_has_its_reason() -> None:
    friend = [seen("Bert Olsen", paper) for paper in "abc"]
    found = list(resolve([seen("Alani", "a"), seen("Temur Alani", "b"), seen("Levan Alani", "c"), *friend]))
    assert sorted(len(entity.appearances) for entity in found) == [1, 1, 1, 3]
    assert all(entity.reason for entity in found if len(entity.appearances) > 1)
