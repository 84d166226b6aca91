"""What a body, place or instrument is known by, so that two appearances that share a key are one.

An id of the gazetteer (OSCE, OVSE, ОБСЕ; Astana, Nur-Sultan), the code of an instrument, a kind of body of which a
state has one with that state, two countries with what joins them, or a name with its country. A name without a country
tells a body only in papers of one file, and one word for a kind of body ("the Senate") tells none.

>>> a = Appearance("1", "p", "body", "belgiska senaten", ("belgiska senaten",), "be", "sv")
>>> b = Appearance("2", "q", "body", "Senate", ("Senate",), "kz", "en")
>>> keys(a, frozenset())[0], keys(b, frozenset())[0]
(('shared', 'senate', 'be'), ('shared', 'senate', 'kz'))
>>> keys(Appearance("3", "r", "body", "Senate", ("Senate",), None, "en"), frozenset({"kz"}))
[]
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from greffier.lexicon.geography import find_countries, find_places
from greffier.lexicon.institutions import find_institutions
from greffier.lexicon.load import languages, load_lexicon
from greffier.model.findings import Appearance
from greffier.text.folding import fold

CODE = re.compile(r"\b(?:[A-Z]{1,4}/)+\d[\w./]*|\b(?:19|20)\d\d/\d{2,4}(?:\(\w+\)|/\w+)?|^\d{2}/\d{1,3}$")
WORD = re.compile(r"[^\W_]+")
ONE_OF = frozenset({"government", "parliament"})  # kinds of which a state has one
BETWEEN = frozenset({"council", "embassy"})  # kinds of which two countries have one
SHARED = frozenset({"parliament", "chamber", "court", "government", "agency", "bank", "party"})  # of no one state
TELLING = {"body": 3, "instrument": 4}  # words of a name without a country that tell it from others of its kind
ACRONYM = 8  # letters of an acronym at most
CYRILLIC = 6  # letters of a Cyrillic word that its endings leave alone
Key = tuple[str, ...]


def keys(thing: Appearance, file: frozenset[str]) -> list[Key]:
    """The keys of a thing; `file` is what its paper names by an id."""
    found: list[Key] = [("known", *pair) for pair in thing.identifiers[:1]]
    lang = thing.lang or "en"
    if thing.kind == "place":
        known = _place(thing.name, lang) if not found else ""
        return found or [("known", "gazetteer", known) if known else ("name", "place", fold(thing.name))]
    if thing.kind == "instrument":
        found += [("code", code) for name in thing.names for code in CODE.findall(name)]
        return found + _named(thing, lang, file)
    for name in thing.names:
        found += [key for key in _body(name, lang, thing.country or "") if key not in found]
    if thing.identifiers:
        return found
    return found + [key for key in (*_named(thing, lang, file), *_acronyms(thing, file)) if key not in found]


@lru_cache(maxsize=50_000)
def _place(name: str, lang: str) -> str:
    for start, end, place, _ in find_places(name, lang):
        if (start, end) == (0, len(name)):
            return place
    return ""


@lru_cache(maxsize=50_000)
def _body(name: str, lang: str, country: str) -> tuple[Key, ...]:
    """The keys that the words of one name of a body give."""
    known = tuple(
        ("known", "gazetteer", made.id)
        for start, end, made in find_institutions(name, lang)
        if (start, end) == (0, len(name)) and (made.country or made.type not in SHARED)
    )
    return known + _kinds(name, lang, country)


def _kinds(name: str, lang: str, country: str) -> tuple[Key, ...]:
    """The keys of a kind of body with its state or states."""
    lands = [(start, end, code) for start, end, code, _ in find_countries(name, lang)]
    codes = sorted({code for _, _, code in lands})
    bare = name
    for start, end, _ in reversed(lands):
        bare = bare[:start] + " " + bare[end:]
    words = [word for word in WORD.findall(bare) if not _small(word, lang)]
    kinds = {kind for word in words if (kind := head_kind(word, lang))}
    if len(codes) > 1:
        owner = country if "embassy" in kinds else ""
        return tuple(("between", kind, owner, *codes) for kind in sorted(kinds & BETWEEN))
    owner = country or (codes[0] if codes else "")
    if not owner:
        return ()
    for start, end, made in find_institutions(bare, lang):
        rest = [word for word in WORD.findall(bare[:start] + bare[end:]) if not _small(word, lang)]
        if not rest and not made.country and made.type in SHARED:
            return (("shared", made.id, owner),)
    if len(words) == 1 and kinds and kinds <= ONE_OF:
        return (("shared", *kinds, owner),)
    return ()


def _named(thing: Appearance, lang: str, file: frozenset[str]) -> list[Key]:
    """The keys of a name that is told by its own words."""
    words = _normal(thing.name, lang)
    text = " ".join(words)
    if not words or (len(words) == 1 and (head_kind(words[0], lang) or thing.kind == "instrument")):
        return []
    if thing.country:
        return [("name", thing.kind, text, thing.country)] if len(words) > 1 else []
    if len(words) >= TELLING[thing.kind] or (len(words) == 1 and thing.kind == "body"):
        return [("file", thing.kind, text, anchor) for anchor in sorted(file)]
    return []


def _acronyms(thing: Appearance, file: frozenset[str]) -> list[Key]:
    """The keys of the acronyms that a paper gives a body, alone or with its name: Forum of Steppe Cities (FSC)."""
    found: list[Key] = []
    for name in thing.names:
        if name.isupper() and name.isalpha() and 1 < len(name) <= ACRONYM:
            found += [("file", thing.kind, fold(name), anchor) for anchor in sorted(file)]
            if thing.country:
                found.append(("name", thing.kind, fold(name), thing.country))
    return found


@lru_cache(maxsize=50_000)
def _normal(name: str, lang: str) -> tuple[str, ...]:
    """The telling words of a name, folded, without what inflection changes."""
    kept = [fold(word) for word in WORD.findall(name) if not _small(word, lang)]
    return tuple(word[:CYRILLIC] if "\u0400" <= word[:1] <= "\u052f" else word.rstrip("s") or word for word in kept)


def own_name(kind: str, name: str) -> str:
    """The words of a body's name that are of no language (Nur Otan), heads left out; empty where some are."""
    if kind != "body" or len(name) > 40:
        return ""
    words = WORD.findall(name)
    kept = [word for word in words if not any(head_kind(word, lang) for lang in languages())]
    if len(kept) < 2 or len(words) - len(kept) > 1 or not all(word[0].isupper() for word in kept):
        return ""
    return "" if any(word.isupper() or word.isdigit() for word in kept) else " ".join(kept)


def _small(word: str, lang: str) -> bool:
    """Whether a word only holds others together."""
    return not word.isupper() and (len(word) < 3 or word.lower() in _linkers(lang))


@cache
def _linkers(lang: str) -> frozenset[str]:
    lexicon = load_lexicon(lang)
    return frozenset(
        word.strip("*").lower()
        for key in ("of", "on", "at", "articles", "and")
        for word in lexicon.words("bodies", key)
    )


@lru_cache(maxsize=50_000)
def head_kind(word: str, lang: str) -> str:
    """The kind of body that a word of a language is a head of, or nothing.

    >>> head_kind("senaten", "sv"), head_kind("Otan", "sv")
    ('chamber', '')
    """
    low = word.lower()
    exact, begun, ended = _heads(lang)
    for cut in (low, low.rstrip("s"), low[:-1], low[:-2]):
        if cut in exact and len(cut) > 3:
            return exact[cut]
    for table, there in ((begun, low.startswith), (ended, low.endswith)):
        for form, kind in table.items():
            if there(form) and len(low) <= len(form) + (4 if table is begun else 99):
                return kind
    return ""


@cache
def _heads(lang: str) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """The heads of a language by form: whole words, beginnings, ends; the first kind that lists one counts."""
    exact: dict[str, str] = {}
    begun: dict[str, str] = {}
    ended: dict[str, str] = {}
    for kind, heads in load_lexicon(lang).table("bodies").get("heads", {}).items():
        for head in heads:
            form = head.strip("*").lower()
            table = begun if head.endswith("*") else ended if head.startswith("*") else exact
            table.setdefault(form, kind)
            if head.startswith("*"):
                exact.setdefault(form, kind)
    return exact, begun, ended
