"""Join roles to the persons beside them, passage by passage.

Each role looks right ("President Roe", "the Speaker, Jane Roe") and left ("Roe, the Speaker", "Roe was elected
Speaker"). A tight link wins; between two commas the side that reads as one row counts; roles joined by "and" share
their holder; a role in the plural is everybody's in the list beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.extract.chunks import Name, Role
from greffier.extract.offices.gaps import between_names, between_roles, courteous, from_name, to_name
from greffier.extract.reading import Appointment, Scene
from greffier.extract.roles.codes import settled
from greffier.extract.roles.words import RoleWords, role_words
from greffier.model.span import Span

SURE = {
    "tight": 0.95,
    "comma": 0.88,
    "is": 0.85,
    "space": 0.85,
    "namely": 0.8,
    "row": 0.8,
    "leads": 0.75,
    "led": 0.8,
    "apposed": 0.7,
}
REASON = {
    "tight": "the office stands before the name",
    "comma": "the office stands in apposition to the name",
    "is": "the paper says that the person is or was it",
    "space": "the office stands after the name",
    "namely": "the name is in the list of those who hold the office",
    "row": "the office is joined to another of the same person",
    "leads": "the paper says that the person leads it",
    "led": "the paper says by whom it is led",
    "apposed": "the office stands in a later apposition to the name",
}
BARE = 12  # code points of a role that says no more than "president"
REACH = 160  # code points between a role and its holder


def appointments(scene: Scene, source: str) -> Iterator[Appointment]:
    """Yield who holds which role in one scene of a paper with the text `source`, in reading order of the roles."""
    persons = scene.named(_whole(scene), "person")
    if not persons or not scene.roles:
        return
    words = role_words(scene.lexicon)
    yield from _inside_names(scene, persons, words)
    roles = tuple(sorted((*scene.roles, *scene.unsettled), key=lambda role: role.start))
    for role, holders, how in _joined(replace(scene, roles=roles), source, persons, words):
        for name in holders:
            for code in (_code(scene, role, name, words, how), role.also):
                if code:
                    yield Appointment(scene, name, role, code, how, SURE[how], REASON[how])


def _inside_names(scene: Scene, persons: Sequence[Name], words: RoleWords) -> Iterator[Appointment]:
    """A name found with its title in it, as "King Olaf"."""
    for name in persons:
        for hit in words.heads.find(scene.text[name.start : name.end]):
            if hit.start == 0 and hit.end < name.end - name.start:
                code = settled(hit.pattern.value, None)
                if code:
                    title = scene.text[name.start : name.start + hit.end]
                    role = Role(name.start, name.start + hit.end, code, title, gender=hit.pattern.text("gender"))
                    yield Appointment(scene, name, role, code, "tight", SURE["tight"], REASON["tight"])
            break


def _joined(
    scene: Scene, source: str, persons: Sequence[Name], words: RoleWords
) -> Iterator[tuple[Role, Sequence[Name], str]]:
    roles = scene.roles
    held: dict[int, tuple[Sequence[Name], str, bool]] = {}
    for index in range(len(roles)):
        found = _holders(scene, source, persons, words, index, held)
        if found:
            held[index] = found
    for index in range(len(roles) - 2, -1, -1):  # roles before the one that has the name beside it
        after = held.get(index + 1)
        if index not in held and after and after[2] and after[1] != "led":
            gap = scene.text[roles[index].end : roles[index + 1].start]
            bound = words.suffix.search(roles[index].title.split()[0])  # "talmannen och direktör Roe" are two
            if (
                not bound
                and between_roles(gap, words) == "and"
                and not (_determined(gap, words) and not roles[index].plural)
            ):
                held[index] = after[0], "row", True
    for index in range(len(roles) - 1):  # "led by the chair of the committee, Jane Roe"
        beside = scene.text[roles[index].end : roles[index + 1].start].lower().split()
        bare = roles[index].value == "led" and all(word in words.articles for word in beside)
        if bare and index + 1 in held and held[index + 1][2]:
            held[index] = held[index + 1][0], "led", True
    _dealt(scene, persons, words, held)
    _respectively(scene, persons, words, held)
    for index, role in enumerate(roles):
        if index in held:
            yield role, held[index][0], held[index][1]


def _holders(
    scene: Scene,
    source: str,
    persons: Sequence[Name],
    words: RoleWords,
    index: int,
    held: dict[int, tuple[Sequence[Name], str, bool]],
) -> tuple[Sequence[Name], str, bool] | None:
    """The holders of role `index`, the link, and whether they stand after it."""
    text, roles = scene.text, scene.roles
    role = roles[index]
    after = next((at for at, name in enumerate(persons) if name.start >= role.end), None)
    following = (other.start for other in roles[index + 1 :] if not _address(other, words))
    until = next(following, len(text))
    right = left = None
    if after is not None and persons[after].start - role.end <= REACH and persons[after].start <= until:
        right = to_name(text[role.end : persons[after].start], words)
    if role.value == "led":
        return (
            (_row(text, persons, after, words, role.plural), "led", True)
            if right == "tight" and after is not None
            else None
        )
    before = next((at for at in range(len(persons) - 1, -1, -1) if persons[at].end <= role.start), None)
    since = roles[index - 1].end if index else 0
    if before is not None and persons[before].end >= since and role.start - persons[before].end <= REACH:
        left = from_name(text[persons[before].end : role.start], words)
    if role.tight and right not in ("tight", "namely"):
        return None
    if role.value == "leads":
        if left is None and before is not None and _who(text[persons[before].end : role.start], scene):
            left = "comma"
        ok = left in ("space", "comma") and before is not None
        return ([persons[before]], "leads", False) if ok and before is not None else None
    if (left in ("space", "apposed") and role.plural) or (left == "space" and right == "is"):
        left = None
    if right == "tight" and left == "comma" and before is not None and after is not None:
        lines = [_line_begins(scene, source, name) for name in (persons[before], persons[after])]
        right = None if all(lines) else right  # "Name, role" line by line
    if right in ("tight", "namely") and after is not None:
        return _row(text, persons, after, words, role.plural), right, True
    row = held.get(index - 1)
    listed = right == "comma" and ";" in text[since : role.start]  # "Roe, minister; the clerk, Doe"
    if row and not row[2] and before is not None and not listed and between_roles(text[since : role.start], words):
        return row[0], "row", False
    if left and before is not None:
        taken = any(persons[before] in names and later for names, _, later in held.values())
        if right == "comma" and left == "comma" and after is not None:
            taken = taken or (
                courteous(text[role.end : persons[after].start], words)
                and not courteous(text[max(0, persons[before].start - 12) : persons[before].start], words)
            )
        if not (left == "comma" and taken and (right == "comma" or _leads_on(scene, persons, words, index))):
            return _row_back(text, persons, before, words, role.plural), left, False
    if right and after is not None and (right != "is" or left is None):
        return _row(text, persons, after, words, role.plural), right, True
    return None


def _who(gap: str, scene: Scene) -> bool:
    """Whether `gap` is ", who"."""
    return gap.strip(" ,").lower() in scene.lexicon.words("roles", "who")


def _address(role: Role, words: RoleWords) -> bool:
    """Whether the role's words may be no more than a form of address ("Professor")."""
    match = words.courtesy.match(role.title.lower())
    return match is not None and match.end() == len(role.title)


def _leads_on(scene: Scene, persons: Sequence[Name], words: RoleWords, index: int) -> bool:
    """Whether the role after role `index` is joined to it and has its name right behind it."""
    if index + 1 >= len(scene.roles):
        return False
    role, following = scene.roles[index : index + 2]
    after = next((name for name in persons if name.start >= following.end), None)
    return (
        after is not None
        and between_roles(scene.text[role.end : following.start], words) == "and"
        and to_name(scene.text[following.end : after.start], words) == "tight"
    )


def _row(text: str, persons: Sequence[Name], first: int | None, words: RoleWords, plural: bool) -> list[Name]:
    """The names of the list that begins with `first`; only that one where the role is not plural."""
    if first is None:
        return []
    row = [persons[first]]
    if plural:
        for name in persons[first + 1 :]:
            if not between_names(text[row[-1].end : name.start], words):
                break
            row.append(name)
    return row


def _row_back(text: str, persons: Sequence[Name], last: int, words: RoleWords, plural: bool) -> list[Name]:
    row = [persons[last]]
    if plural:
        for name in reversed(persons[:last]):
            if not between_names(text[name.end : row[0].start], words):
                break
            row.insert(0, name)
    return row


def _dealt(
    scene: Scene,
    persons: Sequence[Name],
    words: RoleWords,
    held: dict[int, tuple[Sequence[Name], str, bool]],
) -> None:
    """Two roles before two names are one each: "the chair and the vice-chair, Jane Roe and John Doe"."""
    for index in [at for at, found in held.items() if found[1] == "row" and found[2]]:
        last = held.get(index + 1)
        if last is None or len(last[0]) != 1 or held.get(index - 1, ((), "", False))[1] == "row":
            continue
        first = last[0][0]
        following = persons[persons.index(first) + 1 :]
        gap = scene.text[first.end : following[0].start] if following else ""
        conjoined = any(part in words.conjunctions for part in gap.lower().split()) and between_names(gap, words)
        parted = any(first.end <= role.start < following[0].start for role in scene.roles) if following else True
        if conjoined and not parted and not scene.roles[index].plural:
            held[index] = [first], "tight", True
            held[index + 1] = [following[0]], "tight", True


def _line_begins(scene: Scene, source: str, name: Name) -> bool:
    """Whether a line of the paper begins with `name`."""
    spans = scene.passage.evidence(name.start, name.end)
    return bool(spans) and not source[: spans[0].start].rpartition("\n")[2].strip(" -*•\t")


def _respectively(
    scene: Scene,
    persons: Sequence[Name],
    words: RoleWords,
    held: dict[int, tuple[Sequence[Name], str, bool]],
) -> None:
    """ "Jane Roe and John Doe, chair and vice-chair respectively": one each, in order."""
    text, roles = scene.text, scene.roles
    for index in range(len(roles) - 1):
        first, second = roles[index : index + 2]
        before = [at for at, name in enumerate(persons) if name.end <= first.start]
        if not before or between_roles(text[first.end : second.start], words) != "and":
            continue
        near = (text[persons[before[-1]].end : first.start] + " " + text[second.end : second.end + 20]).lower()
        row = _row_back(text, persons, before[-1], words, True)
        if len(row) == 2 and not words.respectively.isdisjoint(part.strip(",.") for part in near.split()):
            held[index], held[index + 1] = ([row[0]], "comma", False), ([row[1]], "comma", False)


def _determined(gap: str, words: RoleWords) -> bool:
    return any(part in words.definite for part in gap.lower().split())


def _code(scene: Scene, role: Role, name: Name, words: RoleWords, how: str) -> str:
    """The role's code; "Minister Roe (Foreign Affairs)" is a foreign minister."""
    bare = role.value == "president" and role.code == "head_of_state" and not role.country
    if (
        bare
        and how in ("comma", "row", "apposed", "space")
        and name.end <= role.start
        and role.end - role.start <= BARE
    ):
        return ""  # "Roe, member and president, …": of what, the paper says elsewhere
    if role.code != "minister":
        return role.code
    tail = scene.lower[name.end : name.end + 80]
    bracket = tail.lstrip()[:1] == "("
    end = tail.find(")") if bracket else 45
    found = words.foreign.search(tail, 0, max(end, 0))
    if found and (bracket or all(word in words.links for word in tail[: found.start()].split())):
        return "foreign_minister"
    return role.code


def _whole(scene: Scene) -> Span:
    return Span(0, len(scene.text))
