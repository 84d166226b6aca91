"""When and where an encounter took place, whether it did, how, and on what."""

import re
from collections.abc import Sequence

from greffier.extract.chunks import Date
from greffier.extract.meetings.clause import Clause
from greffier.extract.meetings.parties import places
from greffier.extract.meetings.triggers import Trigger, Words
from greffier.extract.reading import Scene
from greffier.model.span import Span

MONTH = re.compile(r"(\d{4})-(\d\d)")
YEAR = 25  # a bare year further away belongs to something else
FAR = 220  # code points between an encounter and its date, clause borders counted as 60 more
BORDER = 60
BEHIND = 15  # a date follows its encounter more often than it precedes it
COMMA = 15
TOPIC = 90  # code points of a topic at most


def date_of(
    scene: Scene,
    words: Words,
    sentence: Span,
    trigger: Trigger,
    rivals: Sequence[Trigger],
    within: Span | None = None,
) -> Date | None:
    """The date nearest to `trigger` in `sentence` that no rival is nearer to; any in its clause `within` is near."""
    best: tuple[int, Date] | None = None
    for date in scene.dates:
        if not (sentence.start <= date.start and date.end <= sentence.end) or _dates_paper(scene, date):
            continue
        if _dates_report(scene, sentence, trigger, date):
            continue
        mine = _distance(scene, words, trigger, date)
        if "-" not in date.edtf and mine > YEAR:
            continue
        if within is not None and within.start <= date.start and date.end <= within.end:
            mine = min(mine, FAR)
        if mine > FAR or any(_distance(scene, words, rival, date) < mine for rival in rivals):
            continue
        if best is None or (mine, date.start) < (best[0], best[1].start):
            best = (mine, date)
    return best[1] if best else None


def _dates_paper(scene: Scene, date: Date) -> bool:
    """Whether `date` stands in the name of an instrument, or right behind it."""
    return any(n.kind == "instrument" and n.start <= date.start <= n.end + 5 for n in scene.names)


def _dates_report(scene: Scene, sentence: Span, trigger: Trigger, date: Date) -> bool:
    """Whether `date` stands in a last clause that tells who reported it: "…, as the ministry said on Friday"."""
    comma = scene.text.rfind(",", sentence.start, date.start)
    if comma < 0 or trigger.end > comma:
        return False
    clause = Span(comma, scene.text.find(",", date.end, sentence.end) % (sentence.end + 1))
    if clause.end != sentence.end:
        return False
    found = scene.lexicon.patterns("speech").find(clause.of(scene.text), clause.of(scene.lower))
    return any(hit.pattern.value == "say" for hit in found)


def _distance(scene: Scene, words: Words, trigger: Trigger, date: Date) -> int:
    between = (
        Span(trigger.end, date.start)
        if date.start >= trigger.end
        else Span(min(date.end, trigger.start), trigger.start)
    )
    far = between.end - between.start + BORDER * len(words.within(between, "limit", "topic"))
    commas = scene.text.count(", ", between.start, between.end)
    if date.end <= trigger.start:
        far += BEHIND
        relative = words.within(Span(max(0, date.start - 100), date.start), "limit")
        if commas and relative and not words.within(between, "limit"):
            far += 2 * BORDER  # "where I had been in May, I met": the date of another clause
    return far + COMMA * commas


def place_of(scene: Scene, clause: Clause, sentence: Span) -> str | None:
    """The place named nearest behind the encounter in its clause, else before it."""
    right = places(
        scene, Span(clause.right.start, sentence.end if clause.right.end <= clause.right.start else clause.right.end)
    )
    if right:
        return right[0].appearance
    left = places(scene, clause.left)
    return left[-1].appearance if left else None


def status_of(
    words: Words, clause: Clause, sentence: Span, trigger: Trigger, date: str | None, today: str | None
) -> str:
    """`held`, `planned`, `proposed` or `cancelled`, by the words of the clause and by its date against the paper's."""
    near = Span(max(clause.left.start, trigger.start - 90), min(sentence.end, max(clause.right.end, trigger.end + 90)))
    if words.has(near, "cancelled"):
        return "cancelled"
    reach = Span(clause.left.start, min(clause.right.end, trigger.end + 90))
    past = bool(date and today and _after(today, date))
    if words.has(reach, "proposed") and not past:
        return "proposed"
    if date and today and _after(date, today):
        return "planned"
    if not past and (words.has(reach, "planned") or _covers(words, trigger, "planned")):
        return "planned"
    return "held"


def _covers(words: Words, trigger: Trigger, value: str) -> bool:
    return any(h.pattern.value == value and h.start < trigger.end and trigger.start < h.end for h in words.occasions)


def _after(later: str, earlier: str) -> bool:
    """Whether EDTF `later` begins after `earlier` ends, as far as both say."""
    first, last = later.split("/")[0].rstrip("~?%"), earlier.split("/")[-1].rstrip("~?%")
    if not first[:4].isdigit() or not last[:4].isdigit():
        return False
    size = min(len(first), len(last))
    return first[:size] > last[:size]


def near_by(date: str | None, today: str | None) -> bool:
    """Whether EDTF `date` is open, or in the month of `today`, the one before or the one after.

    >>> near_by("2031-04-30", "2031-05-20"), near_by("2030-11", "2031-05-20"), near_by(None, "2031-05-20")
    (True, False, True)
    """
    if not date or not today or not MONTH.match(date) or not MONTH.match(today):
        return True
    (year, month), (this_year, this_month) = MONTH.findall(date)[0], MONTH.findall(today)[0]
    return abs(int(year) * 12 + int(month) - int(this_year) * 12 - int(this_month)) <= 1


def mode_of(words: Words, sentence: Span, trigger: Trigger) -> str | None:
    """`remote` where the words of the sentence say so, else what the trigger itself says."""
    if trigger.mode == "remote" or words.has(sentence, "remote"):
        return "remote"
    return trigger.mode


def topics_of(scene: Scene, words: Words, sentence: Span, trigger: Trigger) -> tuple[str, ...]:
    """What they met about, as written, short: the words behind the first topic word after the encounter."""
    for hit in words.within(Span(trigger.end, sentence.end), "topic"):
        ends = [h.start for h in words.within(Span(hit.end, sentence.end), "limit")]
        ends += [d.start for d in scene.dates if hit.end < d.start < sentence.end]
        text = scene.text[hit.end : min([sentence.end, *ends])]
        text = re.split(r"[;:.()\n]|,\s(?=\w+\s(?:\w+\s)?\w+ed\b)", text)[0].strip(" ,")
        if len(text) > TOPIC:
            text = text[:TOPIC].rsplit(" ", 1)[0].rstrip(" ,")
        if len(text) > 3:
            return (" ".join(text.split()),)
    return ()
