"""What one sentence tells of encounters: the encounters told, and who it adds to one told before."""

from collections.abc import Iterator
from dataclasses import replace

from greffier.extract.meetings.clause import clause_of
from greffier.extract.meetings.nouns import by_noun
from greffier.extract.meetings.parties import persons
from greffier.extract.meetings.telling import Place, Told, joining
from greffier.extract.meetings.verbs import by_verb, split, told_apart

LOOSE = frozenset({"self", "with", "both"})  # verbs that mostly tell no encounter


def tell(at: Place) -> Iterator[Told]:
    """Yield what the sentence tells, verbs before nouns; a question tells nothing."""
    if at.sentence.of(at.scene.text).rstrip().endswith("?") and not at.title:
        return
    triggers = [t for t in at.words.triggers if at.sentence.start <= t.start and t.end <= at.sentence.end]
    told: list[Told] = []
    subject: str | None = None
    for trigger in triggers:
        if trigger.verb:
            rivals = [t for t in triggers if t is not trigger and not t.weak and t.takes not in LOOSE]
            earlier = max((t.trigger.end for t in told), default=0)
            for one in by_verb(at, trigger, rivals, subject, earlier):
                told.append(one)
                subject = subject or (one.persons[0] if one.persons else None)
    nouns = [t for t in triggers if not t.verb]
    for noun in nouns:
        taken = {p for v in told if v.trigger.verb for p in v.persons}
        rivals = [t for t in nouns if t is not noun and not t.weak] + [v.trigger for v in told if v.trigger.verb]
        found = by_noun(at, noun, rivals, taken)
        if found is None:
            continue
        host = next((v for v in told if v.trigger.verb and absorbs(v, found)), None)
        if host is None:
            told += _apart(at, found)
        else:
            told[told.index(host)] = replace(
                host,
                mode=found.mode or host.mode,
                date=host.date or found.date,
                ordinal=host.ordinal or found.ordinal,
                persons=(*host.persons, *(p for p in found.persons if p not in host.persons and found.joins)),
            )
    if not told and at.words.has(at.sentence, "present", "speech"):
        there = persons(at.scene, at.words, at.sentence)
        if there:
            told.append(joining(at, there))
    during = any(t.definite and t.family == "visit" for t in nouns)
    for index, one in enumerate(told):
        within = during or (one.date is None and any(t.trigger.family == "visit" and not t.joins for t in told[:index]))
        yield replace(one, during=within and one.trigger.family != "visit")


def _apart(at: Place, found: Told) -> Iterator[Told]:
    """Several encounters told by one plural noun: "meetings with the Speaker A and the Minister B"."""
    if found.joins or not found.trigger.many or len(found.persons) < 2:
        yield found
        return
    clause = clause_of(at.scene, at.words, at.sentence, found.trigger)
    met = tuple(p for p in persons(at.scene, at.words, clause.right) if p.who in found.persons)
    groups = split(at, clause, met)
    if groups:
        yield from told_apart(at, found, groups)
    else:
        yield found


def absorbs(verb: Told, noun: Told) -> bool:
    """Whether `noun` is but another word for what `verb` tells: "met at a courtesy call"."""
    if noun.trigger.family != verb.trigger.family and not (noun.joins and noun.trigger.family == "encounter"):
        return noun.trigger.family in ("signing", "conference") and verb.trigger.value == "signing"
    if noun.date and verb.date and noun.date != verb.date:
        return False
    return noun.joins or set(noun.persons) <= set(verb.persons) or not noun.persons
