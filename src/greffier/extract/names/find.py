"""The names of one passage, as the tagger sees them, sentence by sentence."""

from collections.abc import Iterator

from greffier.extract.names.found import Found
from greffier.extract.tagger import load_tagger
from greffier.model.outline import Passage
from greffier.model.span import Span
from greffier.text.tokens import token_spans

KINDS = {"PER": "person", "ORG": "body", "LOC": "place"}


def find_tagged(passage: Passage) -> Iterator[Found]:
    """Yield each name that the tagger finds in `passage`, in reading order."""
    tagger = load_tagger()
    for sentence in passage.sentences or (Span(0, len(passage.text)),):
        text = sentence.of(passage.text)
        spans = token_spans(text)
        for tag in tagger.tag([text[start:end] for start, end in spans], passage.lang):
            start, end = sentence.start + spans[tag.start][0], sentence.start + spans[tag.end - 1][1]
            yield Found(start, end, KINDS[tag.kind], tag.confidence, f"tagger {tag.confidence:.2f}")
