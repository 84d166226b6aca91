"""Ids are hashes of content, so that a second run gives the same ids.

>>> content_id("person", "abc", "Tim Example") == content_id("person", "abc", "Tim Example")
True
>>> len(content_id("person", "abc"))
20
"""

import hashlib


def content_id(*parts: object) -> str:
    """Twenty hex digits (80 bits) of the SHA-256 of `parts`, told apart by the unit separator."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def file_id(data: bytes) -> str:
    """The paper's id: SHA-256 of the file's bytes, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
