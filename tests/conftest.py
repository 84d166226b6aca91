"""A database for the tests of the store: each test runs on SQLite and on PostgreSQL, where a server can be had.

`GREFFIER_TEST_POSTGRESQL` names a server's empty database (`postgresql://…`); without it a server is started from
Debian's programs in a folder of its own, and where there are none those tests are skipped.
"""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL database in which schemas can be made."""
    pytest.importorskip("psycopg")
    given = os.environ.get("GREFFIER_TEST_POSTGRESQL")
    if given:
        yield given
        return
    initdb = next((p for p in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None) or shutil.which("initdb")
    if initdb is None:
        pytest.skip("no PostgreSQL server here")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
        if user:
            shutil.chown(folder, user)
        data = Path(folder) / "data"
        control = Path(initdb).parent / "pg_ctl"
        options = f"-c listen_addresses='' -k {folder} -F"

        def run(*command: str | Path) -> None:
            subprocess.run(command, capture_output=True, user=user, cwd=folder, check=True)

        try:
            run(initdb, "-D", data, "-A", "trust", "-U", "greffier", "-E", "UTF8", "--locale=C")
            run(control, "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start")
        except (subprocess.CalledProcessError, OSError, KeyError) as error:
            pytest.skip(f"a PostgreSQL server cannot be started here: {error}")
        try:
            yield f"postgresql:///postgres?host={folder}&user=greffier"
        finally:
            run(control, "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of either sort."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    server: str = request.getfixturevalue("postgresql_server")
    import psycopg

    schema = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}&options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")
