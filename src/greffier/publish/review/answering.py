"""An answer to a question, put into the log, and said in a sentence."""

from greffier.model.judgement import Judgement
from greffier.publish.review.doubts import Doubt
from greffier.record import deciding
from greffier.record.deciding import By
from greffier.record.record import Record


def answer(record: Record, doubt: Doubt, same: bool, by: By) -> tuple[Judgement, str]:
    """Decide that the two sides of a question are the same, or different."""
    left, right, reference = doubt.left, doubt.right, doubt.reference
    if reference is not None:
        judge = deciding.identify if same else deciding.refuse
        said = "is" if same else "is not"
        return judge(record, left.entity, reference, by), f"{left.name} {said} {named(doubt)}"
    assert right is not None
    judge_two = deciding.same if same else deciding.different
    said = f"{left.name} and {right.name} are {'the same' if same else 'different'}"
    return judge_two(record, left.appearances, right.appearances, by), said


def named(doubt: Doubt) -> str:
    """The other side of a question in a few words."""
    if doubt.reference is None:
        return doubt.right.name if doubt.right else ""
    numbers = ", ".join(f"{scheme} {value}" for scheme, value in doubt.reference.identifiers)
    return f"{doubt.reference.name} ({numbers or doubt.reference.list})"
