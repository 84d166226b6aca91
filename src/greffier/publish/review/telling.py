"""A decision in a sentence, with the names that stood in the papers when it was made."""

import json

from greffier.model.errors import NotFound
from greffier.model.judgement import Judgement
from greffier.publish.counting import counted
from greffier.publish.wording import line, shortened
from greffier.record.linked import reference_of, sides
from greffier.record.record import Record

GONE = "somebody no longer read"
LONGEST = 160


class Teller:
    """Tells decisions of one record, keeping what many of them share."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names: dict[str, str] | None = None

    def told(self, judgement: Judgement) -> str:
        """What was decided, in a sentence without its who and when."""
        verdict = judgement.verdict
        if verdict in ("same", "different"):
            one, other = (self._called(side) for side in sides(judgement))
            return f"{one} and {other} are {'the same' if verdict == 'same' else 'different'}"
        if verdict in ("identify", "refuse"):
            place, name, identifiers = reference_of(judgement)
            numbers = ", ".join(f"{scheme} {number}" for scheme, number in identifiers) or place[0]
            return f"{self._called(judgement.subjects)} is{'' if verdict == 'identify' else ' not'} {name} ({numbers})"
        if verdict == "undo":
            undone = next((one for one in self._record.judgements() if one.id in judgement.subjects), None)
            return f"undone: {self.told(undone)}" if undone and undone.id != judgement.id else "undone"
        return self._entry(judgement)

    def done(self, id_: str) -> tuple[Judgement, str] | None:
        """The decision of an id and its sentence, for the page that follows it; None where there is none."""
        made = next((one for one in self._record.judgements() if id_ and one.id == id_), None)
        return (made, self.told(made).removeprefix("undone: ")) if made else None

    def _called(self, appearances: tuple[str, ...]) -> str:
        if self._names is None:
            self._names = {one.id: one.name for one in self._record.appearances()}
        names = list(dict.fromkeys(self._names[one] for one in appearances if one in self._names))
        if not names:
            return GONE
        best = max(names, key=lambda name: (min(len(name.split()), 2), len(name)))
        papers = f" (in {counted(len(appearances), 'paper')})" if len(appearances) > 1 else ""
        return f"{best}{papers}"

    def _entry(self, judgement: Judgement) -> str:
        verb = {"confirm": "right", "reject": "wrong", "correct": "corrected"}.get(judgement.verdict, judgement.verdict)
        try:
            said = shortened(" ".join(line(self._record.entry(judgement.subjects[0])).split()), LONGEST)
        except (NotFound, IndexError):
            said = "an entry no longer read"
        return f"{verb}: {said}{_changes(judgement)}"


def _changes(judgement: Judgement) -> str:
    if judgement.verdict != "correct":
        return ""
    try:
        made = json.loads(judgement.value)
        return f" – {', '.join(made)} changed"
    except (ValueError, TypeError):
        return ""
