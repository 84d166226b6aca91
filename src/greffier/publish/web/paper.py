"""What a paper's page shows: its text with all evidence marked, or its two versions side by side."""

from greffier.model.outline import Passage
from greffier.model.span import Span
from greffier.publish.web import addresses, sheets
from greffier.publish.web.marking import Link, Mark, as_html, runs
from greffier.publish.web.versions import is_bilingual, rows
from greffier.record.record import Record

STYLES = {"heading": "heading", "title": "heading", "boilerplate": "furniture"}


def page(record: Record, paper_id: str, chosen: str, view: str, number: int = 0) -> dict[str, object]:
    """The values of the template; `view` is `versions` for a bilingual paper side by side, `pages` for its pages.

    `number` is the page to show; 0 the one on which the chosen entry stands.
    """
    card = record.paper(paper_id)
    outline = record.outline(card.id)
    told = sorted(record.entries(paper=card.id), key=lambda one: one.quotes[0].span if one.quotes else Span(0, 0))
    marks = [
        Mark(quote.span, one.entry.id, one.entry.kind, number)
        for number, one in enumerate(told, 1)
        for quote in one.quotes
    ]
    links = _links(record, card.id)
    bilingual = is_bilingual(outline)
    anchored: set[str] = set()
    values: dict[str, object] = {"card": card, "told": told, "chosen": chosen, "bilingual": bilingual, "view": "text"}
    layout = record.layout(card.id)
    values["paged"] = layout is not None
    if layout is not None and view == "pages":
        places = sheets.page_of(layout, record.text(card.id), marks)
        return {**values, "view": "pages", "sheet": sheets.sheet(record, card, marks, chosen, number), "places": places}
    if bilingual and view == "versions":
        text = record.text(card.id)

        def shown(passage: Passage) -> str:
            spans = passage.evidence(0, len(passage.text))
            parts = (as_html(runs(text, marks, links, (), span), chosen=chosen, anchored=anchored) for span in spans)
            return as_html(()).join(parts)

        cells = [([(p, shown(p)) for p in row.left], [(p, shown(p)) for p in row.right]) for row in rows(outline)]
        return {**values, "view": "versions", "rows": cells}
    styles = [
        (span, STYLES[passage.kind])
        for passage in outline.passages
        if passage.kind in STYLES
        for span in passage.evidence(0, len(passage.text))
    ]
    found = runs(record.text(card.id), marks, links, styles)
    return {**values, "text": as_html(found, chosen=chosen, anchored=anchored)}


def _links(record: Record, paper: str) -> list[Link]:
    """A link for each name in the text."""
    findings = record.findings(paper)
    pages = {}
    for appearance in findings.appearances:
        entity = record.entity_of(appearance.id)
        if entity is not None:
            pages[appearance.id] = (addresses.of_entity(entity), entity.kind)
    return [Link(one.span, *pages[one.appearance]) for one in findings.mentions if one.appearance in pages]
