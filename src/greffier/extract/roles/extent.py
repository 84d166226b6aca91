"""How far the words of a role reach: "minister | of Foreign Affairs of the Kingdom of Norway".

From the head on, a description runs through small words (of, for, the), nouns of departments, fields and bodies,
adjectives, countries and other capitalised words that name no person; it ends before anything else. One unknown word
may follow a small word ("director of the theatre").
"""

import re
from collections.abc import Mapping, Sequence

from greffier.extract.roles.words import RoleWords

WORD = re.compile(r"(\s+|\s*[/&]\s*|\s+[–—-]\s+|[–—-])?[«“\"„]?([^\W_]\w*(?:[-'][^\W_]\w*)*'?|&)[»”\"]?")
DASHES = ("–", "—", "-")
BRACKET = re.compile(r"\s\([^\W\d_a-zа-яё]{2,8}\)")  # "the Department of Justice (DOJ)"
COMMA = re.compile(r",\s+")
FIELD = re.compile(r"((?:[^\W\d_]+'?))(?:\s+|(?=,)|(?<='))")
LIMIT = 24  # words; the longest in the papers read is 17


def extent(
    text: str,
    lower: str,
    start: int,
    words: RoleWords,
    stops: Sequence[int],
    countries: Mapping[int, int],
    capitals: bool,
) -> int:
    """Where the description that begins at `start` (the head's end) ends, never beyond the first of `stops` after it.

    `countries` are the ends of the countries, places and bodies named, by where they start; `capitals` says whether
    unknown capitalised words belong to the description: true once the persons are known.
    """
    end = position = start
    stop = next((offset for offset in stops if offset >= start), len(text))
    capital = conjoined = towards = False
    linked = lower[:start].rpartition(" ")[2] in words.links  # a head that ends in one: "member for"
    for _ in range(LIMIT):
        if bracket := BRACKET.match(text, position):
            end = position = bracket.end()
        if end > start and end == position and (listed := _listed(lower, position, words)) and listed <= stop:
            end = position = listed  # "Committee on Defence, Security and Justice"
            continue
        match = WORD.match(lower, position)
        if match is None or match.start(2) >= stop or (match[1] is None and position > start):
            break
        word, begin = match[2], match.start(2)
        dash = match[1] is not None and match[1].strip() in DASHES and match[1] != match[1].strip()
        prefix, mark, rest = word.partition("'")
        if mark and prefix + mark in words.links:
            linked = True
            word, begin = rest, begin + len(prefix) + 1
            if not word:
                position = match.end()
                continue
        if word in words.opens:
            break  # "the minister for that X …": another clause
        if words.courtesy.match(lower, begin) and not words.nouns.fullmatch(word):
            break
        if begin in countries and countries[begin] <= stop:
            end = position = countries[begin] + len("'s") * lower.startswith("'s", countries[begin])
            capital, linked, conjoined = True, False, False
            continue
        upper = text[begin].isupper() or text[begin].isdigit()
        if dash and not (capital and upper):
            break
        if word in words.links:
            conjoined = word in words.conjunctions or conjoined
            linked, position = word not in words.conjunctions, match.end()
            towards = word in words.residence  # "the Speaker to visit Oslo" is no description
            continue
        known = bool(words.nouns.fullmatch(word) or words.adjective.fullmatch(word))
        acronym = text[begin : begin + 2].isupper()
        title = upper and capitals and (linked or capital or acronym or words.capitals)
        if not known and (conjoined or not (title or acronym or (linked and not upper and not towards))):
            break
        end = position = match.end()
        capital = upper
        linked = conjoined = False
        if text[end - 1] in '»”"' and text[begin - 1] not in '«“"„':
            break
    return end


def _listed(lower: str, position: int, words: RoleWords) -> int | None:
    """The end of a further field after a comma, where what follows the comma is one, else None."""
    comma = COMMA.match(lower, position)
    if comma is None:
        return None
    at = comma.end()
    for _ in range(4):
        match = FIELD.match(lower, at)
        if match is None:
            return None
        if words.nouns.fullmatch(match[1]):
            return match.end(1)
        if match[1] not in words.links or match[1] in words.conjunctions:
            return None
        at = match.end()
    return None
