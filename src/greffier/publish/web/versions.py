"""A paper in two languages as rows: what says the same stands side by side, what stands alone has its row alone."""

from dataclasses import dataclass

from greffier.model.outline import Outline, Passage


@dataclass(frozen=True, slots=True)
class Row:
    """The passages of one place in the first and in the second version."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    label: str | None = None


def is_bilingual(outline: Outline) -> bool:
    """Whether the paper holds one text in two languages."""
    return {0, 1} <= {passage.version for passage in outline.passages}


def rows(outline: Outline) -> tuple[Row, ...]:
    """Every passage of the two versions, once, in the order of the first version.

    Passages told to be parallel meet in a row; what stands between two such pairs shares one row.
    """
    both = [p for p in outline.passages if p.kind != "boilerplate"]
    left, right = ([p for p in both if p.version == number] for number in (0, 1))
    at = {passage.index: place for place, passage in enumerate(right)}
    found: list[Row] = []
    waiting: list[Passage] = []
    done = 0
    for passage in left:
        place = at.get(passage.parallel) if passage.parallel is not None else None
        if place is None or place < done:
            waiting.append(passage)
            continue
        found.extend(_between(waiting, right[done:place]))
        found.append(Row((passage,), (right[place],), passage.label))
        waiting, done = [], place + 1
    found.extend(_between(waiting, right[done:]))
    return tuple(found)


def _between(left: list[Passage], right: list[Passage]) -> list[Row]:
    """Rows for what no alignment ties: one to one where kinds agree, else all together."""
    if [passage.kind for passage in left] == [passage.kind for passage in right]:
        return [Row((one,), (other,)) for one, other in zip(left, right, strict=True)]
    return [Row(tuple(left), tuple(right))] if left or right else []
