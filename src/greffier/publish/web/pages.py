"""The pages by address, each a question to the record and a template."""

from functools import partial

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from greffier.model.entity import Entity
from greffier.model.errors import NotFound
from greffier.publish import about
from greffier.publish.calendar import calendar
from greffier.publish.events import events
from greffier.publish.points import points
from greffier.publish.review.telling import Teller
from greffier.publish.tenures import capacity, held, with_name
from greffier.publish.web import addresses, concord, deciding, paper, rendering, sheets
from greffier.publish.web.corrections import form_fields
from greffier.publish.web.guard import May
from greffier.publish.web.opened import Opened
from greffier.publish.web.shown import in_context
from greffier.record.days import days
from greffier.record.record import Record
from greffier.record.views import Weight
from greffier.search.passages import search
from greffier.text.folding import fold

PAGE = 200  # lines of a list on one page
SHOWN = 20  # entries of a kind that the page of an entity shows at once
TITLES = {"persons": "Persons", "bodies": "Bodies", "places": "Places", "instruments": "Instruments"}


def add(app: FastAPI, opened: Opened, may: May | None) -> None:
    """Give `app` every page of the record; those that decide only where `may` is set."""
    render = partial(rendering.render, may=may)
    deciding.add(app, opened, render, may)

    @app.get("/", response_class=HTMLResponse)
    def front() -> str:
        with opened() as record:
            people = ranked(record, "person")[:12]
            offices = {one.id: record.entries(one.id, kinds=["office"])[:1] for one, _ in people}
            meetings = events(record.entries(kinds=["meeting"]))
            dated = [group for group in meetings if days(group[0].entry.date)]
            return render(
                "front.html",
                here="/",
                counts=record.counts(),
                papers=record.papers()[:8],
                people=people,
                offices=offices,
                meetings=dated[-40:][::-1],
                events=len(meetings),
                problems=record.problems(),
                points=len(points(record.entries())),
            )

    @app.get("/search", response_class=HTMLResponse)
    def searched(q: str = "") -> str:
        asked = q[:400]
        with opened() as record:
            hits = search(record, asked, limit=50) if asked.strip() else ()
            named = record.find_entity(asked)[:8] if asked.strip() else ()
            return render("search.html", asked=asked, hits=hits, named=named)

    @app.get("/papers", response_class=HTMLResponse)
    def papers() -> str:
        with opened() as record:
            return render("papers.html", here="/papers", papers=record.papers(), problems=record.problems())

    @app.get("/papers/{paper_id}", response_class=HTMLResponse)
    def one_paper(paper_id: str, entry: str = "", view: str = "", page: int = 0) -> str:
        with opened() as record:
            return render("paper.html", here="/papers", **paper.page(record, paper_id, entry, view, page))

    @app.get("/papers/{paper_id}/pages/{number}")
    def one_page(paper_id: str, number: int) -> Response:
        with opened() as record:
            data, media = sheets.image(record, paper_id, number)
            return Response(data, media_type=media)

    @app.get("/concord/{left}", response_class=HTMLResponse)
    @app.get("/concord/{left}/{right}", response_class=HTMLResponse)
    def compared(left: str, right: str = "", doubtful: bool = False) -> str:
        with opened() as record:
            return concord.page(record, left, right, doubtful=doubtful)

    @app.get("/meetings", response_class=HTMLResponse)
    def meetings() -> str:
        with opened() as record:
            groups = events(record.entries(kinds=["meeting"]))
            return render("timeline.html", here="/meetings", title="Meetings", groups=groups, asked_for=None)

    @app.get("/timeline", response_class=HTMLResponse)
    def timeline(since: str = "", until: str = "") -> str:
        with opened() as record:
            groups = events(record.timeline(since=since or None, until=until or None))
            dates = {"since": since, "until": until}
            return render("timeline.html", here="/timeline", title="Timeline", groups=groups, asked_for=dates)

    @app.get("/points", response_class=HTMLResponse)
    def open_points() -> str:
        with opened() as record:
            return render("points.html", here="/points", points=points(record.entries()))

    @app.get("/calendar.ics")
    def dates() -> Response:
        with opened() as record:
            return Response(calendar(record.timeline()), media_type="text/calendar")

    @app.get("/meetings/{entry_id}", response_class=HTMLResponse)
    @app.get("/entries/{entry_id}", response_class=HTMLResponse)
    def one_entry(entry_id: str, done: str = "") -> str:
        with opened() as record:
            told = record.entry(entry_id)
            text = record.text(told.paper.id)
            quotes = [in_context(text, quote.span) for quote in told.quotes]
            others = [record.entry(one) for one in told.entry.parallel]
            date = told.entry.date
            same_days = record.entries(kinds=["meeting"], since=date, until=date) if days(date) else ()
            meetings = [one for one in same_days if one.entry.id != told.entry.id and one not in others]
            form = form_fields(told, record.findings(told.paper.id).appearances) if may else ()
            made = Teller(record).done(done)
            return render(
                "entry.html", told=told, quotes=quotes, others=others, same_days=meetings, form=form, done=made
            )

    @app.get("/{plural}", response_class=HTMLResponse)
    def entities(plural: str, q: str = "", page: int = 1) -> str:
        kind = _kind(plural)
        with opened() as record:
            found = [pair for pair in ranked(record, kind) if fold(q) in fold(" ".join(pair[0].names))]
        last = max(1, -(-len(found) // PAGE))
        page = min(max(page, 1), last)
        shown = found[(page - 1) * PAGE : page * PAGE]
        values = {"title": TITLES[plural], "plural": plural, "q": q, "page": page, "last": last, "total": len(found)}
        return render("entities.html", here=f"/{plural}", found=shown, **values)

    @app.get("/{plural}/{entity_id}", response_class=HTMLResponse)
    def one_entity(plural: str, entity_id: str, done: str = "") -> str:
        kind = _kind(plural)
        with opened() as record:
            entity = record.entity(entity_id)
            if entity.kind != kind:
                raise NotFound(f"{entity_id} is no {kind}")
            told, mine = about.entries(record, entity), set(entity.appearances)
            sections = [
                (name, events(one for one in told if one.entry.kind == name))
                for name in ("office", "meeting", "statement", "undertaking", "act", "citation", "provision", "figure")
            ]
            cards = {card.id: card for card in record.papers()}
            places: dict[str, list[int]] = {}
            for named in record.mentions(entity.id):
                places.setdefault(named.paper, []).append(named.span.start)
            return render(
                "entity.html",
                here=f"/{plural}",
                entity=entity,
                shown=SHOWN,
                country_page=about.country_of(entity) is not None,
                identified=[one for one in record.standing() if one.verdict == "identify" and mine & set(one.subjects)],
                done=Teller(record).done(done),
                sections=[section for section in sections if section[1]],
                terms=[
                    (term, capacity(term) if term.person == entity.id else with_name(term), held(term))
                    for term in record.tenures(entity.id)
                ],
                named=[(cards[one], starts) for one, starts in places.items()],
            )


def ranked(record: Record, kind: str) -> list[tuple[Entity, Weight]]:
    """Entities of a kind with their weights, those with most entries first."""
    weights = record.weights(kind)
    found = [(entity, weights[entity.id]) for entity in record.entities(kind)]
    return sorted(found, key=lambda pair: (-pair[1].entries, -pair[1].mentions, pair[0].name))


def _kind(plural: str) -> str:
    kind = addresses.KINDS.get(plural)
    if kind is None:
        raise NotFound("There is no such page.")
    return kind
