"""The main text of a page, as `trafilatura` judges it: every block that it leaves out is marked `aside`.

Each block's first words get a mark of private characters before `trafilatura` sees them; the blocks whose marks come
back are the main text. So nothing is found again by comparison, and the canonical text keeps everything. A paragraph
beside one of the main text, in the same element, is main text too.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

import trafilatura
from lxml.html import HtmlElement

from greffier.model.paper import Block
from greffier.read.html.tree import Start

FIRST = 0xE100  # the private use area of Unicode, two digits of a block's number behind a sign
SIGN = "\ue0ff"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2; lxml takes no such text
DIGITS = 4096
LARGEST = 2_000_000  # code points of a page's text that is judged; longer ones are read whole
LEAST = 0.1  # share of the text that is not furniture below which the judgement is no help
PARAGRAPH = 50  # code points of a paragraph, at least
FEW = 150  # code points of main text below which it is none

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # problems are told by the paper, not by a log


def with_aside(root: HtmlElement, blocks: Sequence[Block], starts: Sequence[Start]) -> list[Block]:
    """The blocks, those outside the main text marked; unchanged where there is no telling. Marks the tree's text."""
    if not blocks or blocks[-1].span.end > LARGEST:
        return list(blocks)
    for number, start in enumerate(starts):
        _mark(start, SIGN + chr(FIRST + number // DIGITS) + chr(FIRST + number % DIGITS))
    kept = set(_kept(root))
    homes = {_home(starts[number]) for number in kept if number < len(blocks) and blocks[number].kind == "paragraph"}
    kept |= {n for n, block in enumerate(blocks) if _whole(block) and _home(starts[n]) in homes - {None}}
    kept_length = sum(_length(blocks[number]) for number in kept if number < len(blocks))
    text_length = sum(_length(block) for block in blocks if block.kind not in ("furniture", "link"))
    if kept_length < FEW or kept_length < LEAST * text_length:
        return list(blocks)
    return [
        replace(block, kind="paragraph" if block.kind == "furniture" else block.kind)
        if number in kept
        else replace(block, aside=True)
        for number, block in enumerate(blocks)
    ]


def _home(start: Start) -> HtmlElement | None:
    """The element that the block's own element stands in, where that is a `p`."""
    return start.element.getparent() if start.element.tag == "p" and not start.behind else None


def _whole(block: Block) -> bool:
    """Whether the block is a paragraph of some length, which no button or label is."""
    return block.kind == "paragraph" and _length(block) >= PARAGRAPH


def _mark(start: Start, sign: str) -> None:
    element = start.element
    if start.behind:
        element.tail = sign + NOT_XML.sub(" ", element.tail or "")
    else:
        element.text = sign + NOT_XML.sub(" ", element.text or "")


def _kept(root: HtmlElement) -> frozenset[int]:
    """The numbers of the blocks that the main text holds."""
    try:
        found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # a foreign parser on foreign markup: whatever it raises, the page is read whole
        return frozenset()
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    signs = "".join(body.itertext()).split(SIGN)[1:]
    return frozenset((ord(s[0]) - FIRST) * DIGITS + ord(s[1]) - FIRST for s in signs if len(s) > 1)


def _length(block: Block) -> int:
    return block.span.end - block.span.start
