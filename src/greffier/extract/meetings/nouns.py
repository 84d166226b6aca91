"""The encounters that a noun tells.

A noun ("visit", "18th meeting") needs enough beside it: who, when, where, the how-manyth. "The meeting" alone means
one told before and adds the people of its sentence to it; "mutual visits" tell nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from greffier.extract.meetings.clause import Clause, clause_of
from greffier.extract.meetings.parties import Party, persons, places, unnamed
from greffier.extract.meetings.sessions import ordinal_of
from greffier.extract.meetings.telling import NEAR, Place, Told, telling
from greffier.extract.meetings.triggers import Trigger
from greffier.model.span import Span

ENOUGH = 3  # points that make a noun an encounter
OPENING = 30  # code points from the beginning of a sentence: "At the meeting in X, Y said"


def by_noun(at: Place, trigger: Trigger, rivals: Sequence[Trigger], taken: set[str]) -> Told | None:
    """What a noun tells: an encounter, people added to an earlier one, or nothing."""
    clause = clause_of(at.scene, at.words, at.sentence, trigger)
    linked = tuple(p for p in _linked(at, trigger, clause) if p.governed or not trigger.definite or p.who not in taken)
    owner = _owner(at, trigger)
    acting = at.words.has(Span(at.sentence.start, min(at.sentence.end, clause.right.end + 30)), "light", "present")
    opening = trigger.start - at.sentence.start <= OPENING
    right = tuple(p for p in persons(at.scene, at.words, clause.right) if not p.governed or p in linked)
    left = tuple(p for p in persons(at.scene, at.words, clause.left) if not p.governed)
    who = list(dict.fromkeys([*owner, *(p.who for p in linked)]))
    if trigger.definite:
        left, right = (tuple(p for p in side if p.who not in taken) for side in (left, right))
    if acting or opening:
        who += [p.who for p in (*left, *right) if p.who not in who]
    who += [p.who for p in _attending(at, trigger) if p.who not in who]
    ordinal = ordinal_of(at.scene, at.sentence, trigger)
    told = telling(at, trigger, clause, rivals, tuple(who))
    after = Span(trigger.end, min(at.sentence.end, trigger.end + NEAR))
    reasons = [
        (2, "its ordinal", ordinal is not None),
        (2, "who meets", bool(linked or owner)),
        (1, "several people", len(who) > 1),
        (1, "a date", told.date is not None),
        (1, "a body", told.body is not None),
        (1, "a place", bool(places(at.scene, clause.right))),
        (1, "people not named", unnamed(at.scene, at.words, after)),
        (1, "it is to come", told.status != "held"),
        (1, "someone holds it", acting),
        (1, "its day and that it was held", acting and told.date is not None),
        (1, "a name of its own", trigger.proper),
        (-1, "a word of many meanings", trigger.weak),
        (-1, "several at once", trigger.many),
    ]
    points = sum(worth for worth, _, holds in reasons if holds)
    told = replace(
        told,
        ordinal=ordinal[0] if ordinal else None,
        points=points,
        why=", ".join(reason for worth, reason, holds in reasons if holds and worth > 0),
    )
    own = linked or owner or ordinal or told.date or (told.body and not trigger.definite)
    if points >= ENOUGH and (own or not trigger.definite):
        return told
    if trigger.definite and who and not own:
        return replace(told, joins=True)
    if trigger.definite or at.words.has(at.sentence, "present"):
        there = [p.who for p in (*left, *right) if acting or opening]
        return replace(told, persons=tuple(there), joins=True) if there else replace(told, joins=True)
    return None


def _attending(at: Place, trigger: Trigger) -> tuple[Party, ...]:
    """Those whom a relative clause behind the noun puts there: "a lunch at which A and B were present"."""
    marks = at.words.within(Span(trigger.end, at.sentence.end), "present")
    if not marks or any(trigger.end <= t.start < marks[0].start for t in at.words.triggers):
        return ()
    return persons(at.scene, at.words, Span(trigger.end, at.sentence.end))


def _linked(at: Place, trigger: Trigger, clause: Clause) -> tuple[Party, ...]:
    """The persons that the noun's own complement names: "with A", "between A and B", "of A", or A at once."""
    found: list[Party] = []
    end = trigger.end
    verbs = [t.start for t in at.words.triggers if t.verb and t.start >= trigger.end]
    floor = min(verbs, default=clause.right.end)
    for party in persons(at.scene, at.words, clause.right):
        start = max(end, party.start)
        gap = at.scene.text[end:start]
        joined = at.words.has(Span(end, start), "with") or party.governed or len(gap.strip()) <= 2
        joined = joined or (not found and _at_once(at, trigger) and len(gap) <= 90 and ", " not in gap)
        role = unnamed(at.scene, at.words, Span(end, start))
        if party.chunk.start >= floor:
            break
        if not joined and not (role and len(gap) <= NEAR) and not found:
            break
        if found and len(gap) > NEAR * 2:
            break
        found.append(party)
        end = party.chunk.end
    return tuple(found)


def _at_once(at: Place, trigger: Trigger) -> bool:
    """Whether a preposition of belonging follows the noun: "the meeting of ..."."""
    return any(
        hit.start - trigger.end <= 2 for hit in at.words.within(Span(trigger.end, at.sentence.end), "of", "with")
    )


def _owner(at: Place, trigger: Trigger) -> tuple[str, ...]:
    """Whose visit it is, where the name stands right before the noun."""
    before = at.scene.meant(Span(at.sentence.start, trigger.start), "person")
    if not before:
        return ()
    gap = at.scene.text[before[-1].end : trigger.start]
    close = len(gap) <= 30 and len(gap.split()) <= 4 and not any(char in ",.;:()" for char in gap)
    verb = at.words.has(Span(before[-1].end, trigger.start), "light", "with", "present")
    return (before[-1].appearance,) if close and not verb else ()
