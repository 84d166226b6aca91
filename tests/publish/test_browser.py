"""The pages in a real browser: by keyboard, while typing, on a narrow screen, with nothing refused by the policy."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from greffier.run.filing import file_papers
from greffier.run.opening import open_record

webdriver = pytest.importorskip("selenium.webdriver")
DRIVER, CHROMIUM = shutil.which("chromedriver"), shutil.which("chromium")
SAMPLES = Path(__file__).parents[2] / "examples" / "belgium-kazakhstan" / "papers"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (DRIVER and CHROMIUM), reason="no Chromium with its driver here"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
FLAGS = ("headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "window-size=1280,900")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    record = str(tmp_path_factory.mktemp("browser") / "record.db")
    with open_record(record, create=True) as opened:
        list(file_papers(opened, [*SAMPLES.glob("2020-02-19*"), *SAMPLES.glob("2025-09-*")]))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "greffier", "--record", record, "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, "disable-background-networking", "disable-component-update", "disable-sync"):
        options.add_argument(f"--{flag}")
    from selenium.webdriver.chrome.service import Service

    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def test_the_keyboard_finds_the_content_first(browser: Any, address: str) -> None:
    browser.get(address)
    browser.find_element("css selector", "body").send_keys("\ue004")  # the tabulator key
    assert browser.switch_to.active_element.get_attribute("class") == "skip"


def test_search_answers_while_one_types(browser: Any, address: str) -> None:
    browser.get(f"{address}/search")
    browser.find_element("id", "words").send_keys("vandenput")
    for _ in range(50):
        if browser.find_elements("css selector", "#results mark"):
            break
        time.sleep(0.1)
    assert browser.find_elements("css selector", "#results mark")


def test_a_number_leads_to_its_entry_and_back(browser: Any, address: str) -> None:
    browser.get(f"{address}/papers/2020-02-19-nl-verslag-bilaterale-sectie.txt")
    number = browser.find_element("css selector", ".text .ref")
    target = number.get_attribute("href").partition("#")[2]
    number.click()
    assert browser.current_url.endswith(target)
    browser.find_element("css selector", f"#{target} .ref").click()
    assert browser.current_url.endswith("#q-" + target[2:])


def _sides(browser: Any) -> list[str]:
    return [one.text for one in browser.find_elements("css selector", ".side h2")]


def _press(browser: Any, key: str, said: str) -> None:
    """Press a key on the page and wait until the next one says `said`."""
    browser.find_element("css selector", "body").send_keys(key)
    for _ in range(100):
        found = browser.find_elements("css selector", ".done")
        if found and said in found[0].text:
            return
        time.sleep(0.1)
    raise AssertionError(f"no page says {said!r}")


def test_questions_are_answered_by_keys_and_undone(browser: Any, address: str) -> None:
    browser.get(f"{address}/review?kind=person")
    first = _sides(browser)
    assert len(first) == 2
    why = browser.find_element("id", "why-text")
    why.send_keys("used to")  # letters typed into a field are no keys
    assert _sides(browser) == first and why.get_attribute("value") == "used to"
    _press(browser, "d", "are different")
    assert _sides(browser) != first
    _press(browser, "u", "Undone")
    browser.get(f"{address}/review?kind=person")
    assert _sides(browser) == first
    browser.find_element("css selector", "body").send_keys("l")
    for _ in range(100):
        if _sides(browser) != first:
            break
        time.sleep(0.1)
    assert _sides(browser) != first
    assert browser.find_elements("css selector", ".done") == []


def test_an_entry_is_corrected_on_its_page(browser: Any, address: str) -> None:
    browser.get(f"{address}/meetings")
    browser.get(browser.find_element("css selector", ".entry .more").get_attribute("href"))
    browser.find_element("css selector", "summary").send_keys("\n")
    date = browser.find_element("css selector", "input[name=date]")
    date.clear()
    date.send_keys("2019-12-24\n")
    for _ in range(100):
        if "24 December 2019" in browser.find_element("css selector", "main").text:
            break
        time.sleep(0.1)
    assert "corrected by" in browser.find_element("css selector", "main").text
    _press(browser, "u", "Undone")
    assert "24 December 2019" not in browser.find_element("css selector", ".over").text


@pytest.mark.parametrize("path", ["/", "/papers", "/persons", "/points", "/timeline", "/review", "/decisions"])
def test_nothing_runs_off_a_narrow_screen(browser: Any, address: str, path: str) -> None:
    browser.set_window_size(500, 800)
    browser.get(address + path)
    wide = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    browser.set_window_size(1280, 900)
    assert wide <= 0


def test_the_policy_refused_nothing(browser: Any, address: str) -> None:
    for path in (
        "/",
        "/review",
        "/decisions",
        "/search?q=sectie",
        "/papers/2020-02-19-nl-verslag-bilaterale-sectie.txt",
    ):
        browser.get(address + path)
    assert [one for one in browser.get_log("browser") if one["level"] == "SEVERE"] == []
