"""Invented papers in two languages for bench/concord.py: resolutions with a note, laid out in several ways.

One plan of sentences and values is written out in both languages, each with its own formats of numbers and dates, words
or digits, sentences joined in one version and apart in the other. A planting changes one value in one version.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

TEXTS = Path(__file__).parent / "concord_texts"
SLOT = re.compile(r"\{(not:[^{}]*|\w+)\}")
LINE = 62  # characters of a column's line
LAYOUTS = ("columns", "pages", "alternating", "one after the other")
VALUES = {"n": "number", "s": "number", "w": "number", "o": "number", "a": "article", "a2": "article"}
VALUES |= {"d": "date", "m": "date", "y": "date", "p": "name", "q": "name", "t": "name", "c": "name"}


@dataclass
class Said:
    """One sentence of the plan: its template, the value of each slot in each version, whether it is denied there."""

    texts: dict[str, str]
    kind: str
    values: list[dict[str, Any]]
    denied: list[bool]
    forms: dict[str, list[str]] = field(default_factory=dict)
    dropped: int | None = None  # the version that lacks it


@dataclass
class Planted:
    """A disagreement planted: its kind, the version changed, the words there and the words they stand for."""

    kind: str
    version: int
    said: Said
    slot: str = ""


@dataclass
class Item:
    """A provision or paragraph: its sentences, whether versions set them apart by semicolons."""

    kind: str
    said: list[Said]
    label: str = ""
    joined: tuple[int, ...] = ()  # the versions in which the first two sentences are one


@dataclass
class Plan:
    """A paper before it is written out."""

    langs: tuple[str, str]
    items: list[Item]
    layout: str
    labelled: bool
    planted: list[Planted] = field(default_factory=list)


class Stock:
    """The sentences and words of one set (`tuned`, `aside`)."""

    def __init__(self, name: str) -> None:
        words = tomllib.loads((TEXTS / "words.toml").read_text(encoding="utf-8"))
        texts = tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))
        self.frame, self.numbers = words["frame"], words["numbers"]
        self.persons = texts.get("person") or words["person"]
        self.countries = texts.get("country") or words["country"]
        self.cities = texts.get("city") or words["city"]
        self.sentences = texts["sentence"]


def plan(stock: Stock, langs: tuple[str, str], rng: random.Random) -> Plan:
    """A paper of some provisions and paragraphs with nothing planted in it."""
    recitals = [s for s in stock.sentences if s["kind"] == "recital"]
    requests = [s for s in stock.sentences if s["kind"] == "request"]
    prose = [s for s in stock.sentences if s["kind"] == "prose"]

    def follow(most: int) -> list[Said]:
        return [said(stock, one, rng) for one in rng.sample(prose, rng.randint(0, most))]

    items = [
        Item("paragraph", [said(stock, one, rng) for one in rng.sample(prose, rng.randint(2, 5))])
        for _ in range(rng.randint(1, 3))
    ]
    for kind, some, least in (("recital", recitals, 4), ("request", requests, 3)):
        for number in range(rng.randint(least, least + 5)):
            item = Item(kind, [said(stock, rng.choice(some), rng), *(follow(2) if rng.random() < 0.5 else [])])
            item.label = chr(65 + number) if kind == "recital" else str(number + 1)
            if len(item.said) > 1 and rng.random() < 0.3:
                item.joined = rng.choice([(0,), (1,), (0, 1)])
            items.append(item)
    return Plan(langs, items, rng.choice(LAYOUTS), rng.random() < 0.6)


def said(stock: Stock, texts: dict[str, str], rng: random.Random) -> Said:
    """A sentence with its values drawn, the same for both versions."""
    p, q = rng.sample(range(len(stock.persons)), 2)
    a = sorted(rng.sample(range(3, 420), 2))
    values = {
        "p": p,
        "q": q,
        "t": rng.randrange(len(stock.cities)),
        "c": rng.randrange(len(stock.countries)),
        "n": rng.choice(
            [rng.randint(13, 99), rng.randint(100, 999), rng.randint(1001, 9999), rng.randint(10_000, 3_000_000)]
        ),
        "w": rng.randint(2, 12),
        "s": rng.choice([rng.randint(11, 97), rng.randint(110, 970) / 10]),
        "o": rng.randint(3, 9),
        "a": a[0],
        "a2": a[1],
        "y": rng.randint(1992, 2019),
        "d": date(2015, 1, 1) + timedelta(days=rng.randrange(3300)),
        "m": (rng.randint(2015, 2023), rng.randint(1, 12)),
    }
    forms = {key: [rng.choice("ab"), rng.choice("ab")] for key in ("w", "d", "n", "o")}
    denied = rng.random() < 0.5
    return Said(texts, texts["kind"], [dict(values), dict(values)], [denied, denied], forms)


def written(stock: Stock, one: Said, version: int, lang: str) -> str:
    """The sentence in `lang` as the version has it."""

    def value(match: re.Match[str]) -> str:
        slot = match.group(1)
        if slot.startswith("not:"):
            denied, affirmed = slot[4:].split("|")
            return denied if one.denied[version] else affirmed
        return word(stock, slot, one.values[version], lang, one.forms, version)

    return SLOT.sub(value, one.texts[lang])


def word(stock: Stock, slot: str, values: dict[str, Any], lang: str, forms: dict[str, list[str]], version: int) -> str:
    """A slot's value as the language writes it."""
    how = forms[slot][version] if slot in forms else "a"
    if slot in ("p", "q", "p1"):
        name = stock.persons[values[slot[0]]][lang]
        return name if isinstance(name, str) else str(name[slot == "p1"])
    if slot in ("c", "c1", "c2"):
        return str(stock.countries[values["c"]][lang][("c", "c1", "c2").index(slot)])
    if slot == "t":
        return str(stock.cities[values["t"]][lang])
    if slot == "n":
        return format_decimal(values["n"], locale=lang) if how == "a" or values["n"] > 9999 else str(values["n"])
    if slot == "s":
        sign = "%" if lang in ("en", "nl") else " %"
        return format_decimal(values["s"], locale=lang) + sign
    if slot == "w":
        return str(stock.numbers[lang]["cardinal"][values["w"] - 2]) if how == "a" else str(values["w"])
    if slot == "o":
        return str(stock.numbers[lang]["ordinal"][values["o"] - 3])
    if slot == "d":
        if how == "b" and lang in ("nl", "de", "da", "ru", "fr", "es"):
            return values["d"].strftime("%d/%m/%Y" if lang in ("fr", "es", "nl") else "%d.%m.%Y")
        return day(values["d"], lang)
    if slot == "m":
        year, month = values["m"]
        if lang == "ru":
            return f"{format_date(date(year, month, 1), 'LLLL', locale='ru')} {year} года"
        joint = " de " if lang == "es" else " "
        return format_date(date(year, month, 1), "LLLL", locale=lang) + joint + str(year)
    return str(values[slot])


def day(when: date, lang: str) -> str:
    """A day as running text writes it."""
    text = format_date(when, "long", locale=lang)
    text = text.replace("de 20", "de 20").replace(" г.", " года")
    return text.replace("1 ", "1er ", 1) if lang == "fr" and when.day == 1 else text


def paper(stock: Stock, made: Plan) -> str:
    """The paper's text as a file holds it."""
    columns = [list(_column(stock, made, version)) for version in (0, 1)]
    if made.layout == "one after the other":
        blocks = [*columns[0], *columns[1]]
    elif made.layout == "alternating":
        blocks = [block for pair in _zipped(columns) for block in pair]
    else:
        blocks = _paged(columns, broken=made.layout == "columns")
    return "\n\n".join(blocks) + "\n"


def _zipped(columns: Sequence[list[str]]) -> Iterator[tuple[str, ...]]:
    longest = max(map(len, columns))
    for place in range(longest):
        yield tuple(column[place] for column in columns if place < len(column))


def _paged(columns: Sequence[list[str]], *, broken: bool) -> list[str]:
    """Pages of one version, then of the other; `broken` lets a page end in the middle of a paragraph."""
    pages: list[list[list[str]]] = [[[]], [[]]]
    for number, column in enumerate(columns):
        lines = 0
        for block in column:
            rows = block.split("\n")
            if lines + len(rows) > 34 and lines:
                room = 34 - lines
                if broken and room > 1 and len(rows) - room > 1:
                    pages[number][-1].append("\n".join(rows[:room]))
                    rows = rows[room:]
                pages[number].append([])
                lines = 0
            pages[number][-1].append("\n".join(rows))
            lines += len(rows) + 1
    longest = max(map(len, pages))
    return [
        block
        for place in range(longest)
        for number in (0, 1)
        if place < len(pages[number])
        for block in pages[number][place]
    ]


def _column(stock: Stock, made: Plan, version: int) -> Iterator[str]:
    lang = made.langs[version]
    frame = stock.frame[lang]
    yield frame["title"]
    state = ""
    for item in made.items:
        if item.kind != state and item.kind != "paragraph":
            yield frame["chamber"] if item.kind == "recital" else frame["asks"]
            state = item.kind
        text = _item(stock, made, item, version)
        if text:
            yield "\n".join(_wrapped(text))


def _item(stock: Stock, made: Plan, item: Item, version: int) -> str:
    lang = made.langs[version]
    frame = stock.frame[lang]
    kept = [one for one in item.said if one.dropped != version]
    if not kept:
        return ""
    texts = [written(stock, one, version, lang) for one in kept]
    if item.kind != "paragraph" and kept[0] is item.said[0]:
        opener = (
            frame["recital"][(ord(item.label[0]) + item.said[0].values[version]["y"]) % 4] + " "
            if item.kind == "recital"
            else ""
        )
        end = "." if len(texts) > 1 else ";"
        texts[0] = opener + texts[0] + end
        if version in item.joined and len(texts) > 1:
            texts[0:2] = [f"{texts[0][:-1]}, {frame['and']} {texts[1][:1].lower()}{texts[1][1:]}"]
        if made.labelled or item.kind == "request":
            texts[0] = f"{item.label}. {texts[0]}"
        else:
            texts[0] = texts[0][:1].upper() + texts[0][1:]
    return " ".join(texts)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for each in text.split(" "):
        if line and len(line) + len(each) >= LINE:
            yield line
            line = ""
        line = f"{line} {each}".strip()
    yield line


Planter = Callable[[Stock, Plan, random.Random], Planted | None]


def plant(stock: Stock, made: Plan, kind: str, rng: random.Random) -> Planted | None:
    """Plant one disagreement of `kind` in a sentence that has none; None where there is no fit place."""
    used = {id(one.said) for one in made.planted}
    version = rng.randrange(2)
    lang = made.langs[version]
    places = [(item, one) for item in made.items for one in item.said if id(one) not in used]
    rng.shuffle(places)
    for item, one in places:
        slots = sorted({m for m in SLOT.findall(one.texts[lang]) if not m.startswith("not:")})
        if kind == "missing":
            if one is item.said[0] and (len(item.said) > 1 or rng.random() < 0.6):
                continue
            if item.joined and one is item.said[1]:
                continue
            one.dropped = version
            return _planted(made, Planted(kind, version, one))
        if kind == "negation":
            if all("{not:" in one.texts[each] for each in made.langs):
                one.denied[version] = not one.denied[version]
                return _planted(made, Planted(kind, version, one))
            continue
        fit = [slot for slot in slots if VALUES.get(slot.rstrip("12") if slot != "a2" else slot) == kind]
        if fit:
            slot = rng.choice(fit)
            key = slot if slot == "a2" else slot.rstrip("12")
            one.values[version][key] = changed(stock, key, one.values[version], rng)
            return _planted(made, Planted(kind, version, one, slot))
    return None


def _planted(made: Plan, one: Planted) -> Planted:
    made.planted.append(one)
    return one


def changed(stock: Stock, slot: str, values: dict[str, Any], rng: random.Random) -> Any:
    """Another value for a slot, as a slip of the pen or of the eye makes it."""
    old = values[slot]
    if slot in ("p", "q"):
        return rng.choice([one for one in range(len(stock.persons)) if one not in (values["p"], values["q"])])
    if slot in ("t", "c"):
        return rng.choice([one for one in range(len(stock.cities if slot == "t" else stock.countries)) if one != old])
    if slot == "d":
        return old + rng.choice([timedelta(days=rng.choice([1, 2, 10])), timedelta(days=365), timedelta(days=-31)])
    if slot == "m":
        return (old[0] + rng.choice([-1, 1]), old[1]) if rng.random() < 0.5 else (old[0], old[1] % 12 + 1)
    if slot in ("w", "o"):
        return old - 1 if old > 5 else old + 1
    if slot == "s":
        return old + 10 if old < 80 else old - 10
    if slot == "n" and rng.random() < 0.4:
        return old * 10
    return old + rng.choice([-2, -1, 1, 2, 9])
