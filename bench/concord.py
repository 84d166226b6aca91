"""How many planted disagreements `greffier concord` finds, and how often it is right: `python bench/concord.py`.

Disagreements are planted into invented bilingual papers (bench/concord_papers.py); `--aside` takes sentences, names and
pairs of languages that the rules were not tuned on; `--misses` prints what was not found and what was found wrongly.
With folders of real papers as arguments, disagreements are planted into their bilingual ones too, and what is found in
the papers as they are is printed, to be read.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from concord_papers import Plan, Planted, Stock, paper, plan, plant, word, written
from concord_real import plant_real

from greffier.model.span import Span
from greffier.publish.concord import Concordance, Disagreement, concord
from greffier.run.pipeline import read_paper

KINDS = ("number", "date", "name", "missing", "negation", "article")
PAIRS = {
    "tuned": (("nl", "fr"), ("en", "fr"), ("de", "fr"), ("en", "ru"), ("da", "en")),
    "aside": (("es", "en"), ("sv", "da"), ("nl", "de"), ("ru", "fr"), ("es", "fr"), ("nl", "fr"), ("en", "ru")),
}
SAME = {"article": {"article", "number"}, "number": {"article", "number"}}


def run(name: str, papers: int, seed: int, *, misses: bool) -> None:
    stock = Stock(name)
    rng = random.Random(seed)
    planted, found, wrong, clean = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    provisions = of = words = 0
    spent = 0.0
    for number in range(papers):
        langs = PAIRS[name][number % len(PAIRS[name])]
        made = plan(stock, langs, rng)
        untouched, _ = compared(stock, made, number)
        clean.update(one.kind for one in untouched.disagreements)
        provisions, of = provisions + untouched.provisions, of + untouched.of
        if misses:
            for one in untouched.disagreements:
                print(f"  untouched {number} {made.langs} {made.layout}: {shown(one)}")
        for kind in KINDS * 2:
            plant(stock, made, kind, rng)
        result, taken = compared(stock, made, number)
        spent += taken
        words += len(paper(stock, made).split())
        left = list(result.disagreements)
        for one in made.planted:
            planted[one.kind] += 1
            hits = [each for each in left if answers(stock, made, one, each)]
            if hits:
                found[one.kind] += 1
                left.remove(hits[0])
            elif misses:
                place = f"{number} {made.langs} {made.layout}"
                print(f"  missed {place}: {one.kind} {one.slot}: {planted_text(stock, made, one)}")
        for each in left:
            wrong[each.kind] += 1
            if misses:
                print(f"  wrong {number} {made.langs} {made.layout}: {shown(each)}")
    total, hit, false = sum(planted.values()), sum(found.values()), sum(wrong.values())
    print(f"{name}: {papers} papers, {words:,} words; provisions aligned {provisions} of {of}")
    print(
        f"  planted {total}, found {hit} ({hit / total:.3f}); precision {hit / max(hit + false, 1):.3f} ({false} wrong)"
    )
    for kind in sorted(planted | wrong):
        counts = f"planted {planted[kind]:4} found {found[kind]:4} wrong {wrong[kind]:4}"
        print(f"  {kind:10} {counts} in untouched papers {clean[kind]:4}")
    print(f"  {1e6 * spent / words:.1f} ms of CPU per 1,000 words")


def compared(stock: Stock, made: Plan, number: int) -> tuple[Concordance, float]:
    source = read_paper(paper(stock, made).encode(), f"{number}.txt")
    started = time.process_time()
    return concord([source]), time.process_time() - started


def planted_text(stock: Stock, made: Plan, one: Planted) -> str:
    """The sentence planted in, as it stands in the version that has it."""
    version = 1 - one.version if one.kind == "missing" else one.version
    return written(stock, one.said, version, made.langs[version])


def answers(stock: Stock, made: Plan, one: Planted, found: Disagreement) -> bool:
    """Whether a disagreement found is the one planted: its kind, its sentence, its words."""
    if found.kind not in SAME.get(one.kind, {one.kind}):
        return False
    sides = (found.left, found.right)
    if one.kind == "missing":
        side = sides[1 - one.version]
        return side is not None and bool(side.words) and overlaps(planted_text(stock, made, one), side.quote)
    side = sides[one.version]
    if side is None or not overlaps(planted_text(stock, made, one), side.quote):
        return False
    if one.kind == "negation":
        return True
    for version in (one.version, 1 - one.version):
        each = sides[version]
        if each is None or not each.words:
            continue
        value = bare(word(stock, one.slot, one.said.values[version], made.langs[version], one.said.forms, version))
        quoted = quote_words(each.words, made, stock)
        if any(bare(text) in value or value in bare(text) for text in quoted):
            return True
    return False


def quote_words(words: tuple[Span, ...], made: Plan, stock: Stock) -> Iterator[str]:
    text = paper(stock, made)
    for span in words:
        yield span.of(text)


def overlaps(sentence: str, quote: str) -> bool:
    """Whether most words of the sentence stand in the quote."""
    there = set(re.findall(r"\w+", quote.lower()))
    words = [each.lower() for each in re.findall(r"\w+", sentence)]
    return sum(each in there for each in words) >= 0.7 * len(words)


def bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def shown(one: Disagreement) -> str:
    left, right = (" ".join(side.quote.split())[:150] if side else "" for side in (one.left, one.right))
    return f"{one.confidence:.2f} {one.kind} [{one.label}] {one.reason}\n      {left}\n      {right}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--aside", action="store_true")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--papers", type=int, default=25)
    options.add_argument("--seed", type=int, default=5)
    given = options.parse_args()
    if given.folders:
        plant_real(given.folders, given.papers, given.seed, misses=given.misses)
        return
    run("aside" if given.aside else "tuned", given.papers, given.seed, misses=given.misses)


if __name__ == "__main__":
    main()
