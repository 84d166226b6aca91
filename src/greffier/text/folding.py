"""Words without case and accents, for comparing and searching.

>>> fold("Noer-Otan’s  Përmbajtje, ЁЖ")
'noer otan s permbajtje еж'
>>> fold_letters("Été") == fold_letters("été") == "ete"
True
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The words of `text`, folded, one space between two."""
    return " ".join(WORD.findall(fold_letters(text)))


def fold_letters(text: str) -> str:
    """`text` in lower case, letters without their marks; what is no letter stays."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
