"""The server: every page is read from the record when it is asked for; decisions are all that is ever written.

What leaves the machine is nothing: all assets are files beside this module, the Content-Security-Policy allows no
other source and no inline script or style, and other names than this machine's own are refused (DNS rebinding).
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from greffier.model.errors import GreffierError, NotFound
from greffier.publish.web import pages
from greffier.publish.web.guard import May
from greffier.publish.web.rendering import render
from greffier.record.record import Record
from greffier.resolve.entities import resolve

HERE = Path(__file__).parent
LOCAL = ("127.0.0.1", "localhost", "testserver")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none a browser names no origin in a form either, and `guard` refuses it
    "Cache-Control": "no-cache",
}
Handler = Callable[[Request], Awaitable[Response]]


def create(record_url: str, *, hosts: Sequence[str] = LOCAL, who: str | None = None) -> FastAPI:
    """The pages of the record at `record_url`, for requests to `hosts` (`*`: any); `who` decides there, or nobody."""
    app = FastAPI(title="Greffier", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")

    @contextmanager
    def opened() -> Iterator[Record]:
        with Record.open(record_url, resolver=resolve, create=False) as record:
            yield record

    pages.add(app, opened, May(who) if who else None)

    @app.middleware("http")
    async def guarded(request: Request, call_next: Handler) -> Response:
        response = await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.exception_handler(NotFound)
    def not_found(request: Request, error: Exception) -> HTMLResponse:
        return HTMLResponse(render("problem.html", title="Not found", said=str(error)), 404)

    @app.exception_handler(GreffierError)
    def failed(request: Request, error: Exception) -> HTMLResponse:
        return HTMLResponse(render("problem.html", title="The record cannot be read", said=str(error)), 503)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: Exception) -> HTMLResponse:
        status = error.status_code if isinstance(error, HTTPException) else 500
        title = "Not found" if status == 404 else "That cannot be done"
        said = "There is no such page." if status == 404 else "There is nothing to change here."
        if status in (403, 413, 415, 422) and isinstance(error, HTTPException):
            said = error.detail
        return HTMLResponse(render("problem.html", title=title, said=said), status)

    return app
