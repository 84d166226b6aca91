"""How fast, how large and how right a whole record is resolved: `python bench/identity.py [PEOPLE …]` (20000 40000).

People are made from real tables of names (the Faker package: `pip install -r bench/requirements.txt`) of 29
countries, in circles of forty who meet, of two countries each. Each person stands in some five
papers, in the papers' languages: romanised or written in Cyrillic by `romanisations.toml` (not the tables of the
comparer), with or without accents, surname first or in capitals, with a patronymic or second name more or less, with
initials, with the surname alone, with a case ending, with a slip of the pen. Half of the mentions have a country, a
third an office, as papers have them. Nothing keeps two people from bearing one name.

Printed for each size: CPU seconds and peak memory of resolving; precision and recall over pairs of mentions; the most
frequent reasons of wrong pairs. `--wrong` prints wrong and missed pairs too.
"""

import random
import resource
import sys
import time
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from greffier.model.findings import Appearance
from greffier.model.ids import content_id
from greffier.resolve.entities import resolve

TABLES = """
ru_RU uk_UA bg_BG cs_CZ sk_SK hr_HR sl_SI ro_RO lt_LT lv_LV et_EE fi_FI hu_HU de_DE de_AT fr_FR nl_NL nl_BE da_DK sv_SE
no_NO es_ES es_MX it_IT pt_PT tr_TR az_AZ en_GB en_IE
"""
LOCALES = tuple(TABLES.split())
CYRILLIC = frozenset({"ru", "ua", "bg"})
FATHERS = {"ru": ("ович", "овна"), "ua": ("ович", "івна"), "bg": ("ов", "ова")}
DOUBLE = frozenset({"es", "mx", "pt"})  # countries of two surnames
GENITIVE = {"nl": "s", "de": "s", "da": "s", "sv": "s", "en": "’s"}
CASES = ("а", "у", "ом")
POSTS = """
head_of_state head_of_government foreign_minister minister deputy_minister speaker ambassador member_of_parliament
committee_chair mayor judge prosecutor journalist activist expert
"""
OFFICES = tuple(POSTS.split())
CIRCLE, PAPERS, NAMED = 40, 20, 10  # people of a circle, its papers, people named in each
SURNAME, INITIALS, TURNED, CAPITALS, FATHER, CASE, SLIP = 0.05, 0.03, 0.07, 0.04, 0.12, 0.03, 0.01


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people made: what the papers may say of them."""

    number: int
    country: str
    given: tuple[str, ...]
    father: str
    surname: str
    career: tuple[tuple[str, int, int], ...]


def main() -> None:
    """Measure each size and print."""
    sizes = [int(each) for each in sys.argv[1:] if each.isdigit()] or [20_000, 40_000]
    resolve([Appearance("1", "p", "person", "Georgi Tchavdarov", ("Georgi Tchavdarov",))])
    for size in sizes:
        appearances, truth = made(size, random.Random(4))
        started = time.process_time()
        entities = list(resolve(appearances))
        taken = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(truth):,} mentions of {size:,} people: {taken:.1f} CPU seconds, {peak:,.0f} MB at most", flush=True
        )
        judge(appearances, truth, [entity.appearances for entity in entities], "--wrong" in sys.argv)


def judge(
    appearances: Sequence[Appearance], truth: Mapping[str, int], clusters: Sequence[Sequence[str]], tell: bool
) -> None:
    """Print precision and recall over pairs of mentions of persons."""
    right = said = 0
    wrong: list[tuple[str, ...]] = []
    shown = {each.id: each for each in appearances}
    for cluster in clusters:
        owners = Counter(truth[each] for each in cluster if each in truth)
        said += _pairs(owners.total())
        right += sum(map(_pairs, owners.values()))
        if len(owners) > 1:
            wrong.append(tuple(cluster))
    there = sum(map(_pairs, Counter(truth.values()).values()))
    print(f"  precision {right / max(1, said):.4f} recall {right / max(1, there):.4f}; {len(wrong)} mixed entities")
    if tell:
        for cluster in wrong[:60]:
            print("  WRONG", sorted({f"{truth[i]}:{shown[i].name} {shown[i].country or ''}" for i in cluster}))
        missed: Counter[str] = Counter()
        home = {each: number for number, cluster in enumerate(clusters) for each in cluster}
        mentions: dict[int, list[str]] = defaultdict(list)
        for each, owner in truth.items():
            mentions[owner].append(each)
        for found in mentions.values():
            homes = Counter(home[each] for each in found)
            main_home = homes.most_common(1)[0][0]
            for each in found:
                if home[each] != main_home:
                    kind = "short" if len(shown[each].name.split()) < 2 or "." in shown[each].name else "full"
                    missed[kind] += 1
                    if missed[kind] < 40:
                        full = Counter(shown[i].name for i in found if home[i] == main_home).most_common(2)
                        print("  LEFT", kind, shown[each].name, shown[each].lang, shown[each].country, full)
        print("  left out of the largest entity of their person:", dict(missed))


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def made(size: int, rng: random.Random) -> tuple[list[Appearance], dict[str, int]]:
    """The appearances of `size` people in their papers, and which person each is."""
    tables = [_table(locale) for locale in LOCALES]
    writers = _writers()
    appearances: list[Appearance] = []
    truth: dict[str, int] = {}
    surnames = [len(table[0][1]) ** 0.5 for table in tables]  # a country of more surnames has more people
    for circle in range(size // CIRCLE):
        sides = [one, other] = rng.choices(range(len(tables)), surnames, k=2)
        if one == other:
            sides = [one, (one + 1) % len(tables)]
        people = [
            _person(circle * CIRCLE + index, LOCALES[side], tables[side], rng)
            for index in range(CIRCLE)
            for side in (sides[index % 2],)
        ]
        langs = rng.sample(sorted(writers), 3)
        fame = [1 / (1 + rng.randrange(12)) for _ in people]
        for number in range(PAPERS):
            paper, year, lang = f"{circle}-{number}", rng.randrange(2000, 2024), rng.choice(langs)
            plain = rng.random() < 0.4
            for side in sides:
                land = LOCALES[side][-2:].lower()
                appearances.append(
                    Appearance(content_id(paper, land), paper, "place", land, (land,), land, lang, (), (("iso", land),))
                )
            for person in _drawn(people, fame, rng):
                name = written(person, lang, writers[lang], plain, rng)
                country = person.country if rng.random() < 0.5 else None
                office = next((role for role, since, until in person.career if since <= year < until), None)
                roles = ()
                if office and rng.random() < 0.35:
                    roles = (f"{office}/{person.country}/{year}-{rng.randrange(1, 13):02}",)
                each = Appearance(
                    content_id(paper, person.number), paper, "person", name, (name,), country, lang, roles, (), 0.9
                )
                appearances.append(each)
                truth[each.id] = person.number
    return appearances, truth


def _drawn(people: Sequence[Person], fame: Sequence[float], rng: random.Random) -> list[Person]:
    order = sorted(range(len(people)), key=lambda index: rng.random() ** (1 / fame[index]), reverse=True)
    return [people[index] for index in order[:NAMED]]


Table = tuple[tuple[list[str], list[str]], tuple[list[str], list[str]]]


def _table(locale: str) -> Table:
    """Given names and surnames of men and of women, as Faker has them."""
    try:
        provider = import_module(f"faker.providers.person.{locale}").Provider
    except ImportError:
        sys.exit("the tables of names are missing: pip install -r bench/requirements.txt")

    def names(kind: str, sex: str) -> list[str]:
        for attribute in (f"{kind}_names_{sex}", f"{kind}_names"):
            found = getattr(provider, attribute, None)
            if isinstance(found, Mapping | Sequence) and len(found) > 2:
                return list(dict.fromkeys(found))
        raise LookupError(f"Faker has no {kind} names of {locale}")

    return (names("first", "male"), names("last", "male")), (names("first", "female"), names("last", "female"))


def _person(number: int, locale: str, table: Table, rng: random.Random) -> Person:
    country, female = locale[-2:].lower(), rng.random() < 0.4
    given, surnames = table[female]
    names = [rng.choice(given)] + ([rng.choice(given)] if rng.random() < 0.15 and country not in CYRILLIC else [])
    surname = rng.choice(surnames)
    if country in DOUBLE and rng.random() < 0.5:
        surname += f" {rng.choice(surnames)}"
    father = ""
    if country in FATHERS:
        stem = rng.choice([name for name in table[0][0] if name[-1] not in "аеиіоуюяйь"])
        father = stem + FATHERS[country][female]
    career, year = [], rng.randrange(1995, 2015)
    while year < 2024:
        until = year + rng.randrange(2, 9)
        career.append((rng.choice(OFFICES), year, until))
        year = until
    return Person(number, country, tuple(dict.fromkeys(names)), father, surname, tuple(career))


def written(person: Person, lang: str, writer: Sequence[tuple[str, str]], plain: bool, rng: random.Random) -> str:
    """The name of a person as a paper of a language has it."""
    given, surname = list(person.given), person.surname
    roll = rng.random()
    if len(given) > 1 and rng.random() < 0.4:
        given = given[:1]
    if person.father and rng.random() < FATHER:
        given.append(person.father)
    if roll < SURNAME:
        given = []
    elif roll < SURNAME + INITIALS:
        given = [f"{name[0]}." for name in given]
    elif person.country in DOUBLE and surname[0].isupper() and rng.random() < 0.3:
        surname = surname.split()[0]
    words = [_spelt(word, lang, writer, plain) for word in (*given, surname)]
    if rng.random() < SLIP:
        at = rng.randrange(1, len(words[-1])) if len(words[-1]) > 4 else 1
        words[-1] = words[-1][:at] + words[-1][at + 1 :]
    if rng.random() < CASE and lang in GENITIVE and words[-1][-1] not in "sxz":
        words[-1] += GENITIVE[lang]
    elif rng.random() < CASE and lang == "ru" and words[-1][-1] in "внр" and not person.father.endswith("а"):
        words[-1] += rng.choice(CASES)
    if rng.random() < CAPITALS:
        words[-1] = words[-1].upper()
    if len(words) > 1 and rng.random() < TURNED:
        return f"{words[-1]}{rng.choice([',', ''])} {' '.join(words[:-1])}"
    return " ".join(words)


def _spelt(word: str, lang: str, writer: Sequence[tuple[str, str]], plain: bool) -> str:
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in word)
    if cyrillic != (lang == "ru"):
        low = word.lower()
        for group, to in writer:
            low = low.replace(group, to)
        word = "-".join(part.capitalize() for part in low.split("-"))
    if plain and not cyrillic and lang != "ru":
        marked = unicodedata.normalize("NFD", word)
        word = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return word


def _writers() -> dict[str, list[tuple[str, str]]]:
    """For each language, what is replaced by what, in order."""
    tables = tomllib.loads((Path(__file__).parent / "romanisations.toml").read_text(encoding="utf-8"))
    found = {}
    for lang, table in [*tables["latin"].items(), *tables["cyrillic"].items()]:
        pairs = [pair.split("=") for key in ("groups", "letters") for pair in table[key].split()]
        found[lang] = [(one, other) for one, other in pairs]
    return found


if __name__ == "__main__":
    main()
