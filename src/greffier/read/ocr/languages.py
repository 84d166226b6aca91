"""Which of Tesseract's languages a page is read in: those of its script first, then those that its words are in.

The name of a language's data stands in its lexicon (`language.toml`, `tesseract`).

>>> data_of("nl"), of_script("cyrillic", frozenset({"rus", "nld"}))
('nld', ('rus',))
"""

from collections import Counter
from collections.abc import Iterable

from greffier.lexicon.load import languages, load_lexicon
from greffier.text.language import guess

SHARE = 0.08  # of a page's words in a language that it is read in
PIECE = 25  # words that a language is told from


def data_of(lang: str) -> str:
    """The name of Tesseract's data for a language; nothing where its lexicon names none."""
    return load_lexicon(lang).text("language", "tesseract")


def of_script(script: str, installed: frozenset[str]) -> tuple[str, ...]:
    """The installed data of every language in a script."""
    return tuple(
        data_of(lang)
        for lang in languages()
        if load_lexicon(lang).text("language", "script", "latin") == script and data_of(lang) in installed
    )


def spoken(texts: Iterable[str]) -> tuple[str, ...]:
    """The languages that a page's texts are in, each with a share of its words, the most used first.

    >>> spoken(["de minister heeft dat niet gezegd", "le ministre n’a pas dit cela dans la lettre"])
    ('fr', 'nl')
    """
    weight: Counter[str] = Counter()
    for text in texts:
        words = text.split()
        for start in range(0, len(words), PIECE):
            piece = words[start : start + PIECE]
            found = guess(" ".join(piece))
            if found.sure > 0:
                weight[found.lang] += len(piece)
    total = sum(weight.values())
    return tuple(lang for lang, words in weight.most_common() if words >= SHARE * total)
