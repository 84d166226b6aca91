"""What a person decided: append-only, undone by another judgement, replayed over whatever the machine reads.

A judgement names appearances and entries by content, not by the number of a row, so it holds after re-reading; one
whose subjects are gone is listed as orphaned.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdict`: `same`, `different`, `confirm`, `reject`, `correct`, `undo`.

    `subjects` are the ids of the appearances or entries judged (for `undo`: of the judgement undone); `value` is the
    JSON of a correction; `at` an ISO 8601 time in UTC.
    """

    id: str
    verdict: str
    subjects: tuple[str, ...]
    who: str
    at: str
    why: str = ""
    value: str = ""
