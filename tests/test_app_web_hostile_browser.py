"""Asking, finding and reading in a real Chromium over a real engine: a hostile report stays text, and everybody can use every tab."""

import time
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, expect

from index.feedback import read_feedback
from tests.hostile import ALL
from tests.pages import Server, Visit, ask, open_server, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = "青岚县2023年粮食产量是多少？"
LIVE = ":is(script, img, iframe, object, [onload], [onerror], a[href^='javascript'])"
READY, FIRST_WORDS = 2.0, 0.3  # seconds
# From the key that sends the question to the first words of the answer, as the page itself sees them.
WATCH = """
window.words = 0;
const sent = performance.now();
new MutationObserver(() => {
  const said = document.querySelector('.turn:last-child .reply .text p');
  if (!window.words && said && said.textContent.trim()) window.words = (performance.now() - sent) / 1000;
}).observe(document.body, { childList: true, subtree: true, characterData: true });
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with open_server("tests.tabs_server", tmp_path_factory.mktemp("hostile") / "place") as started:
        yield started


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server.address)
    yield visit
    assert visit.page.title() == "问据 Wenju"
    visit.close()


def serious(page: Page) -> list[str]:
    """Return what axe-core finds serious or critical, with the first element that it is found at."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:160]}"
        for violation in found["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]


def test_a_hostile_question_and_report_are_text_in_the_conversation_and_beside_it(visit: Visit) -> None:
    page = visit.page
    ask(page, QUESTION + ALL)
    expect(page.locator(".said")).to_contain_text("<script>document.title='owned'</script>")
    open_tab(page, "find")
    page.fill("#wj-query", "粮食产量31.6万吨 比上年增加0.8万吨")
    hostile = page.locator("#wj-hits .card", has_text="[点这里](javascript:document.title='owned')")
    hostile.locator(".ask-about").click()
    page.fill("#wj-question", "2023年全县粮食产量达到多少万吨？")
    page.press("#wj-question", "Enter")
    expect(page.locator(".turn .foot")).to_have_count(2)
    expect(page.locator(".turn:last-child .reply")).to_contain_text("[点这里](javascript:document.title='owned')")
    expect(page.locator("#wj-evidence .card").first).to_contain_text("<img src=x onerror=")
    assert page.locator(f"#wj-tab-ask {LIVE}").count() == 0


def test_a_hostile_report_is_text_where_passages_are_found_and_where_it_is_read(visit: Visit) -> None:
    page = visit.page
    open_tab(page, "find")
    page.fill("#wj-query", ALL)
    expect(page.locator("#wj-hits [role=status], #wj-hits .quiet").first).to_be_visible()
    page.fill("#wj-query", "粮食产量31.6万吨 比上年增加0.8万吨")
    hostile = page.locator("#wj-hits .card", has_text="[点这里](javascript:document.title='owned')")
    expect(hostile).to_be_visible()
    hostile.locator(".where").first.click()
    expect(page.locator(".viewer mark.quote").first).to_be_visible()
    expect(page.locator(".viewer")).to_contain_text("</textarea></style></script><svg onload=document.title='owned'>")
    shown = page.locator("#wj-hits, .viewer").all_inner_texts()
    assert not {"\u202e", "\u202c"} & set("".join(shown))
    assert page.locator(f":is(#wj-hits, .viewer) {LIVE}").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_tab(browser: Browser, server: Server, scheme: str) -> None:
    visit = Visit(browser, server.address, scheme=scheme)
    page = visit.page
    page.evaluate("document.body.append(Object.assign(document.createElement('button'), { id: 'nameless' }))")
    assert [line.split(":")[0] for line in serious(page)] == ["button-name"]  # axe looks, and sees
    page.evaluate("document.getElementById('nameless').remove()")
    found = {"welcome": serious(page)}
    ask(page, QUESTION)
    page.click(".turn .thumb.down")
    page.wait_for_timeout(4200)  # the line that thanks has faded
    assert {kept.verdict for kept in read_feedback(server.place / "store")} == {"down"}
    found["answer"] = serious(page)
    page.click(".turn .cite >> nth=0")
    expect(page.locator(".viewer mark.quote").first).to_be_visible()
    found["viewer"] = serious(page)
    open_tab(page, "find")
    page.fill("#wj-query", "粮食产量")
    expect(page.locator("#wj-hits .card").first).to_be_visible()
    found["find"] = serious(page)
    for name in ("check", "trends", "library"):
        open_tab(page, name)
        page.wait_for_timeout(300)
        found[name] = serious(page)
    visit.close()
    assert found == {name: [] for name in found}


def test_the_page_is_ready_and_answers_soon(browser: Browser, server: Server) -> None:
    begun = time.perf_counter()
    visit = Visit(browser, server.address)
    expect(visit.page.locator(".example").first).to_be_visible()
    ready = time.perf_counter() - begun
    ask(visit.page, QUESTION)  # the first question also reads the dictionaries
    visit.page.fill("#wj-question", "青岚县2022年城镇新增就业多少人？")
    visit.page.evaluate(WATCH.replace(".turn:last-child", ".turn:nth-of-type(2)"))
    visit.page.press("#wj-question", "Enter")
    expect(visit.page.locator(".turn .foot")).to_have_count(2)
    words = visit.page.evaluate("window.words")
    visit.close()
    assert ready <= READY
    assert 0 < words <= FIRST_WORDS
