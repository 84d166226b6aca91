"""Who may decide on the pages, and that it is the user of these pages who does.

Another site that the user has open must not decide for the user: a form is taken only from a page of this server. Its
`Origin` (or, where a browser sends none, `Sec-Fetch-Site`) must be this server's, and it must hold the token that only
a page of this server can read (OWASP, Cross-Site Request Forgery Prevention).
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from fastapi import HTTPException, Request

LARGEST = 65536  # bytes of a form
FORM = "application/x-www-form-urlencoded"
Form = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class May:
    """That `who` may decide on the pages; `token` is in every form of them."""

    who: str
    token: str = field(default_factory=secrets.token_urlsafe)


async def posted(request: Request, may: May | None) -> Form:
    """The fields of a form that a page of this server sent; raises `HTTPException` for any other."""
    if may is None:
        raise HTTPException(403, "These pages are for reading only.")
    if not _from_here(request):
        raise HTTPException(403, "The form comes from another site. Open the page here and decide there.")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, "That is no form of these pages.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413, "The form is too long. Shorten what you wrote.")
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    if not hmac.compare_digest(one(fields, "token").encode(), may.token.encode()):
        raise HTTPException(
            403, "The server was started anew since the page was opened. Go back, reload it and decide."
        )
    return fields


def one(form: Form, name: str) -> str:
    """The value of a field, without spaces around it; nothing where it is not there."""
    return form.get(name, [""])[0].strip()


def _from_here(request: Request) -> bool:
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    sent = urlsplit(origin)
    return sent.scheme in ("http", "https") and sent.netloc == request.headers.get("host")
