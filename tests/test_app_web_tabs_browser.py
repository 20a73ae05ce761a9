"""The tabs of checking, trends and the library in a real Chromium, over a real engine with a hostile report among its reports."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from app.passwords import account_line
from index.encoders import open_encoder
from index.ingest import ingest
from tests.hostile import ALL, HOSTILE_REPORT, LONG_LINE
from tests.pages import Server, Visit, open_server, open_tab
from tests.tabs_server import write_reports
from tests.test_app_web_hostile_browser import serious

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT = "2023年青岚县城镇新增就业1.38万人，粮食产量达到31.6万吨。\n2023年青岚县新建村史馆97座。"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with open_server("tests.tabs_server", tmp_path_factory.mktemp("tabs")) as started:
        yield started


@contextmanager
def running(command: list[str]) -> Iterator[str]:
    """Run a server and give the line that it says when it answers; it is ended whatever happens."""
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            yield process.stdout.readline() if process.stdout else ""
        finally:
            process.kill()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    visit = Visit(browser, server.address)
    yield visit.page
    assert visit.page.title() == "问据 Wenju"
    visit.close()


def check(page: Page, draft: str) -> None:
    open_tab(page, "check")
    page.fill("#wj-draft-text", draft)
    page.click("#wj-drafting .send")
    expect(page.locator(".verdicts-table")).to_be_visible(timeout=20_000)


def follow(page: Page, measure: str) -> None:
    open_tab(page, "trends")
    page.select_option("[data-form=trend] select", "青岚县")
    page.fill("#wj-measure", measure)
    page.press("#wj-measure", "Enter")
    expect(page.locator(".trend .saves")).to_be_visible(timeout=20_000)


def test_a_pasted_draft_is_marked_and_its_source_opens_at_the_quote(page: Page) -> None:
    check(page, DRAFT)
    expect(page.locator(".told.no")).to_contain_text("1.38万人")
    expect(page.locator(".told.ok")).to_contain_text("31.6万吨")
    expect(page.locator(".told.un")).to_contain_text("97座")
    expect(page.locator(".result.no .theirs > .value")).to_have_text("1.28万人")
    expect(page.locator(".tally.no")).to_have_text("1 处不一致", use_inner_text=True)
    page.click(".result.no .source")
    expect(page.locator(".told.on")).to_contain_text("1.38万人")
    expect(page.locator(".viewer mark.quote")).to_contain_text("城镇新增就业1.28万人")
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).to_be_hidden()


def test_problems_only_and_arrows_lead_through_them(page: Page) -> None:
    check(page, DRAFT)
    page.click(".only-problems")
    expect(page.locator(".result.ok")).to_be_hidden()
    expect(page.locator(".result.no")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".told.on")).to_contain_text("1.38万人")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".told.on")).to_contain_text("97座")
    page.click(".check-again")
    expect(page.locator("#wj-draft-text")).to_have_value(DRAFT)


def test_an_uploaded_draft_is_checked_and_the_findings_come_as_files(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "讲话稿.txt"
    file.write_text(DRAFT, encoding="utf-8")
    open_tab(page, "check")
    page.set_input_files("#wj-draft-file", file)
    expect(page.locator(".marked-head h2")).to_have_text("讲话稿.txt", timeout=20_000)
    for form in ("HTML", "DOCX", "CSV", "XLSX"):
        with page.expect_download() as download:
            page.locator(".check-head .saves a", has_text=form).click()
        assert download.value.suggested_filename == f"讲话稿-核对结果.{form.lower()}"
        assert Path(download.value.path()).stat().st_size > 100


def test_what_cannot_be_checked_is_said_kindly(page: Page, tmp_path: Path) -> None:
    open_tab(page, "check")
    page.click("#wj-drafting .send")
    expect(page.locator(".check-trouble")).to_have_text("稿子是空的", use_inner_text=True)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    page.set_input_files("#wj-draft-file", scan)
    expect(page.locator(".check-trouble")).to_have_text("只收 txt、md、docx 的稿子", use_inner_text=True)
    page.fill("#wj-draft-text", "没有数字的一句话。")
    page.press("#wj-draft-text", "Control+Enter")
    expect(page.locator("#wj-verdicts .failed")).to_be_visible(timeout=20_000)
    expect(page.locator("#wj-draft-text")).to_be_visible()


def test_a_hostile_draft_is_text(page: Page, tmp_path: Path) -> None:
    check(page, f"{ALL}\n2023年粮食产量31.6万吨。")
    expect(page.locator(".marked p").first).to_contain_text("<script>document.title='owned'</script>")
    long = tmp_path / "long.txt"
    long.write_text("2023年粮食产量31.6万吨" + LONG_LINE[:300_000], encoding="utf-8")
    page.click(".check-again")
    page.set_input_files("#wj-draft-file", long)
    expect(page.locator("#wj-verdicts .failed, .verdicts-table")).to_be_visible(timeout=20_000)
    page.set_input_files(
        "#wj-draft-file", {"name": "5MB.txt", "mimeType": "text/plain", "buffer": LONG_LINE[:2_000_000].encode()}
    )
    expect(page.locator(".check-trouble")).to_contain_text("文件太大")


def test_a_trend_is_drawn_and_a_point_opens_its_sentence(page: Page) -> None:
    follow(page, "城镇新增就业")
    expect(page.locator("svg.wide .point.actual")).to_have_count(4)
    expect(page.locator("svg.wide .point.target")).to_have_count(3)
    expect(page.locator(".trend-table tbody tr").first).to_contain_text("2023")
    page.locator("svg.wide .point.actual .shape").last.click()
    expect(page.locator(".viewer mark.quote")).to_contain_text("城镇新增就业1.28万人")
    page.keyboard.press("Escape")
    page.locator("svg.wide .point.actual").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".viewer mark.quote")).to_contain_text("城镇新增就业1.05万人")
    page.keyboard.press("Escape")
    page.click(".trend-table tbody tr >> nth=0 >> .link")
    expect(page.locator(".viewer mark.quote")).to_be_visible()


def test_a_trend_is_saved_as_picture_and_table(page: Page) -> None:
    follow(page, "粮食产量")
    saved: dict[str, Path] = {}
    for form in ("PNG", "CSV", "XLSX"):
        with page.expect_download() as download:
            page.locator(".trend .saves a", has_text=form).click()
        saved[form] = Path(download.value.path())
    assert saved["PNG"].read_bytes().startswith(b"\x89PNG")
    assert saved["CSV"].read_text("utf-8-sig").startswith("年份 Year,")
    sheet = load_workbook(saved["XLSX"].rename(saved["XLSX"].with_suffix(".xlsx"))).active
    assert sheet["A2"].value == "2019"


def test_a_suggestion_is_followed_and_nothing_found_is_said(page: Page) -> None:
    open_tab(page, "trends")
    page.locator(".suggestion", has_text="城镇新增就业").first.click()
    expect(page.locator(".trend h2")).to_contain_text("城镇新增就业", timeout=20_000)
    page.fill("#wj-measure", ALL)
    page.press("#wj-measure", "Enter")
    expect(page.locator("#wj-trend :is(.no-trend, .failed, .trend .saves)")).to_be_visible(timeout=20_000)


def test_reports_are_uploaded_read_opened_and_removed(page: Page, tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "乡镇"
    folder.mkdir()
    (folder / "柳河镇2023年工作总结.txt").write_text("柳河镇2023年工作总结\n一、工作回顾\n全镇植树12万株。\n", encoding="utf-8")
    (folder / "恶意.html").write_text(f"<html><body><h1>{HOSTILE_REPORT}</h1></body></html>", encoding="utf-8")
    (folder / "坏.docx").write_text("no Word file", encoding="utf-8")
    (folder / "程序.exe").write_text("MZ", encoding="utf-8")
    open_tab(page, "library")
    page.set_input_files("#wj-folder", folder)
    expect(page.locator(".took-in")).to_contain_text("新增 2 份", timeout=30_000)
    expect(page.locator(".told-files.took_failed")).to_contain_text("乡镇/坏.docx")
    expect(page.locator(".sending .told-files")).to_contain_text("程序.exe")
    page.fill(".seek-report", "柳河镇")
    expect(page.locator(".shelf-cards .report-card")).to_have_count(1)
    expect(page.locator(".shelf-cards .report-card")).to_contain_text("1 个数据")
    page.click(".shelf-cards .title")
    expect(page.locator(".viewer")).to_contain_text("全镇植树")
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.locator(".shelf-cards .report-card a.tool").click()
    assert download.value.suggested_filename == "柳河镇2023年工作总结.txt"
    kept = server.place / "store" / "uploads" / "乡镇"
    assert sorted(p.name for p in kept.iterdir()) == ["恶意.html", "柳河镇2023年工作总结.txt"]
    page.click(".shelf-cards .remove")
    expect(page.locator(".sure")).to_contain_text("上传的原件也会删除")
    page.keyboard.press("Escape")
    page.click(".remove-no")
    expect(page.locator(".sure")).to_have_count(0)
    page.click(".shelf-cards .remove")
    page.click(".remove-yes")
    expect(page.locator(".shelf-cards .report-card")).to_have_count(0)
    assert [p.name for p in kept.iterdir()] == ["恶意.html"]


def test_reports_that_come_and_go_renew_what_every_tab_lists_and_nothing_that_was_written_is_lost(
    page: Page, tmp_path: Path
) -> None:
    page.evaluate("window.loadedOnce = true")
    page.fill("#wj-question", "没有发出的话")
    open_tab(page, "trends")
    page.fill("#wj-measure", "桥梁")
    page.uncheck("[name=targets]")
    open_tab(page, "library")
    (tmp_path / "柳河镇2031年工作总结.txt").write_text("柳河镇2031年工作总结\n一、工作回顾\n建桥3座。\n", encoding="utf-8")
    page.set_input_files("#wj-files", tmp_path / "柳河镇2031年工作总结.txt")
    choice = page.locator("#wj-composer .choice[data-value='2031']")
    expect(choice).to_have_count(1, timeout=30_000)
    expect(page.locator("#wj-composer .choices.reports .title").first).to_have_text("柳河镇2031年工作总结")
    expect(page.locator("#wj-finder .choices.reports .title").first).to_have_text("柳河镇2031年工作总结")
    expect(page.locator("#wj-trend-form option[value='柳河镇']")).to_have_count(1)
    expect(page.locator("#wj-question")).to_have_value("没有发出的话")
    expect(page.locator("#wj-measure")).to_have_value("桥梁")
    expect(page.locator("[name=targets]")).not_to_be_checked()
    page.fill(".seek-report", "2031")
    expect(page.locator(".shelf-cards .report-card")).to_have_count(1)
    page.click(".shelf-cards .remove")
    page.click(".remove-yes")
    expect(choice).to_have_count(0)
    expect(page.locator(".seek-report")).to_be_focused()
    expect(page.locator("#wj-question")).to_have_value("没有发出的话")
    assert page.evaluate("window.loadedOnce")


def test_what_is_wrong_is_told_once_and_in_the_language_that_is_chosen(page: Page, tmp_path: Path) -> None:
    (tmp_path / "讲话.docx").write_bytes(b"PK\x03\x04 no whole archive")
    (tmp_path / "讲话.pdf").write_bytes(b"%PDF")
    open_tab(page, "check")
    page.set_input_files("#wj-draft-file", tmp_path / "讲话.docx")
    expect(page.locator("#wj-verdicts .failed")).to_contain_text("讲话.docx", timeout=20_000)
    page.set_input_files("#wj-draft-file", tmp_path / "讲话.pdf")
    expect(page.locator(".check-trouble")).to_have_text("只收 txt、md、docx 的稿子", use_inner_text=True)
    expect(page.locator("#wj-verdicts .failed")).to_be_hidden()
    page.click("[data-switch=language]")
    expect(page.locator(".check-trouble")).to_have_text("Only txt, md and docx drafts are taken", use_inner_text=True)
    check(page, DRAFT)
    expect(page.locator(".check-trouble")).to_be_hidden()
    expect(page.locator(".check-again")).to_be_focused()
    with page.expect_download() as download:
        page.locator(".check-head .saves a", has_text="CSV").click()
    assert download.value.suggested_filename == "checked.csv"


def test_a_hostile_report_is_text_in_the_library_and_in_the_viewer(page: Page) -> None:
    open_tab(page, "library")
    page.fill(".seek-report", "恶意报告")
    expect(page.locator(".shelf-cards .report-card")).to_have_count(1)
    page.click(".shelf-cards .title")
    expect(page.locator(".viewer")).to_contain_text("<script>document.title='owned'</script>")
    assert page.locator(".viewer :is(img, script, svg), .shelf-cards :is(img, script, svg)").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(browser: Browser, server: Server, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-US", color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(server.address)
    expect(page.locator("#wj-composer form")).to_be_visible()
    check(page, DRAFT)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    follow(page, "城镇新增就业")
    assert page.locator("svg.narrow").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    open_tab(page, "library")
    expect(page.locator(".shelf-cards .report-card").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_axe_finds_nothing_serious_where_the_tabs_are_filled(page: Page) -> None:
    check(page, DRAFT)
    found = serious(page)
    follow(page, "粮食产量")
    found += serious(page)
    open_tab(page, "library")
    page.locator(".report-card .remove").first.click()
    expect(page.locator(".sure")).to_be_visible()
    assert found + serious(page) == []


def test_a_page_with_accounts_opens_after_logging_in(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "accounts").write_text(account_line("王芳", "长城-2024-夏") + "\n", encoding="utf-8")
    ingest([write_reports(tmp_path / "工作报告")], tmp_path / "store", open_encoder(None))
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-X", "utf8", "-m", "app", "serve", "--store", str(tmp_path / "store"), "--port", str(port)]
    command += ["--auth", str(tmp_path / "accounts"), "--host", "127.0.0.1"]
    with running(command) as line:
        assert line.startswith("问据 Wenju: http")
        page = browser.new_context(locale="zh-CN").new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        log_in(page, "长城-2023-夏")
        expect(page.locator("[role=alert]")).to_have_text("用户名或密码不对", use_inner_text=True)
        log_in(page, "长城-2024-夏")
        check(page, DRAFT)
        open_tab(page, "library")
        page.click(".logout")
        expect(page.locator("h1")).to_have_text("登录问据", use_inner_text=True)
        page.context.close()


def log_in(page: Page, password: str) -> None:
    expect(page.locator("h1")).to_have_text("登录问据", use_inner_text=True)
    page.fill("#name", "王芳")
    page.fill("#password", password)
    page.press("#password", "Enter")
