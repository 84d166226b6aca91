"""The pages that decide: what they change is in the log and undone there, and no other site can use them."""

import re
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from tests.record.papers import rows
from tests.record.people import file_people

from greffier.model.entry import Meeting
from greffier.model.judgement import Judgement
from greffier.publish.web.app import create
from greffier.run.opening import open_record
from greffier.run.references import add_list

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette tells of another client than the one pinned
    from fastapi.testclient import TestClient
    from httpx import Response

HERE = {"origin": "http://testserver"}


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = str(tmp_path / "r.db")
    with open_record(url, create=True) as record:
        record.file(rows(), "/desk/verslag.txt")
        file_people(record, "a.txt", "Sigrid Lindqvist", offices=9)
        file_people(record, "b.txt", "S. Lindqvist", offices=4)
        file_people(record, "c.txt", "Nino Beridze", offices=2)
        file_people(record, "d.txt", "N. Beridze", offices=7)
        file_people(record, "e.txt", "Nino Beridze")
        list_ = tmp_path / "mps.csv"
        list_.write_text("name,id,wikidata,office\nNino Beridze,m1,Q101,speaker\n", encoding="utf-8")
        add_list(record, list_)
    return url


@pytest.fixture
def client(url: str) -> Iterator[TestClient]:
    with TestClient(create(url, who="tv")) as made:
        yield made


def log(url: str) -> tuple[Judgement, ...]:
    with open_record(url) as record:
        return record.judgements()


def send(client: TestClient, page: str, action: str, **fields: str | list[str]) -> Response:
    """Fill in the form of `page` that goes to `action`, as a browser would."""
    token = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert token
    answer: Response = client.post(action, data={"token": token[1], **fields}, headers=HERE)
    return answer


def question(html: str) -> str:
    found = re.search(r'name="id" value="([0-9a-f]{20})"><input type="hidden" name="kind"', html)
    assert found
    return found[1]


def asked(html: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(r'<h2 id="side-\d">(.*?)</h2>', html)]


def test_questions_come_in_order_and_answers_are_undone(client: TestClient, url: str) -> None:
    first = client.get("/review").text
    assert asked(first) == ["Sigrid Lindqvist", "S. Lindqvist"]
    assert "4 entries would move" in first and "You decide as tv" in first
    second = send(client, "/review", "/review", id=question(first), kind="", answer="same", why="one seat").text
    assert asked(second) == ["N. Beridze", "Nino Beridze"]
    assert "Sigrid Lindqvist and S. Lindqvist are the same" in second
    (made,) = log(url)
    assert (made.verdict, made.who, made.why) == ("same", "tv", "one seat")
    later = re.search(r'href="([^"]+)" data-key="l"', second)
    assert later and asked(client.get(unescape(later[1])).text) == ["Nino Beridze", "Nino Beridze"]
    back = send(client, "/review", "/undo", id=made.id, back="/review").text
    assert asked(back) == ["Sigrid Lindqvist", "S. Lindqvist"] and "Undone:" in back


def test_the_end_of_the_questions_is_said(client: TestClient, url: str) -> None:
    for answer in ("same", "different", "same"):
        page = client.get("/review").text
        page = send(client, "/review", "/review", id=question(page), kind="", answer=answer).text
    assert "You have been through all of them" in page
    assert "No two names are in doubt, and no list knows more" in client.get("/review").text
    assert [one.verdict for one in log(url)] == ["same", "different", "identify"]
    with open_record(url) as record:
        (nino,) = [one for one in record.find_entity("Nino Beridze") if len(one.appearances) == 2]
        shown = client.get(f"/persons/{nino.id}").text
    assert "wikidata Q101" in shown and "confirmed by tv" in shown
    decisions = client.get("/decisions").text
    assert "Nino Beridze (in 2 papers) is Nino Beridze (mps m1, wikidata Q101)" in decisions
    send(client, "/decisions", "/undo", id=log(url)[-1].id)
    assert "Q101" not in client.get(f"/persons/{nino.id}").text


def test_a_question_answered_twice_is_answered_once(client: TestClient, url: str) -> None:
    page = client.get("/review").text
    for _ in range(2):
        send(client, "/review", "/review", id=question(page), kind="", answer="same")
    assert len(log(url)) == 1


def test_an_entry_is_confirmed_rejected_and_corrected(client: TestClient, url: str) -> None:
    with open_record(url) as record:
        entry = record.entries(kinds=["meeting"])[0].entry
    page = f"/meetings/{entry.id}"
    assert "confirmed by tv" in send(client, page, f"/entries/{entry.id}", answer="confirm", why="I was there").text
    sent = {"has-date": "1", "date": "2021-05-04", "has-status": "1", "status": "held", "has-topics": "1"}
    shown = send(client, page, f"/entries/{entry.id}", answer="correct", topics="zaal\nvisa", **sent).text
    assert "4 May 2021" in shown and "corrected by tv" in shown
    assert log(url)[-1].value == '{"date": "2021-05-04", "topics": ["zaal", "visa"]}'
    assert "Rejected by tv" in send(client, page, f"/entries/{entry.id}", answer="reject").text
    assert f'name="id" value="{log(url)[-1].id}"' in client.get(page).text
    assert entry.id not in client.get("/meetings").text
    send(client, page, "/undo", id=log(url)[-1].id, back=page)
    assert entry.id in client.get("/meetings").text


def test_who_takes_part_is_corrected(client: TestClient, url: str) -> None:
    with open_record(url) as record:
        told = record.entries(kinds=["meeting"])[0]
        ids = {one.name: one.id for one in record.appearances()}
    page = f"/meetings/{told.entry.id}"
    fields: dict[str, str | list[str]] = {"has-participants": "1", "participants": [ids["Öz Demir"]]}
    shown = send(client, page, f"/entries/{told.entry.id}", answer="correct", **fields).text
    assert "Meeting held in Gent: " in re.sub("<[^>]+>", "", shown)
    with open_record(url) as record:
        now = record.entry(told.entry.id).entry
    assert isinstance(now, Meeting)
    assert [one.name for one in now.participants] == ["Öz Demir"]


def test_a_correction_of_nothing_or_nonsense_says_so(client: TestClient, url: str) -> None:
    with open_record(url) as record:
        entry = record.entries(kinds=["meeting"])[0].entry
    page = f"/meetings/{entry.id}"
    assert "Nothing was changed" in send(client, page, f"/entries/{entry.id}", answer="correct").text
    fields = {"has-session_ordinal": "1", "session_ordinal": "third"}
    assert "does not fit" in send(client, page, f"/entries/{entry.id}", answer="correct", **fields).text
    assert send(client, page, f"/entries/{entry.id}", answer="rename").status_code == 422
    assert log(url) == ()


def test_persons_are_merged_and_split_on_their_pages(client: TestClient, url: str) -> None:
    with open_record(url) as record:
        (sigrid,) = record.find_entity("Sigrid Lindqvist")
        nino = next(one for one in record.find_entity("Nino Beridze") if len(one.appearances) == 2)
        paper = record.paper("c.txt").id
    page = f"/persons/{sigrid.id}"
    assert "No person is called" in send(client, page, f"{page}/merge", **{"with": "nobody"}).text
    several = send(client, page, f"{page}/merge", **{"with": "beridze"}).text
    assert "Which one is the same as Sigrid Lindqvist?" in several and several.count('type="radio"') == 2
    assert "are the same" in send(client, page, f"{page}/merge", **{"with": "S. Lindqvist"}).text
    page = f"/persons/{nino.id}"
    assert "No paper was chosen" in send(client, page, f"{page}/split").text
    assert "are different" in send(client, page, f"{page}/split", paper=[paper]).text
    assert [one.verdict for one in log(url)] == ["same", "different"]


FORGED = [
    ({"origin": "http://elsewhere.example"}, True, 403),
    ({"origin": "null"}, True, 403),
    ({"origin": "http://testserver:81"}, True, 403),
    ({}, True, 403),
    ({"sec-fetch-site": "cross-site"}, True, 403),
    ({"sec-fetch-site": "same-origin"}, True, 200),
    (HERE, False, 403),
    ({**HERE, "host": "elsewhere.example"}, True, 400),
    ({**HERE, "content-type": "text/plain"}, True, 415),
]


@pytest.mark.parametrize(("headers", "with_token", "status"), FORGED)
def test_a_form_of_another_site_changes_nothing(
    client: TestClient, url: str, headers: dict[str, str], with_token: bool, status: int
) -> None:
    html = client.get("/review").text
    token = re.search(r'name="token" value="([^"]+)"', html)
    assert token
    data = {"token": token[1] if with_token else "guessed", "id": question(html), "kind": "", "answer": "same"}
    answer = client.post("/review", data=data, headers=headers)
    assert answer.status_code == status
    assert len(log(url)) == (status == 200)


def test_a_form_too_long_is_refused_and_none_leads_elsewhere(client: TestClient, url: str) -> None:
    assert send(client, "/review", "/review", why="a" * 70000).status_code == 413
    page = client.get("/review").text
    send(client, "/review", "/review", id=question(page), kind="", answer="same")
    for back in ("//elsewhere.example", "http://elsewhere.example", "/\\elsewhere.example", ""):
        token = re.search(r'name="token" value="([^"]+)"', client.get("/review").text)
        assert token
        data = {"token": token[1], "id": log(url)[0].id, "back": back}
        answer = client.post("/undo", data=data, headers=HERE, follow_redirects=False)
        assert answer.headers["location"].startswith("/decisions?done=")


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    url = str(tmp_path / "empty.db")
    open_record(url, create=True).close()
    with TestClient(create(url, who="tv")) as client:
        assert "greffier file PAPERS/" in client.get("/").text
        assert "greffier reference add FILE" in client.get("/review").text
        assert "Nothing has been decided yet" in client.get("/decisions").text


def test_reading_changes_nothing_in_the_log(client: TestClient, url: str) -> None:
    for path in ("/review", "/review?kind=body&after=0", "/review?kind=x", "/decisions", "/decisions?page=9", "/undo"):
        client.get(path)
    assert log(url) == ()
