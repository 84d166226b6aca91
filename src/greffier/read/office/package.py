"""The ZIP package that a DOCX or ODT file is: its parts, read within the limits, as trees without entities.

Sources: ECMA-376 part 2 (Open Packaging Conventions), OpenDocument 1.3 part 2.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from greffier.model.errors import DamagedPaper, TooLarge
from greffier.read.limits import RATIO_FROM, Limits, setting

AGAIN = "Open it in a word processor and save it again"


class Package:
    """An opened package; `part` and `tree` give what it holds by name."""

    def __init__(self, data: bytes, source: str, allowed: Limits) -> None:
        self.source = source
        self._left = allowed.unpacked_bytes
        self._allowed = allowed
        self.cut = False
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise DamagedPaper(source, "the file is cut off or damaged", AGAIN) from error
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise DamagedPaper(self.source, "the file is encrypted", "Save it without a password")
        large = info.file_size > RATIO_FROM and info.file_size > self._allowed.ratio * max(1, info.compress_size)
        if large or info.file_size > self._left:
            limit = "ratio" if large else "unpacked"
            reason = f"unpacked, its part {name} would be {info.file_size / 1e6:,.0f} MB, more than is read"
            raise TooLarge(self.source, reason, f"Split it, or {setting(limit)}")
        self._left -= info.file_size
        try:
            return self._zip.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise DamagedPaper(self.source, f"its part {name} is damaged", AGAIN) from error

    def tree(self, name: str, *, needed: bool = False) -> Element | None:
        """The root of an XML part, None where there is none or nothing of it can be read; a part that is `needed`
        raises a `PaperError` where it is damaged."""
        try:
            data = self.part(name)
        except DamagedPaper:
            if needed:
                raise
            self.cut = True
            return None
        if data is None:
            return None
        root, cut = parsed(data)
        self.cut = self.cut or cut
        return root


def parsed(data: bytes) -> tuple[Element | None, bool]:
    """The root of an XML document, as far as it can be read, and whether it was cut.

    Entities, external documents and the network are left alone; elements nested deeper than 256 are cut.

    >>> root, cut = parsed(b'<!DOCTYPE a [<!ENTITY b "x">]><a>&b;<c/></a>')
    >>> [child.tag for child in elements(root)], cut
    (['c'], False)
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None, True
    return root, any(entry.level_name in ("ERROR", "FATAL") for entry in parser.error_log)


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def elements(element: Element) -> Iterator[Element]:
    """The child elements."""
    return (child for child in element if isinstance(child.tag, str))


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name in whatever namespace: transitional and strict files differ in that alone."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in elements(element) if local(one) == name), None)
    return element


def value(element: Element | None, name: str, key: str = "val") -> str | None:
    """The attribute `key` of the child `name`."""
    found = child(element, name)
    return None if found is None else attribute(found, key)
