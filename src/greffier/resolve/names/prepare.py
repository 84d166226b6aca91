"""A name made ready for comparison: its words in the order given-name first, small words and titles apart.

>>> prepare("Tchavdarov, Georgi").words == prepare("Georgi TCHAVDAROV").words
True
>>> [word.text for word in prepare("Dr. J. van der Meulen").words]
['j', 'meulen']
>>> [word.text for word in prepare("Abd ar-Rahman as-Sadr").words]
['abdar', 'rahman', 'sadr']
>>> prepare("...").words
()
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from greffier.lexicon.spellings import bare, name_forms
from greffier.resolve.names.words import Word, word

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼʻ‘`´ʹʺ][^\W\d_]+)*['’ʼʻ‘`´ʹʺ]?\.?")
ASIDE = re.compile(r"\([^)]*\)")
ABBREVIATION = 3  # letters that a point may follow: Zh., Yu., Chr.


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A name as written, its words, how they are written, whether a comma told which is the surname, and the
    particles before each word where there are any."""

    text: str
    words: tuple[Word, ...]
    shown: tuple[str, ...]
    ordered: bool
    led: tuple[str, ...] = ()


def prepare(name: str) -> PreparedName:
    """The name made ready; empty words where it holds no letter."""
    forms = name_forms()
    text = unicodedata.normalize("NFC", name)
    text = ASIDE.sub(" ", text) if "(" in text else text
    if "-" in text or " " in text:
        servant, article = _articles()
        text = article.sub("al ", servant.sub(r"\1\2 ", text))
    ordered = False
    if "," in text:
        before, _, after = text.partition(",")
        told = [bare(token).strip(".") for token in TOKEN.findall(after)]
        if told and not all(each in forms.suffixes for each in told):
            text, ordered = f"{after.replace(',', ' ')} {before}", bool(TOKEN.search(before))
        else:
            text = before
    tokens = [(token, letters(token)) for token in TOKEN.findall(_composed(text))]
    kept = [(token, plain) for token, plain in tokens if plain not in forms.suffixes] or tokens
    while len(kept) > 1 and kept[0][1] in forms.titles:  # only before a name: Pamela Lord bears no title
        del kept[0]
    main = [
        (token, plain, particle)
        for index, (token, plain) in enumerate(kept)
        for particle in (_particles(kept, index),)
        if particle is not None
    ] or [(token, plain, "") for token, plain in kept]
    main = [each for each in main if each[1]]
    return PreparedName(
        text=name,
        words=tuple(word(plain, abbreviated=_short(token, plain)) for token, plain, _ in main),
        shown=tuple(token for token, _, _ in main),
        ordered=ordered,
        led=tuple(particle for _, _, particle in main) if any(particle for _, _, particle in main) else (),
    )


@cache
def _articles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Abd al-" as one word, and the article before a hyphen in all that it sounds like (as-Sadr)."""
    forms = name_forms()
    articles, servants = ("|".join(sorted(map(re.escape, each))) for each in (forms.articles, forms.servants))
    return (
        re.compile(rf"\b({servants})[\s-]+({articles})[\s-]+(?=\w)", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{articles})-(?=\w)", re.IGNORECASE),
    )


def _particles(tokens: list[tuple[str, str]], index: int) -> str | None:
    """The particles before a word, run together; none where the word is a particle itself."""

    def small(at: int) -> bool:
        token, plain = tokens[at]
        if plain not in name_forms().particles:
            return False
        return len(plain) > 1 or not (token.endswith(".") or at in (0, len(tokens) - 1))

    if small(index):
        return None
    found = ""
    for at in range(index - 1, -1, -1):
        if not small(at):
            break
        found = tokens[at][1] + found
    return found


def letters(token: str) -> str:
    """The bare letters of a token, apostrophes and point gone."""
    return "".join(char for char in bare(token) if char.isalpha() and char not in "ʼʻʹʺ")


def _composed(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if not unicodedata.combining(char))


def _short(token: str, plain: str) -> bool:
    return len(plain) == 1 or (token.endswith(".") and len(plain) <= ABBREVIATION)
