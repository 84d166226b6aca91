"""The sentences of a passage, as spans of its cleaned text.

A sentence ends at a full stop, question or exclamation mark (and the quotation mark or bracket behind it) before a
capital or a quotation mark; not behind an abbreviation, an initial or an ordinal (`abbreviations.toml`).

>>> text = "De heer dr. A. de Vries kwam. Hij sprak."
>>> [span.of(text) for span in sentences(text, "nl")]
['De heer dr. A. de Vries kwam.', 'Hij sprak.']
"""

import re
from functools import cache

from greffier.lexicon.load import load_lexicon
from greffier.model.span import Span

END = re.compile(r"([.!?…]+)[\"'”’»“)\]]*(?=\s+[\"'“„«»‘(\[–—-]*\s?[^\W_a-zа-яёà-ÿ]|\s*$)")
WORD_BEFORE = re.compile(r"([^\s(\[\"'«“„]+)$")


def sentences(text: str, lang: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order; together they hold every word of it."""
    never, ordinal = _abbreviations(lang)
    found: list[Span] = []
    start = 0
    for match in END.finditer(text):
        if match.group(1) == "." and _abbreviated(text, match.start(), never, ordinal):
            continue
        found.append(_bare(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append(_bare(text, start, len(text)))
    return tuple(found)


def _abbreviated(text: str, stop: int, never: frozenset[str], ordinal: bool) -> bool:
    before = WORD_BEFORE.search(text[max(0, stop - 24) : stop])
    if before is None:
        return False
    word = before.group(1)
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if "." in word and len(word.replace(".", "")) <= 4:  # U.S., z.o.z., т.е.
        return stop + 1 < len(text)
    if ordinal and word.isdigit() and len(word) <= 2:
        return stop + 1 < len(text)
    return word.lower() in never


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


@cache
def _abbreviations(lang: str) -> tuple[frozenset[str], bool]:
    lexicon = load_lexicon(lang)
    words = frozenset(word.rstrip(".") for word in lexicon.words("abbreviations", "never_end"))
    return words, lexicon.text("abbreviations", "ordinal_dot") == "yes"
