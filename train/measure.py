"""Compare the tagger alone with gold papers: `python train/measure.py PAPERS GOLD`.

For persons and core bodies it compares sets of folded names, paper by paper: a gold name counts as found where one of
its forms is among the tagger's names, a tagger's name as right where it is a form of some gold name (of a body: core
or not). No voting, no gazetteer, no cleaning: the figure is the tagger's own. A name in two forms counts once for
each form."""

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

from greffier.extract.tagger import Tagger, load_tagger  # noqa: E402
from greffier.text.tokens import token_spans  # noqa: E402

GOLD_KINDS = {"persons": "PER", "bodies": "ORG"}


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, words in one order.

    >>> fold("JANSEN, Anna-Maria") == fold("Anna-Maria Jansen")
    True
    """
    text = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(sorted(re.findall(r"\w+", "".join(c for c in text if not unicodedata.combining(c)))))


def names_in(tagger: Tagger, text: str, langs: list[str], floor: float) -> dict[str, dict[str, tuple[float, str]]]:
    """Return the folded names by kind, each with its best confidence and form, reading the text block by block."""
    found: dict[str, dict[str, tuple[float, str]]] = {kind: {} for kind in GOLD_KINDS.values()}
    blocks = re.split(r"\n\s*\n|\\\n|(?<=\w{2}[.!?])\s+(?=[A-ZÀ-ÞА-ЯЁ«\"“])", text)
    for block in blocks:
        tokens = token_spans(block)
        lang = langs[0]
        if (
            "fr" in langs
            and "nl" in langs
            and len(re.findall(r"\b(?:les|des|est|une|et|du|que)\b", block))
            > len(re.findall(r"\b(?:het|een|van|en|dat|de|is)\b", block))
        ):
            lang = "fr"
        for tag in tagger.tag([block[start:end] for start, end in tokens], lang):
            if tag.kind in found and tag.confidence >= floor:
                written = block[tokens[tag.start][0] : tokens[tag.end - 1][1]]
                names, key = found[tag.kind], fold(written)
                names[key] = max(names.get(key, (0.0, "")), (tag.confidence, written))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--floor", type=float, default=0.0, help="leave out names of lower confidence")
    parser.add_argument("--misses", choices=tuple(GOLD_KINDS), help="list what was missed and what was wrong")
    options = parser.parse_args()
    tagger = load_tagger()
    totals = {kind: [0, 0, 0, 0] for kind in GOLD_KINDS}  # gold, found, told, right
    bands: dict[tuple[str, int], list[bool]] = defaultdict(list)
    seconds, words = 0.0, 0
    print(f"{'paper':28} {'persons P':>9} {'R':>5} {'bodies P':>9} {'R':>5}")
    for path in sorted(options.gold.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (options.papers / f"{path.stem}.txt").read_text(encoding="utf-8")
        langs = re.findall(r"[a-z]{2}", path.stem.partition("_")[2]) if len(path.stem) < 12 else guess(text)
        begin = time.process_time()
        found = names_in(tagger, text, langs, options.floor)
        seconds, words = seconds + time.process_time() - begin, words + len(text.split())
        cells = []
        for kind, mark in GOLD_KINDS.items():
            entries = [entry for entry in gold[kind] if kind == "persons" or entry.get("core")]
            forms = {fold(name) for entry in gold[kind] for name in entry["names"]}
            hit = [any(fold(name) in found[mark] for name in entry["names"]) for entry in entries]
            right = [name for name in found[mark] if name in forms]
            for name, (confidence, _) in found[mark].items():
                bands[mark, int(confidence * 10)].append(name in forms)
            for slot, number in enumerate((len(entries), sum(hit), len(found[mark]), len(right))):
                totals[kind][slot] += number
            cells.append(f"{len(right) / max(1, len(found[mark])):9.2f} {sum(hit) / max(1, len(entries)):5.2f}")
            if options.misses == kind:
                print("  missed:", [entry["names"][0] for entry, ok in zip(entries, hit, strict=True) if not ok])
                print("  wrong: ", [written for name, (_, written) in found[mark].items() if name not in forms])
        print(f"{path.stem:28} {' '.join(cells)}")
    for kind, (all_gold, hits, told, good) in totals.items():
        precision, recall = good / max(1, told), hits / max(1, all_gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{kind}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({hits}/{all_gold} found, {good}/{told} right)")
    for (mark, band), hits_in in sorted(bands.items()):
        share = sum(hits_in) / len(hits_in)
        print(f"{mark} with confidence from .{band}: {share:.2f} right of {len(hits_in)}")
    print(f"{words / max(seconds, 1e-9):.0f} words a CPU-second")
    return 0


def guess(text: str) -> list[str]:
    """Guess the languages of a paper whose name tells none, by its commonest function words."""
    marks = {
        "nl": "het een van dat",
        "fr": "les des est une",
        "en": "the of and to",
        "da": "og af til det",
        "de": "der die und das",
    }
    counts = {lang: len(re.findall(rf"\b(?:{'|'.join(w.split())})\b", text)) for lang, w in marks.items()}
    ranked = sorted(counts, key=lambda lang: -counts[lang])
    return ranked[:2] if counts[ranked[1]] > 0.5 * counts[ranked[0]] else ranked[:1]


if __name__ == "__main__":
    sys.exit(main())
