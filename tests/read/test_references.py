"""Lists of reference data in three formats: a bad line is told with its number, the rest goes on."""

import json
from pathlib import Path

import pytest

from greffier.model.errors import ListError
from greffier.model.reference import BadLine, Reference
from greffier.read.references import read_list


def line(id_: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties}, ensure_ascii=False)


ANA = {"alias": ["Анна Урсу"], "country": ["md"], "birthDate": ["1960-02-01"], "position": ["Member of the Sfatul"]}
ENTITIES = "\n".join(
    [
        line("Q9", "Person", name=["Ana Ursu"], **ANA),
        line("a-1", "Address"),
        "",
        line("NK-2", "PublicBody", name=["Sfatul Mare"], country=["md", "ro"], wikidataId=["Q77"]),
        line("NK-3", "Person", name=["Ion"])[:-9],
        line("NK-4", "Person", country=["md"]),
        "[1, 2]",
        '{"schema": "Person", "properties": {"name": ["No Id"]}}',
        line("NK-5", "Person", name=["Vera Rusu"]),
    ]
)
POPOLO = """\
{"meta": {"sources": [1]},
 "persons": [
  {"id": "1", "name": "Ana Ursu", "birth_date": "1960-02-01", "other_names": [{"name": "Анна Урсу"}],
   "identifiers": [{"scheme": "Wikidata", "identifier": "Q9"}]},
  {"id": "2", "name": "Broken", "other_names": [{"name": "Inner"} {"name": "Other"}]},
  {"id": "3"},
  7,
  {"id": "4", "name": "Vera Rusu"}
 ],
 "organizations": [{"id": "o1", "name": "Sfatul Mare", "classification": "chamber"}],
 "memberships": [{"person_id": "1"}]}
"""
TABLE = """\
id;name;wikidata;aliases;country;born
1;Ana Ursu;Q9;Anna Ursu|A. Ursu;md;1960
2;;Q10;;md;

3;One;Q11;;md;1961;too;many
4;Vera Rusu;;;md;"1962
"""


def read(tmp_path: Path, text: str | bytes, file: str = "list") -> tuple[list[Reference], list[BadLine]]:
    path = tmp_path / file
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = list(read_list(path, "mps"))
    return [one for one in found if isinstance(one, Reference)], [one for one in found if isinstance(one, BadLine)]


def test_followthemoney_is_read_and_bad_lines_are_named(tmp_path: Path) -> None:
    good, bad = read(tmp_path, ENTITIES)
    assert good[0] == Reference(
        "mps",
        "Q9",
        "person",
        "Ana Ursu",
        ("Анна Урсу",),
        "md",
        "born 1960-02-01; Member of the Sfatul",
        (("wikidata", "Q9"),),
    )
    assert [(one.kind, one.name, one.country) for one in good[1:]] == [
        ("body", "Sfatul Mare", None),
        ("person", "Vera Rusu", None),
    ]
    assert good[1].identifiers == (("mps", "NK-2"), ("wikidata", "Q77"))
    assert [(one.line, one.reason) for one in bad] == [
        (5, "is not JSON"),
        (6, "has no name"),
        (7, "is no entity"),
        (8, "is no entity"),
    ]


def test_popolo_is_read_and_bad_objects_are_named_by_their_line(tmp_path: Path) -> None:
    good, bad = read(tmp_path, POPOLO)
    assert [(one.kind, one.name, one.names, one.about) for one in good] == [
        ("person", "Ana Ursu", ("Анна Урсу",), "born 1960-02-01"),
        ("person", "Vera Rusu", (), ""),
        ("body", "Sfatul Mare", (), "chamber"),
    ]
    assert good[0].identifiers == (("mps", "1"), ("wikidata", "Q9"))
    assert [(one.line, one.reason) for one in bad] == [
        (5, "is not JSON"),
        (6, "has no name"),
        (7, "is no person or body"),
    ]


def test_an_array_of_flat_objects_is_read_like_a_table(tmp_path: Path) -> None:
    rows = [{"id": 5, "firstname": "Ana", "lastname": "Ursu", "wikidata_id": "Q9", "party": None}]
    for document in (rows, {"meta": {}, "data": rows}):
        good, bad = read(tmp_path, json.dumps(document))
        assert [(one.name, one.identifiers) for one in good] == [("Ana Ursu", (("mps", "5"), ("wikidata", "Q9")))]
        assert bad == []


def test_a_table_is_read_and_bad_rows_are_named_by_their_line(tmp_path: Path) -> None:
    good, bad = read(tmp_path, TABLE)
    assert good == [
        Reference(
            "mps",
            "1",
            "person",
            "Ana Ursu",
            ("A. Ursu", "Anna Ursu"),
            "md",
            "born 1960",
            (("mps", "1"), ("wikidata", "Q9")),
        )
    ]
    assert [one.line for one in bad] == [3, 5, 6]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_columns_is_found(tmp_path: Path, sign: str) -> None:
    good, _ = read(tmp_path, f"name{sign}country\nAna Ursu{sign}md\n")
    assert [(one.name, one.country) for one in good] == [("Ana Ursu", "md")]


def test_bytes_of_another_encoding_cost_their_line(tmp_path: Path) -> None:
    good, bad = read(tmp_path, "name,id\nAna,1\nJos\xe9,2\nVera,3\n".encode("latin-1"))
    assert ([one.name for one in good], [(one.line, one.reason) for one in bad]) == (
        ["Ana", "Vera"],
        [(3, "is not UTF-8")],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("Geachte heer\nwoorden\n", "no column name"),
        ('{"a": 1}', "holds no persons"),
        ("\x00\x01PDF", "is no text"),
    ],
)
def test_what_is_no_list_is_refused_with_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ListError, match=said) as caught:
        read(tmp_path, text)
    assert "\n" not in str(caught.value) and str(tmp_path) in str(caught.value)
