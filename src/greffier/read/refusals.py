"""Formats that are known and not read, each with what to do about it.

>>> refusal(b"\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1" + bytes(600), "a.doc")
('it is in a format of Microsoft Office before 2007, or protected by a password', 'Save it as DOCX without a password')
>>> refusal(b"Plain words", "a.txt") is None
True
"""

from greffier.read.office.kinds import office_kind

SHEET = "Save what is to be read as PDF or text"
ARCHIVE = "Unpack it and file what it holds, or pack it as ZIP"
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "it is in a format of Microsoft Office before 2007, or protected by a password",
        "Save it as DOCX without a password",
    ),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7z archive", ARCHIVE),
    (b"Rar!\x1a\x07", "it is a RAR archive", ARCHIVE),
    (b"\x1f\x8b", "it is packed with gzip", ARCHIVE),
    (b"BZh", "it is packed with bzip2", ARCHIVE),
    (b"\xfd7zXZ\x00", "it is packed with xz", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", "it is packed with zstd", ARCHIVE),
    (b"\x78\x9f\x3e\x22", "it is an attachment in Outlook's own format (winmail.dat)", "Ask for the files in it"),
    (b"!BDN", "it is an Outlook data file", "Export its mail as EML or MBOX"),
    (b"ID3", "it is a sound recording", "File a transcript"),
    (b"OggS", "it is a recording", "File a transcript"),
    (b"\x1a\x45\xdf\xa3", "it is a recording", "File a transcript"),
    (b"SQLite format 3\x00", "it is a database", SHEET),
)
PACKAGES = {  # kind of package: what it is, and what to do
    "xlsx": ("it is a spreadsheet", SHEET),
    "pptx": ("it is a presentation", SHEET),
    "other": ("it is an office file or book in a format that is not read", SHEET),
}
OPENED = "greffier file opens it and files what it holds"


def refusal(data: bytes, source: str) -> tuple[str, str] | None:
    """Reason and remedy for a file that is known and not read; None for any other."""
    for signature, reason, remedy in SIGNATURES:
        if data.startswith(signature):
            return reason, remedy
    if data[4:8] == b"ftyp":
        return "it is a recording", "File a transcript"
    if data.startswith(b"PK\x03\x04"):
        kind = office_kind(data[:HEAD], data[-HEAD:])
        if kind in PACKAGES:
            return PACKAGES[kind]
        return "it is an archive of several files", OPENED
    if data.startswith(b"PK\x05\x06"):
        return "it is an archive without files", "Pack it again"
    return None


HEAD = 65_536  # bytes at either end of a package in which its parts are named
