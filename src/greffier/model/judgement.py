"""What a person decided: append-only, undone by another judgement, replayed over whatever the machine reads.

A judgement names appearances and entries by content, not by the number of a row, so it holds after re-reading; one
whose subjects are gone is listed as orphaned.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdict`: `same`, `different`, `identify`, `refuse`, `confirm`, `reject`, `correct`, `undo`.

    `subjects` are the ids of the appearances or entries judged (for `undo`: of the judgement undone); `at` an ISO 8601
    time in UTC. `value` says the rest: for `correct` the JSON of the new fields; for `same` and `different` how many
    of the subjects are on the first side, one if it is empty; for `identify` (who this is) and `refuse` (who it is
    not) the JSON of a reference: `list`, `id`, `name`, `identifiers`.
    """

    id: str
    verdict: str
    subjects: tuple[str, ...]
    who: str
    at: str
    why: str = ""
    value: str = ""
