"""The schema: described, and the same whether made at once or by migrations."""

import re
import sqlite3
from pathlib import Path

import pytest

from greffier.model.errors import RecordError
from greffier.record.database import Database, connect
from greffier.record.statements import DIALECTS, described, migrations, schema, statements

DOCS = Path(__file__).parents[2] / "docs" / "record.md"


def test_migrations_from_zero_equal_the_schema() -> None:
    assert _sqlite(schema("sqlite")) == _sqlite("\n".join(sql for _, sql in migrations("sqlite")))


def test_migrations_from_zero_equal_the_schema_on_either_database(db_url: str) -> None:
    migrated = connect(db_url, create=True)
    if migrated.dialect == "postgresql":
        found = _columns(migrated)
        migrated.run("CREATE SCHEMA other")
        migrated.run("SET search_path TO other")
        migrated.run(schema("postgresql"))
        assert _columns(migrated) == found
        migrated.run("DROP SCHEMA other CASCADE")
    migrated.close()


def test_migrations_are_numbered_without_a_gap() -> None:
    for dialect in DIALECTS:
        assert [number for number, _ in migrations(dialect)] == list(range(1, len(migrations(dialect)) + 1))


def test_every_query_is_described_and_known_to_both_databases() -> None:
    for name, _, description, sql in described():
        assert len(description) > 10, name
        assert sql.endswith(";"), name
    assert statements("sqlite").keys() == statements("postgresql").keys()


def test_every_table_is_described_in_the_docs() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for table in re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", schema("sqlite"), re.MULTILINE):
        assert f"`{table}`" in page, table


def test_a_newer_record_is_refused(db_url: str) -> None:
    with_newer = connect(db_url, create=True)
    with_newer.tell("set_meta", [{"key": "schema", "value": "99"}])
    with_newer.close()
    with pytest.raises(RecordError, match="newer than this program knows"):
        connect(db_url, create=True)


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Geachte heer, " * 1000, encoding="utf-8")
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        connect(str(other), create=False)


def test_an_unreachable_server_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError, match="cannot be reached") as caught:
        connect(f"postgresql:///x?host={tmp_path}", create=True)
    assert "\n" not in str(caught.value)


def _sqlite(script: str) -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(script)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return [(name, " ".join(sql.split())) for name, sql in rows]


def _columns(database: Database) -> list[tuple[object, ...]]:
    return database.raw(
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_schema = current_schema() ORDER BY 1, 2"
    ) + database.raw("SELECT indexname, tablename FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1")
