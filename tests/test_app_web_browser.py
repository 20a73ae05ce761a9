"""The page in a real Chromium over a scripted engine: every flow of asking, finding and reading; no error, nothing fetched from elsewhere."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.web.ask.export import conversation_docx, conversation_markdown
from app.web.ask.turn import Turn, copy_text
from tests.fake_engine import ABSTAINED, EARLIER_KEY, JOBS, JOBS_BEFORE, SCRIPT, SLOW, TEXTS, WORK_KEY
from tests.pages import Server, Visit, ask, is_in_view, open_server, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION = next(iter(SCRIPT))
SOURCES = (TEXTS[WORK_KEY][1], TEXTS[EARLIER_KEY][1])
TABS = (
    ("ask", "问答", "Ask"),
    ("find", "查找出处", "Find"),
    ("check", "核对数据", "Check"),
    ("trends", "趋势", "Trends"),
    ("library", "资料库", "Library"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with open_server("tests.fake_engine", tmp_path_factory.mktemp("asked") / "asked.json") as started:
        yield started


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server.address)
    yield visit
    visit.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server.address, width=390, height=844, locale="en-US", scheme="dark")
    yield visit
    visit.close()


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
    open_tab(page, "find")
    page.fill("#wj-query", "新增就业")
    expect(page.locator("#wj-hits .card .title")).to_have_text(["青岚县2024年政府工作报告", "青岚县2023年政府工作报告"])
    expect(page.locator("#wj-hits mark.quote").first).to_have_text("新增就业")
    expect(page.locator("#wj-hits [role=status]")).to_have_text("2 份报告里的 2 处，用时 3 毫秒", use_inner_text=True)
    expect(page.locator(".viewer mark.quote")).to_be_visible()
    page.click(".viewer .stepper >> nth=1")
    expect(page.locator(".viewer-name b")).to_have_text("青岚县2023年政府工作报告")
    expect(page.locator(".viewer .stepper").nth(1)).to_be_disabled()


def test_an_answer_that_comes_after_a_newer_query_is_dropped(visit: Visit) -> None:
    page = visit.page
    open_tab(page, "find")
    page.fill("#wj-query", SLOW)
    page.wait_for_timeout(300)
    page.fill("#wj-query", "一般公共预算收入9.72亿元")
    expect(page.locator("#wj-hits .card")).to_have_count(1)
    page.wait_for_timeout(1200)
    expect(page.locator("#wj-hits .card")).to_have_count(1)
    page.fill("#wj-query", "")
    expect(page.locator("#wj-hits .card")).to_have_count(0)


def test_facets_narrow_what_is_found_and_a_report_is_asked_about(visit: Visit, server: Server) -> None:
    page = visit.page
    open_tab(page, "find")
    page.fill("#wj-query", "新增就业")
    page.click(".facet[data-value='2023']")
    # Counted first: a text asked of two cards, while the old ones are still there, fails at once.
    expect(page.locator("#wj-hits .card")).to_have_count(1)
    expect(page.locator("#wj-hits .card .title")).to_have_text("青岚县2023年政府工作报告")
    expect(page.locator(".facet[data-value='2023']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".facet[data-value='2024'] .count")).to_have_text("1")
    page.click(".ask-about")
    expect(page.locator("a.page[aria-current]")).to_have_text("问答", use_inner_text=True)
    expect(page.locator("#wj-question")).to_have_value("新增就业")
    expect(page.locator("#wj-composer .chip.drop")).to_have_text("青岚县2023年政府工作报告")
    page.press("#wj-question", "Enter")
    expect(page.locator(".turn .foot")).to_have_count(1)
    assert server.asked() == ["新增就业", [], [], [EARLIER_KEY]]


def test_a_part_of_the_scope_is_taken_off_and_the_question_asked_again(visit: Visit, server: Server) -> None:
    page = visit.page
    ask(page, QUESTION)
    page.click(".undo >> nth=0")
    expect(page.locator(".turn .foot")).to_have_count(2)
    assert server.asked() == [QUESTION, [], [], []]
    expect(page.locator(".turn >> nth=1").locator(".chip.off")).to_have_text("2022—2023年", use_inner_text=True)
    page.click(".turn:last-child .undo >> nth=1")
    expect(page.locator(".turn .foot")).to_have_count(3)
    dropped = server.told("dropped")
    assert (dropped["years"], dropped["places"]) == ([2022, 2023], ["青岚县"])


def test_a_thumb_and_a_note_are_kept_with_the_answer_that_they_are_about(visit: Visit, server: Server) -> None:
    page = visit.page
    ask(page, ABSTAINED.question)
    ask(page, QUESTION)
    page.click(".turn:last-child .thumb.down")
    expect(page.locator(".toast")).to_have_text("记下了，谢谢。", use_inner_text=True)
    page.fill(".turn:last-child .note textarea", "应是1.18万人")
    page.click(".turn:last-child .note .send")
    expect(page.locator(".toast")).to_contain_text("会用来检验回答")
    kept = server.told("feedback")
    assert {name: kept[name] for name in ("verdict", "note", "question", "history", "abstained")} == {
        "verdict": "down", "note": "应是1.18万人", "question": QUESTION, "history": [ABSTAINED.question], "abstained": False,
    }  # fmt: skip
    assert [cited["report"] for cited in kept["citations"]] == [WORK_KEY, EARLIER_KEY]
    ask(page, QUESTION)
    expect(page.locator(".turn >> nth=1").locator(".thumb.down")).to_have_attribute("aria-pressed", "true")


def _parts(archive: Path | io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_a_conversation_is_saved_as_markdown_and_word(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    ask(page, QUESTION)
    for form in ("md", "docx"):
        page.click(".saving summary")
        with page.expect_download() as coming:
            page.click(f".save[data-form={form}]")
        assert coming.value.suggested_filename == f"问据对话.{form}"
        coming.value.save_as(tmp_path / f"saved.{form}")
    written = (tmp_path / "saved.md").read_text(encoding="utf-8")
    assert written == conversation_markdown((Turn(QUESTION, SCRIPT[QUESTION], sources=SOURCES),)).decode("utf-8")
    assert (tmp_path / "saved.docx").read_bytes() == conversation_docx((Turn(QUESTION, SCRIPT[QUESTION], sources=SOURCES),))


def test_an_answer_is_copied_with_its_references_and_a_figure_tells_its_formula(visit: Visit) -> None:
    page = visit.page
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.click(".turn .copy")
    expect(page.locator(".turn .copy")).to_have_attribute("data-done", "已复制")
    assert page.evaluate("navigator.clipboard.readText()") == copy_text(Turn(QUESTION, SCRIPT[QUESTION], sources=SOURCES))
    page.hover(".turn .fig.derived")
    expect(page.locator("#wj-tip")).to_have_text("推算1.28万人 − 1.19万人 = 900人")
    page.mouse.move(5, 5)
    expect(page.locator("#wj-tip")).to_be_hidden()
    page.focus(".turn .fig.quoted >> nth=0")
    expect(page.locator("#wj-tip")).to_have_text("原文报告里的原样数字")


def test_a_link_reopens_the_report_exactly_there(visit: Visit) -> None:
    page = visit.page
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.click(".turn .cite >> nth=1")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS_BEFORE)
    page.click(".viewer .copy-link")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    again = visit.open(link)
    expect(again.locator(".viewer mark.quote")).to_have_text(JOBS_BEFORE)
    assert is_in_view(again, ".viewer mark.quote", ".viewer-inner")
    again.keyboard.press("Escape")
    expect(again.locator(".viewer")).to_be_hidden()
    assert again.url == f"{visit.address}#ask"


def test_the_keyboard_reaches_the_question_the_citations_and_back(visit: Visit) -> None:
    page = visit.page
    ask(page, QUESTION)
    page.locator(".turn .took").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS_BEFORE)
    page.keyboard.press("ArrowUp")
    expect(page.locator(".viewer mark.quote")).to_have_text(JOBS)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#wj-question")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.evaluate("location.hash = '#find'")
    expect(page.locator("#wj-tab-find")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#wj-query")).to_be_focused()


def test_nothing_jumps_while_an_answer_streams(visit: Visit) -> None:
    page = visit.page
    page.evaluate(
        "window.jumps = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.jumps += entry.value; }))"
        ".observe({ type: 'layout-shift', buffered: false })"
    )
    ask(page, QUESTION)
    page.wait_for_timeout(300)
    assert page.evaluate("window.jumps") < 0.05


def test_every_tab_has_an_address_and_speaks_both_languages(visit: Visit) -> None:
    for name, chinese, english in TABS:
        page = visit.open(f"{visit.address}#{name}")
        expect(page.locator(f"#wj-tab-{name}")).to_be_visible()
        expect(page.locator("a.page[aria-current]")).to_have_text(chinese, use_inner_text=True)
        page.click("[data-switch=language]")
        expect(page.locator("a.page[aria-current]")).to_have_text(english, use_inner_text=True)
        page.click("[data-switch=language]")
        page.close()


def test_a_tab_is_found_again_on_a_phone_where_it_was_left(phone: Visit) -> None:
    page = phone.page
    open_tab(page, "library")
    page.evaluate("document.body.style.minHeight = '3000px'; scrollTo(0, 240)")
    # (The address changes first, and the page a moment later.)
    open_tab(page, "check")
    page.wait_for_function("scrollY === 0")
    open_tab(page, "library")
    page.wait_for_function("scrollY === 240")


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
