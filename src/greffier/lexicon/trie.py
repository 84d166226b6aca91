"""One regular expression for thousands of words, factored by their common beginnings.

Python's `re` tries the branches of an alternation one by one; in a trie each letter is tried once.

>>> trie_regex(["zei", "zeiden", "zat"], 5)
'z(?:at|ei(?:den)?)'
>>> trie_regex(["raad*"], 5)
'raad\\\\w{0,5}'
"""

import re
from collections.abc import Iterable
from typing import TypeAlias

_END = ""
_Node: TypeAlias = dict[str, "_Node"]


def trie_regex(words: Iterable[str], inflection: int) -> str:
    """A regular expression for any of `words`; `*` is up to `inflection` letters, a space any white space.

    Longer words are tried before shorter ones that begin them.
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _branch(root, inflection)


def _branch(node: _Node, inflection: int) -> str:
    ends = _END in node
    branches = [_atom(char, inflection) + _branch(below, inflection) for char, below in sorted(node.items()) if char]
    if not branches:
        return ""
    # `*` last: an exact continuation is tried before any letters at all
    branches.sort(key=lambda branch: branch.startswith(r"\w"))
    if len(branches) == 1 and not ends:
        return branches[0]
    joined = "(?:" + "|".join(branches) + ")"
    return joined + "?" if ends else joined


def _atom(char: str, inflection: int) -> str:
    if char == "*":
        return rf"\w{{0,{inflection}}}"
    return r"\s+" if char == " " else re.escape(char)
