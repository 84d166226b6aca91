"""A question in words: what must stand in a passage, what must not, and how a database is asked for it.

Words stand side by side for "all of them"; `"several words"` is a phrase; `word*` is a beginning; `-word` must not be
there. Anything else is taken for words, so that no question is an error.

>>> fts5(question('noer-otan "derde zitting" -verslag kaz*'))
'("noer otan" AND "derde zitting" AND "kaz" *) NOT ("verslag")'
>>> fts5(question('"*( AND NEAR'))
'"AND" AND "NEAR"'
>>> question("?!").terms
()
"""

import re
from dataclasses import dataclass, replace

from greffier.text.folding import WORD, fold

_PIECE = re.compile(r'(-)?(?:"([^"]*)"|([^\s"]+))')
STEM = 4  # letters: a shorter word is not taken for the beginning of others
INDEXED = str.maketrans({"ё": "е", "Ё": "Е", "ß": "ss"})  # as the triggers of the schema write them
LONGEST = 24  # terms: what comes after them is left out


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several in this order; the last (or only) one may go on where `begins` says so."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """The words without case and accents."""
        return tuple(part for word in self.words for part in fold(word).split())


@dataclass(frozen=True, slots=True)
class Question:
    """`terms` must all be there (any of them, where `either`), and none of `absent`."""

    terms: tuple[Term, ...]
    absent: tuple[Term, ...] = ()
    either: bool = False

    def widened(self) -> "Question":
        """The same question, each word of four letters or more taken as the beginning of a word."""
        return replace(self, terms=tuple(replace(t, begins=t.begins or len(t.words[-1]) >= STEM) for t in self.terms))


def question(asked: str) -> Question:
    """The question that `asked` puts."""
    terms: list[Term] = []
    absent: list[Term] = []
    for minus, phrase, word in _PIECE.findall(asked.replace("\x00", " ")):
        words = tuple(WORD.findall(phrase or word))
        if words:
            (absent if minus else terms).append(Term(words, word.endswith("*") if word else False))
    return Question(tuple(terms[:LONGEST]), tuple(absent[:LONGEST]))


def fts5(asked: Question) -> str:
    """The question for SQLite's FTS5, whose own tokenizer folds the words."""
    words = [f'"{" ".join(term.words)}"{" *" if term.begins else ""}' for term in asked.terms]
    without = [f'"{" ".join(term.words)}"' for term in asked.absent]
    joined = (" OR " if asked.either else " AND ").join(words)
    whole = f"({joined}) NOT ({' OR '.join(without)})" if without else joined
    return whole.translate(INDEXED)


def tsquery(asked: Question) -> str:
    """The question for PostgreSQL's `to_tsquery`."""
    joined = (" | " if asked.either else " & ").join(map(_lexemes, asked.terms))
    return " & ".join([f"({joined})", *(f"!({_lexemes(term)})" for term in asked.absent)])


def _lexemes(term: Term) -> str:
    words = [f"'{word}'" for word in term.folded]
    return "(" + " <-> ".join(words) + (":*" if term.begins else "") + ")"
