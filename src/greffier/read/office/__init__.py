"""Files of word processors: DOCX, ODT (and flat ODT), RTF, each `read(data, source) -> Paper`.

Headings, lists with their numbers, tables row by row, notes behind their paragraph, text boxes; what stands on every
page is furniture. What was deleted or hidden is not text.
"""
