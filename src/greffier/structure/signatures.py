"""Signatures below a motion or resolution: lines that are nothing but a name, behind the last provision.

Source of the form: motions as chambers print them, whose movers follow the text one to a line, often by surname alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from greffier.lexicon.load import load_lexicon
from greffier.structure.draft import Draft

FORMULA = 2  # passages that go on in lower case to close a motion
LONGEST = 45  # code points of a line that is a name
WORDS = 6  # words of it, with particles
PART = re.compile(r"[^\W\d_][\w’'.-]*")
ENDS = "?!:;"


def with_signatures(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the lines of names behind the last provision of a text as signatures."""
    last = max((index for index, draft in enumerate(drafts) if draft.kind in ("recital", "request")), default=None)
    if last is None:
        return list(drafts)
    made = list(drafts)
    for index in range(last + 1, len(drafts)):
        draft = drafts[index]
        if draft.text[:1].islower() and index <= last + FORMULA:
            continue  # "and proceeds to the order of the day"
        if draft.kind not in ("paragraph", "heading", "item") or not _name(draft.text.strip(), draft.lang):
            break
        made[index] = replace(draft, kind="signature")
    return made


def _name(text: str, lang: str) -> bool:
    """Whether `text` is a name: words with a capital, the small words of names between them."""
    words = text.split()
    if not words or len(text) > LONGEST or len(words) > WORDS or text[-1] in ENDS or not text[0].isupper():
        return False
    names = load_lexicon(lang)
    particles, never = names.words("names", "particles"), names.words("names", "never")
    return (
        all(PART.fullmatch(word) and (word[0].isupper() or word.lower() in particles) for word in words)
        and words[-1][0].isupper()
        and words[0].lower().strip(".") not in never - particles
    )
