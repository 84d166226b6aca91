"""The offices of a paper: one entry for each person and role, with every place that states it.

Beside the roles in running text (`appointments`) a paper states offices by its form: a byline names a journalist, the
names under a proposal are its authors, a role set alone over a name belongs to it, and the names of a list of members
are members (`rolls`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.chunks import Role
from greffier.extract.offices.appointments import appointments
from greffier.extract.offices.held import with_held
from greffier.extract.offices.rolls import stated_by_form
from greffier.extract.reading import Appointment, Reading, Scene
from greffier.extract.roles.find import roles_of
from greffier.extract.roles.words import role_words
from greffier.lexicon.geography import find_places
from greffier.model.entry import Office
from greffier.model.ids import content_id
from greffier.model.span import Span

METHOD = "offices 1"
NEAR = 60  # code points between name and role up to which one span quotes both
PAIRED = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "minister",
        "deputy_minister",
        "speaker",
        "deputy_speaker",
        "committee_chair",
        "group_chair",
        "mayor",
        "ambassador",
        "prosecutor",
    }
)
"""Offices that two states each have one of, so that one can be another's counterpart."""
PRESIDES = frozenset(
    {"speaker", "committee_chair", "group_chair", "delegation_head", "party_leader", "director", "judge"}
)
TITLES = frozenset({"expert", "doctor"})  # by courtesy only, where the person holds another office


def all_appointments(reading: Reading) -> list[Appointment]:
    """Every appointment of the paper, those by form after those in words."""
    found = [made for scene in reading.scenes for made in appointments(scene, reading.outline.paper.text)]
    found = _portfolios(reading, _counterparts(found))
    found += stated_by_form(reading, found)
    held: dict[str, set[str]] = {}
    for made in found:
        held.setdefault(made.name.appearance, set()).add(made.code)
    return [
        made
        for made in found
        if not _courtesy(made, held[made.name.appearance]) and not _is_place(made) and not _labelled(made)
    ]


def _labelled(made: Appointment) -> bool:
    """Whether a label stands between words for many and the name: "… of defenders. Signatories: Mr Roe"."""
    between = made.scene.text[made.role.end : made.name.start]
    return made.role.plural and made.apart is None and re.search(r"\w[^,;]*\s\w+:", between) is not None


def _is_place(made: Appointment) -> bool:
    """Whether what was taken for a person's name is a town's: "the mayor of Bern", in a language without "of"."""
    name = made.scene.text[made.name.start : made.name.end]
    return any((start, end) == (0, len(name)) for start, end, _, _ in find_places(name))


def _counterparts(found: list[Appointment]) -> list[Appointment]:
    """ "Her Norwegian counterpart Roe" holds the office of the person named before in the passage."""
    made: list[Appointment] = []
    for one in found:
        if one.code != "counterpart":
            made.append(one)
            continue
        earlier = [
            other
            for other in found
            if other.scene is one.scene and other.name.start < one.role.start and other.code in PAIRED
        ]
        if earlier and one.how in ("tight", "comma"):
            made.append(
                replace(one, code=earlier[-1].code, confidence=0.75, reason="the counterpart of one in that office")
            )
    return made


def _portfolios(reading: Reading, found: list[Appointment]) -> list[Appointment]:
    """A minister whose name stands once before "(Foreign Affairs)" is a foreign minister throughout."""
    foreign: set[str] = set()
    for scene in reading.scenes:
        words = role_words(scene.lexicon)
        for name in scene.names:
            tail = scene.lower[name.end : name.end + 90]
            if (
                name.kind == "person"
                and tail.lstrip()[:1] == "("
                and words.foreign.search(tail, 0, max(tail.find(")"), 0))
            ):
                foreign.add(name.appearance)
    return [
        replace(made, code="foreign_minister") if made.code == "minister" and made.name.appearance in foreign else made
        for made in found
    ]


def find_offices(reading: Reading) -> Iterator[Office]:
    """Yield each office of the paper, in the order of first sight."""
    entries: dict[tuple[str, str, int | None], Office] = {}
    for made in reading.cast.appointments:
        key = (made.name.appearance, made.code, made.scene.passage.version)
        entry = _office(reading, made)
        same = entries.get(key)
        entries[key] = entry if same is None else _merged(same, entry)
    for (person, code, version), entry in entries.items():
        others = tuple(
            other.id
            for (who, what, which), other in entries.items()
            if (who, what) == (person, code) and which != version
        )
        yield replace(entry, parallel=others) if others and version is not None else entry


def with_offices(reading: Reading) -> Reading:
    """The reading with the roles of every scene; in its cast those of each person, in the order of first sight."""
    scenes = tuple(_with_roles(scene) for scene in reading.scenes)
    reading = replace(reading, scenes=scenes)
    made_here = tuple(all_appointments(reading))
    roles: dict[str, list[Role]] = {}
    for made in made_here:
        held = roles.setdefault(made.name.appearance, [])
        if all(role.code != made.code for role in held):
            held.append(replace(made.role, code=made.code))
    offices = {person: tuple(held) for person, held in roles.items()}
    people = with_held(reading, made_here)
    return replace(reading, cast=replace(reading.cast, appearances=people, offices=offices, appointments=made_here))


def _with_roles(scene: Scene) -> Scene:
    roles = tuple(roles_of(scene.text, scene.lexicon, scene.lower, scene.names, unsettled=True))
    coded, bare = (tuple(role for role in roles if bool(role.code) is known) for known in (True, False))
    return replace(scene, roles=coded, unsettled=bare)


def _office(reading: Reading, made: Appointment) -> Office:
    role, name, passage = made.role, made.name, made.scene.passage
    date = reading.date_at(made.scene)
    start, end = min(role.start, name.start), max(role.end, name.end)
    spans: tuple[Span, ...]
    if made.apart is not None:
        spans = (*made.apart.passage.evidence(role.start, role.end), *passage.evidence(name.start, name.end))
    elif max(role.start, name.start) - min(role.end, name.end) <= NEAR:
        spans = passage.evidence(start, end)
    else:
        spans = (*passage.evidence(role.start, role.end), *passage.evidence(name.start, name.end))
    person = reading.cast.appearances.get(name.appearance)
    return Office(
        id=content_id(reading.paper, "office", name.appearance, made.code, passage.version),
        paper=reading.paper,
        lang=passage.lang,
        evidence=spans,
        confidence=made.confidence,
        reason=made.reason,
        method=METHOD,
        person=name.appearance,
        role=made.code,
        country=role.country or (person.country if person else None),
        title=role.title,
        tenure_to=f"../{date}" if role.former and date and "X" not in date and "/" not in date else None,
        as_of=None if role.former else date,
    )


def _merged(first: Office, later: Office) -> Office:
    """One office told twice: all the evidence, the surer reading, the longer title."""
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *later.evidence))),
        confidence=max(first.confidence, later.confidence),
        title=max(first.title, later.title, key=len),
        country=first.country or later.country,
    )


def _courtesy(made: Appointment, codes: set[str]) -> bool:
    """Whether "Professor" is only a form of address, "the minister" short for "the foreign minister", "President Roe"
    for who presides over something that the paper names elsewhere."""
    if made.role.value == "president" and made.code == "head_of_state" and not made.role.country:
        bare = len(made.role.title.split()) == 1
        return bare and not PRESIDES.isdisjoint(codes)
    if made.code == "minister" and "foreign_minister" in codes and len(made.role.title.split()) <= 2:
        return True
    return made.code in TITLES and made.how == "tight" and bool(codes - TITLES)
