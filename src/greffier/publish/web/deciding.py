"""The pages that change the record: review, and the decisions on the pages of entries and entities.

Each is a form, answered with a redirection to a page that says what was decided and offers to undo it.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from greffier.model.entity import Entity
from greffier.publish.review.answering import answer
from greffier.publish.review.doubts import Doubt, doubts, open_still
from greffier.publish.review.telling import Teller
from greffier.publish.review.witnesses import witnesses
from greffier.publish.web import addresses
from greffier.publish.web.corrections import changes
from greffier.publish.web.guard import Form, May, one, posted
from greffier.publish.web.opened import Opened
from greffier.record import deciding
from greffier.record.deciding import By
from greffier.record.record import Record

PAGE = 200  # decisions on one page
Render = Callable[..., str]


class Questions:
    """The questions as last asked of the record, so that a row of answers does not wait for the resolver."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Doubt, ...]] = {}

    def afresh(self, record: Record, kind: str) -> tuple[Doubt, ...]:
        """The open questions, asked anew."""
        self._found[kind] = doubts(record, kind or None)
        return self._found[kind]

    def asked(self, kind: str) -> bool:
        """Whether they were asked since the server began."""
        return kind in self._found

    def after(self, record: Record, kind: str, place: str) -> tuple[Doubt, ...]:
        """Those that stand behind `place`, as last asked, without what was decided since."""
        found = self._found.get(kind)
        if found is None:
            found = self.afresh(record, kind)
        return open_still([doubt for doubt in found if doubt.place > place], record.standing())

    def of(self, record: Record, kind: str, id_: str) -> Doubt | None:
        """The question of an id; None where it is answered."""
        return next((doubt for doubt in self.after(record, kind, "") if doubt.id == id_), None)


def add(app: FastAPI, opened: Opened, render: Render, may: May | None) -> None:
    """Give `app` the pages of decisions, and where `may` is set the forms that make them."""
    questions = Questions()

    async def form_of(request: Request) -> Form:
        return await posted(request, may)

    Sent = Annotated[Form, Depends(form_of)]  # noqa: N806

    @app.get("/review", response_class=HTMLResponse)
    def review(kind: str = "", after: str = "", done: str = "") -> str:
        kind = kind if kind in addresses.PLURALS else ""
        with opened() as record:
            if not after or not questions.asked(kind):
                found = questions.afresh(record, kind)
                return render("review.html", here="/review", **_question(record, found, kind, done))
            with record.as_made():
                found = questions.after(record, kind, after)
                return render("review.html", here="/review", later=True, **_question(record, found, kind, done))

    @app.post("/review")
    def answered(form: Sent) -> Response:
        kind, id_, given = one(form, "kind"), one(form, "id"), one(form, "answer")
        with opened() as record, record.as_made():
            doubt = questions.of(record, kind, id_)
            if doubt is None or given not in ("same", "different"):
                return _see(addresses.with_query("/review", kind=kind))
            judgement, _ = answer(record, doubt, given == "same", _by(form, may))
            return _see(addresses.with_query("/review", kind=kind, after=doubt.place, done=judgement.id))

    @app.get("/decisions", response_class=HTMLResponse)
    def decisions(done: str = "", page: int = 1) -> str:
        with opened() as record:
            teller = Teller(record)
            found = record.decisions()[::-1]
            last = max(1, -(-len(found) // PAGE))
            page = min(max(page, 1), last)
            shown = [(decision, teller.told(decision.judgement)) for decision in found[(page - 1) * PAGE : page * PAGE]]
            values = {"shown": shown, "total": len(found), "page": page, "last": last, "done": teller.done(done)}
            return render("decisions.html", here="/decisions", **values)

    @app.post("/undo")
    def undone(form: Sent) -> Response:
        with opened() as record, record.as_made():
            deciding.undo(record, one(form, "id") or "-", _by(form, may))
            made = record.judgements()[-1]
        return _see(addresses.with_query(_back(form), done=made.id))

    @app.post("/entries/{entry_id}")
    def entry_judged(entry_id: str, form: Sent) -> Response:
        with opened() as record:
            told = record.entry(entry_id)
            verdict = one(form, "answer")
            if verdict == "correct":
                try:
                    wished = changes(told, record.findings(told.paper.id).appearances, form)
                    if not wished:
                        raise HTTPException(422, "Nothing was changed, so there is nothing to correct.")
                    made = deciding.correct(record, told.entry.id, wished, _by(form, may))
                except ValueError as error:
                    raise HTTPException(422, f"That does not fit: {error}.") from error
            elif verdict in ("confirm", "reject"):
                made = deciding.decide(record, verdict, (told.entry.id,), _by(form, may))
            else:
                raise HTTPException(422, "There is no such decision.")
            return _see(addresses.with_query(addresses.of_entry(told.entry.id, told.entry.kind), done=made.id))

    @app.post("/{plural}/{entity_id}/merge")
    def merged(plural: str, entity_id: str, form: Sent) -> Response:
        with opened() as record:
            entity = record.entity(entity_id)
            asked = one(form, "with")
            found = [other for other in record.find_entity(asked, entity.kind) if other.id != entity.id]
            if len(found) != 1:
                weights = record.weights(entity.kind)
                values = {
                    "entity": entity,
                    "wanted": asked,
                    "why": one(form, "why"),
                    "found": found[:50],
                    "weights": weights,
                }
                return HTMLResponse(render("merge.html", here=f"/{plural}", **values))
            made = deciding.same(record, entity.appearances, found[0].appearances, _by(form, may))
            now = record.entity_of(entity.appearances[0])
            return _see(addresses.with_query(addresses.of_entity(now or entity), done=made.id))

    @app.post("/{plural}/{entity_id}/split")
    def parted(plural: str, entity_id: str, form: Sent) -> Response:
        with opened() as record:
            entity: Entity = record.entity(entity_id)
            papers = [record.paper(paper).id for paper in form.get("paper", ())]
            if not papers:
                raise HTTPException(422, "No paper was chosen. Choose those in which somebody else is meant.")
            made = deciding.split(record, entity, papers, _by(form, may))
            there = {one.id for paper in papers for one in record.findings(paper).appearances}
            rest = next(one for one in entity.appearances if one not in there)
            now = record.entity_of(rest)
            return _see(addresses.with_query(addresses.of_entity(now or entity), done=made.id))


def _question(record: Record, found: tuple[Doubt, ...], kind: str, done: str) -> dict[str, object]:
    """The values of the page that asks the first of `found`."""
    values: dict[str, object] = {"kind": kind, "left": len(found), "done": Teller(record).done(done), "lists": ()}
    if not found:
        return {**values, "doubt": None, "lists": record.reference_lists()}
    doubt = found[0]
    sides = [(doubt.left, witnesses(record, doubt.left, 5))]
    if doubt.right:
        sides.append((doubt.right, witnesses(record, doubt.right, 5)))
    return {**values, "doubt": doubt, "sides": sides}


def _by(form: Form, may: May | None) -> By:
    return By(may.who if may else "", one(form, "why")[:1000])


def _back(form: Form) -> str:
    """The page to go back to: one of this server, without what it was asked."""
    path = one(form, "back").partition("?")[0]
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/decisions"


def _see(address: str) -> Response:
    return RedirectResponse(address, 303)
