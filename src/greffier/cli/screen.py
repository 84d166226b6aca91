"""What the commands print: tables and colour on a terminal, tab-separated lines in a pipe, JSON for programs.

Text of papers goes to the screen without control characters, so that no paper can play with the terminal.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

SHORT = 8  # digits of an id that lists show; enough to name it by


def say(text: str = "") -> None:
    """One line to the reader."""
    click.echo(plain(text))


def complain(text: str) -> None:
    """One line beside the output: what went wrong, what to do."""
    click.echo(" ".join(plain(text).split("\n")), err=True)


def as_json(value: object) -> None:
    """A value for programs: one JSON document."""
    click.echo(json_text(value))


def json_text(value: object) -> str:
    """A value as one JSON document."""
    return json.dumps(_jsonable(value), ensure_ascii=False, indent=1)


def terminal() -> bool:
    """Whether a person reads the output."""
    return sys.stdout.isatty()


def console() -> "Console":
    """The terminal."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def waiting(text: str) -> AbstractContextManager[object]:
    """A sign of life while something takes long, for a person who watches."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(plain(text))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, wide: int = -1) -> None:
    """Rows: on a terminal a table, in which column `wide` takes the room that is left; in a pipe lines with tabs."""
    cells = [[_cell(value) for value in row] for row in rows]
    if not terminal():
        for row in cells:
            click.echo("\t".join(" ".join(str(cell).split()) for cell in row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for number, head in enumerate(heads):
        if number == wide % len(heads):
            made.add_column(head, ratio=1, overflow="fold")
        else:
            made.add_column(head, overflow="fold", max_width=28)
    for row in cells:
        made.add_row(*row)
    console().print(made)


def heading(text: str) -> None:
    """A title over what follows."""
    if terminal():
        console().print(styled((text, "bold")))
    else:
        click.echo(plain(text))


def styled(*pieces: tuple[str, str] | str) -> "Text":
    """Text in pieces, each with its style."""
    from rich.text import Text

    return Text.assemble(
        *((plain(piece), "") if isinstance(piece, str) else (plain(piece[0]), piece[1]) for piece in pieces)
    )


def plain(text: str) -> str:
    """`text` without control characters but line ends and tabs.

    >>> plain("a\\x1b[31mb")
    'a�[31mb'
    """
    if text.isprintable():
        return text
    return "".join(c if c in "\n\t" or not (c < " " or "\x7f" <= c < "\xa0") else "\ufffd" for c in text)


def marked(text: str, spans: Iterable[tuple[int, int]], style: str = "bold yellow") -> "Text | str":
    """`text` with stretches marked: in colour on a terminal, between » and « in a pipe."""
    pieces: list[tuple[str, str] | str] = []
    end = 0
    for start, stop in spans:
        words = text[start:stop]
        pieces += [text[end:start], (words, style) if terminal() else f"»{words}«"]
        end = stop
    pieces.append(text[end:])
    if terminal():
        return styled(*pieces)
    return plain("".join(piece if isinstance(piece, str) else piece[0] for piece in pieces))


def short(id_: str) -> str:
    """The digits of an id that lists show."""
    return id_[:SHORT]


def _cell(value: object) -> Any:
    if value is None:
        return ""
    return plain(value) if isinstance(value, str) else value if hasattr(value, "plain") else str(value)


def _jsonable(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        made = {field.name: _jsonable(getattr(value, field.name)) for field in fields(value)}
        kind = getattr(value, "kind", None)
        return made if kind is None else {"kind": kind, **made}
    if isinstance(value, dict):
        return {str(key): _jsonable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(one) for one in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
