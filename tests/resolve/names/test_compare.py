"""Names of persons compared: what is one name, what is two, and what must hold of any two names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.resolve.names import block_keys, explain, prepare, score_pairs

SAME = [
    ("K. Dolidze", "Khatia Dolidze"),
    ("Georgi Tchavdarov", "Георги Чавдаров"),
    ("Georgi Czawdarow", "Tsjavdarov, Georgi"),
    ("Жандос Қуанышов", "Zhandos Kuanyshov"),
    ("Jandos Qýanyshov", "Жандос Куанышов"),
    ("Sjandos Koeanysjov", "Schandos Kuanyschow"),
    ("Евгений Щукин", "Jewgeni Schtschukin"),
    ("Yevgeny Shchukin", "Evgueni Chtchoukine"),
    ("Jevgenijs Ščukins", "Евгений Петрович Щукин"),
    ("Ševčenko Andrij", "Андрій Шевченко"),
    ("Андрэй Шаўчэнка", "Andrey Shevchenko"),
    ("Чедомир Ђорђевић", "Čedomir Đorđević"),
    ("Čedomir Djordjevic", "Чедомир Джорджевич"),
    ("Вугар Гасымлы", "Vüqar Qasımlı"),
    ("Szergej Puskov", "Сергей Пушков"),
    ("Sergejus Puškovas", "Serguei Pouchkov"),
    ("Ioan Țepordei", "Иоан Цепордей"),
    ("Ayşe Yıldıztekin", "Айше Йылдызтекин"),
    ("Krzysztof Brzezicki", "Кшиштоф Бжезицкий"),
    ("Ş. Yıldıztekin", "Şükrü Yıldıztekin"),
    ("Bill Hartsworth", "William Hartsworth"),
    ("Саша Щукин", "Александр Щукин"),
    ("J.-P. Delmarchais", "Jean-Pierre Delmarchais"),
    ("Nur Sultan Abenov", "Нурсултан Абенов"),
    ("Marisol Quesada Iturbe", "Marisol Quesada"),
    ("Kovácsházi Gergely", "Gergely Kovácsházi"),
    ("Dr. Pieter van der Meulen", "Meulen, Pieter"),
    ("Wim de Brouckere", "W. Debrouckere"),
    ("Delmarchais J.P.", "Jean-Pierre Delmarchais"),
    ("DELMARCHAIS Yves", "Yves Delmarchais"),
    ("Zuzana Brychtová", "Zuzana Brycht"),
    ("Abd al-Karim Haddawi", "Abdel Karim Haddawi"),
    ("Abdelkarim Haddawi", "Абдель Карим Хаддави"),
    ("Nizar as-Sabbar", "Nizar al-Sabbar"),
    ("Abdulla Yıldıztekin", "Абдуллах Йылдызтекин"),
    ("Vahan Sahatyan", "Ваган Саатян"),
    ("Hovhannes Tumasyan", "Оганес Тумасян"),
    ("Sven Löfvander", "Свен Лёвандер"),
    ("Tumuryn Ganbaldar", "Tumur Ganbaldar"),
    ("Panos Rodogiannis", "Панос Родояннис"),
    ("Natallia Barysouskaya", "Наталья Борисовская"),
    ("Ana Mojares", "Ана Мохарес"),
    ("Goran Nakšić", "Горан Накшић"),
    ("Pamela Lord", "Lord, Pamela"),
]

APART = [
    ("Nazira Orlesova", "Nazira Orlepesova"),
    ("Asel Tabishev", "Maks Tabishev"),
    ("Georgi Tchavdarov", "Georgi Lazarov"),
    ("Ivan Petrov Kolev", "Ivan Georgiev Kolev"),
    ("Ranko Martić", "Rajko Martić"),
    ("Marin Kolev", "Martin Kolev"),
    ("Marat Abenov", "Murat Abenov"),
    ("Milen Kolev", "Milena Koleva"),
    ("Alexander Petrov", "Alexandra Petrova"),
    ("Иван Колев Димитров", "Иван Колев"),
    ("Jens Hansen", "Lars Hansen"),
    ("K. Abenov", "Nursultan Abenov"),
    ("Georgi Tchavdarov", "Tchavdarov"),
    ("", "Georgi"),
    ("G. T.", "G. T."),
    ("Димитър Петров", "Петър Димитров"),
    ("Ivan Petrov Kolev", "Ivan Kolev Petrov"),
    ("Jens Hansen", "Hans Jensen"),
    ("Pamela Lord", "Pamela Davey"),
]

NAMES = st.sampled_from([name for pair in SAME + APART for name in pair])
LETTERS = st.text(
    alphabet="aàbcçčdđeêfgğhiïjklłmnñoöpqrřsštuüvwxyzžабвгджзийклмнопрстуфхцчшщъыьэюяїўқғәөұ -.,'", max_size=30
)


def stripped(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_one_name_reach_the_line_and_share_a_key(one: str, other: str) -> None:
    assert explain(one, other).same, explain(one, other)
    assert block_keys(prepare(one)) & block_keys(prepare(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_of_two_people_stay_below_the_line(one: str, other: str) -> None:
    assert not explain(one, other).same, explain(one, other)


@given(NAMES | LETTERS, NAMES | LETTERS)
def test_the_score_is_symmetric(one: str, other: str) -> None:
    assert explain(one, other) == explain(other, one)


@given(NAMES | LETTERS, NAMES | LETTERS)
def test_case_and_accents_do_not_count(one: str, other: str) -> None:
    value = explain(one, other).value
    assert explain(one.upper(), other).value == value
    assert explain(stripped(one), other).value == value


@given(NAMES, NAMES)
def test_surname_first_with_a_comma_is_the_same_name(one: str, other: str) -> None:
    given_name, _, surname = one.replace(",", "").rpartition(" ")
    if given_name:
        filed = explain(f"{surname}, {given_name}", other)
        assert filed.same == explain(f"{given_name} {surname}", other).same


@given(LETTERS)
def test_a_name_is_itself(name: str) -> None:
    score = explain(name, name)
    assert score.same or len(prepare(name).words) < 2 or all(word.abbreviated for word in prepare(name).words)


@given(st.text(), st.text())
def test_no_text_is_too_odd(one: str, other: str) -> None:
    assert 0 <= explain(one, other).value <= 1


def test_rows_keep_their_columns() -> None:
    rows = list(
        score_pairs(
            [{"id": "1", "name1": "Georgi Lazarov"}, {"id": "2", "name1": "Lazarov, G.", "name2": "Georgi Lasarow"}]
        )
    )
    assert [(row["id"], float(row["score"]) >= 0.5) for row in rows] == [("1", False), ("2", True)]
    assert rows[0]["reason"] == "no name to compare"
