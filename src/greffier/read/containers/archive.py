"""ZIP archives, and what is embedded in office files.

Source: APPNOTE.TXT 6.3.10. Sizes are those that the archive's list states; a member that turns out larger is damaged.
"""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from greffier.model.errors import DamagedPaper, TooLarge
from greffier.read.containers.member import Member, Names, Refused, hidden
from greffier.read.limits import LARGEST, RATIO_FROM, Limits, setting
from greffier.read.office.kinds import EMBEDDED

UTF8 = 0x800  # flag: the name is UTF-8
DOCUMENTS = (".docx", ".odt", ".rtf", ".pdf", ".txt", ".eml", ".htm", ".html")
CYRILLIC = range(0x400, 0x500)


def open_zip(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The members of a ZIP archive, in its order."""
    yield from _members(stream, name, allowed, embedded=False)


def open_office(stream: BinaryIO, name: str, allowed: Limits) -> Iterator[Member | Refused]:
    """The documents embedded in an office file."""
    yield from _members(stream, name, allowed, embedded=True)


def _members(stream: BinaryIO, source: str, allowed: Limits, *, embedded: bool) -> Iterator[Member | Refused]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise DamagedPaper(source, "the archive is cut off or damaged", "Get it again, or pack it again") from error
    listed = [info for info in archive.infolist() if not info.is_dir()]
    if embedded:
        listed = [one for one in listed if one.filename.startswith(EMBEDDED) and one.filename.endswith(DOCUMENTS)]
    _check(listed, source, allowed)
    names = Names()
    for info in listed:
        name = names.give(info.filename[len(EMBEDDED) :] if embedded else _name(info))
        if not hidden(name):
            yield _read(archive, info, name, allowed)


def _check(listed: list[zipfile.ZipInfo], source: str, allowed: Limits) -> None:
    """Refuse an archive whose list tells that it goes beyond the limits."""
    if len(listed) > allowed.members:
        reason = f"it holds {len(listed):,} files, more than the {allowed.members:,} that are read"
        raise TooLarge(source, reason, f"Split it, or {setting('members')}")
    total = sum(info.file_size for info in listed)
    packed = sum({info.header_offset: info.compress_size for info in listed}.values())  # some bombs share their bytes
    if total > allowed.unpacked_bytes:
        reason = f"unpacked it would be {total / 1e6:,.0f} MB, more than the {allowed.unpacked:,} that are read"
        raise TooLarge(source, reason, f"Split it, or {setting('unpacked')}")
    if total > RATIO_FROM and total > allowed.ratio * max(packed, 1):
        reason = f"unpacked it would be more than {allowed.ratio} times larger, as no papers are"
        raise TooLarge(source, reason, f"Unpack it yourself, or {setting('ratio')}")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, allowed: Limits) -> Member | Refused:
    if info.flag_bits & 1:
        return Refused(name, "it is encrypted", "Unpack it with its password and file it")
    if info.file_size > LARGEST:
        return Refused(name, f"it has {info.file_size / 1e6:,.0f} MB, too many to read", "Split it and file the parts")
    if info.file_size > RATIO_FROM and info.file_size > allowed.ratio * max(info.compress_size, 1):
        reason = f"unpacked it would be more than {allowed.ratio} times larger, as no papers are"
        return Refused(name, reason, f"Unpack it yourself, or {setting('ratio')}")
    try:
        return Member(name, archive.read(info))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return Refused(name, "it is damaged in the archive, or packed in a way that is not read", "Pack it again")


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member. Names without a flag for UTF-8 were often written in it anyway, or in DOS's Cyrillic."""
    if info.flag_bits & UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    russian = raw.decode("cp866")
    others = [letter for letter in russian if ord(letter) > 127]
    return russian if len(others) > 2 and all(ord(letter) in CYRILLIC for letter in others) else info.filename
