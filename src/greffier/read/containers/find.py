"""The bytes behind a source of the record that is a member of a container.

>>> member_of("/nowhere/a.zip/b.txt") is None
True
"""

import shutil
import tempfile
import weakref
from functools import lru_cache
from pathlib import Path

from greffier.read.containers.unpack import unpack

KEPT = 8  # containers that stay unpacked for the next question


def member_of(source: str) -> bytes | None:
    """The bytes of the member that a source names; None where no container holds it. Raises a `PaperError`."""
    for parent in Path(source).parents:
        if parent.is_file():
            state = parent.stat()
            file = _shelf(str(parent), state.st_size, state.st_mtime_ns).files.get(source[len(str(parent)) + 1 :])
            return None if file is None else Path(file).read_bytes()
    return None


class _Shelf:
    """A container unpacked into a folder that goes with this object."""

    def __init__(self, file: str) -> None:
        folder = tempfile.mkdtemp(prefix="greffier-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        contents = unpack(Path(file), Path(file).name, Path(folder))
        self.files = {member.name: member.file for member in contents.members}


@lru_cache(maxsize=KEPT)
def _shelf(file: str, _size: int, _changed: int) -> _Shelf:
    return _Shelf(file)
