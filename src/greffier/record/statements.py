"""The SQL of the record, loaded by name from its `.sql` files and put into a database's own dialect.

A query stands under `-- name: NAME`, described in comments; `[sqlite]` or `[postgresql]` after the name restricts it.
A line of the schema that ends in `-- sqlite` or `-- postgresql` is for that database alone.

>>> statement("text", "sqlite")
'SELECT text FROM texts WHERE paper = :paper;'
>>> statement("text", "postgresql")
'SELECT text FROM texts WHERE paper = %(paper)s;'
>>> statement("nonsense", "sqlite")
Traceback (most recent call last):
KeyError: 'no query is named nonsense'
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOM = Path(__file__).parent
DIALECTS = ("sqlite", "postgresql")
_HEAD = re.compile(r"^-- name: (\w+)(?: \[(\w+)\])?$", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")
_ONLY = re.compile(r"\s*-- (sqlite|postgresql)$")


def statement(name: str, dialect: str) -> str:
    """The query `name` as `dialect` takes it."""
    try:
        return statements(dialect)[name]
    except KeyError:
        raise KeyError(f"no query is named {name}") from None


@cache
def statements(dialect: str) -> Mapping[str, str]:
    """Every query of `queries.sql` in one dialect, by name."""
    return {name: _dialect(body, dialect) for name, only, _, body in described() if only in ("", dialect)}


def described() -> list[tuple[str, str, str, str]]:
    """Each query of `queries.sql`: its name, its only dialect or nothing, its description, its SQL."""
    pieces = _HEAD.split((ROOM / "queries.sql").read_text(encoding="utf-8"))
    found = []
    for name, only, body in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        lines = body.strip().splitlines()
        comments = [line[2:].strip() for line in lines if line.startswith("--")]
        sql = "\n".join(line for line in lines if not line.startswith("--"))
        found.append((name, only or "", " ".join(comments), sql.strip()))
    return found


def schema(dialect: str) -> str:
    """`schema.sql` in one dialect."""
    return _lines((ROOM / "schema.sql").read_text(encoding="utf-8"), dialect)


def migrations(dialect: str) -> list[tuple[int, str]]:
    """Each migration's number and SQL, from the first on."""
    files = sorted((ROOM / "migrations").glob("[0-9]*.sql"))
    return [(int(file.name[:4]), _lines(file.read_text(encoding="utf-8"), dialect)) for file in files]


def _lines(sql: str, dialect: str) -> str:
    kept = []
    for line in sql.splitlines():
        only = _ONLY.search(line)
        if only is None or only[1] == dialect:
            kept.append(_ONLY.sub("", line))
    return "\n".join(kept)


def _dialect(sql: str, dialect: str) -> str:
    return sql if dialect == "sqlite" else _PARAMETER.sub(r"%(\1)s", sql.replace("%", "%%"))
