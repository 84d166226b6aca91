"""The words of one language that roles are read with, compiled from `roles.toml` and `titles.toml`.

The guide to the files stands on top of each of them. A language without them has no roles.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.load import Lexicon
from greffier.lexicon.patterns import PatternSet, lowered, spellings, stem_regex

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class RoleWords:
    """What `greffier.extract.roles` and `.offices` ask of a language; every expression is for lower-cased text."""

    lang: str
    heads: PatternSet
    links: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    conjunctions: frozenset[str]
    opens: frozenset[str]
    nouns: re.Pattern[str]
    adjective: re.Pattern[str]
    bodies: re.Pattern[str]
    foreign: re.Pattern[str]
    residence: frozenset[str]
    resident: re.Pattern[str]
    is_words: re.Pattern[str]
    namely: re.Pattern[str]
    respectively: frozenset[str]
    courtesy: re.Pattern[str]
    roll: re.Pattern[str]
    before: bool
    after: bool
    suffix: re.Pattern[str]
    ends_definite: re.Pattern[str]
    genitive: str
    possessive: str
    oblique: re.Pattern[str]
    plural: str
    many: re.Pattern[str]
    capitals: bool

    def body_class(self, text: str, start: int, end: int) -> str | None:
        """The class of the first body named in `text` from `start` to `end`."""
        found = self.bodies.search(text, start, end)
        return found.lastgroup if found else None

    def body_classes(self, text: str, start: int, end: int) -> list[str]:
        """The classes of the bodies named in `text` from `start` to `end`, in order."""
        return [str(found.lastgroup).rstrip("_") for found in self.bodies.finditer(text, start, end)]

    def body_class_before(self, text: str, start: int, end: int) -> str | None:
        """The class of the body whose name ends at most one word before `end`."""
        found = list(self.bodies.finditer(text, start, end))
        between = text[found[-1].end() : end].split() if found else []
        if not found or len(between) > 1 or (between and self.suffix.search(text[start : found[-1].end()].rstrip())):
            return None  # "delegationen träffade presidenten": no owner
        return found[-1].lastgroup


def role_words(lexicon: Lexicon) -> RoleWords:
    """The role words of a lexicon, compiled once."""
    return _compiled(lexicon)


@cache
def _compiled(lexicon: Lexicon) -> RoleWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(lowered(word) for word in lexicon.words("roles", key))

    bodies = {
        name: tuple(spelling for form in forms for spelling in spellings(lowered(form)))
        for name, forms in lexicon.table("roles").get("bodies", {}).items()
    }
    of_bodies = {part for forms in bodies.values() for form in forms for part in form.split()} - words("links")
    ending = lexicon.text("roles", "adjective")

    def ends(key: str) -> re.Pattern[str]:
        found = lexicon.text("roles", key)
        return re.compile(rf"{found}$") if found else NEVER

    order = lexicon.text("roles", "order", "after")
    former, acting = words("former"), words("acting")
    courtesies = {
        spelling.replace("*", "")
        for pattern in lexicon.patterns("titles").patterns
        for form in pattern.forms
        for spelling in spellings(lowered(form))
    }
    return RoleWords(
        lang=lexicon.lang,
        heads=lexicon.patterns("roles"),
        links=words("links"),
        articles=words("articles"),
        definite=words("definite"),
        former=former,
        acting=acting,
        conjunctions=words("and"),
        opens=lexicon.words("speech", "that"),
        nouns=_whole(words("nouns") | of_bodies),
        adjective=re.compile(rf"[\w-]{{2,}}{ending}") if ending else NEVER,
        bodies=_classes(bodies),
        foreign=_phrase(words("foreign")),
        residence=words("residence"),
        resident=re.compile(rf"\w+{resident}") if (resident := lexicon.text("roles", "resident")) else NEVER,
        is_words=_led(words("is")),
        namely=_led(words("namely")),
        respectively=words("respectively"),
        courtesy=_led(courtesies),
        roll=_whole(words("roll")),
        before=order in ("before", "both"),
        after=order in ("after", "both"),
        suffix=ends("suffix"),
        ends_definite=ends("definite"),
        genitive=lexicon.text("roles", "genitive"),
        possessive=lexicon.text("roles", "possessive"),
        oblique=ends("oblique"),
        plural=lexicon.text("roles", "plural"),
        many=ends("many"),
        capitals=lexicon.text("roles", "capitals") == "yes",
    )


def _sorted(forms: Iterable[str]) -> str:
    return "|".join(stem_regex(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _whole(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_sorted(forms)})") if forms else NEVER


def _phrase(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_sorted(forms)})(?!\w)") if forms else NEVER


def _led(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of `forms` where the search begins, and the space after it."""
    return re.compile(rf"(?:{_sorted(forms)})(?!\w)\s*") if forms else NEVER


def _classes(bodies: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """One group for each class; of two that begin together the longer name counts."""
    if not bodies:
        return NEVER
    ranked = sorted(bodies.items(), key=lambda item: -max(len(form) for form in item[1]))
    long = [(name, [form for form in forms if " " in form or "-" in form]) for name, forms in ranked]
    short = [(f"{name}_", [form for form in forms if " " not in form and "-" not in form]) for name, forms in ranked]
    groups = "|".join(f"(?P<{name}>{_sorted(forms)})" for name, forms in (*long, *short) if forms)
    return re.compile(rf"(?<!\w)(?:{groups})(?![\w-])")
