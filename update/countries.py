"""Compare the names of countries in the lexicon with CLDR's, and add what is missing.

    python update/countries.py            # prints, per language, the names of CLDR that the lexicon lacks
    python update/countries.py --write    # adds them in front of the names that are there

Nothing is ever removed. Names of CLDR that the lexicon leaves out on purpose stand in `[about].omitted`.
"""

import json
import sys
import tomllib
from pathlib import Path

from babel import Locale

DATA = Path(__file__).parent.parent / "src" / "greffier" / "lexicon" / "data"


def missing(lang: str, text: str) -> dict[str, str]:
    """The names of CLDR, by code, that the file `text` neither holds nor leaves out."""
    table = tomllib.loads(text)
    omitted = set(table["about"]["omitted"])
    territories = Locale(lang).territories
    found = {}
    for code, entry in table.items():
        name = territories.get(code.upper(), "").replace("'", "’")
        held = {held.replace("*", "") for held in entry.get("names", ())}
        if name and name not in held and name not in omitted:
            found[code] = name
    return found


def add(text: str, code: str, name: str) -> str:
    """`text` with `name` first among the names of `code`."""
    head = f"[{code}]\nnames = ["
    if head not in text:
        return text + f"\n[{code}]\nnames = [{json.dumps(name, ensure_ascii=False)}]\n"
    comma = "" if head + "]" in text else ", "
    return text.replace(head, head + json.dumps(name, ensure_ascii=False) + comma, 1)


def main() -> None:
    """Print what is missing; with `--write`, add it."""
    for file in sorted(DATA.glob("*/countries.toml")):
        text = file.read_text(encoding="utf-8")
        for code, name in missing(file.parent.name, text).items():
            print(f"{file.parent.name}\t{code}\t{name}")
            text = add(text, code, name)
        if "--write" in sys.argv[1:]:
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
