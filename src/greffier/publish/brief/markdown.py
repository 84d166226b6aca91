"""A brief as Markdown with footnotes."""

import re

from greffier.publish.brief.text import Brief

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~!&])")


def as_markdown(brief: Brief) -> bytes:
    """The brief in UTF-8."""
    out = [f"# {plain(brief.title)}", "", f"*{plain(brief.made)}*", ""]
    for section in brief.sections:
        out += [f"## {section.title}", ""]
        for line in section.lines:
            lead = f"**{plain(line.lead)}** – " if line.lead else ""
            doubt = " *(doubtful)*" if line.doubtful else ""
            out.append(f"- {lead}{plain(line.text)}{doubt}" + "".join(f"[^{note.number}]" for note in line.notes))
        out.append("")
    out += [f"[^{n.number}]: {plain(n.paper)}: “{plain(n.quote)}” ({plain(n.sure)})" for n in brief.notes]
    return ("\n".join(out) + "\n").encode("utf-8", "replace")


def plain(text: str) -> str:
    r"""`text` with what Markdown would take for markup escaped.

    >>> plain("a *b* <i>")
    'a \\*b\\* \\<i\\>'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
