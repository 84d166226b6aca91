"""How a page gets at the record: opened for one request, closed behind it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from greffier.record.record import Record

Opened = Callable[[], AbstractContextManager[Record]]
