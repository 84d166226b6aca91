"""The outline: front matter, broken lines, two columns, provisions, furniture, articles; and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model.outline import Outline, Passage
from greffier.read.formats import read
from greffier.structure.outline import outline
from greffier.structure.sentences import sentences
from greffier.text.cleaning import clean


def outlined(text: str, name: str = "paper.txt") -> Outline:
    return outline(read(text.encode(), name))


def kinds(made: Outline) -> list[tuple[str, str | None]]:
    return [(passage.kind, passage.label) for passage in made.passages]


COLUMNS = """\
VOORSTEL VAN RESOLUTIE

DE KAMER VAN VOLKSVERTEGENWOORDIGERS,

A. verwijst naar de overeenkomst die de Europese
Unie en de republiek in het voorjaar hebben onder-
tekend en die nog niet van kracht is;

B. stelt vast dat de regering van dat land de be-

PROPOSITION DE RÉSOLUTION

LA CHAMBRE DES REPRÉSENTANTS,

A. considérant l’accord que l’Union européenne et
la république ont signé au printemps et qui n’est
pas encore entré en vigueur;

B. considérant que le gouvernement de ce pays n’a pas
\ftrokken organisaties niet heeft gehoord over de nieuwe wet;

VERZOEKT DE FEDERALE REGERING:

1. de zaak ter sprake te brengen in de Europese Raad;

entendu les organisations concernées sur la nouvelle loi;

DEMANDE AU GOUVERNEMENT FÉDÉRAL:

1. d’aborder la question au Conseil européen;
"""


def test_two_columns_are_put_back_into_two_continuous_versions() -> None:
    made = outlined(COLUMNS)
    labelled = {(p.version, p.kind, p.label): p for p in made.passages if p.label}
    assert set(labelled) == {
        (v, k, n) for v in (0, 1) for k, n in [("recital", "A"), ("recital", "B"), ("request", "1")]
    }
    assert "dat de regering van dat land de betrokken organisaties niet" in labelled[0, "recital", "B"].text
    assert "n’a pas entendu les organisations" in labelled[1, "recital", "B"].text
    for (version, kind, label), passage in labelled.items():
        assert passage.parallel == labelled[1 - (version or 0), kind, label].index


def test_the_evidence_of_a_broken_passage_jumps_but_holds() -> None:
    made = outlined(COLUMNS)
    broken = next(p for p in made.passages if p.label == "B" and p.version == 0)
    spans = broken.evidence(0, len(broken.text))
    assert len(spans) == 2
    assert spans[1].of(made.paper.text).startswith("trokken organisaties")


def test_a_line_end_hyphen_is_undone_and_a_suspended_one_is_kept() -> None:
    assert clean("de corona-\ncrisis en de partnerschaps- \nen handelspolitiek").text == (
        "de coronacrisis en de partnerschaps- en handelspolitiek"
    )


def test_a_file_that_sets_every_line_apart_has_whole_paragraphs() -> None:
    made = outlined(
        "De bilaterale sectie ontmoette op 3 maart 2020 in het parlement de heer Jan Klaassen, \n\n"
        "hoofd van een bezoekende afvaardiging uit het noorden, samen met twee andere leden uit de \n\n"
        "Kamer. \n\nDe vergadering duurde twee uur en werd ook bijgewoond door de griffier van het huis en \n\n"
        "door drie leden van de senaat. \n"
    )
    assert [len(passage.sentences) for passage in made.passages] == [1, 1]


def test_a_title_between_whole_paragraphs_is_no_broken_line() -> None:
    body = "Lima (AB) – Der Minister empfing am Montag die Gesandte, und beide sprachen lange über den Hafen. " * 3
    made = outlined(
        f"Besuch\n\nDie Gesandte Anna Jansen im Gespräch mit Minister Bert Olsen aus Lima\n\n{body}\n\n{body}\n"
    )
    assert made.passages[1].text.endswith("Lima")
    assert made.passages[2].text.startswith("Lima (AB)")


def test_names_and_letters_of_parties_tell_no_language() -> None:
    names = "Anna Ås (S), Élodie Pré (C), Noël Laîné (M), Zoé Côté (L) och Bo Öst (V, vice)"
    made = outlined(f"I delegationen ingick {names}.\n\nDe skulle ha ett möte med talmannen om en ny hamn.\n")
    assert {passage.lang for passage in made.passages} == {"sv"}


def test_front_matter_gives_title_date_and_publisher() -> None:
    made = outlined("---\ntitle: A visit\ndate: 2021-04-22\npublisher: The Office\n---\n\nThe minister came.\n", "a.md")
    assert (made.title, made.published, made.publisher) == ("A visit", "2021-04-22", "The Office")
    assert made.passages[0].kind == "metadata"


MOTION = """\
MOTIE VAN HET LID JANSEN
Voorgesteld 4 februari 2021

De Kamer,
gehoord de beraadslaging,
constaterende dat de zaak al lang duurt;
overwegende dat het anders kan;
verzoekt de regering de zaak te onderzoeken,
en gaat daarna verder met het debat.
"""


def test_unlabelled_provisions_are_numbered_in_order() -> None:
    made = outlined(MOTION)
    assert [pair for pair in kinds(made) if pair[1]] == [("recital", "r1"), ("recital", "r2"), ("request", "1")]
    assert (made.kind, made.published) == ("resolution", "2021-02-04")


def test_numbered_paragraphs_of_a_press_release_are_no_provisions() -> None:
    made = outlined(
        "1. The minister met the envoy in Oslo.\n\n2. They spoke about trade.\n\n3. They meet again in May.\n"
    )
    assert not [passage for passage in made.passages if passage.label]


PAGE = """\
Home

Minister ontvangt gezant uit het buitenland

Gepubliceerd op

3 maart 2021

De minister heeft gisteren een gezant uit Oslo ontvangen op zijn kantoor. Zij spraken over handel.

Advertentie

Lees meer

Kamer bespreekt nieuwe wet op de pers

Gepubliceerd op

4 maart 2021

De Kamer bespreekt vandaag de nieuwe wet. Er is veel kritiek op de tekst van het ontwerp.

Delen
"""


def test_a_page_of_two_articles_is_split_with_titles_and_dates() -> None:
    made = outlined(PAGE)
    articles = [(part.title, part.published) for part in made.parts if part.kind == "article"]
    assert articles == [
        ("Minister ontvangt gezant uit het buitenland", "2021-03-03"),
        ("Kamer bespreekt nieuwe wet op de pers", "2021-03-04"),
    ]
    unread = [passage.text for passage in made.passages if passage.kind == "boilerplate"]
    assert {"Home", "Advertentie", "Lees meer", "Delen"} <= set(unread)


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Mr. Smith met Dr. A. Jones at 5 p.m. in the U.S. capital. They spoke.", 2),
        ("nl", "Art. 5 van de wet geldt. Dhr. Jansen kwam.", 2),
        ("de", "Die 18. Sitzung fand am 3. Mai statt. Sie war kurz.", 2),
        ("ru", "В 2020 г. посол прибыл. Он встретился с т.н. группой.", 2),
        ("fr", "« Oui. » M. Durand est venu. Il a parlé.", 3),
    ],
)
def test_sentences_do_not_end_at_abbreviations_and_ordinals(lang: str, text: str, count: int) -> None:
    assert len(sentences(text, lang)) == count


def words_of(passage: Passage, text: str) -> str:
    return "".join(span.of(text) for span in passage.evidence(0, len(passage.text)))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_every_passage_leads_back_to_the_canonical_text(text: str) -> None:
    if not text.strip() or sum(ord(c) < 32 and c not in "\t\n\f\r" for c in text) * 20 > len(text):
        return
    made = outlined(text)
    for passage in made.passages:
        for piece in passage.offsets.pieces:
            source = made.paper.text[piece.source : piece.source + piece.length]
            assert passage.text[piece.clean : piece.clean + piece.length] == source
        for sentence in passage.sentences:
            assert 0 <= sentence.start < sentence.end <= len(passage.text)


@given(
    st.lists(
        st.sampled_from(["A. considérant que ", "De Kamer,", "1. ", "\f", "\n\n", "mot ", "co-\n", "x) ", "**b**"])
    )
)
def test_any_mixture_of_marks_is_outlined(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        made = outlined(text)
        indices = {passage.index for passage in made.passages}
        assert all(p.parallel is None or p.parallel in indices for p in made.passages)


def test_a_chamber_speaks_in_its_own_language() -> None:
    dutch = "A. overwegende dat de veerboot in de winter niet meer vaart en dat niemand daarvoor een reden geeft;"
    french = "A. considérant que le bac ne navigue plus en hiver et que personne n'en donne la raison;"
    made = outline(read(f"DE SENAAT,\n\nLE SÉNAT,\n\n{dutch}\n\n{french}\n".encode(), "motion.txt"))
    assert [(p.lang, p.version) for p in made.passages] == [("nl", 0), ("fr", 1), ("nl", 0), ("fr", 1)]
