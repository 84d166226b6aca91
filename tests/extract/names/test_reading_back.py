"""Names put into sentences of nine languages are read back whole, joined, and never two of one list merged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.extract.names.cast import cast_of
from greffier.extract.names.find import find_names
from greffier.extract.names.line import line
from greffier.extract.reading import Scene
from greffier.lexicon.load import load_lexicon
from greffier.lexicon.patterns import lowered
from greffier.model.offsets import whole
from greffier.model.outline import Passage
from greffier.model.span import Span

FRAMES = {
    "nl": "Mevrouw {} sprak met de heer {} over de begroting.",
    "fr": "Mme {} a rencontré M. {} mardi dernier.",
    "en": "Ms {} met Mr {} and thanked him.",
    "da": "Fru {} mødte hr. {} i går.",
    "de": "Frau {} traf Herrn {} am Montag.",
    "sv": "Fru {} mötte herr {} i går.",
    "es": "La señora {} recibió al señor {} ayer.",
}
WOMEN = ("Ines Jansen", "Maria Duarte", "Lena van der Berg", "Aigul Omarova", "Chloé D'Aubert")
MEN = ("Tom Berg", "Erik Lindqvist", "Karim Ben Saleh", "Luis Ortega", "Peter O'Hara")


def scene(text: str, lang: str, index: int = 0) -> Scene:
    passage = Passage(index, "paragraph", lang, text, whole(Span(0, len(text))), (Span(0, len(text)),))
    return Scene(passage, load_lexicon(lang), lowered(text))


def persons(*texts: str, lang: str) -> list[set[str]]:
    _, cast = cast_of("paper", [scene(text, lang, index) for index, text in enumerate(texts)])
    return [set(found.names) for found in cast.appearances.values() if found.kind == "person"]


@pytest.mark.parametrize("lang", sorted(FRAMES))
@pytest.mark.parametrize(("woman", "man"), list(zip(WOMEN, MEN, strict=True)))
def test_names_after_titles_are_read_back(lang: str, woman: str, man: str) -> None:
    made = line(FRAMES[lang].format(woman, man), lang, ())
    found = {made.cut(name.start, name.end) for name in find_names(made) if name.kind == "person"}
    assert found == {woman, man}


@pytest.mark.parametrize(
    ("lang", "texts", "expected"),
    [
        ("en", ("Mr Tom Berg spoke.", "BERG thanked them. T. Berg left."), [{"Tom Berg", "BERG", "T. Berg"}]),
        ("ru", ("Майя Иванова выступила.", "Он поблагодарил Майю Иванову."), [{"Майя Иванова", "Майю Иванову"}]),
        ("en", ("The activists Ana Kelova and Ana Kepalova are free.",), [{"Ana Kelova"}, {"Ana Kepalova"}]),
        ("en", ("President William Ndege met Prince William.",), [{"William Ndege"}, {"William"}]),
        ("es", ("Los activistas Ana Gil Rey y Eva Mora Paz siguen presos.",), [{"Ana Gil Rey"}, {"Eva Mora Paz"}]),
    ],
)
def test_forms_of_one_person_are_joined_and_two_persons_are_not(
    lang: str, texts: tuple[str, ...], expected: list[set[str]]
) -> None:
    found = persons(*texts, lang=lang)
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


@pytest.mark.parametrize(
    ("texts", "lang", "names"),
    [
        (("The Water Safety Bureau (WSB) met.", "The WSB left."), "en", {"Water Safety Bureau", "WSB"}),
        (("De Belgische regering antwoordde.", "De regering van België wacht."), "nl", None),
    ],
)
def test_forms_of_one_body_are_joined(texts: tuple[str, ...], lang: str, names: set[str] | None) -> None:
    _, cast = cast_of("paper", [scene(text, lang, index) for index, text in enumerate(texts)])
    bodies = [set(found.names) for found in cast.appearances.values() if found.kind == "body"]
    assert len(bodies) == 1 and (names is None or bodies == [names])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["nl", "fr", "en", "da", "de", "sv", "ru", "kk", "es", "xx"]))
def test_any_text_is_read_and_every_name_lies_in_it(text: str, lang: str) -> None:
    named, cast = cast_of("paper", [scene(text, lang)])
    for name in named[0].names:
        assert 0 <= name.start < name.end <= len(text)
        assert name.appearance in cast.appearances
