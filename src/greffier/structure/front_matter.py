"""The front matter of Markdown papers: keys and values between two lines of `---`.

The form read is the simple part of YAML that such files use: `key: value`, values that go on indented, lists of values.

>>> text = "---\\ntitle: 'A visit'\\ndate: 2021-04-22\\n---\\nText"
>>> [(value.key, value.span.of(text)) for value in front_matter(text).values]
[('title', 'A visit'), ('date', '2021-04-22')]
>>> front_matter("No front matter").end
0
"""

import re
from dataclasses import dataclass

from greffier.model.span import Span

KEY = re.compile(r"([A-Za-z][\w -]*):[ \t]*")
FENCE = re.compile(r"---[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its key, lower-cased, and where it stands without quotation marks."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the front matter ends (0 where there is none) and its values in order."""

    end: int
    values: tuple[Value, ...]

    def first(self, text: str, *keys: str) -> str | None:
        """The first value that one of `keys` has, in the order of the keys."""
        for key in keys:
            for value in self.values:
                if value.key == key and (written := " ".join(value.span.of(text).split())):
                    return written
        return None


def front_matter(text: str) -> FrontMatter:
    """The front matter at the beginning of `text`."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    if not FENCE.match(text, start):
        return FrontMatter(0, ())
    close = re.compile(r"^---[ \t\r]*$", re.MULTILINE).search(text, start + 4)
    if close is None:
        return FrontMatter(0, ())
    values: list[Value] = []
    key = ""
    place = start + 4
    while place < close.start():
        line_end = text.find("\n", place)
        line_end = close.start() if line_end < 0 or line_end > close.start() else line_end
        line = text[place:line_end]
        match = KEY.match(line)
        if match:
            key = match.group(1).strip().lower()
            _add(values, key, text, place + match.end(), line_end)
        elif line.strip().startswith("- "):
            _add(values, key, text, place + line.index("- ") + 2, line_end)
        elif line[:1].isspace() and line.strip() and values and values[-1].key == key:
            last = values.pop()
            _add(values, key, text, last.span.start, line_end)
        place = line_end + 1
    return FrontMatter(close.end(), tuple(values))


def _add(values: list[Value], key: str, text: str, start: int, end: int) -> None:
    written = text[start:end]
    start += len(written) - len(written.lstrip(" \t\"'[>|\n"))
    written = text[start:end]
    end -= len(written) - len(written.rstrip(" \t\r\n\"']"))
    if start < end:
        values.append(Value(key, Span(start, end)))
