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
# Lists in other Cyrillic alphabets; they serve the word table only.
NOT_RUSSIAN = ("faker_uk", "mimesis_uk", "faker_bg", "faker_mk")
BACK_VOWELS = "аоұыуяюё"
KAZAKH_ENDINGS = (
    ("ның", "нің"),
    ("ға", "ге"),
    ("мен", "мен"),
    ("ты", "ті"),
    ("да", "де"),
    ("дан", "ден"),
    ("тың", "тің"),
)
# Endings of Russian names by case: genitive, dative, instrumental.
RUSSIAN_ENDINGS = (
    (re.compile("(?<=[оеё]в)$|(?<=[иы]н)$"), ("а", "у", "ым")),
    (re.compile("(?<=[оеё]в)а$|(?<=ин)а$"), ("ой", "ой", "ой")),
    (re.compile("ий$"), ("ия", "ию", "ием")),
    (re.compile("й$"), ("я", "ю", "ем")),
    (re.compile("ия$"), ("ии", "ии", "ией")),
    (re.compile("я$"), ("и", "е", "ей")),
    (re.compile("(?<=[кгхшжч])а$"), ("и", "е", "ой")),
    (re.compile("а$"), ("ы", "е", "ой")),
    (re.compile("(?<=[бвгдзклмнпрстфхцчшж])$"), ("а", "у", "ом")),
)
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
        """Draw a culture: in half of all draws one of our own lists, which cover what Faker and mimesis lack."""
        keys = [key for key in self.names if key.endswith(script) and not key.startswith(NOT_RUSSIAN)]
        own = [key for key in keys if not key.startswith(("faker", "mimesis"))]
        return self.names[rng.choice(own if rng.random() < 0.5 else keys)]


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
    if culture is pool.names["east_asian.latn"] and style > 0.4:
        second = rng.choice(culture.given)
        joined = rng.choice((f"{given} {second}", f"{given}-{second.lower()}", f"{given}{second.lower()}", given))
        return f"{family} {joined}"
    if culture is pool.names["south_east_asian.latn"] and style > 0.7:
        return (
            f"{given} {rng.choice(('bin', 'binti', 'Haji', 'Datuk', 'Bin', 'Md'))} {rng.choice(culture.given)} {family}"
        )
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


def declined(rng: random.Random, name: str) -> str:
    """Put a Russian name into an oblique case, word by word, by its endings.

    >>> declined(random.Random(1), "Пётр Фролов") in ("Пётра Фролова", "Пётру Фролову", "Пётром Фроловым")
    True
    """
    case = rng.randrange(3)
    words = []
    for word in name.split(" "):
        for ending, forms in RUSSIAN_ENDINGS if len(word) > 2 and not word.isupper() else ():
            if ending.search(word):
                word = ending.sub(forms[case], word, count=1)
                break
        words.append(word)
    return " ".join(words)


def agglutinated(rng: random.Random, name: str) -> str:
    """Hang a Kazakh case ending on a name.

    >>> agglutinated(random.Random(1), "Астана").startswith("Астана")
    True
    """
    back, front = rng.choice(KAZAKH_ENDINGS)
    vowels = [char for char in name.lower() if char in "аоұыуяюёәөүіеиэ"]
    return name + (back if vowels and vowels[-1] in BACK_VOWELS else front)


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
        if rng.random() < 0.1:
            return self.fill(lang, self.pick(lang, "states"))
        if rng.random() < 0.5:
            return rng.choice(self.pool.countries[lang])
        return rng.choice(self.pool.cities[lang in CYRILLIC])

    def fill(self, lang: str, phrase: str) -> str:
        """Fill the small slots (policy, country …) of a phrase."""
        rng = self.rng
        script = "cyrl" if lang in CYRILLIC else "latn"
        fills = {
            "policy": lambda: self.pick(lang, "policies"),
            "for": lambda: self.pick(lang, "policies_for"),
            "gen": lambda: self.pick(lang, "genitives"),
            "adj": lambda: self.pick(lang, "adjectives"),
            "chamber": lambda: self.pick(lang, "chambers"),
            "country": lambda: rng.choice(self.pool.countries[lang]),
            "place": lambda: rng.choice(self.pool.cities[lang in CYRILLIC]),
            "surname": lambda: splice(rng, self.pool.culture(rng, script).surnames),
            "acronym": lambda: _acronym(rng, lang),
        }
        return re.sub(r"\{(\w+)\}", lambda match: fills[match[1]](), phrase)

    def slot(self, lang: str, slot: str, *, whole: bool) -> list[tuple[str, str]]:
        """Return the words for a slot of a carrier sentence, in pieces with their labels; `whole` bars case endings."""
        rng = self.rng
        if slot in ("PER", "LOC"):
            name = person(rng, self.pool, lang) if slot == "PER" else self.place(lang)
            if lang == "ru" and rng.random() < 0.4:
                name = declined(rng, name)
            elif lang == "kk" and not whole and rng.random() < 0.4:
                name = agglutinated(rng, name)
            return [(name, slot)]
        if slot == "PARTY":
            return [(self.pick(lang, "parties"), "ORG")]
        if slot == "ORG":
            phrase = self.pick(lang, "chambers" if rng.random() < 0.3 else "bodies")
            if lang in ("en", "nl", "da", "sv") and rng.random() < 0.1:
                phrase = phrase[0].upper() + phrase[1:]
            return [(self.fill(lang, phrase), "ORG")]
        key = {"ROLE": "roles", "TITLE": "titles", "LAW": "laws", "ADJ": "adjectives"}[slot]
        parts = re.split(r"(\{country\})", self.pick(lang, key))
        return [(self.fill(lang, part), "LOC" if part == "{country}" else "O") for part in parts if part.strip()]

    def part(self, lang: str, part: str, *, whole: bool) -> list[tuple[str, str]]:
        return self.slot(lang, part[1:-1], whole=whole) if part[0] == "{" else [(part, "O")]

    def sentence(self, lang: str) -> Sentence:
        """Return one carrier with its slots filled, in capitals once in forty."""
        tokens: list[str] = []
        labels: list[str] = []
        words = self.pick(lang, "carriers").split()
        for word, following in zip(words, [*words[1:], ""], strict=True):
            parts = [part for part in re.split(r"(\{[A-Z]+\})", word) if part]
            whole = following.startswith("қала") or len(parts) > 1
            filled = [piece for part in parts for piece in self.part(lang, part, whole=whole)]
            if len(parts) > 1:
                # "{LOC}s" and "{LOC}-{LOC}" are names; "{PARTY}-voorzitter" is none.
                kind = filled[0][1] if parts[-1][0] == "{" or len(parts[-1]) == 1 else "O"
                filled = [("".join(text for text, _ in filled), kind)]
            for text, kind in filled:
                if not tokens and kind in ("O", "ORG"):
                    text = text[0].upper() + text[1:]
                # An elision cut off in the template ("de l' {chamber}") is written as in print.
                cut = [text] if text.endswith("'") else tokenise(text.replace("' ", "'"))
                tokens.extend(cut)
                labels.extend(["O"] * len(cut) if kind == "O" else [f"B-{kind}"] + [f"I-{kind}"] * (len(cut) - 1))
        made = Sentence(lang, tuple(tokens), tuple(labels))
        return to_capitals(made) if self.rng.random() < 0.025 else made


def invented(rng: random.Random, pool: Pool, *, each: int) -> list[Sentence]:
    """Return `each` invented sentences in every language of `bodies.toml`."""
    inventor = Inventor(rng, pool, load_toml("bodies.toml"))
    return [inventor.sentence(lang) for lang in LANGS for _ in range(each if lang != "kk" else each // 2)]


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
