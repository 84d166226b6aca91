"""The encounters that a verb tells.

"Met with", "received", "visited" count where the verb has the people it needs beside it: somebody on its one side and
somebody on its other, by name or by office. An infinitive counts only where it is planned or proposed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.extract.chunks import Referent
from greffier.extract.meetings.circumstances import date_of, near_by
from greffier.extract.meetings.clause import Clause, clause_of
from greffier.extract.meetings.parties import Party, bodies, own_titles, persons, places
from greffier.extract.meetings.sessions import ordinal_of
from greffier.extract.meetings.telling import NEAR, Place, Told, anyone, quoted, telling
from greffier.extract.meetings.triggers import Trigger
from greffier.model.span import Span

MANY = 6  # words between a verb of receiving and the people received


def by_verb(
    at: Place, trigger: Trigger, rivals: Sequence[Trigger], subject: str | None, earlier: int = 0
) -> Iterator[Told]:
    """The encounters that a verb tells: one, or one for each of a list of people met."""
    clause = clause_of(at.scene, at.words, at.sentence, trigger)
    if _denied(at, trigger):
        return
    left = tuple(p for p in persons(at.scene, at.words, clause.left) if not p.governed or trigger.passive)
    right = tuple(p for p in persons(at.scene, at.words, clause.right) if not p.governed or trigger.passive)
    if trigger.open:
        left = _invited(at, clause, left)
    if right and isinstance(right[0].chunk, Referent) and right[0].start - trigger.end <= 3:
        left, right = right[:1], right[1:]  # "and yesterday met she him"
    elif earlier > clause.left.start and subject:
        left = () if right else tuple(p for p in left if p.start >= earlier)
    shared = None if left else _shared(at, clause, subject)
    if _turned(at, trigger, clause, left, right, shared):
        left, right = right[:1], right[1:]
    if not _fits(at, trigger, clause, left, right, shared):
        return
    if trigger.takes in ("both", "with"):
        right = tuple(p for p in right if _with(at, p, trigger))
    who = [shared] if shared else []
    who += [p.who for p in (*left, *right) if p.who not in who]
    base = telling(at, trigger, clause, rivals, tuple(who))
    near = Span(clause.right.start, min(clause.right.end, clause.right.start + NEAR))
    base = replace(base, company=not right and at.words.has(near, "company", "delegation"))
    if trigger.open and base.status == "held":
        return
    groups = split(at, clause, right) if trigger.takes in ("party", "person", "with") and len(left) < 2 else ()
    if not groups:
        yield base
    yield from told_apart(at, base, groups)


def told_apart(at: Place, base: Told, groups: Sequence[Party]) -> Iterator[Told]:
    """One encounter for each of `groups`, on the day that stands right before them, if one does."""
    others = {party.who for party in groups}
    reached = groups[0].start if groups else 0
    for party in groups:
        mine = tuple(p for p in base.persons if p == party.who or p not in others)
        own = [d for d in at.scene.dates if reached <= d.start and d.end <= party.start]
        date = own[-1].edtf if own else base.date
        yield replace(base, persons=mine, date=date, recent=near_by(date, at.today))
        reached = party.chunk.end


def _invited(at: Place, clause: Clause, left: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those before the verb less the one who invites them: "A invited B to visit X"."""
    marks = at.words.within(clause.left, "proposed")
    guests = tuple(p for p in left if marks and p.start >= marks[-1].end)
    return guests or left


def _turned(
    at: Place, trigger: Trigger, clause: Clause, left: tuple[Party, ...], right: tuple[Party, ...], shared: str | None
) -> bool:
    """Whether the subject stands right behind its verb: "yesterday met A the B" in Dutch, German, Danish, Swedish."""
    least = 1 if trigger.takes == "place" else 2  # "in May visited A Oslo"
    if left or shared or len(right) < least or right[0].start - trigger.end > 3 or at.words.has(clause.left, "self"):
        return False
    return not anyone(at, clause.left)


def _shared(at: Place, clause: Clause, subject: str | None) -> str | None:
    """Who does what the verb tells, where its own clause names nobody: the author, or the clause before's subject."""
    if at.words.has(clause.left, "self"):
        return at.author if not quoted(at.scene, clause.left.end) else None
    if anyone(at, clause.left) and not subject:
        return None
    before = [p for p in persons(at.scene, at.words, clause.before) if not p.governed]
    return subject or (before[-1].who if before else None)


def _fits(
    at: Place, trigger: Trigger, clause: Clause, left: tuple[Party, ...], right: tuple[Party, ...], shared: str | None
) -> bool:
    """Whether the verb has the people it needs."""
    here = bool(shared or left) or anyone(at, clause.left) or at.words.has(clause.left, "self")
    near = Span(clause.right.start, min(clause.right.end, clause.right.start + NEAR))
    there = bool(right and right[0].start - trigger.end <= NEAR) or anyone(at, near)
    named = bool(left or right or shared or bodies(at.scene, clause.whole))
    named = named or (anyone(at, clause.whole) and _own_date(at, trigger) is not None)
    several = len({p.who for p in (*left, *right)} | ({shared} if shared else set())) >= 2
    if trigger.passive:
        return (
            named
            and here
            and (
                several
                or there
                or clause.right.end - clause.right.start > 2
                or at.words.has(clause.left, "company", "delegation")
            )
        )
    if trigger.value == "reception" and not _hosts(at, trigger, clause, right):
        return False
    if trigger.takes in ("party", "person"):
        if trigger.takes == "person" or trigger.value == "reception":
            return named and (several or (there and (here or bool(right))))
        return named and (
            (here and there) or several or bool(right and there) or len(_counted(at, clause.left, left)) >= 2
        )
    if trigger.takes == "with":
        withs = at.words.within(Span(trigger.end, clause.right.end), "with")
        there = bool(withs) and (
            any(p.start >= withs[0].start for p in right) or anyone(at, Span(withs[0].start, clause.right.end))
        )
        return named and there and (here or bool(right))
    if trigger.takes == "both":
        if trigger.value != "signing" and len(bodies(at.scene, clause.left)) >= 2 and _own_date(at, trigger):
            return True
        return (
            several if trigger.value == "signing" else several or (bool(left) and at.words.has(clause.left, "company"))
        )
    if trigger.takes == "place":
        target = bool(places(at.scene, near)) or there
        return bool(left or shared or bodies(at.scene, clause.left) or anyone(at, clause.left)) and target and named
    body = bool(bodies(at.scene, clause.left)) or at.words.has(clause.left, "company", "delegation")
    return body and bool(_own_date(at, trigger) or ordinal_of(at.scene, at.sentence, trigger))


def _hosts(at: Place, trigger: Trigger, clause: Clause, right: tuple[Party, ...]) -> bool:
    """Whether a verb of receiving takes people: near behind it, none between ("a letter from X"), or all before it."""
    near = Span(trigger.end, min(clause.right.end, trigger.end + NEAR))
    people = [p.start for p in right if p.start <= near.end]
    people += [r.start for r in at.scene.roles if near.start <= r.start and r.end <= clause.right.end]
    people += [h.start for h in at.words.within(near, "company", "delegation")]
    if not people:
        return len(clause.right.of(at.scene.text).split()) <= 4 or bool(at.words.within(near, "with"))
    between = Span(trigger.end, max(trigger.end, min(people)))
    parts = between.of(at.scene.text).split(",")
    if len(f"{parts[0]} {parts[-1] if len(parts) > 2 else ' '.join(parts[1:])}".split()) > MANY:  # no insertion counts
        return False  # "welcomes the measures taken under the new law against X"
    return not at.words.has(between, "of") and not any(
        n.start >= between.start and n.end <= between.end for n in at.scene.numbers
    )


def _counted(at: Place, span: Span, named: tuple[Party, ...]) -> list[str]:
    return [p.who for p in named] + [b.appearance for b in bodies(at.scene, span)]


def _own_date(at: Place, trigger: Trigger) -> str | None:
    found = date_of(at.scene, at.words, at.sentence, trigger, ())
    return found.edtf if found else None


def _with(at: Place, party: Party, trigger: Trigger) -> bool:
    between = at.words.within(Span(trigger.end, max(trigger.end, party.start)), "with")
    return bool(between) and party.start - between[0].end <= NEAR * 2


def _denied(at: Place, trigger: Trigger) -> bool:
    close = Span(max(at.sentence.start, trigger.start - 15), min(at.sentence.end, trigger.end + 8))
    return at.words.has(close, "denied")


def split(at: Place, clause: Clause, right: tuple[Party, ...]) -> tuple[Party, ...]:
    """The people met one by one: each brings an office of their own, or a place of their own."""
    if len(right) < 2 or at.words.has(
        Span(clause.right.start, max(clause.right.start, right[0].start)), "company", "delegation", "present", "led"
    ):
        return ()
    if at.words.has(Span(right[0].chunk.end, right[-1].chunk.start), "present", "led"):
        return ()
    there = places(at.scene, Span(clause.right.start, right[0].chunk.start))
    if own_titles(at.scene, at.words, right) or len(there) == len(right):
        return right
    return ()
