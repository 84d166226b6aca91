"""Vary the training sentences: names of other cultures, capitals, titles; and invent sentences of parliamentary
prose."""

import random
import re
from dataclasses import dataclass

from corpora import Sentence
from tables import LANGS, Names, load_toml

from greffier.extract.tagger import spans_of
from greffier.text.tokens import tokenise

CYRILLIC = ("ru", "kk")
SLAVIC = re.compile(r"(.*(?:ов|ев|ёв|ин|ын))(а|у|ым|ой|е|ы|ых|ым|тың|тің|ға|ге|ты|ті|пен|мен|дың|дің)?", re.IGNORECASE)
PARTICLES = (
    "van",
    "Van",
    "de",
    "De",
    "van den",
    "Van den",
    "van der",
    "von",
    "de la",
    "du",
    "di",
    "del",
    "El",
    "al",
    "Ben",
    "bin",
    "dos",
    "da",
    "Le",
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Where invented names come from."""

    names: dict[str, Names]
    countries: dict[str, list[str]]
    cities: tuple[list[str], list[str]]

    def culture(self, rng: random.Random, script: str) -> Names:
        keys = [key for key in self.names if key.endswith(script)]
        return self.names[rng.choice(keys)]


def splice(rng: random.Random, words: tuple[str, ...]) -> str:
    """Return a word of the list, or in one case of three a new one with the head of one and the tail of another."""
    word = rng.choice(words)
    if rng.random() < 0.35:
        other = rng.choice(words)
        if len(word) > 5 and len(other) > 5 and "-" not in word + other and " " not in word + other:
            cut = rng.randint(2, 4)
            return word[:cut] + other[len(other) // 2 :]
    return word


def surname(rng: random.Random, culture: Names) -> str:
    word = splice(rng, culture.surnames)
    if culture.script == "latn" and rng.random() < 0.06:
        word = f"{rng.choice(PARTICLES)} {word}"
    elif rng.random() < 0.04:
        word = f"{word}-{rng.choice(culture.surnames)}"
    return word


def person(rng: random.Random, pool: Pool, lang: str) -> str:
    """Return an invented name in one of the ways that papers write names."""
    culture = pool.culture(rng, "cyrl" if lang in CYRILLIC else "latn")
    given, family = splice(rng, culture.given), surname(rng, culture)
    style = rng.random()
    if style < 0.10:
        return f"{given} {family.upper()}"
    if style < 0.14:
        return f"{family.upper()} {given}"
    if style < 0.21:
        return f"{given[0]}. {family}"
    if style < 0.25:
        return f"{given} {rng.choice(culture.given)[0]}. {family}"
    if style < 0.30:
        return f"{given} {splice(rng, culture.given)} {family}"
    if style < 0.33:
        return f"{given}-{rng.choice(culture.given)} {family}"
    if style < 0.36:
        return f"{family} {given}"
    if style < 0.50:
        return family
    return f"{given} {family}"


def swap_persons(rng: random.Random, sentence: Sentence, pool: Pool, *, share: float) -> Sentence:
    """Give some of a sentence's persons a name of another culture; a Slavic surname keeps its ending."""
    spans = [span for span in spans_of(sentence.labels) if span[2] == "PER"]
    tokens, labels = list(sentence.tokens), list(sentence.labels)
    for start, end, _ in reversed(spans):
        old = tokens[start:end]
        if rng.random() > share or not all(word[:1].isupper() for word in old):
            continue
        if sentence.lang in CYRILLIC:
            match = SLAVIC.fullmatch(old[-1])
            if not match:
                continue
            family = rng.choice(pool.culture(rng, "cyrl").surnames)
            stem = SLAVIC.fullmatch(family)
            new = [*old[:-1], stem[1] + (match[2] or "") if stem else family]
        elif len(old) == 1:
            new = tokenise(surname(rng, pool.culture(rng, "latn"))) if rng.random() < 0.5 else old
        else:
            new = tokenise(person(rng, pool, sentence.lang))
        tokens[start:end] = new
        labels[start:end] = ["B-PER"] + ["I-PER"] * (len(new) - 1)
    return Sentence(sentence.lang, tuple(tokens), tuple(labels))


def to_capitals(sentence: Sentence) -> Sentence:
    return Sentence(sentence.lang, tuple(token.upper() for token in sentence.tokens), sentence.labels)


def _acronym(rng: random.Random, lang: str) -> str:
    letters = "АБВГДЗИКЛМНОПРСТУФЦЭ" if lang in CYRILLIC else "ABCDEFGHILMNOPRSTUV"
    return "".join(rng.choice(letters) for _ in range(rng.choice((2, 3, 3, 3, 4, 4, 5))))


@dataclass(slots=True)
class Inventor:
    """Fill the templates of `bodies.toml`."""

    rng: random.Random
    pool: Pool
    lexicon: dict[str, dict[str, str]]

    def pick(self, lang: str, key: str) -> str:
        return self.rng.choice(self.lexicon[lang][key].split("|"))

    def place(self, lang: str) -> str:
        rng = self.rng
        if rng.random() < 0.5:
            return rng.choice(self.pool.countries[lang])
        return rng.choice(self.pool.cities[lang in CYRILLIC])

    def body(self, lang: str) -> str:
        rng = self.rng
        if rng.random() < 0.3:
            return self.pick(lang, "chambers")
        culture = self.pool.culture(rng, "cyrl" if lang in CYRILLIC else "latn")
        name = self.pick(lang, "bodies")
        fills = {
            "policy": lambda: self.pick(lang, "policies"),
            "for": lambda: self.pick(lang, "policies_for"),
            "gen": lambda: self.pick(lang, "genitives"),
            "adj": lambda: self.pick(lang, "adjectives"),
            "chamber": lambda: self.pick(lang, "chambers"),
            "country": lambda: rng.choice(self.pool.countries[lang]),
            "place": lambda: rng.choice(self.pool.cities[lang in CYRILLIC]),
            "surname": lambda: splice(rng, culture.surnames),
            "acronym": lambda: _acronym(rng, lang),
        }
        name = re.sub(r"\{(\w+)\}", lambda match: fills[match[1]](), name)
        if lang in ("en", "nl", "da", "sv") and rng.random() < 0.1:
            name = name[0].upper() + name[1:]
        return name

    def sentence(self, lang: str) -> Sentence:
        tokens: list[str] = []
        labels: list[str] = []
        for word in self.pick(lang, "carriers").split():
            slot = word.strip("{}")
            if word == slot:
                tokens.append(word)
                labels.append("O")
                continue
            if slot in ("ROLE", "TITLE"):
                text, kind = self.pick(lang, slot.lower() + "s"), "O"
                if not tokens:
                    text = text[0].upper() + text[1:]
            else:
                kind = slot
                text = {
                    "PER": lambda: person(self.rng, self.pool, lang),
                    "ORG": lambda: self.body(lang),
                    "LOC": lambda: self.place(lang),
                }[slot]()
            pieces = tokenise(text)
            tokens.extend(pieces)
            labels.extend(["O"] * len(pieces) if kind == "O" else [f"B-{kind}"] + [f"I-{kind}"] * (len(pieces) - 1))
        return Sentence(lang, tuple(tokens), tuple(labels))


def invented(rng: random.Random, pool: Pool, *, each: int) -> list[Sentence]:
    """Return `each` invented sentences in every language of `bodies.toml`."""
    inventor = Inventor(rng, pool, load_toml("bodies.toml"))
    return [inventor.sentence(lang) for lang in LANGS for _ in range(each)]


def varied(rng: random.Random, sentences: list[Sentence], pool: Pool) -> list[Sentence]:
    """Return the sentences with some persons renamed and some sentences in capitals."""
    out = []
    for sentence in sentences:
        if "B-PER" in sentence.labels:
            sentence = swap_persons(rng, sentence, pool, share=0.4)
        if rng.random() < 0.015:
            sentence = to_capitals(sentence)
        out.append(sentence)
    return out
