"""Every error that Greffier raises on purpose.

    GreffierError
    ├── PaperError            a paper cannot be read: names the file, the reason and the remedy
    │   ├── EmptyPaper
    │   ├── UnknownFormat
    │   ├── TooLarge
    │   └── DamagedPaper
    ├── ListError             a list of reference data cannot be read: names the file and the remedy
    ├── RecordError           the record cannot be opened or written
    ├── LexiconError          a language's data are wrong: names the file and the entry
    └── NotFound              nothing in the record answers to that name or id

Each message is one line: what, where, and what to do.
"""


class GreffierError(Exception):
    """The root: whoever calls Greffier as a library catches this one."""


class PaperError(GreffierError):
    """A paper that cannot be read; the others go on."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}. {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class EmptyPaper(PaperError):
    """No text in the file."""


class UnknownFormat(PaperError):
    """Bytes of a format that no reader knows."""


class TooLarge(PaperError):
    """Beyond a stated limit."""


class DamagedPaper(PaperError):
    """Truncated, encrypted or malformed beyond reading."""


class ListError(GreffierError):
    """A list of reference data that cannot be read."""


class RecordError(GreffierError):
    """The record cannot be opened, read or written."""


class LexiconError(GreffierError):
    """A lexicon file that does not say what it must."""


class NotFound(GreffierError):
    """Nothing answers to that name or id."""
