"""HTML: the canonical text is the page's text in reading order, every block with what the markup says of it.

Nothing is lost: menus, buttons and notices stand in the text as blocks of kind `furniture`, what the main text
leaves out (as `trafilatura` judges) is marked `aside`.

>>> page = read(b"<html><title>T</title><body><h1>A visit</h1><p>She <b>came</b>.</p></body></html>", "a.html")
>>> page.text, [block.kind for block in page.blocks], page.metadata.title
('A visit\\n\\nShe came.\\n', ['heading', 'paragraph'], 'T')
>>> recognised(b"<html>", "page"), recognised(b"Plain words", "a.txt")
(True, False)
"""

import re
from pathlib import PurePath

from lxml import etree
from lxml import html as markup

from greffier.model.errors import DamagedPaper
from greffier.model.ids import file_id
from greffier.model.paper import Paper
from greffier.read.html.head import metadata
from greffier.read.html.main_text import with_aside
from greffier.read.html.tree import tree_blocks, with_extents
from greffier.read.plain import decode

BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
NAMES = (".html", ".htm", ".xhtml")
CUT = "The page's elements are nested too deep to be read to the end; file its text instead"
HEAD = 4096  # bytes in which a page names its encoding
NUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2: no characters of a document


def recognised(data: bytes, source: str) -> bool:
    """Whether `data` is an HTML page: by its first tag, or by its name where tags stand in it."""
    named = PurePath(source).name.lower().endswith(NAMES)
    return BEGINS.match(data[:HEAD]) is not None or (named and b"<" in data.replace(b"\x00", b"")[:HEAD])


def read(data: bytes, source: str, *, declared: str | None = None) -> Paper:
    """The paper that the page holds; raises a `PaperError` where it holds none. `declared` is the encoding that its
    server or mail says it is in, before what the page says itself."""
    stated = CHARSET.search(data[:HEAD])
    written = decode(data, source, declared=declared or (stated.group(1).decode("ascii") if stated else None))
    parser = markup.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = markup.document_fromstring(NUL.sub(" ", written).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DamagedPaper(
            source, "the page holds no markup that can be read", "Save it again from a browser"
        ) from error
    text, blocks, starts, articles = tree_blocks(root)
    deep = any("depth" in str(entry.message).lower() for entry in parser.error_log)
    if deep and not text.strip():
        raise DamagedPaper(source, "its elements are nested too deep to be read", "File its text instead")
    said = metadata(root)
    return Paper(
        id=file_id(data),
        file=PurePath(source).name,
        source=source,
        media="text/html",
        text=text,
        blocks=with_extents(with_aside(root, blocks, starts), articles),
        metadata=said,
        problems=(CUT,) if deep else (),
    )
