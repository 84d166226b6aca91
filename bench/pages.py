"""How fast pages are read: HTML pages per CPU-second, of pages made here as news sites make them, or of a folder's.

    python bench/pages.py [FOLDER]

Without FOLDER, sixty pages of some 70 kB are made from the sample papers: scripts and metadata in the head, menus, an
article with links and pictures, teasers, comments, a foot. Printed are the pages per CPU-second of the reader alone
(bytes to text with blocks) and of the whole flow, best of three rounds.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from greffier.model.errors import PaperError
from greffier.read import html
from greffier.run.pipeline import read_paper

SAMPLES = Path(__file__).parents[1] / "examples" / "belgium-kazakhstan" / "papers"
NUMBER = 60
ROUNDS = 3
SCRIPT = "window.dataLayer=window.dataLayer||[];function track(a,b){return a.push({event:b,time:Date.now()});}\n" * 60


def page(number: int, sentences: list[str]) -> bytes:
    """Page `number`: an article among everything that stands around it."""
    chance = random.Random(number)

    def words(count: int) -> str:
        return " ".join(chance.choices(sentences, k=count))

    def links(count: int) -> str:
        items = (f'<li class="item"><a href="/p/{n}"><span>{words(1)[:40]}</span></a></li>' for n in range(count))
        return f"<ul>{''.join(items)}</ul>"

    title = words(1)[:80]
    metas = "".join(f'<meta name="x-{n}" content="{words(1)[:60]}">' for n in range(25))
    paragraphs = "".join(
        f'<p class="text">{words(2)} <a href="/t/{n}">{words(1)[:30]}</a> <em>{words(1)}</em></p>' for n in range(14)
    )
    teasers = "".join(
        f'<div class="teaser"><img src="/i/{n}.jpg" alt=""><h3><a href="/a/{n}">{words(1)[:70]}</a></h3>'
        f"<p>{words(1)}</p></div>"
        for n in range(16)
    )
    comments = "".join(f'<div class="comment"><b>Reader {n}</b><p>{words(1)}</p></div>' for n in range(12))
    return (
        f"<!DOCTYPE html><html lang='nl'><head><title>{title} | The Office</title>{metas}"
        f'<meta property="og:site_name" content="The Office"><script>{SCRIPT}</script>'
        f"<style>{'.a{margin:0}' * 400}</style></head><body><header><div class='logo'>The Office</div>"
        f"<nav>{links(50)}</nav></header><main><article><h1>{title}</h1>"
        f'<time datetime="2021-05-03">3 mei 2021</time><figure><img src="/a.jpg"><figcaption>{words(1)}</figcaption>'
        f"</figure>{paragraphs}</article><aside>{teasers}</aside><section id='comments'>{comments}</section>"
        f"</main><footer>{links(60)}<p>© The Office</p></footer><script>{SCRIPT}</script></body></html>"
    ).encode()


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        found = [(file.name, file.read_bytes()) for file in sorted(Path(sys.argv[1]).rglob("*")) if file.is_file()]
        pages = [(name, data) for name, data in found if html.recognised(data, name)]
    else:
        text = " ".join(file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*.txt")))
        sentences = [" ".join(one.split()) + "." for one in text.split(". ") if 40 < len(one) < 300 and "<" not in one]
        pages = [(f"{number}.html", page(number, sentences)) for number in range(NUMBER)]
    if not pages:
        sys.exit("no page in this folder")
    size = sum(len(data) for _, data in pages) / len(pages) / 1000
    print(f"{len(pages)} pages of {size:.0f} kB on average, best of {ROUNDS} rounds")
    print(f"reader     {_rate(pages, html.read):8.1f} pages per CPU-second")
    print(f"whole flow {_rate(pages, read_paper):8.1f} pages per CPU-second")


def _rate(pages: list[tuple[str, bytes]], read: Callable[[bytes, str], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for name, data in pages:
            try:
                read(data, name)
            except PaperError:
                continue
        best = min(best, time.process_time() - began)
    return len(pages) / best


if __name__ == "__main__":
    main()
