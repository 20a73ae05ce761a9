"""The page in a real Chromium: asking, a citation opened in its section, finding; no error, nothing fetched from elsewhere."""

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.fake_engine import ABSTAINED, JOBS, SCRIPT, WORK_KEY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = next(iter(SCRIPT))
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "the browser tests need Chromium: install it (Debian: apt install chromium) or leave them out: -m 'not browser'"
        )
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=SWITCHES.split())
        yield opened
        opened.close()


class Server(NamedTuple):
    """The page over the fake engine in a process of its own, for Gradio leaves event loops open and warnings are errors here."""

    address: str
    log: Path

    def asked(self) -> list[object]:
        """Return what the engine was asked last: question, history, years, reports."""
        return self.told("asked")

    def told(self, what: str) -> list[object]:
        """Return the newest of what the engine was told: asked, dropped or feedback."""
        calls: dict[str, list[list[object]]] = json.loads(self.log.read_text(encoding="utf-8"))
        return calls[what][-1]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("asked") / "asked.json"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-X", "utf8", "-m", "tests.fake_engine", str(port), str(log)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"问据 Wenju: http://127.0.0.1:{port}/\n"
        yield Server(f"http://127.0.0.1:{port}/", log)
        process.terminate()


class Visit:
    """A page that was opened, with what went wrong on it and what it fetched from elsewhere."""

    def __init__(
        self, browser: Browser, address: str, *, width: int, height: int, locale: str = "zh-CN", scheme: str = "light"
    ) -> None:
        self.troubles: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, color_scheme="dark" if scheme == "dark" else "light"
        )
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self._note(message.type in {"error", "warning"}, message.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("request", lambda request: self._note(not request.url.startswith((address, "data:", "blob:")), request.url))
        self.page.on("response", lambda response: self._note(response.status >= 400, f"{response.status} {response.url}"))
        self.page.goto(address)
        expect(self.page.locator(".example").first).to_be_visible()

    def _note(self, bad: bool, what: str) -> None:
        if bad:
            self.troubles.append(what)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server.address, width=1440, height=900)
    yield visit
    visit.context.close()
    assert visit.troubles == []


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server.address, width=390, height=844, locale="en-US", scheme="dark")
    yield visit
    visit.context.close()
    assert visit.troubles == []


def ask(page: Page, question: str) -> None:
    turns = page.locator(".turn").count()
    page.fill("#wj-question", question)
    page.press("#wj-question", "Enter")
    expect(page.locator(".turn .foot")).to_have_count(turns + 1)


def is_in_view(page: Page, selector: str, frame: str) -> bool:
    inside: bool = page.evaluate(
        "([a, b]) => { const [x, y] = [a, b].map((s) => document.querySelector(s).getBoundingClientRect());"
        " return x.top >= y.top && x.bottom <= y.bottom; }",
        [selector, frame],
    )
    return inside


def test_asking_shows_the_answer_and_a_citation_opens_the_marked_sentence_in_its_section(visit: Visit, server: Server) -> None:
    page = visit.page
    ask(page, QUESTION)
    assert server.asked() == [QUESTION, [], [], []]
    expect(page.locator(".turn .fig.quoted")).to_have_text(["1.28万人", "1.19万人"])
    expect(page.locator(".turn .fig.derived")).to_have_text("900人")
    expect(page.locator("#wj-evidence .card")).to_have_count(2)
    page.click(".turn .cite >> nth=0")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS)
    expect(page.locator(".viewer mark.quote .fig")).to_have_text(["1.28万人", "900人"])
    expect(page.locator(".viewer [aria-current]")).to_have_text("（二）就业和收入同步增加")
    assert is_in_view(page, ".viewer mark.quote", ".viewer-inner")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".viewer-name b")).to_have_text("青岚县2023年政府工作报告")
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).to_be_hidden()
    expect(page.locator(".turn .cite").first).to_be_focused()


def test_a_follow_up_carries_the_history_and_an_old_citation_brings_its_cards_back(visit: Visit, server: Server) -> None:
    page = visit.page
    ask(page, QUESTION)
    ask(page, ABSTAINED.question)
    assert server.asked() == [ABSTAINED.question, [QUESTION], [], []]
    expect(page.locator(".evidence")).to_have_attribute("data-turn", "2")
    page.locator(".turn .cite").first.click()
    expect(page.locator(".evidence")).to_have_attribute("data-turn", "1")
    expect(page.locator("#card-1-1")).to_have_class(re.compile(r"\bon\b"))
    page.click(".new")
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator(".example").first).to_be_visible()


def test_chosen_years_and_reports_limit_the_question_and_show_as_chips(visit: Visit, server: Server) -> None:
    page = visit.page
    page.click("#wj-composer .pick >> nth=0")
    page.click("#wj-composer .choice[data-value='2024']")
    page.keyboard.press("Escape")
    page.click("#wj-composer .pick >> nth=1")
    page.fill("#wj-composer .seek", "青岚县 政府工作 2024")
    expect(page.locator("#wj-composer .choices.reports .choice")).to_have_count(1)
    page.click("#wj-composer .choices.reports .choice")
    expect(page.locator("#wj-composer .chip.drop")).to_have_text(["2024年", "青岚县2024年政府工作报告"])
    ask(page, QUESTION)
    assert server.asked() == [QUESTION, [], [2024], [WORK_KEY]]
    page.locator("#wj-composer .chip.drop").first.click()
    expect(page.locator("#wj-composer .chip.drop")).to_have_count(1)


def test_hostile_input_is_shown_as_text(visit: Visit) -> None:
    page = visit.page
    hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>${document.title=3}{{4}}'
    ask(page, hostile)
    expect(page.locator(".said")).to_have_text(hostile)
    assert page.title() == "问据 Wenju"


def test_an_error_is_a_friendly_line_and_the_page_goes_on(visit: Visit) -> None:
    page = visit.page
    page.fill("#wj-question", "报错")
    page.press("#wj-question", "Enter")
    expect(page.locator(".reply.failed")).to_contain_text("资料库正在更新")
    page.fill("#wj-question", QUESTION)
    page.press("#wj-question", "Enter")
    expect(page.locator(".turn .foot")).to_have_count(1)


def test_finding_opens_the_first_passage_in_its_section(visit: Visit) -> None:
    page = visit.page
    page.click("a.page[data-page=find]")
    page.fill("#wj-query", "新增就业")
    page.press("#wj-query", "Enter")
    expect(page.locator("#wj-hits .card")).to_have_count(2)
    expect(page.locator("#wj-hits mark.quote").first).to_have_text("新增就业")
    expect(page.locator(".viewer mark.quote")).to_be_visible()


def test_a_phone_never_scrolls_sideways_and_speaks_the_browsers_language(phone: Visit) -> None:
    page = phone.page
    expect(page.locator(".welcome h2")).to_have_text("Ask the reports a question", use_inner_text=True)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    for question in (*SCRIPT, ABSTAINED.question):
        ask(page, question)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".turn .cite").last.click()
    expect(page.locator(".viewer mark.quote").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.click(".viewer .back")
    page.click("[data-switch=language]")
    expect(page.locator("a.page[aria-current]")).to_have_text("问答", use_inner_text=True)
