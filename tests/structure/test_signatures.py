"""Who signs a paper: names on lines of their own at its end."""

from greffier.read.formats import read
from greffier.structure.outline import outline


def test_names_one_to_a_line_under_a_motion_sign_it() -> None:
    text = """MOTIE VAN HET LID VISSER

De Kamer,

overwegende dat het meer sinds 2011 droog staat en dat niemand daarop heeft gewezen;

verzoekt de regering het meer te vullen,

en gaat over tot de orde van de dag.

Visser

Van der Meer

Naar boven
"""
    passages = outline(read(text.encode(), "motion.txt")).passages
    assert [p.text for p in passages if p.kind == "signature"] == ["Visser", "Van der Meer"]
