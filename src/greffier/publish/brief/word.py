"""A brief as a Word document with real footnotes.

Source: Office Open XML (ECMA-376, part 1, 17.11): python-docx writes no footnotes, so their part is made here.
"""

from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from greffier.publish.brief.text import Brief, Note

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def as_docx(brief: Brief) -> bytes:
    """The document's bytes."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = clean(brief.title), "Greffier"
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)  # same record, same document
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_heading(clean(brief.title), 0)
    document.add_paragraph().add_run(clean(brief.made)).italic = True
    for section in brief.sections:
        document.add_heading(section.title, 1)
        for line in section.lines:
            paragraph = document.add_paragraph()
            if line.lead:
                paragraph.add_run(clean(line.lead)).bold = True
                paragraph.add_run(" – ")
            paragraph.add_run(clean(line.text))
            if line.doubtful:
                paragraph.add_run(" (doubtful)").italic = True
            for place, note in enumerate(line.notes):
                if place:
                    paragraph.add_run(", ").font.superscript = True
                run = paragraph.add_run()
                run.font.superscript = True
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(note.number))
                run._r.append(reference)
    notes = SEPARATORS + "".join(map(_footnote, brief.notes))
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{SPACE}">{notes}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT, xml.encode("utf-8", "replace"), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _footnote(note: Note) -> str:
    small, raised = '<w:rPr><w:sz w:val="17"/></w:rPr>', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    said = escape(clean(f" {note.paper}: “{note.quote}” ({note.sure})"))
    return (
        f'<w:footnote w:id="{note.number}"><w:p><w:r>{raised}<w:footnoteRef/></w:r>'
        f'<w:r>{small}<w:t xml:space="preserve">{said}</w:t></w:r></w:p></w:footnote>'
    )


def clean(text: str) -> str:
    """`text` without the characters that XML does not know."""
    return "".join(c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else " " for c in text)
