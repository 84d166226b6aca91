"""The encounters that a noun tells.

A noun ("visit", "18th meeting") needs enough beside it: who, when, where, the how-manyth. "The meeting" alone means
one told before and adds the people of its sentence to it; "mutual visits" tell nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from greffier.extract.meetings.clause import Clause, clause_of
from greffier.extract.meetings.parties import Party, persons, places, unnamed
from greffier.extract.meetings.sessions import ordinal_of
from greffier.extract.meetings.telling import NEAR, Place, Told, quoted, telling
from greffier.extract.meetings.triggers import Trigger
from greffier.model.span import Span

ENOUGH = 3  # points that make a noun an encounter
OPENING = 30  # code points from the beginning of a sentence: "At the meeting in X, Y said"


def by_noun(at: Place, trigger: Trigger, rivals: Sequence[Trigger], taken: set[str]) -> Told | None:
    """What a noun tells: an encounter, people added to an earlier one, or nothing. `taken` are a verb's people."""
    clause = clause_of(at.scene, at.words, at.sentence, trigger)
    linked = tuple(p for p in _linked(at, trigger, clause) if p.governed or not trigger.definite or p.who not in taken)
    owner = _owner(at, trigger, clause)
    acting, held = _acting(at, trigger, clause), _subject_acts(at, trigger, clause)
    opening = trigger.start - at.sentence.start <= OPENING
    left, right = _around(at, trigger, clause, taken)
    left, right = _apart(at, trigger, left, right)
    who = [*owner, *(p.who for p in linked)]
    if held:
        who += [p.who for p in left]
    if opening:
        who += [p.who for p in right]
    who = list(dict.fromkeys([*who, *(p.who for p in _attending(at, trigger))]))
    ordinal = ordinal_of(at.scene, at.sentence, trigger) if trigger.family != "visit" else None  # "her first visit"
    told = telling(at, trigger, clause, rivals, tuple(who))
    if _in_name(at, trigger) and not ordinal and not (told.date and acting):
        return None
    after = Span(trigger.end, min(at.sentence.end, trigger.end + NEAR))
    reasons = [
        (2, "its ordinal", ordinal is not None),
        (2, "who meets", bool(linked or owner)),
        (2, "who holds it", held and bool(left) and not (linked or owner or trigger.definite or trigger.weak)),
        (1, "several people", len(who) > 1),
        (1, "whose visit", trigger.family == "visit" and bool(linked)),
        (1, "a date", told.date is not None),
        (1, "a body", told.body is not None),
        (1, "a place", bool(places(at.scene, clause.right))),
        (1, "people not named", unnamed(at.scene, at.words, after)),
        (1, "it is to come", told.status != "held"),
        (1, "someone holds it", acting),
        (1, "what was held or is planned has a day", (acting or told.status != "held") and told.date is not None),
        (2, "a name of its own", trigger.proper),
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
    own = bool(
        linked
        or ordinal
        or told.date
        or trigger.proper
        or (owner and trigger.family == "visit")
        or _possessor(at, trigger)
    )
    own = own or bool(told.body and not trigger.definite)
    if ordinal and trigger.family == "session" and not (told.date or told.body or acting or told.status != "held"):
        return None  # a period, or a label on a page
    attended = at.words.has(at.sentence, "present")
    if points >= ENOUGH and (own or not (trigger.definite or attended)):
        return told
    if trigger.definite and not trigger.many:
        return replace(told, joins=True)
    if attended:
        return replace(told, persons=tuple(dict.fromkeys([*who, *(p.who for p in (*left, *right))])), joins=True)
    return None


def _acting(at: Place, trigger: Trigger, clause: Clause) -> bool:
    """Whether somebody holds, attends or takes part in it: by a verb before the noun in its clause, or soon after."""
    before = Span(max(clause.left.start, trigger.start - 2 * NEAR), trigger.start)
    after = Span(trigger.end, min(at.sentence.end, max(trigger.end + NEAR, clause.right.end)))
    return at.words.has(before, "light", "present") or at.words.has(after, "light", "present")


def _subject_acts(at: Place, trigger: Trigger, clause: Clause) -> bool:
    """Whether the persons before the noun hold or attend it: the verb stands between, or last in the clause."""
    last = at.scene.lexicon.text("occasions", "verb_last")
    if last == "yes" or (last == "bracket" and at.words.has(Span(trigger.end, trigger.end + OPENING), "light")):
        return at.words.has(Span(trigger.end, at.sentence.end), "light", "present")
    return at.words.has(Span(max(clause.left.start, trigger.start - 2 * NEAR), trigger.start), "light", "present")


def _around(
    at: Place, trigger: Trigger, clause: Clause, taken: set[str]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The persons before and behind the noun; behind "the meeting", none that a verb of the sentence has taken."""
    sides = []
    for span in (clause.left, clause.right):
        found = persons(at.scene, at.words, span)
        sides.append(tuple(p for p in found if not p.governed and not (trigger.definite and p.who in taken)))
    return sides[0], sides[1]


def _apart(
    at: Place, trigger: Trigger, left: tuple[Party, ...], right: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The persons around, less those of another noun between: "talks with A and a dinner with B"."""
    others = [t for t in at.words.triggers if not (t.verb or t is trigger) and t.family == trigger.family]

    def anothers(party: Party) -> bool:
        between = (t for t in others if t.end <= party.start and (t.end <= trigger.start or trigger.end <= t.start))
        return any(at.words.has(Span(t.end, party.start), "with") for t in between)

    before = tuple(p for p in left if not anothers(p))
    return before, tuple(p for p in right if not anothers(p))


def _in_name(at: Place, trigger: Trigger) -> bool:
    """Whether the noun is but a word of a body's name: "the General Assembly"."""
    return any(n.kind == "body" and n.start <= trigger.start and trigger.end <= n.end for n in at.scene.names)


def _attending(at: Place, trigger: Trigger) -> tuple[Party, ...]:
    """Those whom a relative clause behind the noun puts there: "a lunch at which A and B were present"."""
    marks = at.words.within(Span(trigger.end, min(at.sentence.end, trigger.end + NEAR)), "present")
    if not marks or any(trigger.end <= t.start < marks[0].start for t in at.words.triggers):
        return ()
    return persons(at.scene, at.words, Span(trigger.end, at.sentence.end))


def _linked(at: Place, trigger: Trigger, clause: Clause) -> tuple[Party, ...]:
    """The persons that the noun's own complement names: "with A", "between A and B", "of A", or A at once."""
    found: list[Party] = []
    end = trigger.end
    others = [t.start for t in at.words.triggers if t.start >= trigger.end and (t.verb or not t.many)]
    floor = min(others, default=clause.right.end)
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


def _owner(at: Place, trigger: Trigger, clause: Clause) -> tuple[str, ...]:
    """Whose visit it is: the name right before the noun, the author ("my"), or the clause's subject ("her")."""
    possessor = _possessor(at, trigger)
    if possessor:
        return (possessor,)
    near = Span(max(at.sentence.start, trigger.start - NEAR), trigger.start)
    if at.author and at.words.has(near, "mine") and not quoted(at.scene, trigger.start):
        return (at.author,)
    if trigger.definite and at.words.has(near, "whose"):
        subject = [p.who for p in persons(at.scene, at.words, clause.left) if not p.governed]
        return tuple(subject[-1:])
    if trigger.family == "visit" and clause.before.end - clause.before.start > 3 and not at.scene.meant(clause.left):
        earlier = at.scene.meant(clause.before, "person")  # "X, who was there on a visit"
        if (
            earlier
            and at.words.has(clause.left, "light")
            and len(at.scene.text[earlier[-1].end : clause.left.start]) < 12
        ):
            return (earlier[-1].appearance,)
    return ()


def _possessor(at: Place, trigger: Trigger) -> str | None:
    """The person whose name stands right before the noun, in the form of an owner."""
    suffix = at.scene.lexicon.text("occasions", "possessive")
    before = at.scene.meant(Span(at.sentence.start, trigger.start), "person") if suffix else ()
    if not before:
        return None
    gap = at.scene.text[before[-1].end : trigger.start]
    written = at.scene.text[before[-1].start : before[-1].end] + gap.split(" ")[0]
    close = len(gap) <= OPENING and len(gap.split()) <= 4 and not any(char in ",.;:()" for char in gap)
    return before[-1].appearance if close and possessive(suffix).search(written) else None


@cache
def possessive(suffix: str) -> re.Pattern[str]:
    """The compiled ending of a language's owners."""
    return re.compile(suffix)
