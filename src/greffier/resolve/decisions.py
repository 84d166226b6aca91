"""What people decided on identity, made ready to obey: who is one, who is not, the later word over the earlier.

>>> a = Judgement("1", "same", ("x", "y"), "tv", "2026-01-01T00:00:00Z")
>>> b = Judgement("2", "different", ("x", "z"), "tv", "2026-01-02T00:00:00Z")
>>> made = decide([a, b])
>>> made.part["x"] == made.part["y"], made.apart(made.part["y"], made.part["z"])
(True, True)
>>> decide([a, Judgement("3", "different", ("x", "y"), "tv", "2026-01-03T00:00:00Z")]).together
()
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from greffier.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judged appearances by id with the number of their part: those said to be one share it.

    `together` are the parts of more than one appearance; `why` says who decided so; `foes` holds the parts apart.
    """

    part: Mapping[str, int] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()
    why: Mapping[int, str] = field(default_factory=dict)
    foes: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def apart(self, one: int, other: int) -> bool:
        """Whether people said that two parts are not one."""
        return other in self.foes.get(one, ())


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """The decisions that standing `judgements`, in the order made, amount to."""
    leader: dict[str, str] = {}
    foes: dict[str, set[str]] = defaultdict(set)
    said: dict[str, str] = {}

    def find(one: str) -> str:
        leader.setdefault(one, one)
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for judgement in reversed(list(judgements)):
        if judgement.verdict == "different":
            for one, other in combinations(map(find, judgement.subjects), 2):
                if one != other:
                    foes[one].add(other)
                    foes[other].add(one)
        elif judgement.verdict == "same":
            why = f": {judgement.why}" if judgement.why else ""
            for one, other in combinations(judgement.subjects, 2):
                kept, gone = sorted((find(one), find(other)))
                if kept == gone or gone in foes[kept]:
                    continue
                leader[gone] = kept
                said[kept] = said.get(kept) or said.get(gone) or f"one by the word of {judgement.who}{why}"
                for foe in foes.pop(gone, set()):
                    foes[foe] = foes[foe] - {gone} | {kept}
                    foes[kept].add(foe)
    return _numbered({one: find(one) for one in leader}, foes, said)


def _numbered(leader: Mapping[str, str], foes: Mapping[str, set[str]], said: Mapping[str, str]) -> Decisions:
    number = {lead: at for at, lead in enumerate(sorted(set(leader.values())))}
    members: dict[str, list[str]] = defaultdict(list)
    for one in sorted(leader):
        members[leader[one]].append(one)
    return Decisions(
        {one: number[lead] for one, lead in leader.items()},
        tuple(tuple(found) for found in members.values() if len(found) > 1),
        {number[lead]: why for lead, why in said.items() if lead in number},
        {number[lead]: frozenset(number[foe] for foe in found) for lead, found in foes.items() if lead in number},
    )
