"""Two versions side by side, sentence by sentence, with what does not agree marked in both: a page, or a file alone."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup, escape

from greffier.model.findings import Findings
from greffier.model.outline import Outline
from greffier.model.span import Span
from greffier.publish.concord import LEAST, Concordance, Disagreement, concord
from greffier.publish.concord.versions import version_langs
from greffier.publish.web.marking import Mark, Run, as_html, runs
from greffier.publish.web.rendering import render
from greffier.record.record import Record
from greffier.record.views import PaperCard

STYLE = Path(__file__).parent / "static" / "greffier.css"
HYPHENS = ("-", "\u00ad")
BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_])")
OFFERED = 40  # papers that may hold the other version, listed at most


def page(record: Record, left: str, right: str = "", *, doubtful: bool = False) -> str:
    """The page of one bilingual paper or of two papers of the record; without a second version, papers to choose."""
    cards = [record.paper(name) for name in (left, right) if name]
    sources = [(record.outline(card.id), record.findings(card.id)) for card in cards]
    if len(cards) == 1 and len(version_langs(sources[0][0])) < 2:
        return render("concord_with.html", here="/papers", card=cards[0], others=_others(record, cards[0]))
    found = concord(sources, least=0.0 if doubtful else LEAST)
    return render(
        "concord.html", here="/papers", frame="page.html", cards=cards, doubtful=doubtful, **_values(found, sources)
    )


def alone(found: Concordance, sources: Sequence[tuple[Outline, Findings]]) -> str:
    """The same as one HTML file that needs no other."""
    style = Markup(STYLE.read_text(encoding="utf-8"))
    values = _values(found, sources)
    return render("concord.html", frame="alone.html", style=style, cards=[], doubtful=False, **values)


def _others(record: Record, card: PaperCard) -> list[PaperCard]:
    """The papers in other languages, those of the same kind and day first."""
    others = [one for one in record.papers() if one.id != card.id and set(one.languages) - set(card.languages)]
    others.sort(key=lambda one: (one.published != card.published, one.kind != card.kind, abs(one.words - card.words)))
    return others[:OFFERED]


def _values(found: Concordance, sources: Sequence[tuple[Outline, Findings]]) -> dict[str, object]:
    texts = {outline.paper.id: outline.paper.text for outline, _ in sources}
    marks: dict[tuple[str, str], list[Mark]] = {}
    for number, one in enumerate(found.disagreements, 1):
        for side in filter(None, (one.left, one.right)):
            for span in side.words:
                marks.setdefault((side.paper, side.lang), []).append(Mark(span, f"d{number}", css(one), number))
    anchored: set[str] = set()

    def shown(paper: str, lang: str, spans: Iterable[Span]) -> Markup:
        own = marks.get((paper, lang), [])
        pieces = [(span, as_html(runs(texts[paper], own, (), (), span), anchored=anchored)) for span in spans]
        return _flowing(Markup("").join(piece + _between(texts[paper], span) for span, piece in pieces))

    left, right = found.left, found.right
    rows = [
        (pair, shown(left.paper, left.lang, pair.left), shown(right.paper, right.lang, pair.right))
        for pair in found.pairs
    ]
    told = [(number, one, *_quotes(one, texts)) for number, one in enumerate(found.disagreements, 1)]
    return {"found": found, "rows": rows, "told": told, "anchored": anchored, "css": css}


def _quotes(one: Disagreement, texts: dict[str, str]) -> tuple[Markup, Markup]:
    """Both quotes with the words that disagree marked."""
    made = []
    for side in (one.left, one.right):
        if side is None:
            made.append(Markup(""))
            continue
        marks = [Mark(span, "", css(one), 0) for span in side.words]
        quoted = (_plain(runs(texts[side.paper], marks, (), (), span), css(one)) for span in side.spans)
        made.append(_flowing(Markup(" … ").join(quoted)))
    return made[0], made[1]


def css(one: Disagreement) -> str:
    """The class that colours a disagreement."""
    return f"odd-{one.kind}"


def _between(text: str, span: Span) -> str:
    """What parts a piece of a passage from the next: nothing where a word was broken there."""
    return "" if text[span.end : span.end + 1] in HYPHENS else " "


def _flowing(html: Markup) -> Markup:
    """The same with the hyphens of broken lines out of sight: they are the paper's, not the word's."""
    return Markup(BROKEN.sub(r'<span class="broken">\g<0></span>', str(html)))


def _plain(found: Iterable[Run], kind: str) -> Markup:
    framed = Markup('<mark class="{}">{}</mark>')
    return Markup("").join(framed.format(kind, run.text) if run.marks else escape(run.text) for run in found)
