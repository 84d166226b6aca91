"""Containers with invented papers, made at test time: mail, MBOX, saved pages, WARC."""

import gzip
from email.message import EmailMessage

NOTE = b"The council of Bergen received the envoy of Chile on 4 June 2019."
PAGE = (
    b"<html lang='da'><head><title>Envoy received</title></head><body><h1>Envoy received</h1>"
    b"<p>The council of Bergen received the envoy of Chile, who spoke of the fjords and the treaty.</p></body></html>"
)
PLAIN = "Dear all,\n\nThe council will meet on 4 June 2019. Please bring the minutes of the last sitting along.\n" * 2


def mail(*attachments: tuple[str, bytes], html: str = "", text: str = PLAIN) -> bytes:
    """A message with attachments, each a name and its bytes."""
    message = EmailMessage()
    message["From"] = "Åse Berg <ase@example.org>"
    message["To"] = "clerks@example.org"
    message["Date"] = "Mon, 03 Jun 2019 09:30:00 +0200"
    message["Subject"] = "Møte om avtalen"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mbox(*messages: bytes) -> bytes:
    """An MBOX file of messages."""
    return b"".join(
        b"From clerk@example.org Mon Jun  3 09:30:00 2019\n" + one.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for one in messages
    )


def saved_page(page: bytes = PAGE) -> bytes:
    """A page as a browser saves it."""
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/news/envoy\r\n"
        b"Subject: Envoy received\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="b"\r\n\r\n'
    )
    part = b"--b\r\nContent-Type: text/html\r\nContent-Location: https://www.example.org/news/envoy\r\n\r\n"
    return head + part + page + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nnothing\r\n--b--\r\n"


def record(address: str, body: bytes, media: str = "text/html", status: str = "200 OK", more: bytes = b"") -> bytes:
    """A WARC record of what a server answered."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n".encode() + more + b"\r\n" + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def crawl(*, packed: bool) -> bytes:
    """A crawl of two pages, a paper, a picture and an error."""
    cyrillic = "<html><body><p>Посол прибыл в Алматы, где его принял аким города.</p></body></html>".encode("cp1251")
    chunks = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (PAGE[:50], PAGE[50:], b""))
    records = [
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ntest\r\n\r\n",
        record("https://www.example.org/news/", chunks, more=b"Transfer-Encoding: chunked\r\n"),
        record("https://www.example.org/again", PAGE),
        record("https://kz.example.org/posol", cyrillic, "text/html; charset=windows-1251"),
        record("https://www.example.org/a.txt", gzip.compress(NOTE), "text/plain", more=b"Content-Encoding: gzip\r\n"),
        record("https://www.example.org/logo.png", b"\x89PNG", "image/png"),
        record("https://www.example.org/gone", b"<p>Gone</p>", status="404 Not Found"),
    ]
    return b"".join(gzip.compress(one) if packed else one for one in records)
