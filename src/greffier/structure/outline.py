"""The outline of a paper: blocks cleaned, in their languages, mended, labelled, told from furniture, in articles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.lexicon.load import load_lexicon
from greffier.model.outline import Outline, Part, Passage
from greffier.model.paper import Block, Paper
from greffier.model.span import Span
from greffier.structure import head
from greffier.structure.articles import with_articles, without_asides
from greffier.structure.blocks import blocks
from greffier.structure.draft import Draft
from greffier.structure.front_matter import FrontMatter, front_matter
from greffier.structure.furniture import with_furniture
from greffier.structure.provisions import LETTER, NUMBER, addressed, aligned, chamber, opener, with_provisions
from greffier.structure.running_heads import running_heads
from greffier.structure.sentences import sentences
from greffier.structure.signatures import with_signatures
from greffier.structure.stamps import stamp
from greffier.structure.versions import bilingual, ended, mended, with_versions
from greffier.text.cleaning import clean, has_markup
from greffier.text.language import guess, script

READ_FIELDS = frozenset({"title", "description", "summary", "author", "authors", "creator", "creators"})
SURE = 0.25  # below this a short block is in the language of the one before it
PROSE = 60  # characters of a passage that counts for the languages of its paper
DAY = re.compile(r"\d(?:\D|\d{3}\b)")  # what every date with a day has
LINE = re.compile(r"[^\n]+")
MANY = 12  # lines of a block that may hold a title, a date and a text
HEADING = 110  # code points of a line that can be a heading
SIGNATURES = 600  # code points of a block of signatories
_ONE_NAMED = r"[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){1,4}\s*\((?=[^()]*[^\W\d_])[^()]{1,40}\)"
NAMED = re.compile(rf"{_ONE_NAMED}(?:\s+{_ONE_NAMED})*$")  # signatories with their party or office
KINDS = {"quote": "paragraph", "cell": "item", "caption": "note", "date": "dateline", "furniture": "boilerplate"}


def outline(paper: Paper) -> Outline:
    """The paper's parts and passages, and what it says of itself."""
    matter = front_matter(paper.text) if not paper.blocks else FrontMatter(0, ())
    drafts = _in_languages([*_metadata(paper, matter), *_drafts(paper, matter)])
    main = _main(drafts)
    pair = bilingual(drafts)
    drafts = [_signed(draft) for draft in with_furniture(drafts, main)]
    drafts = mended(drafts, pair, [_stands_alone(draft) for draft in drafts])
    drafts = [_with_heading(drafts, index) for index in range(len(drafts))]
    drafts = with_signatures(with_provisions(with_versions(drafts, pair)))
    drafts, articles = (
        with_articles(paper, aligned(drafts), main) if not _one_text(drafts, pair) else (aligned(drafts), [])
    )
    drafts = drafts if articles else without_asides(drafts)
    title = head.title(paper, matter, drafts)
    return Outline(
        paper=paper,
        kind=head.kind(paper, title, drafts),
        title=title,
        publisher=head.publisher(paper, matter),
        published=head.published(paper, matter, drafts, main),
        languages=_languages(drafts) or (main,),
        parts=(*articles, *_parts(drafts, matter)),
        passages=tuple(_passage(index, draft) for index, draft in enumerate(drafts)),
    )


def _one_text(drafts: Sequence[Draft], pair: tuple[str, str] | None) -> bool:
    """Whether the paper is one text for sure: a resolution, or a text in two languages."""
    return pair is not None or any(draft.kind in ("recital", "request") for draft in drafts)


def _metadata(paper: Paper, matter: FrontMatter) -> list[Draft]:
    values = [value for value in matter.values if value.key in READ_FIELDS]
    return [Draft(v.span, "metadata", clean(paper.text, v.span), field=v.key) for v in values]


def _drafts(paper: Paper, matter: FrontMatter) -> list[Draft]:
    text = paper.text
    if paper.blocks:
        sample = _sample(text, len(text) // 4)
        return [draft for block in paper.blocks if block.kind != "article" for draft in _marked(text, block, sample)]
    sample = _sample(text, matter.end)
    markup = has_markup(text)

    def opens(line: str) -> bool:
        label = LETTER.match(line) or NUMBER.match(line)
        return bool(opener(line[label.end() if label else 0 :], sample)) or bool(label and len(line) - label.end() < 4)

    def dates(line: str) -> bool:
        return DAY.search(line) is not None and stamp(line, sample) is not None

    made = []
    ruled = False
    for span, kind, level, tight in blocks(text, matter.end, opens, dates, running_heads(text, matter.end)):
        if kind == "rule":
            ruled = True
            continue
        cleaned = clean(text, span, markup=markup)
        if cleaned.text.strip():
            made.append(Draft(span, kind, cleaned, level=level, tight=tight, ruled=ruled))
            ruled = False
    return made


def _sample(text: str, start: int) -> str:
    """The language of the text behind `start`."""
    return guess(text[start : start + 4000]).lang


def _marked(text: str, block: Block, lang: str) -> Iterator[Draft]:
    """The drafts of a block that the format marks: one, or its lines where one of them dates the others."""
    lines = [match.span() for match in LINE.finditer(text, block.span.start, block.span.end)]
    if lines and block.page is not None and block.kind in ("paragraph", "item"):
        lines = _by_provisions(text, lines, block.lang or lang)
    elif len(lines) > 1 and len(lines) < MANY:
        if not any(DAY.search(text, low, high) and stamp(text[low:high], lang) for low, high in lines):
            lines = [(block.span.start, block.span.end)]
    else:
        lines = [(block.span.start, block.span.end)]
    for low, high in lines:
        cleaned = clean(text, Span(low, high), markup=False)
        kind = KINDS.get(block.kind, block.kind)
        if cleaned.text.strip():
            value = block.value if len(lines) == 1 else None
            draft = Draft(Span(low, high), kind, cleaned, level=block.level, aside=block.aside, value=value)
            yield replace(draft, lang=block.lang or "")


def _by_provisions(text: str, lines: list[tuple[int, int]], lang: str) -> list[tuple[int, int]]:
    """The lines of a paragraph of a page, together but for those that open a provision where a clause has ended."""
    made = [lines[0]]
    for low, high in lines[1:]:
        closed = text[made[-1][0] : made[-1][1]].rstrip()[-1:] in (";", ":")
        head = text[low:high]
        label = NUMBER.match(head) or LETTER.match(head)
        if closed and (opener(head[label.end() if label else 0 :], lang) or addressed(head, lang) or label):
            made.append((low, high))
        else:
            made[-1] = (made[-1][0], high)
    return made


def _in_languages(drafts: Sequence[Draft]) -> list[Draft]:
    """Each draft in its language; one too short to tell is in that of the draft before it."""
    guesses = [guess(draft.text) for draft in drafts]
    weight: Counter[str] = Counter()
    prose = [ended(draft.text) and len(draft.text) > PROSE for draft in drafts]  # names alone tell no language
    some = any(prose)
    for draft, found, running in zip(drafts, guesses, prose, strict=True):
        weight[found.lang] += int(len(draft.text) * found.sure) if running or not some else 0
    likely = tuple(sorted(lang for lang, chars in weight.items() if chars * 20 >= sum(weight.values())))
    made: list[Draft] = []
    current = weight.most_common(1)[0][0] if weight else "en"
    for draft, found in zip(drafts, guesses, strict=True):
        again = guess(draft.text, likely) if likely and found.lang not in likely else found
        told = current
        if draft.lang:
            told = draft.lang
        elif again.sure >= SURE and len(draft.text) >= 12:
            told = again.lang
        elif len(likely) > 1:
            told = _spoken(draft.text, current, likely)
        if draft.kind not in ("note", "boilerplate"):  # what stands aside says nothing of what follows
            current = told
        made.append(replace(draft, lang=told, sure=again.sure))
    return made


def _signed(draft: Draft) -> Draft:
    """The draft as a signature where it holds nothing but signatories."""
    named = draft.kind == "paragraph" and len(draft.text) <= SIGNATURES and NAMED.fullmatch(draft.text.strip())
    return replace(draft, kind="signature") if named else draft


def _spoken(text: str, current: str, likely: Sequence[str]) -> str:
    """The language of words too few to tell: another than the `current` where its script is, or a chamber's words are.

    >>> _spoken("СЕНАТ,", "en", ("en", "ru")), _spoken("LE SÉNAT,", "nl", ("nl", "fr"))
    ('ru', 'fr')
    >>> _spoken("Oslo", "nl", ("nl", "fr"))
    'nl'
    """
    written = script(text)
    fitting = [lang for lang in likely if written in ("", load_lexicon(lang).text("language", "script", "latin"))]
    if not fitting or fitting == [current]:
        return current
    if current not in fitting:
        return fitting[0]
    speaking = [lang for lang in fitting if chamber(text, lang) or addressed(text, lang)]
    return speaking[0] if speaking and current not in speaking else current


def _stands_alone(draft: Draft) -> bool:
    """Whether the draft opens a provision, so that nothing before it goes on in it."""
    label = LETTER.match(draft.text) or NUMBER.match(draft.text)
    opens = opener(draft.text, draft.lang) != "" and draft.text[:1].isupper()
    return bool(label) or draft.tight or opens


def _with_heading(drafts: Sequence[Draft], index: int) -> Draft:
    """The draft as a heading where it looks like one: a short line that ends no sentence, before a longer block."""
    draft = drafts[index]
    text = draft.text.strip()
    if draft.kind != "paragraph" or len(text) > HEADING or ended(text) or text.endswith(","):
        return draft
    behind = next((d for d in drafts[index + 1 : index + 3] if d.kind in ("paragraph", "item")), None)
    longer = behind is not None and len(behind.text) > max(80, len(text))
    return replace(draft, kind="heading") if (longer and text[:1].isupper()) or text.isupper() else draft


def _main(drafts: Sequence[Draft]) -> str:
    return next(iter(_languages(drafts)), "en")


def _languages(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The languages with at least a twentieth of the text, the largest share first."""
    weight: Counter[str] = Counter()
    for draft in drafts:
        if draft.kind not in ("metadata", "boilerplate"):
            weight[draft.lang] += len(draft.text)
    total = sum(weight.values())
    return tuple(
        lang for lang, chars in sorted(weight.items(), key=lambda item: (-item[1], item[0])) if chars * 20 >= total
    )


def _parts(drafts: Sequence[Draft], matter: FrontMatter) -> list[Part]:
    parts = [Part(Span(0, matter.end), "front_matter")] if matter.end else []
    kinds = {"boilerplate": "boilerplate", "heading": "heading", "title": "heading"}
    parts += [Part(draft.span, kinds[draft.kind], draft.lang) for draft in drafts if draft.kind in kinds]
    for version in (0, 1):
        inside = [draft for draft in drafts if draft.version == version]
        if inside:
            low, high = min(d.span.start for d in inside), max(d.span.end for d in inside)
            parts.append(Part(Span(low, high), "column", inside[0].lang))
    return parts


def _passage(index: int, draft: Draft) -> Passage:
    return Passage(
        index=index,
        kind="paragraph" if draft.kind == "link" else draft.kind,
        lang=draft.lang,
        text=draft.text,
        offsets=draft.cleaned.offsets,
        sentences=sentences(draft.text, draft.lang),
        article=draft.article,
        version=draft.version,
        label=draft.label,
        field=draft.field,
        parallel=draft.parallel,
    )
