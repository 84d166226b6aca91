"""A connection to the database behind a record: named queries, transactions, migrations; SQLite or PostgreSQL.

`sqlite:///path`, a plain path or `:memory:` open SQLite; `postgresql://…` opens PostgreSQL, with `psycopg`.
A record of an earlier schema is brought up to date when it is opened; one of a later schema is refused.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from greffier.model.errors import RecordError
from greffier.record.statements import migrations, statement

Row = tuple[Any, ...]
WAIT = 30.0  # seconds that one process waits for another to finish writing


class Database:
    """One connection. `ask` gives rows, `tell` changes, `transaction` makes several changes one."""

    def __init__(self, connection: Any, dialect: str, failure: type[Exception], path: str = "") -> None:
        self._connection = connection
        self._failure = failure
        self._inside = False
        self.dialect = dialect
        self.path = path

    def ask(self, name: str, **values: object) -> list[Row]:
        """The rows that the query `name` gives."""
        with self._told():
            return list(self._connection.execute(statement(name, self.dialect), values).fetchall())

    def one(self, name: str, **values: object) -> Row | None:
        """The first row that the query `name` gives, or None."""
        rows = self.ask(name, **values)
        return rows[0] if rows else None

    def tell(self, name: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Make the change `name` for each of `rows`."""
        if not rows:
            return
        with self._told():
            if self.dialect == "sqlite":
                self._connection.executemany(statement(name, self.dialect), rows)
            else:
                with self._connection.cursor() as cursor:
                    cursor.executemany(statement(name, self.dialect), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is done, or none of it; one inside another is part of it."""
        if self._inside:
            yield
            return
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE" if self.dialect == "sqlite" else "BEGIN")
        self._inside = True
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            with suppress(self._failure):  # the database may have rolled back by itself
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._inside = False

    def run(self, sql: str) -> None:
        """Run a script of several statements inside the transaction that is open."""
        with self._told():
            if self.dialect == "sqlite":
                for part in _parts(sql):
                    self._connection.execute(part)
            else:
                self._connection.execute(sql)

    def raw(self, sql: str) -> list[Row]:
        """The rows of a query that has no name: tests and checks of the database itself."""
        with self._told():
            return list(self._connection.execute(sql).fetchall())

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._failure as error:
            line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise RecordError(f"the record's database says: {line}") from error


def connect(url: str, *, create: bool) -> Database:
    """Open the database at `url`, migrated; raises `RecordError` where there is none and `create` is not set."""
    opened = _postgresql(url) if url.startswith(("postgresql://", "postgres://")) else _sqlite(url, create=create)
    try:
        migrate(opened, create=create)
    except BaseException:
        opened.close()
        raise
    return opened


def migrate(database: Database, *, create: bool = True) -> None:
    """Run the migrations that the database has not had yet."""
    steps = migrations(database.dialect)
    had = _schema(database)
    if had > steps[-1][0]:
        raise RecordError(
            f"the record has schema {had}, newer than this program knows ({steps[-1][0]}). Update Greffier"
        )
    if had == 0 and not create:
        raise RecordError("the database holds no record. File papers into it first: greffier file PATH")
    if had < steps[-1][0]:
        with database.transaction():
            for number, sql in steps[_schema(database) :]:  # asked again: another process may have been first
                database.run(sql)
                database.tell("set_meta", [{"key": "schema", "value": str(number)}])


def _schema(database: Database) -> int:
    """The number of the last migration that the database has had; 0 for an empty one."""
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'papers')",
        "postgresql": "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename IN ('meta', 'papers')",
    }
    if len(database.raw(catalogue[database.dialect])) < 2:
        return 0
    row = database.one("meta", key="schema")
    return int(row[0]) if row else 0


def _sqlite(url: str, *, create: bool) -> Database:
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite:///") else url
    if path != ":memory:" and not create and not Path(path).is_file():
        raise RecordError(f"{path}: there is no record here. File papers into it first: greffier file PATH")
    try:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a kill loses nothing that was committed
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{path}: cannot be opened as a record ({error}). Name another file with --record") from error
    return Database(connection, "sqlite", sqlite3.Error, "" if path == ":memory:" else path)


def _postgresql(url: str) -> Database:
    try:
        import psycopg  # an optional extra
    except ImportError as error:
        raise RecordError(
            "a postgresql:// record needs psycopg. Install it: pip install 'greffier[postgresql]'"
        ) from error
    try:
        connection: Any = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.Error as error:
        raise RecordError(f"the PostgreSQL server cannot be reached: {str(error).strip().splitlines()[0]}") from error
    return Database(connection, "postgresql", psycopg.Error)


def _parts(script: str) -> Iterator[str]:
    """The single statements of a SQLite script, triggers kept whole."""
    complete: Callable[[str], bool] = sqlite3.complete_statement
    part = ""
    for line in script.splitlines(keepends=True):
        if not part and line.lstrip().startswith("--"):
            continue
        part += line
        if part.strip() and complete(part):
            yield part.strip()
            part = ""
