"""One thing said in two language versions of a paper, told once."""

from collections.abc import Iterable

from greffier.record.views import Told


def together(entries: Iterable[Told]) -> tuple[tuple[Told, ...], ...]:
    """The entries, each with its equals in the paper's other languages, at the place of the first of them.

    Provisions stand in the order of the paper; an entry whose equal is not among `entries` stands alone.
    """
    listed = list(entries)
    by_id = {told.entry.id: told for told in listed}
    seen: set[str] = set()
    found: list[tuple[Told, ...]] = []
    for told in listed:
        if told.entry.id in seen:
            continue
        others = [by_id[one] for one in told.entry.parallel if one in by_id and one not in seen]
        group = (told, *(other for other in others if other.entry.id != told.entry.id))
        seen.update(one.entry.id for one in group)
        found.append(group)
    return tuple(found)
