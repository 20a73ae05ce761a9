import dataclasses
import re

from app.answer import ShownFigure
from app.intake.job import Standing
from app.intake.limits import Limits
from app.lint.finding import Finding, ReportFindings
from app.web.library.cards import render_cards, render_shelf, render_sure
from app.web.library.findings import render_findings
from app.web.library.frame import render_intake, render_standing, time_left
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.ingest import FailedFile, NotedFile
from tests.checked import cite
from tests.hostile import ALL, LONG_LINE, is_only_text

CARD = ReportCard(
    1,
    "工作报告/2024.docx",
    Metadata("青岚县2024年政府工作报告", "青岚县人民政府", "青岚县", "政府工作报告", 2024, "2023"),
    12_345,
    40,
    86,
    (),
    7,
)
OLD = ReportCard(2, "2019.txt", Metadata("青岚县2019年统计公报", "", "青岚县", "统计公报", None, ""), 900, 4, 8)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "|", re.sub(r'<span class="en"[^>]*>.*?</span>', "", html))


def test_a_card_tells_what_a_report_is_and_holds() -> None:
    html = render_cards([OLD, CARD], "", 60, may_remove=True)
    first, second = re.findall(r'<li class="report-card".*?</li>|<li .*?</li>', html, re.DOTALL)
    told = [part for part in text_of(first).split("|") if part]
    assert told == [
        "2024", "青岚县2024年政府工作报告", "青岚县人民政府", "青岚县", "政府工作报告", "7 个章节", "86 个数据", "12,345 字", "覆盖 2023",
        "工作报告/2024.docx", "下载原件", "自查", "移除",
    ]  # fmt: skip
    assert 'href="/wenju/original?report=%E5%B7%A5%E4%BD%9C%E6%8A%A5%E5%91%8A%2F2024.docx"' in first
    assert "年份不详" in second
    assert "章节" not in text_of(second)  # it has none


def test_cards_are_searched_by_every_word_and_shown_by_portions() -> None:
    many = [ReportCard(n, f"{n}.txt", Metadata(f"报告{n}", year=2000 + n), 1, 1, 1) for n in range(5)]
    assert re.findall(r'data-key="(\d\.txt)"', render_cards(many, "报告 2003", 60, may_remove=False)) == ["3.txt", "3.txt"]
    shown = render_cards(many, "", 2, may_remove=False)
    assert [re.findall(r'<li [^>]*data-key="(\d)\.txt"', shown), "显示 2 / 5 份" in shown, 'data-shown="62"' in shown] == [
        ["4", "3"],
        True,
        True,
    ]
    assert "没有这样的报告" in render_cards(many, "别处", 60, may_remove=False)
    assert "资料库还是空的" in render_cards([], "", 60, may_remove=True)
    assert 'class="tool remove"' not in render_cards(many, "", 60, may_remove=False)


def test_reading_tells_how_far_how_fast_and_how_long_still() -> None:
    html = render_standing(Standing("reading", done=10, total=40, current="甲/乙.pdf", page=3, pages=120, seconds=5.0))
    told = " ".join(part for part in text_of(html).split("|") if part.strip())
    assert told == ("正在收入报告 收入期间照常可以提问。 10 / 40 份 每秒 2.0 份 约剩 15 秒 正在读 甲/乙.pdf 第 3 / 120 页 取消")
    assert '<progress value="10" max="40">' in html
    assert "<progress></progress>" in render_standing(Standing("reading"))
    assert render_standing(Standing()) == ""
    assert [text_of(time_left(s)) for s in (0.2, 89, 91, 600)] == ["|1 秒|", "|89 秒|", "|2 分钟|", "|10 分钟|"]


def test_the_outcome_lists_what_failed_and_why() -> None:
    failed = (FailedFile("甲/坏.docx", "坏.docx: not a whole docx (torn); save it again"),)
    html = render_standing(
        Standing("done", added=2, updated=1, unchanged=3, failed=failed, notes=(NotedFile("乙.pdf", "2 pages are pictures"),))
    )
    assert "新增 2 份，更新 1 份，未变 3 份" in html
    assert '<b>甲/坏.docx</b><span><span class="zh">文件不完整或已损坏，请重新导出或重新下载</span>' in html
    assert '<span class="en" lang="en">not a whole docx; save it again</span>' in html
    assert '<b>乙.pdf</b><span><span class="zh">2 pages are pictures</span>' in html
    assert "已取消" in render_standing(Standing("cancelled"))
    assert "disk full" in render_standing(Standing("broken", why="disk full"))


def test_a_store_that_is_read_only_offers_no_upload() -> None:
    assert "wj-files" not in render_intake(None)
    html = render_intake(Limits(file_bytes=3 * 2**20, files=7))
    assert "每个文件最多 3 MB，一次最多 7 个" in html
    assert 'data-most="7" data-bytes="3145728"' in html


def test_removing_asks_first_and_says_what_goes() -> None:
    assert "上传的原件也会删除" in render_sure(CARD, uploaded=True)
    assert "原文件留在它的文件夹里" in render_sure(CARD, uploaded=False)


def find(message: str) -> ReportFindings:
    figure = ShownFigure("1", "1", "", "level", "actual", "2023", "", "input", "quoted", None, (1,))
    finding = Finding("sum", message, message, "1 + 2 = 4" + message, (figure,), (1,), "error")
    return ReportFindings("a.txt", "a", (finding,), (cite(1, title=message, report=message),))


def test_findings_name_what_is_odd_and_where() -> None:
    html = render_findings(find("合计不等于各项之和"))
    assert [part in html for part in ('class="finding error"', "1 + 2 = 4", 'class="open link"', "（二）就业")] == [True] * 4
    assert "没有发现前后不一" in render_findings(ReportFindings("a.txt", "a", (), ()))


def test_places_in_two_reports_are_named_with_their_reports() -> None:
    odd = find("目标与结果")
    before = cite(2, title="去年的报告", report="去年.txt")
    finding = dataclasses.replace(odd.findings[0], citations=(1, 2))
    html = render_findings(dataclasses.replace(odd, findings=(finding,), citations=(*odd.citations, before)))
    assert re.findall("<button[^>]*>([^<]*)</button>", html) == ["目标与结果 › （二）就业", "去年的报告 › （二）就业"]


def test_a_target_that_was_reached_is_noted_and_not_doubted() -> None:
    odd = find("合计不等于各项之和")
    noted = dataclasses.replace(odd, findings=(dataclasses.replace(odd.findings[0], severity="note"),))
    both_kinds = dataclasses.replace(odd, findings=(*odd.findings, *noted.findings))
    counts = [
        re.findall('<span class="zh">([^<]*)</span>', html.partition("<ul")[0])
        for html in map(render_findings, (odd, noted, both_kinds))
    ]
    assert counts == [["1 处可疑"], ["没有发现前后不一", "1 条说明"], ["1 处可疑", "1 条说明"]]


def test_hostile_reports_are_text_everywhere() -> None:
    card = ReportCard(1, ALL, Metadata(ALL, ALL, ALL, ALL, 2024, ALL), 1, 1, 1, (ALL,))
    standing = Standing("done", failed=(FailedFile(ALL, ALL),), notes=(NotedFile(ALL, ALL),), why=ALL)
    htmls = (
        render_shelf(render_cards([card], "", 60, may_remove=True)), render_sure(card, uploaded=True), render_findings(find(ALL)),
        render_standing(standing), render_standing(Standing("reading", current=ALL)), render_standing(Standing("broken", why=ALL)),
    )  # fmt: skip
    assert all(is_only_text(html) for html in htmls)
    long = ReportCard(1, "a.txt", Metadata(LONG_LINE, LONG_LINE, LONG_LINE, LONG_LINE, 1, LONG_LINE), 1, 1, 1, (LONG_LINE,))
    assert len(render_cards([long], "", 60, may_remove=True)) < 10_000
