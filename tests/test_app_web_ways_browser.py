"""Ways through the page in a real Chromium: tabs, Back, loading again, a server that is gone. Nothing that was written or answered is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fake_engine import JOBS, JOBS_BEFORE, SCRIPT
from tests.pages import Server, Visit, ask, open_server, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = next(iter(SCRIPT))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with open_server("tests.fake_engine", tmp_path_factory.mktemp("asked") / "asked.json") as started:
        yield started


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def page(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    visit = Visit(browser, server.address, width=width, height=height)
    visit.page.evaluate("window.loadedOnce = true")
    yield visit.page
    visit.close()


def open_source(page: Page, quote: str, n: int = 0) -> None:
    page.locator(".turn .cite").nth(n).click()
    expect(page.locator(".viewer mark.quote")).to_have_text(quote)


def test_a_tab_that_is_opened_while_a_source_is_open_is_only_a_tab(page: Page) -> None:
    ask(page, QUESTION)
    page.fill("#wj-question", "没有发出的话")
    open_source(page, JOBS)
    page.evaluate("document.querySelector('a.page[data-page=check]').click()")  # (on a phone the source lies over the tabs)
    expect(page.locator("#wj-draft-text")).to_be_visible()
    expect(page.locator(".viewer")).to_be_hidden()
    assert page.url.endswith("/#check")
    page.fill("#wj-draft-text", "没有核对的话")
    open_tab(page, "ask")
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator("#wj-question")).to_have_value("没有发出的话")
    open_tab(page, "check")
    expect(page.locator("#wj-draft-text")).to_have_value("没有核对的话")
    assert page.evaluate("window.loadedOnce")


def test_back_closes_a_source_and_forward_opens_it_again(page: Page) -> None:
    ask(page, QUESTION)
    before = page.url
    open_source(page, JOBS)
    page.evaluate("document.querySelectorAll('.viewer .tab')[1].click()")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS_BEFORE)
    page.go_back()
    expect(page.locator(".viewer")).to_be_hidden()
    assert page.url == before
    expect(page.locator(".turn")).to_have_count(1)
    page.go_forward()
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS_BEFORE)
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).to_be_hidden()
    page.wait_for_function("(address) => location.href === address", arg=before)
    assert page.evaluate("window.loadedOnce")


def test_back_leads_through_the_tabs(page: Page) -> None:
    open_tab(page, "find")
    open_tab(page, "library")
    page.go_back()
    expect(page.locator("#wj-query")).to_be_visible()
    page.go_back()
    expect(page.locator("#wj-question")).to_be_visible()
    assert page.evaluate("window.loadedOnce")


def test_a_page_that_is_loaded_again_keeps_its_conversation_until_a_new_one_begins(page: Page, server: Server) -> None:
    ask(page, QUESTION)
    page.reload()
    expect(page.locator(".turn .foot")).to_have_count(1)
    expect(page.locator("#wj-evidence .card")).to_have_count(2)
    ask(page, "再往前呢？")
    assert server.asked() == ["再往前呢？", [QUESTION], [], []]
    page.click(".new")
    expect(page.locator(".turn")).to_have_count(0)
    page.reload()
    expect(page.locator(".example").first).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.locator(".turn")).to_have_count(0)


def test_years_that_are_chosen_for_questions_are_not_shown_where_they_limit_nothing(page: Page) -> None:
    page.click("#wj-composer .pick >> nth=0")
    page.click("#wj-composer .choice[data-value='2024']")
    page.keyboard.press("Escape")
    expect(page.locator("#wj-composer .chip.drop")).to_have_text(["2024年"])
    expect(page.locator("#wj-finder .chip.drop")).to_have_count(0)
    page.click("[data-switch=language]")
    expect(page.locator("#wj-composer .chip.drop")).to_have_text(["2024"])


def test_whoever_asks_about_a_found_report_writes_at_once(page: Page) -> None:
    open_tab(page, "find")
    page.fill("#wj-query", "新增就业")
    page.wait_for_timeout(900)  # on a wide page the first passage is opened by then
    page.locator(".ask-about").first.click()
    expect(page.locator("#wj-question")).to_be_focused()
    expect(page.locator(".viewer")).to_be_hidden()
    assert page.url.endswith("/#ask")


@pytest.mark.parametrize(("locale", "said"), [("zh-CN", "服务没有回应"), ("en-US", "The server does not answer")])
def test_a_server_that_is_gone_is_told_and_what_was_sent_stays(browser: Browser, server: Server, locale: str, said: str) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(server.address)
    ask(page, QUESTION)
    page.route("**/*", lambda route: route.abort())
    page.fill("#wj-question", "还有呢？")
    page.press("#wj-question", "Enter")
    expect(page.locator("#wj-lost")).to_contain_text(said, use_inner_text=True)
    expect(page.locator("#wj-question")).to_have_value("还有呢？")
    page.locator(".turn .cite").first.click()
    open_tab(page, "find")
    page.fill("#wj-query", "新增就业")
    expect(page.locator("#wj-hits .finds")).to_contain_text(said, use_inner_text=True)
    assert "undefined" not in page.inner_text("body")
    open_tab(page, "check")
    page.fill("#wj-draft-text", "新建桥3座。")
    page.click("#wj-drafting .send")
    expect(page.locator("#wj-draft-text")).to_have_value("新建桥3座。")
    page.unroute("**/*")
    open_tab(page, "find")
    page.fill("#wj-query", "新增学位")
    expect(page.locator("#wj-hits .card")).to_have_count(1)
    expect(page.locator("#wj-lost")).to_be_hidden()
    context.close()
