"""Turn a sentence into the features by which the name tagger knows a token.

The same code serves training and tagging, so the model never meets features it was not trained on. What depends on a
token alone is computed once per language and kept; a sentence then costs list additions and a few joins. A token with
no capital within three tokens gets two features only: it is next to never part of a name, and half of all tokens are
such.

>>> features = Features(WordTable.parse("given anna\\nen:6 the"))
>>> rows = features.of(["Anna", "spoke"], "en")
>>> b"w=anna" in rows[0], b"Lg" in rows[0], b"Lg" in rows[1]
(True, True, False)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Languages that share a treebank's worth of training share a group; a language that has none borrows its neighbour's.
GROUPS = {
    **dict.fromkeys(("da", "no", "nb", "nn", "sv", "is", "fo"), "nord"),
    **dict.fromkeys(("es", "pt", "it", "ca", "gl", "ro"), "iber"),
    **dict.fromkeys(("hr", "sr", "bs", "sk", "cs", "sl", "pl", "lt", "lv"), "slav"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), "ru"),
    **dict.fromkeys(("kk", "ky", "tt", "ba", "mn"), "kk"),
    **{lang: lang for lang in ("nl", "fr", "en", "de")},
}
# One letter for each word list of the table, the name of its feature.
LISTS = {
    "given": "g",
    "surname": "s",
    "place": "p",
    "country": "c",
    "head": "h",
    "policy": "y",
    "title": "t",
    "role": "r",
}
# What a base form may end in where the case form has lost it: Росси-и, Астана-ға, Georgien-s.
_ENDINGS = ("", "а", "я", "й", "ь", "о")
_CACHE_LIMIT = 60_000
_REACH = 3
_HEAD_REACH = 12


def group_of(lang: str, tokens: Iterable[str] = ()) -> str:
    """Return the feature group of a language; an unknown one is judged by the script of its tokens.

    >>> group_of("sv"), group_of("nb"), group_of("xx", ["Київ"]), group_of("xx", ["Roma"])
    ('nord', 'nord', 'ru', 'en')
    """
    known = GROUPS.get(lang)
    if known:
        return known
    return "ru" if any("\u0400" <= char <= "\u052f" for token in tokens for char in token[:1]) else "en"


@dataclass(frozen=True, slots=True)
class WordTable:
    """Which lists a lower-case word is on, and how frequent it is in each language group (6 commonest, 1 rarest)."""

    flags: dict[str, str]
    _lines: dict[str, list[tuple[str, str]]]  # group → its bins, unread until a text of the group comes
    _ranks: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> "WordTable":
        """Read the table: on each line a list's name or `group:bin`, then its words.

        >>> table = WordTable.parse("given anna charlotte\\nplace charlotte\\nnl:6 de het")
        >>> table.flags["charlotte"], table.ranks("nl")["het"]
        ('gp', '6')
        """
        flags: dict[str, str] = {}
        lines: dict[str, list[tuple[str, str]]] = {}
        for line in text.splitlines():
            name, _, words = line.partition(" ")
            group, colon, rank = name.partition(":")
            if colon:
                lines.setdefault(group, []).append((rank, words))
            else:
                mark = LISTS[name]
                for word in words.split(" "):
                    flags[word] = flags.get(word, "") + mark
        return cls(flags, lines)

    def ranks(self, group: str) -> dict[str, str]:
        """Return the frequency bin of each common word of a language group."""
        ranks = self._ranks.get(group)
        if ranks is None:
            ranks = self._ranks[group] = {}
            for rank, words in self._lines.get(group, ()):
                ranks.update(dict.fromkeys(words.split(" "), rank))
        return ranks

    def flags_of(self, lower: str) -> str:
        """Return the marks of a word; a hyphenated one has those that all its parts share."""
        flags = self.flags.get(lower)
        if flags is None and "-" in lower:
            parts = [self.flags.get(part, "") for part in lower.split("-")]
            flags = "".join(mark for mark in parts[0] if all(mark in part for part in parts[1:]))
        return flags or ""

    def inflected(self, lower: str) -> str:
        """Return the marks of a name or place that the word may be a case form of, after a `~`.

        >>> table = WordTable.parse("country georgien франция\\nplace астана")
        >>> [table.inflected(word) for word in ("georgiens", "франции", "астанаға", "sofa")]
        ['~c', '~c', '~p', '']
        """
        if len(lower) > 4:
            for cut in (1, 2, 3):
                stem = lower[:-cut]
                for ending in _ENDINGS if len(stem) > 3 else ():
                    marks = "".join(mark for mark in self.flags.get(stem + ending, "") if mark in "gspc")
                    if marks:
                        return "~" + marks
        return ""


def shape_of(token: str) -> str:
    """Return the outline of a token: `Xx` name, `Xa` acronym, `Xl` long capitals, `X.` initial, `d` digits …

    >>> [shape_of(token) for token in ("Anna", "EU", "KADYROVA", "van", "A.", "12", "Jean-Paul", "McCain", "G7", "«")]
    ['Xx', 'Xa', 'Xl', 'x', 'X.', 'd', 'Xx-Xx', 'Xm', 'Xd', '«']
    """
    if not token:
        return "-"
    if token.isalpha():
        if token.islower():
            return "x"
        if token.isupper():
            return "X" if len(token) == 1 else "Xa" if len(token) < 6 else "Xl"
        rest = token[1:]
        return "Xx" if rest.islower() and token[0].isupper() else "Xm" if token[0].isupper() else "xX"
    if len(token) == 1:
        return "d" if token.isdigit() else token
    if token[0].isdigit():
        return "d" if not token[-1].isalpha() else "dx"
    if token[-1] in "'’":
        return "X'" if token[0].isupper() else "x'"
    if token[0] in "'’":
        return "'s"
    if token[-1] == ".":
        return "X." if token[0].isupper() else "x."
    if "-" in token:
        head, _, tail = token.partition("-")
        return shape_of(head or "x") + "-" + shape_of(tail or "x")[:2]
    return ("X" if token[0].isupper() else "x") + ("d" if token[-1].isdigit() else "m")


@dataclass(frozen=True, slots=True)
class _Known:
    """What a token says of itself and of its neighbours, whatever stands around it."""

    own: list[bytes]
    far: list[bytes]
    right: tuple[list[bytes], list[bytes]]  # given to the token at its right, and to the one after
    left: tuple[list[bytes], list[bytes]]
    shape: bytes
    marks: bytes
    capital: bool


def _know(token: str, group: str, table: WordTable, frequency: dict[str, str]) -> _Known:
    lower = token.lower()
    shape = shape_of(token)
    marks = table.flags_of(lower)
    capital = token[:1].isupper() or shape in ("Xm", "xX")
    if capital and not marks:
        marks = table.inflected(lower)
    rank = frequency.get(lower, "0")
    case = "C" if capital else "c"
    own = [f"w={lower}", f"s={shape}|{group}", f"f={rank}{case}|{group}"]
    own.extend(f"L{mark}" for mark in marks)
    own.append(f"M={marks}{case}")
    if len(lower) > 3 and lower[0].isalpha():
        own.extend((f"z2={lower[-2:]}{case}", f"z3={lower[-3:]}{case}"))
        if capital:
            own.extend((f"z4={lower[-4:]}", f"a2={lower[:2]}", f"a3={lower[:3]}", f"a5={lower[:5]}"))
    word = lower if rank != "0" or marks or not capital else "?"
    tail = lower[-3:]
    near = [f"w={word}", f"s={shape}{rank}", f"M={marks}{case}", f"z={tail}{case}"]
    beyond = [f"w={word}", f"s={shape}{marks}"]

    def put(place: str, names: list[str]) -> list[bytes]:
        return [f"{place}{name}".encode() for name in names]

    return _Known(
        own=put("", own),
        far=put("", [f"w={lower}", "far"]),
        right=(put("-1", near), put("-2", beyond)),
        left=(put("+1", near), put("+2", beyond)),
        shape=shape.encode(),
        marks=marks.encode() if marks else rank.encode(),
        capital=capital,
    )


@dataclass(slots=True)
class Features:
    """Make feature rows, with a memory of the tokens already met."""

    table: WordTable
    _memory: dict[str, dict[str, _Known]] = field(default_factory=dict)

    def _known(self, tokens: Sequence[str], group: str) -> list[_Known]:
        memory = self._memory.setdefault(group, {})
        if len(memory) > _CACHE_LIMIT:
            memory.clear()
        frequency = self.table.ranks(group.rstrip("^"))
        row = []
        for token in tokens:
            known = memory.get(token)
            if known is None:
                known = memory[token] = _know(token, group, self.table, frequency)
            row.append(known)
        return row

    def of(self, tokens: Sequence[str], lang: str) -> list[list[bytes]]:
        """Return a row of features for each token of one sentence or passage."""
        group = group_of(lang, tokens)
        letters = [token for token in tokens if token[:1].isalpha() and len(token) > 1]
        if len(letters) > 3 and sum(map(str.isupper, letters)) > 0.6 * len(letters):
            # A heading in capitals says nothing by its case: read it as if each word had one capital.
            tokens = [token.capitalize() for token in tokens]
            group += "^"
        known = self._known(tokens, group)
        size = len(known)
        near = bytearray(size + 2 * _REACH)
        block = b"\x01" * (2 * _REACH + 1)
        long_block = b"\x01" * (2 * _REACH + _HEAD_REACH)
        for index, item in enumerate(known):
            if item.capital:
                near[index : index + 2 * _REACH + 1] = block
                if b"h" in item.marks:
                    # A body's name may run on in lower case: "Committee on foreign policy and European affairs".
                    near[index : index + 2 * _REACH + _HEAD_REACH] = long_block
        del near[size + 2 * _REACH :]
        head, head_word = -99, b""
        rows: list[list[bytes]] = []
        last = size - 1
        for index, item in enumerate(known):
            if b"h" in item.marks:
                head, head_word = index, item.own[0]
            if not near[index + _REACH]:
                rows.append(item.far)
                continue
            shape, marks = item.shape, item.marks
            if index:
                before = known[index - 1]
                row = item.own + before.right[0]
                before_shape = before.shape
                row.append(b"Q" + before.marks + b"|" + marks)
            else:
                row = [*item.own, b"BOS"]
                before_shape = b"^"
            if index < last:
                after = known[index + 1]
                row += after.left[0]
                after_shape = after.shape
                row.append(b"R" + marks + b"|" + after.marks)
            else:
                row.append(b"EOS")
                after_shape = b"$"
            row.append(b"T" + before_shape + b" " + shape + b" " + after_shape)
            distance = index - head
            if 0 < distance < _HEAD_REACH:
                row.append(b"H%d" % distance + marks)
                row.append(b"H" + head_word)
            if index > 1:
                row += known[index - 2].right[1]
            if index < last - 1:
                row += known[index + 2].left[1]
            rows.append(row)
        return rows
