"""Data that got among the text is no text: it costs no time and yields nothing."""

import base64
import random
import time

from greffier.run.pipeline import read_paper


def test_encoded_data_in_a_text_is_furniture_and_costs_no_time() -> None:
    data = base64.encodebytes(random.Random(3).randbytes(40_000))
    began = time.process_time()
    outline, findings = read_paper(b"The council of Bergen met 12 clerks on 4 June 2019.\n\n" + data, "a.txt")
    assert time.process_time() - began < 5
    assert [passage.kind for passage in outline.passages][-1] == "boilerplate"
    assert outline.passages[0].kind != "boilerplate"
    assert all(span.end <= 60 for entry in findings.entries for span in entry.evidence)
