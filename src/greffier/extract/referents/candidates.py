"""Who may be meant: which offices a description fits, and what is known of a person's gender.

>>> fits("diplomat", "ambassador"), fits("member_of_parliament", "senator"), fits("ambassador", "diplomat")
(True, True, False)
"""

from collections.abc import Iterable, Mapping

from greffier.extract.chunks import Role
from greffier.extract.reading import Reading
from greffier.lexicon.gender import gender_of
from greffier.lexicon.patterns import PatternSet

_WIDER = {
    "diplomat": {"ambassador", "special_representative"},
    "minister": {"foreign_minister", "head_of_government"},
    "member_of_parliament": {"senator", "mep", "speaker", "deputy_speaker", "committee_chair", "group_chair"},
    "official": {"director"},
    "activist": {"human_rights_defender"},
    "journalist": {"author"},
}
"""A word for the first may mean someone who holds one of the others."""

PRESIDING = ("speaker", "committee_chair", "group_chair", "party_leader", "head_of_state", "director", "judge")
"""Whom "the chairman" or "the president" of nothing named may mean."""


def fits(code: str, held: str) -> bool:
    """Whether a word for the role `code` may mean the holder of the role `held`."""
    return code == held or held in _WIDER.get(code, ())


def fits_any(codes: Iterable[str], held: str) -> bool:
    """Whether a word for one of the roles `codes` may mean the holder of the role `held`."""
    return any(fits(code, held) for code in codes)


def suits(role: Role, held: Role, country: str | None) -> bool:
    """Whether the description `role` may mean a person who holds `held` and is of `country`."""
    other = held.country or country
    same = role.country is None or other is None or role.country == other
    return same and role.former == held.former and fits(role.code, held.code)


def genders(reading: Reading) -> Mapping[str, str]:
    """`f` or `m` of each person of whom an office, a word of courtesy or else the name says it."""
    said: dict[str, set[str]] = {}
    for person, roles in reading.cast.offices.items():
        said.setdefault(person, set()).update(role.gender for role in roles if role.gender)
    for scene in reading.scenes:
        titles: PatternSet = scene.lexicon.patterns("titles")
        found = titles.find(scene.text, scene.lower) if titles else ()
        hits = {hit.end: hit.pattern.text("gender") for hit in found}
        for name in scene.names:
            gender = next((hits[end] for end in range(name.start, name.start - 3, -1) if hits.get(end)), "")
            if name.kind == "person" and gender:
                said.setdefault(name.appearance, set()).add(gender)
    known = {person: next(iter(found)) for person, found in said.items() if len(found) == 1}
    for id_, appearance in reading.cast.appearances.items():
        gender = gender_of(appearance.name) if appearance.kind == "person" and id_ not in said else ""
        if gender:
            known[id_] = gender
    return known
