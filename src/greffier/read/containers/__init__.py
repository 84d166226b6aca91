"""Files that hold papers: ZIP, mail and MBOX, saved pages, archives of crawlers; each member a paper of its own.

A member is named by its container, a slash and its name in it: `archive.zip/folder/paper.docx`,
`letters.mbox/00012.eml/minutes.pdf`. Names are cleaned, so that each is one place below its container.
"""
