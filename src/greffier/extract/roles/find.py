"""The words for offices in a passage, with their description, country and marks.

A role found is a head of the lexicon (`data/<lang>/roles.toml`) with the description that belongs to it; the code of a
head such as "chairman" is settled by the body in its description. What stands inside another role's description
("adviser to the President") is no role of its own.

>>> from greffier.lexicon.load import load_lexicon
>>> english = load_lexicon("en")
>>> [(role.code, role.title, role.country) for role in roles_of("the former Dutch Minister of Finance", english)]
[('minister', 'former Dutch Minister of Finance', 'nl')]
>>> [role.code for role in roles_of("Chair of the Committee on Defence; chair of the meeting", english)]
['committee_chair']
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from greffier.extract.chunks import Name, Role
from greffier.extract.roles.codes import settled
from greffier.extract.roles.extent import extent
from greffier.extract.roles.words import RoleWords, role_words
from greffier.lexicon.geography import find_countries
from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import Hit, lowered
from greffier.model.outline import Passage

BEFORE = re.compile(r"([^\W_][\w'.-]*)([\s-]+)$")
OF_PERSONS = frozenset(
    {"official", "spokesperson", "special_representative", "lawyer", "doctor", "other", "director", "head"}
)
"""Offices that may be described by the person served: "adviser to the President"."""
ACRONYM = re.compile(r"(?:^|\s)[«“\"]?[A-ZА-ЯЁ]{2,6}[»”\"]?$")
Country = tuple[int, int, str, str]
WIDE = 70  # code points before a head in which a body ("the Senate's Speaker") or a country is looked for


def find_roles(
    passage: Passage, lexicon: Lexicon, lower: str | None = None, names: Sequence[Name] | None = None
) -> Iterator[Role]:
    """Yield each role of `passage`, in reading order; with `names` known, descriptions reach up to persons."""
    yield from roles_of(passage.text, lexicon, lower, names)


def roles_of(
    text: str,
    lexicon: Lexicon,
    lower: str | None = None,
    names: Sequence[Name] | None = None,
    *,
    unsettled: bool = False,
) -> Iterator[Role]:
    """As `find_roles`, of a text; with `unsettled` also the heads of no known code, as "member of the committee"."""
    lower = lowered(text) if lower is None else lower
    words = role_words(lexicon)
    known = [name for name in names or () if name.kind == "person"]
    inside = [name for name in names or () if name.kind in ("person", "place")]
    hits = [hit for hit in words.heads.find(text, lower) if not any(_within(hit, name) for name in inside)]
    hits = [hit for hit in hits if not _owns(lower, words, hit)]
    if not hits:
        return
    stops = sorted({name.start for name in known})
    named = list(find_countries(text, words.lang))
    masked = _masked(lower, named)
    countries = {name.start: name.end for name in names or () if name.kind in ("body", "place")}
    countries |= {start: end for start, end, _, _ in named}
    reached = 0
    found: list[tuple[Hit, int, str | None]] = []
    for index, hit in enumerate(hits):
        if hit.start < reached:
            continue
        end = _end(text, lower, words, hits, index, stops, countries, names is not None)
        found.append((hit, end, _class(masked, words, hit, end)))
        reached = max(end, hit.end)
    for index, (hit, end, body) in enumerate(found):
        if body is None and index + 1 < len(found) and _joined(lower, words, end, found[index + 1][0].start):
            body = found[index + 1][2]  # "chair and vice-chair of the committee"
        role = _role(text, lower, words, hit, end, body, found[index - 1][1] if index else 0, named)
        if role is not None and (role.code or unsettled):
            yield role


def _within(hit: Hit, name: Name) -> bool:
    """Whether the words of `hit` are of a person's name, or begin within a place's ("President | of the Republic")."""
    first = hit.start if name.kind == "place" else hit.end - 1
    return name.start <= first and hit.start < name.end


def _end(
    text: str,
    lower: str,
    words: RoleWords,
    hits: Sequence[Hit],
    index: int,
    stops: Sequence[int],
    countries: Mapping[int, int],
    capitals: bool,
) -> int:
    """Where the description of hit `index` ends: before the next role, unless that one belongs to it."""
    hit = hits[index]
    if hit.pattern.value in ("none", "led", "leads") or hit.pattern.flag("tight"):
        return hit.end
    start = hit.end
    for following in hits[index + 1 :]:
        if following.start < start:
            continue
        bounds = sorted({*stops, following.start})
        end = extent(text, lower, start, words, bounds, countries, capitals) if words.after else start
        between = lower[end : following.start].split()
        if following.pattern.value == "none" and all(word in words.links for word in between):
            start = following.end  # "Secretary of the Prime Minister's Office"
            continue
        if following.start - end > 30 or not _inside(text, lower, words, between, following, stops, hit.pattern.value):
            return end
        if len(between) > 3 or following.pattern.value in ("led", "leads"):
            return end
        start = following.end
    return extent(text, lower, start, words, stops, countries, capitals) if words.after else start


def _inside(
    text: str,
    lower: str,
    words: RoleWords,
    between: Sequence[str],
    following: Hit,
    stops: Sequence[int],
    holder: str,
) -> bool:
    """Whether the role `following` belongs to the description before it; `between` are the words that part them."""
    named = next((stop for stop in stops if stop >= following.end), None)
    beside = named is not None and not text[following.end : named].strip(" .*_")
    if words.suffix.search(lower, following.start, following.end):
        beside = False  # a name never follows the article's suffix
    if between and holder not in OF_PERSONS:
        return False
    if between:
        links = all(word in words.links or word in words.articles for word in between)
        return links and not any(word in words.conjunctions for word in between) and not beside
    if not words.oblique.search(lower, following.start, following.end):
        return False
    if beside and named is not None:
        surname = re.match(r"[\w-]+(?:\s+[A-ZЁА-Я][\w-]+)*", text[named:])
        return surname is not None and not words.oblique.search(surname.group())
    return True


def _owns(lower: str, words: RoleWords, hit: Hit) -> bool:
    """Whether the hit is only the owner of what follows: "the Speaker's secretary"."""
    head = lower[hit.start : hit.end]
    if words.possessive and lower.startswith(words.possessive, hit.end):
        return True
    if not words.genitive or not head.endswith(words.genitive):
        return False
    owner = head.removesuffix(words.genitive)
    bare = next(words.heads.find(owner), None)
    return bare is not None and bare.start == 0 and bare.end == len(owner)


def _masked(lower: str, named: Sequence[Country]) -> str:
    """The text with the countries blanked, for the Federation in a country's name is no federation."""
    for start, end, _, kind in named:
        if kind == "name":
            lower = lower[:start] + " " * (end - start) + lower[end:]
    return lower


def _joined(lower: str, words: RoleWords, end: int, start: int) -> bool:
    between = lower[end:start].split()
    return 0 < len(between) <= 2 and between[0] in words.conjunctions


def _class(lower: str, words: RoleWords, hit: Hit, end: int) -> str | None:
    """The class of the body that the role of `hit` is an office of."""
    body = words.body_class(lower, hit.end, end) if end > hit.end else None
    if body is None and hit.pattern.value in ("led", "leads"):
        sentence = max(lower.rfind(mark, 0, hit.start) for mark in (". ", "; ", "! ", "? "))
        if hit.pattern.value == "leads":
            body = _led_body(lower, words, hit.end)
        else:
            classes = words.body_classes(lower, max(sentence, hit.start - 2 * WIDE, 0), hit.start)
            body = "delegation" if "delegation" in classes else classes[-1] if classes else None
    elif body is None and words.before:
        body = words.body_class_before(lower, max(0, hit.start - WIDE), hit.start)
    return body.rstrip("_") if body else None


def _led_body(lower: str, words: RoleWords, start: int) -> str | None:
    """The class of the body that someone leads: "led a small delegation", not "led a meeting of the group"."""
    found = words.bodies.search(lower, start, start + 40)
    between = lower[start : found.start()].split() if found else []
    bare = [word for word in between if word not in words.articles]
    return found.lastgroup if found and len(bare) <= 2 and not any(word in words.links for word in bare) else None


def _role(
    text: str,
    lower: str,
    words: RoleWords,
    hit: Hit,
    end: int,
    body: str | None,
    reached: int,
    named: Sequence[Country],
) -> Role | None:
    start, marks = _start(text, lower, words, hit.start, reached, {finish: begin for begin, finish, _, _ in named})
    value = hit.pattern.value
    party = hit.start >= 2 and text[hit.start - 1] in "-–" and text[hit.start - 2].isupper()
    code = settled(value, body)
    if value == "president" and body is None and _described(lower, words, named, hit.end, end):
        code = None  # of something unknown: no head of state
    if code is None and party and value in ("chair", "head"):
        code = "party_leader"  # "SPD-Vorsitzende", "D66-leider"
    country = _country(text, lower, words, named, (start, hit.start, hit.end, end))
    if code is None and value == "head" and country and body is None:
        code = "head_of_state"  # "the Norwegian leader"
    if code is None and value == "head" and ACRONYM.search(text[hit.end : end]):
        code = "party_leader"  # "leader of the ABC"
    if value == "none":
        return None
    if code == "minister" and end > hit.end and words.foreign.search(lower, hit.end, end):
        code = "foreign_minister"
    return Role(
        start,
        end,
        code or "",
        text[start:end].strip(),
        country=country,
        gender=hit.pattern.text("gender"),
        former=bool(marks & words.former) or _prefixed(lower, hit, words),
        acting=bool(marks & words.acting),
        plural=hit.pattern.flag("plural") or _many(lower, words, hit),
        also=hit.pattern.text("also"),
        value=value,
        tight=hit.pattern.flag("tight"),
    )


def _start(
    text: str, lower: str, words: RoleWords, start: int, reached: int, countries: Mapping[int, int]
) -> tuple[int, set[str]]:
    """Where the role's own words begin, with its marks (former, acting); countries before the head count in."""
    marks: set[str] = set()
    begin = start
    for _ in range(5):
        match = BEFORE.search(lower, max(reached, begin - 40), begin)
        if match is None:
            break
        word, at = match[1], match.start(1)
        finish = match.end(1) - (2 if word.endswith("'s") else 0)
        if word in words.former or word in words.acting or word.rstrip("-") in words.former:
            marks.add(word)
        elif finish in countries and countries[finish] >= reached:
            at = countries[finish]
        elif not (match[2].startswith("-") and text[at].isupper()):
            break
        begin = at
    return begin, marks


def _many(lower: str, words: RoleWords, hit: Hit) -> bool:
    """German "die Präsidenten": a man's office behind the article of the plural."""
    if not words.plural or hit.pattern.text("gender") == "f":
        return False
    return lower.endswith(words.plural, 0, hit.start) and bool(words.many.search(lower, hit.start, hit.end))


def _described(lower: str, words: RoleWords, named: Sequence[Country], start: int, end: int) -> bool:
    """Whether the description from `start` to `end` says more than a country."""
    rest = lower[start:end]
    for begin, finish, _, _ in named:
        if start <= begin and finish <= end:
            rest = rest.replace(lower[begin:finish], " ", 1)
    parts = [part for part in re.findall(r"\w+'?", rest) if part not in words.links and part != "s"]
    return bool(parts)


def _prefixed(lower: str, hit: Hit, words: RoleWords) -> bool:
    """Whether the head is a mark joined to a head: expresidente, Altkanzler; not Executive Secretary."""
    head = lower[hit.start : hit.end]
    rests = [head[len(mark) :].lstrip("-") for mark in words.former if head.startswith(mark)]
    return any(found.start == 0 for rest in rests for found in words.heads.find(rest, rest))


def _country(
    text: str, lower: str, words: RoleWords, named: Sequence[Country], places: tuple[int, int, int, int]
) -> str | None:
    """The country before the head ("the Dutch minister"), else the first one of the description that sends."""
    start, head, head_end, end = places
    for _, finish, code, _ in reversed(named):
        if finish <= head and (finish > start or (words.before and not text[finish:start].strip(" '’s"))):
            if words.resident.fullmatch(lower, max(start, lower.rfind(" ", 0, finish) + 1), finish):
                continue
            return code
    for begin, finish, code, _ in named:
        if head_end <= begin and finish <= end:
            before = lower[head_end:begin].split()
            if not before or before[-1] not in words.residence:
                return code
    return None
