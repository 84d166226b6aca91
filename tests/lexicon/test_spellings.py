"""The tables of names say what their field guides promise."""

from pathlib import Path

import pytest

from greffier.lexicon.spellings import DATA, given_names, name_forms, read_group, spellings


@pytest.mark.parametrize("file", sorted(DATA.glob("*.toml")), ids=lambda file: file.name)
def test_every_table_names_its_source(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "# Source" in text and "Apache-2.0" in text


def test_every_table_loads() -> None:
    assert spellings().groups["sjtsj"] == (("sh",), ("ch",))
    assert all(ending.form for ending in name_forms().endings)
    assert {name.sex for name in given_names()} == {"m", "f"}
    assert all(name.full for name in given_names())


def test_an_unknown_sound_is_refused() -> None:
    with pytest.raises(ValueError, match="no such sound"):
        read_group("sh/qq")
