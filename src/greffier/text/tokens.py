"""Cut a text into tokens: words, numbers, initials, elisions, single marks.

Every non-space character lies in exactly one token, and a token's span gives back its text. The rules are those of the
Universal Dependencies treebanks as far as a regular expression can follow them: a Romance elision stands alone, the
English genitive is cut off, inner hyphens and apostrophes stay inside the word, a dotted initial keeps its dot.

>>> text = "L'ambassadrice A. O'Brien-Dupont n'a reçu que 7.000 voix."
>>> [text[start:end] for start, end in token_spans(text)]
["L'", 'ambassadrice', 'A.', "O'Brien-Dupont", "n'", 'a', 'reçu', 'que', '7.000', 'voix', '.']
>>> tokenise("the EU's U.S. envoy")
['the', 'EU', "'s", 'U.S.', 'envoy']
>>> token_spans("  ")
[]
"""

import re

_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_LETTER = r"[^\W\d_]"
# Combining accents and soft hyphens belong to the letter before them.
_REST = r"[\w\u0300-\u036f\u00ad]*"
_JOINT = r"(?:[-\u2010\u2011\u02bc&]|['’](?!s\b))"
_WORD = rf"{_LETTER}{_REST}(?:{_JOINT}{_LETTER}{_REST}|[-\u2010\u2011]\d+{_REST})*"

TOKEN = re.compile(
    rf"(?i:qu|jusqu|lorsqu|puisqu|dell|nell|dall|sull|[dlnsjmtc])['’](?={_LETTER})"  # elisions: l'État, qu'une
    rf"|{_LETTER}\.(?:{_LETTER}\.)+"  # U.S., z.B., т.е.
    rf"|[{_UPPER}]\.(?!\.)"  # initials: A. Jansen
    rf"|['’]s\b"  # Europe's
    rf"|{_WORD}"
    rf"|\d+(?:[.,:/]\d+)*(?:-?{_LETTER}+)?"  # 7.000, 12:30, 2de, 1-й
    r"|\S"
)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open span of each token of `text`, in reading order."""
    return [match.span() for match in TOKEN.finditer(text)]


def tokenise(text: str) -> list[str]:
    """Return the tokens of `text` as strings."""
    return TOKEN.findall(text)
