"""RTF: its paragraphs in order, with headings, list numbers as they are written, tables, notes; headers as furniture.

Source: Rich Text Format Specification 1.9.1. Bytes are read in the code page of their font, `\\u` characters as such.

>>> paper = read(b"{\\\\rtf1\\\\ansi{\\\\*\\\\generator x}Caf\\\\'e9 and \\\\u1042?\\\\par Next.}", "a.rtf")
>>> paper.text
'Café and В\\n\\nNext.\\n'
"""

import codecs
from dataclasses import replace
from pathlib import PurePath

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Metadata, Paper
from greffier.read.assembling import Piece, assemble, tidy
from greffier.read.office.docx_styles import named_level
from greffier.read.office.rtf_sheet import Paragraph, Sheet, State, end_of, end_paragraph, end_table, put
from greffier.read.office.rtf_words import CHARSETS, KEPT, MARGINS, SIGNS, SKIPPED, SYMBOLS, TOKEN

MEDIA = "application/rtf"
DEEPEST = 500  # groups in each other
CUT = "The file breaks off; what stood behind is missing. Save it again from a word processor"
INFO = ("title", "author")


def read(data: bytes, source: str) -> Paper:
    """The paper in an RTF file; raises a `PaperError` where none can be read."""
    sheet = Sheet()
    place, end = data.find(b"{\\rtf"), len(data)
    if place < 0:
        raise DamagedPaper(source, "it is no RTF", "Save it again from a word processor")
    closed = False
    while place < end and not closed:
        match = TOKEN.match(data, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        word, number, byte, symbol, brace, plain = match.groups()
        if byte is not None:
            _byte(sheet, bytes([int(byte, 16)]))
            continue
        if plain is not None and not sheet.skipping:
            sheet.pending += plain if sheet.state.place != "skip" else b""
            continue
        _flush(sheet)
        if brace == b"{":
            if len(sheet.stack) >= DEEPEST:
                raise DamagedPaper(source, "its groups are nested too deep to be read", "Save it as plain text")
            sheet.stack.append(sheet.state)
            sheet.state = replace(sheet.state, ignored=False)
        elif brace == b"}":
            _leave(sheet)
            closed = not sheet.stack
        elif word is not None:
            name, value = word.decode("ascii"), int(number) if number else None
            if name == "bin":
                place += max(value or 0, 0)
            elif sheet.state.place != "skip":
                _word(sheet, name, value)
        elif symbol is not None:
            _symbol(sheet, symbol.decode("latin-1"))
        elif plain is not None:
            _plain(sheet, plain)
    _flush(sheet)
    end_paragraph(sheet)
    end_table(sheet)
    text, blocks = assemble(
        [
            *(Piece("furniture", words) for words in dict.fromkeys(sheet.margins["above"])),
            *sheet.pieces,
            *(Piece("furniture", words) for words in dict.fromkeys(sheet.margins["below"])),
        ]
    )
    said = {key: tidy("".join(sheet.words.get(key, []))) for key in INFO}
    known = said["title"] and said["title"].casefold() in " ".join(text.split()).casefold()
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media=MEDIA,
        text=text,
        blocks=blocks,
        metadata=Metadata(title=said["title"] if known else None, author=said["author"] or None),
        problems=() if closed else (CUT,),
    )


def _byte(sheet: Sheet, byte: bytes) -> None:
    if sheet.skipping:
        sheet.skipping -= 1
    elif sheet.state.place != "skip":
        sheet.pending += byte


def _plain(sheet: Sheet, plain: bytes) -> None:
    """Text behind a `\\u` character: its first bytes stand for that character in older programs."""
    kept = plain[sheet.skipping :]
    sheet.skipping = max(0, sheet.skipping - len(plain))
    if sheet.state.place != "skip":
        sheet.pending += kept


def _flush(sheet: Sheet) -> None:
    """The bytes that wait, as text."""
    if sheet.pending:
        put(sheet, sheet.pending.decode(sheet.state.page, "replace"))
        sheet.pending.clear()


def _symbol(sheet: Sheet, symbol: str) -> None:
    if symbol == "*":
        sheet.state = replace(sheet.state, ignored=True)
    elif symbol in "\r\n":
        _word(sheet, "par", None)
    elif sheet.skipping:
        sheet.skipping -= 1
    elif symbol in SYMBOLS:
        put(sheet, SYMBOLS[symbol])


def _word(sheet: Sheet, name: str, value: int | None) -> None:
    state = sheet.state
    if state.ignored and name not in KEPT:
        sheet.state = replace(state, place="skip", ignored=False)
    elif name == "u":
        put(sheet, _unicode(sheet, (value or 0) % 65536))
        sheet.skipping = state.skip
    elif name == "uc":
        sheet.state = replace(state, skip=max(0, min(value or 0, 10)))
    elif name in SIGNS:
        put(sheet, SIGNS[name])
    elif name in SKIPPED or name == "upr":
        sheet.state = replace(state, place="skip", ignored=False)
    elif name in ("par", "sect", "page", "cell", "nestcell", "row", "nestrow"):
        end_of(sheet, name)
    else:
        _set(sheet, name, value)


def _unicode(sheet: Sheet, code: int) -> str:
    """A UTF-16 unit as text: the second half of a pair joins the first."""
    words = sheet.words.get(sheet.state.place)
    if 0xDC00 <= code < 0xE000 and words and 0xD800 <= ord(words[-1][-1:] or " ") < 0xDC00:
        high = ord(words[-1][-1])
        words[-1] = words[-1][:-1]
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
    return chr(code)


def _set(sheet: Sheet, name: str, value: int | None) -> None:
    """A control word that sets something or opens a destination."""
    state, paragraph = sheet.state, sheet.paragraph
    if name in MARGINS:
        sheet.state = replace(state, place=MARGINS[name], ignored=False)
    elif name == "footnote":
        sheet.state = replace(state, place="note", ignored=False)
    elif name == "fonttbl":
        sheet.state = replace(state, place="fonts")
    elif name == "stylesheet":
        sheet.state = replace(state, place="stylesheet")
    elif name == "info":
        sheet.state = replace(state, place="info")
    elif state.place == "info":
        sheet.state = replace(state, place=name if name in INFO else "skip")
    elif name in ("listtext", "pntext"):
        paragraph.listed = True
    elif name == "ansicpg" and value:
        sheet.page = _known(f"cp{value}")
        sheet.state = replace(state, page=sheet.page)
    elif name == "f" and value is not None:
        sheet.font = value
        if state.place != "fonts":
            sheet.state = replace(state, page=sheet.fonts.get(value, sheet.page))
    elif name == "fcharset":
        sheet.fonts[sheet.font] = CHARSETS.get(value or 0, sheet.page) if value else sheet.page
    elif name == "cpg" and value:
        sheet.fonts[sheet.font] = _known(f"cp{value}")
    elif name in ("v", "deleted"):
        sheet.state = replace(state, hidden=value != 0)
    elif name == "plain":
        sheet.state = replace(state, hidden=False)
    elif name == "s":
        sheet.style = paragraph.style = str(value)
    elif name == "outlinelevel":
        level = value if value is not None and 0 <= value < 9 else None
        if state.place == "stylesheet" and level is not None:
            sheet.styles[sheet.style] = level
        paragraph.level = level
    elif name == "intbl":
        paragraph.table = True
    elif name == "pard":
        sheet.paragraph = Paragraph(listed=paragraph.listed)


def _known(page: str) -> str:
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10000": "mac-roman"}.get(page, page)).name
    except LookupError:
        return "cp1252"


def _leave(sheet: Sheet) -> None:
    """The end of a group."""
    left = sheet.state.place
    sheet.state = sheet.stack.pop() if sheet.stack else State()
    if left == "stylesheet":
        name, _, _ = "".join(sheet.words.pop(left, [])).partition(";")
        if (level := named_level(name.strip())) is not None:
            sheet.styles.setdefault(sheet.style, level)
        sheet.style = ""
    if left == sheet.state.place:
        return
    if left in ("above", "below", "note"):
        said = tidy("".join(sheet.words.pop(left, [])))
        if left == "note" and said:
            sheet.told += 1
            sheet.notes.append(Piece("note", f"{sheet.told} {said}"))
        elif said:
            sheet.margins[left].append(said)
