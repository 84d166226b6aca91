"""Two names of persons compared across languages, spellings and scripts.

`prepare` does a name's work once; `compare` scores two prepared names; `block_keys` says which names are worth
comparing; `explain` and `score_pairs` serve the command line. Bodies and places will stand beside persons here.

>>> explain("Georgi Tchavdarov", "Георги Чавдаров").same
True
>>> explain("Georgi Tchavdarov", "Georgi Lasarov").same
False
"""

from greffier.resolve.names.compare import compare
from greffier.resolve.names.keys import block_keys
from greffier.resolve.names.pairs import explain, score_pairs
from greffier.resolve.names.prepare import PreparedName, prepare

__all__ = ["PreparedName", "block_keys", "compare", "explain", "prepare", "score_pairs"]
