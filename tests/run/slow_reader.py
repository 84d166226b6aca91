"""A reader that does what bad papers do to readers: hangs, dies, refuses; else it reads the invented paper."""

import os
import time

from tests.record import papers

from greffier.record.rows import PaperRows, rows_of
from greffier.record.views import Problem
from greffier.run.reading import version


def read(data: bytes, name: str) -> PaperRows | Problem:
    """The rows of an invented paper, or what the file's name says."""
    if "hang" in name:
        time.sleep(600)
    if "die" in name:
        os._exit(9)
    if "bad" in name:
        return Problem(name, "it is bad", "Mend it")
    return rows_of(*papers.read(data.decode(), name), reading=version())
