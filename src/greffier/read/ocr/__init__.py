"""Scans: pictures of pages read by Tesseract, where it is installed, to words with their places.

`Scanner` reads the pages of one paper, `read` a paper that is a picture (PNG, JPEG, TIFF of several pages).
"""

from greffier.read.ocr.pictures import read, recognised
from greffier.read.ocr.scanner import Scanner, missing

__all__ = ["Scanner", "missing", "read", "recognised"]
