"""Every page answers, every link leads somewhere, and what papers say is never taken for markup."""

import re
import warnings
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from greffier.publish.web.app import create
from greffier.run.filing import file_papers
from greffier.run.opening import open_record

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette tells of another client than the one pinned
    from fastapi.testclient import TestClient

SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
CHOSEN = ("2020-10-15*", "2020-02-19*", "2021-10-18*", "2021-09-09*")
HOSTILE = """<script>alert(1)</script> "onload='x'"

Minister Ada "<img src=x onerror=alert(1)>" Verhulst met President Tomas Brandel in Oslo on 3 May 2021.
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("papers")
    for pattern in CHOSEN:
        for file in SAMPLES.glob(pattern):
            (folder / file.name).write_bytes(file.read_bytes())
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    url = str(folder / "record.db")
    with open_record(url, create=True) as record:
        list(file_papers(record, [folder]))
        record.refresh()
    yield TestClient(create(url))


class Links(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.append(value)


@pytest.mark.slow
def test_every_link_resolves_and_ids_are_unique(client: TestClient) -> None:
    waiting, seen = ["/"], {}
    fragments: list[tuple[str, str, str]] = []
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Links(answer.text) if "html" in answer.headers["content-type"] else Links("")
        assert len(page.ids) == len(set(page.ids)), path
        seen[path] = set(page.ids)
        for link in page.links:
            there, fragment = urldefrag(urljoin(path, link))
            if fragment:
                fragments.append((path, there, fragment))
            if there not in seen and there not in waiting:
                waiting.append(there)
    assert len(seen) > 50
    assert [one for one in fragments if one[2] not in seen[one[1]]] == []


PAGES = (
    "/",
    "/review",
    "/decisions",
    "/search?q=visa",
    "/papers",
    "/persons",
    "/bodies",
    "/places",
    "/instruments",
    "/meetings",
)


@pytest.mark.parametrize("path", [*PAGES, "/timeline?since=2020&until=2021", "/points", "/persons?q=a&page=99"])
def test_a_page_has_its_landmarks_and_its_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    for landmark in ('<main id="main"', "<nav ", "<h1", 'class="skip"', 'role="search"', '<html lang="en"'):
        assert landmark in answer.text, landmark
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert not re.search(r"<script>|<style|<[^<>]*\s(?:style|on\w+)=", answer.text)


@pytest.mark.parametrize("path", ["/nowhere", "/persons/nobody", "/papers/none", "/entries/none", "/a/b/c"])
def test_what_is_not_there_is_said_kindly(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text and "default-src" in answer.headers["content-security-policy"]


def test_a_paper_cannot_smuggle_markup_in(client: TestClient) -> None:
    for path in ("/papers", "/papers/hostile.txt", "/search?q=<script>alert(1)</script>", "/persons?q=<img src=x>"):
        text = client.get(path).text
        assert "<script>" not in text and "<img" not in text, path
    assert "&lt;script&gt;alert(1)" in client.get("/papers/hostile.txt").text


def test_a_paper_shows_its_whole_text_with_marks(client: TestClient) -> None:
    html = client.get("/papers/2020-02-19-nl-verslag-bilaterale-sectie.txt").text
    text = (SAMPLES / "2020-02-19-nl-verslag-bilaterale-sectie.txt").read_text("utf-8")
    shown = re.search(r'<div class="text">(.*?)</div>\n</article>', html, re.DOTALL)
    assert shown is not None
    from html import unescape

    without = re.sub(r'<a class="ref[^>]*>\d+</a>', "", shown[1])
    assert unescape(re.sub(r"<[^>]+>", "", without)) == text
    assert "<mark" in shown[1]


def test_a_bilingual_paper_stands_side_by_side(client: TestClient) -> None:
    html = client.get("/papers/2020-10-15-nl-fr-voorstel-proposition.txt?view=versions").text
    row = re.search(r'<div class="row">(?:(?!class="row").)*?A\. gelet op(?:(?!class="row").)*?A\. vu', html, re.DOTALL)
    assert row is not None


def test_versions_are_compared_without_signs_of_markup(client: TestClient) -> None:
    html = client.get("/concord/2020-10-15-nl-fr-voorstel-proposition.txt").text
    assert '<span class="broken">' in html and "&lt;span" not in html


def test_what_is_not_found_leads_on(client: TestClient) -> None:
    assert 'href="/search?q=xyzz%2A"' in client.get("/search?q=xyzz").text
    assert client.get("/search?q=vergad%2A").text.count("<mark>") > 0


def test_files_that_could_not_be_read_are_listed(client: TestClient) -> None:
    assert "empty.txt" in client.get("/").text


def test_the_pages_are_for_reading_on_this_machine(client: TestClient) -> None:
    assert client.post("/papers").status_code == 405
    assert client.post("/review").status_code == 403
    assert "for reading only" in client.get("/review").text and "<form method" not in client.get("/review").text
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_the_calendar_is_one(client: TestClient) -> None:
    text = client.get("/calendar.ics").text
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.count("BEGIN:VEVENT") == text.count("END:VEVENT") > 0
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_person_and_a_country_show_who_held_which_office_when(client: TestClient) -> None:
    def shown(listed: str, name: str) -> str:
        page = Links(client.get(f"/{listed}?q={name}").text)
        return str(client.get(next(link for link in page.links if link.startswith(f"/{listed}/"))).text)

    person = shown("persons", "Brandel")
    assert 'id="terms"' in person
    assert "seen in office" in person
    assert ", speaker, Kazakhstan" in shown("places", "Kazachstan")
