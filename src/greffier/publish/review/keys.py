"""What an entry of a list of reference data is looked up by: the keys of its names.

>>> from greffier.model.reference import Reference
>>> sorted(keys(Reference("l", "1", "body", "Nour-Otan", ("Нур Отан",))))
['=nour otan', '=нур отан']
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import greffier
from greffier.model.reference import Reference
from greffier.resolve.names import block_keys, prepare
from greffier.text.folding import fold


def keys(reference: Reference) -> frozenset[str]:
    """The keys of all names of an entry."""
    return keys_of_names(reference.kind, (reference.name, *reference.names))


def keys_of_names(kind: str, names: Iterable[str]) -> frozenset[str]:
    """Equal names share a key (`=`), and so do the spellings of a person's name."""
    found: set[str] = set()
    for name in names:
        folded = fold(name)
        if folded:
            found.add(f"={folded}"[:200])
            if kind == "person" and " " in folded:
                found |= block_keys(prepare(name))
    return frozenset(found)


@cache
def version() -> str:
    """By which rules keys are made: a digest of the code and the tables that they depend on."""
    root = Path(greffier.__file__).parent
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for folder in (root / "resolve" / "names", root / "lexicon" / "data" / "names"):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".toml", ".tsv"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
