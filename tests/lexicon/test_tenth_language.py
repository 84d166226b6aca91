"""A tenth language dropped into a folder works, without any Python: Esperanto, in four small files."""

import json
import os
import subprocess
import sys
from pathlib import Path

FILES = {
    "language": """
[settings]
name = "Esperanto"
script = "latin"
letters = "ĉĝĥĵŝŭ"

[words]
function = ["la", "kaj", "estas", "de", "en", "ke", "al", "kun", "por", "ne", "ĝi", "pri", "diris", "hieraŭ"]
""",
    "dates": """
[months]
1 = ["januaro"]
5 = ["majo"]

[settings]
ordinal = '(?:-?a)'
of = '(?:de|,)'
order = 'dmy'
""",
    "speech": """
[settings]
inversion = "say"

[words]
that = ["ke"]
oblique = ["de", "al", "kun"]
joins = ["kaj"]

[[pattern]]
value = "say"
forms = ["diris"]
""",
    "titles": """
[[pattern]]
value = "honorific"
forms = ["sinjoro", "sinjorino"]
""",
}
TEXT = """Renkonto en la urbo

Sinjorino Maria Kovalska diris ke la traktato estas por la popolo kaj ne por la ŝtato. La 3-a de majo 2021 ŝi estis en
la urbo kun la delegacio, kaj ŝi parolis pri la ĝenerala laboro de la komisiono.
"""


def test_a_tenth_language_needs_no_python(tmp_path: Path) -> None:
    folder = tmp_path / "lexicons" / "eo"
    folder.mkdir(parents=True)
    for topic, text in FILES.items():
        (folder / f"{topic}.toml").write_text(text, encoding="utf-8")
    script = (
        "import json, sys\n"
        "from greffier.run.pipeline import read_paper\n"
        "outline, findings = read_paper(sys.stdin.buffer.read(), 'paper.txt')\n"
        "names = {a.id: a.name for a in findings.appearances}\n"
        "said = [(names.get(e.speaker), e.quote) for e in findings.entries if e.kind == 'statement']\n"
        "print(json.dumps([outline.languages, said]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=TEXT.encode(),
        capture_output=True,
        env={**os.environ, "GREFFIER_LEXICONS": str(tmp_path / "lexicons"), "PYTHONPATH": "src"},
        check=True,
    )
    languages, said = json.loads(done.stdout)
    assert languages == ["eo"]
    assert said and said[0][0] == "Maria Kovalska" and said[0][1].startswith("la traktato")
