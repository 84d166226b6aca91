"""Nothing leaves the machine: papers are read, filed, searched and printed with every way out of Python closed."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier.publish.brief import write
from greffier.record.rows import rows_of
from greffier.run.opening import open_record
from greffier.run.pipeline import read_paper
from greffier.search.passages import search

SAMPLES = sorted((Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers").iterdir())


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ways out that were tried, each refused; a socket within the machine (asyncio's own) is none."""
    tried: list[str] = []

    def refuse(*asked: object, **_: object) -> None:
        tried.append(repr(asked))
        raise OSError(f"no way out: {asked}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    yield tried


def test_the_main_job_needs_no_network(tmp_path: Path, closed: list[str]) -> None:
    with open_record(str(tmp_path / "r.db"), create=True) as record:
        for file in SAMPLES:
            record.file(rows_of(*read_paper(file.read_bytes(), file.name), ""), file.name)
        people = record.entities("person")
        assert len(record.papers()) == len(SAMPLES)
        assert people
        assert search(record, "ambassade")
        for ending in ("md", "html", "docx", "pdf"):
            write(record, people[:2], tmp_path / f"brief.{ending}")
            assert (tmp_path / f"brief.{ending}").stat().st_size > 0
    assert closed == []


def test_a_way_out_would_be_seen(closed: list[str]) -> None:
    with pytest.raises(OSError, match="no way out"):
        socket.create_connection(("192.0.2.1", 80))
    assert len(closed) == 1
