"""One file read in a worker process, to the rows that the record stores, or to the reason why not.

Nothing that a paper does to a reader gets out of here but one line: a `PaperError` as it is, anything else as a fault
of Greffier that names the file.
"""

import hashlib
from functools import cache
from pathlib import Path

import greffier
from greffier.lexicon.load import folders
from greffier.model.errors import PaperError
from greffier.read.containers.unpack import Contents, unpack
from greffier.read.limits import Limits, setting
from greffier.record.rows import PaperRows, rows_of
from greffier.record.views import Problem

ROOMS = ("read", "structure", "extract", "text", "lexicon", "model")  # what a paper's rows depend on


def read_rows(data: bytes, name: str) -> PaperRows | Problem:
    """The rows of the paper in `data`, read under the file name `name`.

    >>> read_rows(b"", "leeg.txt").reason
    'the file is empty'
    """
    from greffier.run.pipeline import read_paper  # the readers take a second to load, so only a worker does

    try:
        return rows_of(*read_paper(data, name), reading=version())
    except Exception as error:
        return _told(name, error)


def unpack_file(file: Path, name: str, folder: Path, allowed: Limits) -> Contents | Problem:
    """The papers in the container `file`, unpacked into `folder`."""
    try:
        return unpack(file, name, folder, allowed)
    except Exception as error:
        return _told(name, error)


def _told(name: str, error: Exception) -> Problem:
    """What went wrong, as one line."""
    if isinstance(error, PaperError):
        return Problem(name, error.reason, error.remedy)
    if isinstance(error, MemoryError):
        return Problem(name, "reading it takes more memory than is allowed", f"Split it, or {setting('memory')}")
    if isinstance(error, RecursionError):
        return Problem(name, "it is nested too deeply to be read", "Save it as plain text and file that")
    line = (str(error).strip().splitlines() or ["no message"])[0][:200]
    return Problem(name, f"Greffier failed on it ({type(error).__name__}: {line})", "Report it to the project")


@cache
def version() -> str:
    """Which Greffier reads: a digest of the code and the lexicons that a reading depends on, the user's own too.

    A paper read by another one is read again when it is filed again, so that the record is never a mixture.
    """
    root = Path(greffier.__file__).parent
    digest = hashlib.sha256()
    for room in ROOMS:
        for file in sorted((root / room).rglob("*")):
            if file.is_file() and file.suffix not in (".pyc", ".pyo") and not file.name.startswith("."):
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    for own in folders()[1:]:
        for file in sorted(own.rglob("*.toml")):
            digest.update(file.relative_to(own).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
