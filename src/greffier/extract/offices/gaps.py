"""What stands between a role and a name, read as the link between the two.

A link is `tight` ("President Roe"), `comma` ("Roe, president of …", also dashes, brackets, colons), `is` ("Roe was
elected president"), `namely` ("the activists, among them Roe") or none. Between the names of a list stand commas,
"and", a party in brackets.

>>> from greffier.lexicon.load import load_lexicon
>>> words = role_words(load_lexicon("en"))
>>> [to_name(gap, words) for gap in (" H.E. ", ", Ms ", " is ", ", in particular ", " met ")]
['tight', 'comma', 'is', 'namely', None]
>>> [from_name(gap, words) for gap in (" (ABC), the ", " was elected ", " and the ")]
['comma', 'is', None]
>>> between_names(" (ABC) and Mr ", words), between_names(" met ", words)
(True, False)
"""

import re

from greffier.extract.roles.words import RoleWords, role_words
from greffier.lexicon.patterns import lowered

BRACKET = re.compile(r"\s*\((?![^()]*\d{4}\))[^()]{1,60}\)")
SEPARATOR = re.compile(r"\s*(?:[,:–—(|]|-(?=\s))\s*")
ORNAMENT = re.compile(r"[\s*_>#«“\"„»”]+")
WORD = re.compile(r"[\w.'-]+\s*")
LETTERS = re.compile(r"^\s+(?:[A-Z]\.?){2,5}(?!\w)")  # "MP", "KC" behind a name
COMMA_OR_DASH = re.compile(r"\s*[,;/–—|]\s*|\s+-\s+")
APPOSED = 4  # words of another apposition between a name and its role
PREMODIFIERS = 4  # words such as "current", "long-serving" that may stand between an article and a role

__all__ = ["between_names", "between_roles", "courteous", "from_name", "role_words", "to_name"]


def to_name(gap: str, words: RoleWords) -> str | None:
    """The link from a role to the name after `gap`."""
    rest = ORNAMENT.sub(" ", lowered(gap))
    link = "tight"
    if bracket := BRACKET.match(rest):
        rest = rest[bracket.end() :]
    if separator := SEPARATOR.match(rest):
        link, rest = "comma", rest[separator.end() :]
    rest = rest.strip()
    if not rest:
        return link
    if namely := words.namely.match(rest):
        rest = rest[namely.end() :].lstrip(" :,")
        return "namely" if not _after_courtesies(rest, words) else None
    if copula := words.is_words.match(rest):
        after = _after_courtesies(rest[copula.end() :], words)
        return "is" if not after and link == "tight" else None
    return link if not _after_courtesies(rest, words) else None


def from_name(gap: str, words: RoleWords) -> str | None:
    """The link from a name to the role after `gap`."""
    rest = ORNAMENT.sub(" ", lowered(gap))
    if bracket := BRACKET.match(rest):
        rest = rest[bracket.end() :]
    separator = SEPARATOR.match(rest)
    rest = rest[separator.end() :] if separator else rest.lstrip()
    linked = False
    while (copula := words.is_words.match(rest)) and copula.end():
        linked, rest = True, rest[copula.end() :]
    if linked:
        return "is" if _only_premodifiers(rest, words) else None
    if separator is None:
        return "space" if not rest else "apposed" if _of_party(rest, words) else None
    if _only_premodifiers(rest, words):
        return "comma"
    return "apposed" if _apposed(rest, words) else None


def between_names(gap: str, words: RoleWords) -> bool:
    """Whether the names on both sides of `gap` stand in one list."""
    letters = LETTERS.match(gap)
    behind = letters.end() if letters and letters.group().strip().lower() not in words.conjunctions else 0
    rest = ORNAMENT.sub(" ", lowered(gap[behind:]))
    if bracket := BRACKET.match(rest):
        rest = rest[bracket.end() :]
    comma = COMMA_OR_DASH.match(rest)
    rest = (rest[comma.end() :] if comma else rest).strip()
    parts = rest.split()
    joined = comma is not None
    while parts and parts[0] in words.conjunctions:
        joined, parts = True, parts[1:]
    return joined and not _after_courtesies(" ".join(parts), words)


def between_roles(gap: str, words: RoleWords) -> str | None:
    """How two roles of one holder are joined: `comma`, `and`, or None where they are not."""
    rest = ORNAMENT.sub(" ", lowered(gap))
    comma = COMMA_OR_DASH.match(rest)
    parts = (rest[comma.end() :] if comma else rest).split()
    joined = False
    while parts and parts[0] in words.conjunctions:
        joined, parts = True, parts[1:]
    rest = " ".join(parts)
    if copula := words.is_words.match(rest):
        rest = rest[copula.end() :]
    if not comma and not joined:
        return None
    if not _only_premodifiers(rest, words):
        return None
    dashed = comma is not None and comma.group().strip() in ("–", "—", "-", "/")
    return "and" if dashed or not comma else "comma"


def courteous(gap: str, words: RoleWords) -> bool:
    """Whether `gap` ends with a word of courtesy ("Mr")."""
    rest = ORNAMENT.sub(" ", lowered(gap)).strip()
    return any(
        (match := words.courtesy.match(rest, start)) is not None and match.end() == len(rest)
        for start in range(max(0, len(rest) - 12), len(rest))
        if start == 0 or not rest[start - 1].isalnum()
    )


def _of_party(rest: str, words: RoleWords) -> bool:
    """Whether `rest` says where the person belongs and goes on with the role: "of the ABC party, "."""
    lead, comma, last = rest.rpartition(",")
    parts = lead.split()
    if not comma or not 0 < len(parts) <= APPOSED + 1 or parts[0] not in words.links or "," in lead:
        return False
    return words.body_class(lead, 0, len(lead)) is not None and _only_premodifiers(last, words)


def _apposed(rest: str, words: RoleWords) -> bool:
    """Whether `rest` is one other apposition and what joins the role to it: "a native of Oslo and ", "poet, "."""
    lead, comma, last = rest.rpartition(",")
    if not comma:
        parts = rest.split()
        at = max((index for index, part in enumerate(parts) if part in words.conjunctions), default=0)
        lead, last = " ".join(parts[:at]), " ".join(parts[at + 1 :])
    parts = [part for part in lead.split() if part not in words.articles]
    if "," in lead or not 0 < len(parts) <= APPOSED or parts[0] in words.links:
        return False
    return not any(part in words.definite for part in last.split()) and _only_premodifiers(last, words)


def _after_courtesies(rest: str, words: RoleWords) -> str:
    """What is left of `rest` after articles and words of courtesy."""
    while rest:
        if match := words.courtesy.match(rest):
            rest = rest[match.end() :]
            continue
        word = WORD.match(rest)
        if word is None or word.group().strip() not in words.articles:
            return rest
        rest = rest[word.end() :]
    return ""


def _only_premodifiers(rest: str, words: RoleWords) -> bool:
    """Whether `rest` holds nothing but articles, marks and a few words that may stand before a role."""
    count = 0
    for match in WORD.finditer(rest):
        word = match.group().strip()
        if word in words.articles or word in words.former or word in words.acting:
            continue
        owner = words.genitive and word.endswith(words.genitive) and len(word) > 4  # "talmannens sekreterare"
        owner = owner or "-" in word.strip("-")  # "well-known", "long-serving"
        if not (owner or words.adjective.fullmatch(word) or words.nouns.fullmatch(word)):
            return False
        count += 1
    return count <= PREMODIFIERS and not WORD.sub("", rest).strip()
