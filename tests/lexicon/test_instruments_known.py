"""Known instruments: the examples and refusals of their file."""

import tomllib

from greffier.lexicon.instruments import find_known
from greffier.lexicon.load import DATA
from greffier.lexicon.patterns import lowered

ABOUT = tomllib.loads((DATA / "instruments.toml").read_text(encoding="utf-8"))["about"]


def test_every_example_is_found_and_every_refusal_refused() -> None:
    for text, expected in ABOUT["examples"]:
        assert [known for _, _, known in find_known(text, lowered(text))] == [expected], text
    for text in ABOUT["refuses"]:
        assert not list(find_known(text, lowered(text))), text
