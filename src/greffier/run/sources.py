"""The files that paths and folders stand for, in order; what cannot be read is told, never skipped in silence.

Hidden files, links to folders and the record's own files are no papers. Pipes and devices are refused unopened.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from greffier.read.containers.unpack import kind_in
from greffier.read.limits import LARGEST
from greffier.record.rows import storable
from greffier.record.views import Problem

RECORD = ("", "-wal", "-shm", "-journal")  # a SQLite record and what stands beside it


def find_files(paths: Iterable[str | Path], *, record: str = "") -> Iterator[Path | Problem]:
    """Every file of `paths`, once, or a `Problem` for what is none; folders with all that is in them, by name."""
    own = {str(Path(record).absolute()) + suffix for suffix in RECORD} if record else set()
    seen: set[str] = set()
    for path in paths:
        for found in _find(Path(path).absolute()):
            key = found.source if isinstance(found, Problem) else str(found)
            if key not in seen and key not in own:
                seen.add(key)
                yield found


def container_in(path: Path) -> str | Problem | None:
    """The kind of container that a file is (`greffier.read.containers`), or why that is not to be known."""
    source = name_of(path)
    try:
        if not path.is_file():
            return Problem(source, "it is no regular file", "File a copy that is one")
        with path.open("rb") as stream:
            return kind_in(stream, path.name)
    except OSError as error:
        return Problem(source, _said(error), "Check that it is there and that you may read it")


def read_file(path: Path) -> bytes | Problem:
    """The bytes of a file, or why they are not to be had."""
    source = name_of(path)
    try:
        if not path.is_file():
            return Problem(source, "it is no regular file", "File a copy that is one")
        size = path.stat().st_size
        if size > LARGEST:
            remedy = f"Split it into files of at most {LARGEST // 1_000_000} MB"
            return Problem(source, f"the file has {size / 1e6:.0f} MB, too many to read", remedy)
        return path.read_bytes()
    except OSError as error:
        return Problem(source, _said(error), "Check that it is there and that you may read it")


def name_of(path: Path) -> str:
    """How the record names a path."""
    return storable(str(path))


def _find(path: Path) -> Iterator[Path | Problem]:
    if path.is_dir():
        try:
            inside = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(name_of(path), _said(error), "Check that you may read the folder")
            return
        for entry in inside:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _find(Path(entry.path))
            elif not entry.is_dir():
                yield Path(entry.path)
    elif path.exists() or path.is_symlink():
        yield path
    else:
        yield Problem(name_of(path), "there is no such file or folder", "Check the name")


def _said(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
