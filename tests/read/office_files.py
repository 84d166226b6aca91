"""Word processors' files with invented text, made at test time: DOCX by python-docx, ODT and RTF by hand."""

import io
import zipfile

import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MET = "The delegation of the committee met the minister in Ulaanbaatar on 3 May 2021."
LEFT = "The Assembly considers that the river crossing must be kept open to all. " * 4
RIGHT = "L’Assemblée considère que le passage du fleuve doit rester ouvert à tous. " * 4
ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>
</text:list-style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region><text:p>deleted words</text:p></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Report on the crossing</text:p>
<text:h text:outline-level="2">Background</text:h>
<text:p>The clerk<text:s text:c="2"/>said<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>In a letter.</text:p></text:note-body></text:note> no.<text:span text:style-name="T1"
>secret</text:span></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>first</text:p><text:list><text:list-item><text:p>inner</text:p>
</text:list-item></text:list></text:list-item><text:list-item><text:p>second</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>2021</text:p></table:table-cell><table:table-cell>
<text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>Boxed words.</text:p></draw:text-box></draw:frame></text:p>
</office:text></office:body></office:document-content>"""
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}}{\info{\title Draft}{\author Ola Nordmann}}"
    rb"{\header Committee paper\par}{\footer page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    rb"\pard\s1 Background\par\pard\s0 Caf\'e9, {\f1\'cc\'ee\'f1\'ea\'e2\'e0} and \u1179?\u769?."
    rb"{\footnote\pard In a letter.}\par"
    rb"{\v hidden}{\pict 0102ff}{\*\unknown gone}\pard{\listtext 1.\tab}first\par"
    rb"\pard\intbl 2021\cell 12\cell\row\pard{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Boxed words.\par}}"
    rb"Last {\b bold} words\par}"
)


def docx_file() -> bytes:
    """A report with heading, lists, tables, header, footer, note-like text box, changes and hidden text."""
    made = docx.Document()
    made.core_properties.title = "Report on the crossing"
    made.core_properties.author = "Ola Nordmann"
    made.sections[0].header.paragraphs[0].text = "Committee paper"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.add_heading("Report on the crossing", 0)
    made.add_heading("Background", 2)
    made.add_paragraph(MET)
    for words in ("first thing", "second thing"):
        made.add_paragraph(words, style="List Number")
    made.add_paragraph("loose thing", style="List Bullet")
    facts = made.add_table(2, 2)
    for number, row in enumerate(facts.rows):
        row.cells[0].text, row.cells[1].text = f"{2020 + number}", f"{number} visits"
    layout = made.add_table(1, 2).rows[0]
    layout.cells[0].text, layout.cells[1].text = LEFT, RIGHT
    body = made.element.body
    body.insert(len(body) - 1, parse_xml(CHANGED))
    body.insert(len(body) - 1, parse_xml(BOXED))
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


CHANGED = (
    f"<w:p {W}><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>granted.</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
)
BOXED = (
    f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Boxed words.</w:t></w:r></w:p>'
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed words.</w:t>"
    "</w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def odt_file(content: str = ODT) -> bytes:
    """An OpenDocument text with that content."""
    return zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode("utf-8")))


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive of members in their order, the first of them stored as it is."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for number, (name, data) in enumerate(members):
            archive.writestr(name, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return written.getvalue()
