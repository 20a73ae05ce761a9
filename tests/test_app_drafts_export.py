import csv
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from app.drafts.columns import COLUMNS
from app.drafts.docx_marks import comment_of
from app.drafts.errors import ExportError
from app.drafts.export import refuse_outputs, write_result, write_whole
from app.drafts.findings import Summary, findings_of, summary_of
from app.drafts.findings_csv import render_csv
from app.drafts.findings_xlsx import render_xlsx
from app.drafts.report_html import render_html
from app.errors import UsageError
from app.verdict import Correct
from tests.checked_drafts import JOBS, TEXT, check_of, checked, claim, draft_file, figure, findings

_SECTION = "青岚县情况汇报 › 一、2023年工作回顾"
_SOURCE = "青岚县2024年政府工作报告 › 一、2023年工作回顾 › （一）就业 › 第 3 页"
_ROWS = [
    ["1", "1.28万人", "1.28万人", "一致", "consistent", "城镇新增就业1.28万人，失业率5.6%。", _SECTION, "", _SOURCE, "3", JOBS.quote, "work/a.txt", "33", "39"],
    ["2", "5.6%", "5.2%", "数值不符", "another value", "城镇新增就业1.28万人，失业率5.6%。", _SECTION, "", _SOURCE, "3", JOBS.quote, "work/a.txt", "43", "47"],
    ["3", "3所", "", "未找到", "not found", "<script>alert(1)</script>另有=1+1的3所学校。", _SECTION, "", "", "", "", "", "80", "82"],
    [
        "4", "31.6", "", "可推算，一致", "follows by computation", "31.6", "青岚县情况汇报 › 二、主要指标", "15.8 + 15.8 = 31.6", "@农业年报", "",
        "粮食产量31.6万吨。", "work/b.txt", "136", "140",
    ],
]  # fmt: skip


def _csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_summary_counts_what_is_said() -> None:
    assert summary_of(checked()) == Summary(2, 1, 1)
    assert summary_of(checked()).line() == "4 个数据：2 个相符，1 个不符，1 个未找到 (4 figures: 2 agree, 1 differ, 1 not found)"


def test_csv_opens_in_a_spreadsheet_and_computes_nothing(tmp_path: Path) -> None:
    data = render_csv(findings(tmp_path))
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = _csv_rows(data)
    assert head == list(COLUMNS)
    # What would be a formula gets an apostrophe.
    assert rows == [[f"'{cell}" if cell.startswith("@") else cell for cell in row] for row in _ROWS]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_of_a_csv_begins_like_a_formula(start: str, tmp_path: Path) -> None:
    text = f'{start}HYPERLINK("http://x")，就业5人。'
    draft = draft_file(tmp_path, text)
    check = check_of(
        text,
        claim(text, text, figure(text, "5人", "wrong_value", correct=Correct(f"{start}3人", "3", "人"))),
        citations=(),
    )
    [_, row] = _csv_rows(render_csv(findings_of(draft, check)))
    assert (row[2], row[5]) == (f"'{start}3人", f"'{text}")


def test_what_was_not_found_has_nearest_sentences_and_no_source(tmp_path: Path) -> None:
    finding = replace(findings(tmp_path)[0], verdict="not_found", group="not_found")
    assert COLUMNS["出处 Source"](finding) == f"最接近的：{_SOURCE}"
    assert f"最接近的：{_SOURCE}" in comment_of(finding)
    page = html.document_fromstring(render_html(draft_file(tmp_path), [finding], Summary(0, 0, 1)).decode())
    assert [c.text for c in page.xpath("//cite")] == [f"最接近的：{_SOURCE}"]


def test_xlsx_holds_the_same_cells_as_texts(tmp_path: Path) -> None:
    sheet = load_workbook(io.BytesIO(render_xlsx(findings(tmp_path)))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == list(COLUMNS)
    numbers = {0, 12, 13}
    assert rows[1:] == [[int(c) if i in numbers else c or None for i, c in enumerate(row)] for row in _ROWS]
    assert (sheet["I5"].value, sheet["I5"].data_type, sheet["I5"].quotePrefix) == ("@农业年报", "s", True)
    assert [sheet.cell(row, 4).fill.fgColor.rgb for row in (2, 3, 4, 5)] == ["00DDEEE3", "00F8D9D2", "00FAEDC6", "00DDEEE3"]
    assert sheet.freeze_panes == "C2"


def test_a_formula_in_a_workbook_stays_text(tmp_path: Path) -> None:
    text = "=1+1，就业5人。"
    check = check_of(text, claim(text, text, figure(text, "5人", "not_found")), citations=())
    sheet = load_workbook(io.BytesIO(render_xlsx(findings_of(draft_file(tmp_path, text), check)))).active
    assert sheet is not None
    assert (sheet["F2"].value, sheet["F2"].data_type) == (text, "s")


def test_html_shows_the_draft_and_its_findings(tmp_path: Path) -> None:
    data = render_html(draft_file(tmp_path), findings(tmp_path), Summary(2, 1, 1))
    page = html.document_fromstring(data.decode())
    draft = page.xpath("//article")[0]
    assert [(e.tag, e.text_content()) for e in draft.xpath("./*[not(self::div)]")] == [
        ("h2", "青岚县情况汇报"),
        ("h3", "一、2023年工作回顾"),
        ("p", "城镇新增就业1.28万人，失业率5.6%2。<script>alert(1)</script>另有=1+1的3所3学校。"),
        ("h3", "二、主要指标"),
    ]
    assert [[c.text_content() for c in row] for row in draft.xpath(".//tr")] == [
        ["指标", "2023年（万吨）"],
        ["粮食产量", "31.64"],
    ]
    assert [(a.get("href"), a.get("class"), a.text) for a in draft.xpath(".//a")] == [
        ("#f1", "fig supported", "1.28万人"), ("#f2", "fig refuted", "5.6%"), ("#f3", "fig not_found", "3所"), ("#f4", "fig supported", "31.6"),
    ]  # fmt: skip
    rows = page.xpath("//section//tbody/tr")
    assert [(r.get("id"), r.get("class"), [c.text_content() for c in r]) for r in rows] == [
        ("f1", "supported", ["1", "1.28万人", "1.28万人", "一致 consistent", f"{JOBS.quote}{_SOURCE}"]),
        ("f2", "refuted", ["2", "5.6%", "5.2%", "数值不符 another value", f"{JOBS.quote}{_SOURCE}"]),
        (
            "f3",
            "not_found",
            ["3", "3所", "—", "未找到 not found", "资料库里没有可对照的数据 nothing to compare it with in the reports"],
        ),
        (
            "f4",
            "supported",
            ["4", "31.6", "—", "可推算，一致 follows by computation", "推算：15.8 + 15.8 = 31.6粮食产量31.6万吨。@农业年报"],
        ),
    ]
    assert [m.text for m in page.xpath("//mark")] == ["1.28万人", "5.2%", "31.6"]
    assert [(d.findtext("dd"), d.findtext("dt")) for d in page.xpath("//dl/div")] == [
        ("2", "相符 "),
        ("1", "不符 "),
        ("1", "未找到 "),
    ]


def test_nothing_in_a_page_runs_or_loads_or_hides(tmp_path: Path) -> None:
    text = "<img src=x onerror=alert(1)>“\u202e%5\u202c\u200b”增长5%。<a href='javascript:x'>"
    check = check_of(
        text, claim(text, text, figure(text, "5%。"[:2], "wrong_value", correct=Correct('"><script>', "1", ""), citations=(1,))),
    )  # fmt: skip
    draft = draft_file(tmp_path, text, name='"><b>.md')
    page = html.document_fromstring(render_html(draft, findings_of(draft, check), summary_of(check)).decode())
    assert page.xpath("//script | //img | //b[not(ancestor::td)] | //link | //iframe") == []
    assert {a.get("href")[:2] for a in page.xpath("//a")} == {"#f", "#d"}
    assert page.xpath("//article")[0].text_content() == "<img src=x onerror=alert(1)>“%5”增长5%1。<a href='javascript:x'>"
    assert page.xpath("//meta[@http-equiv]")[0].get("content") == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("r.pdf", UsageError, r"--out .*r\.pdf: \.pdf is not written; end the name with one of html, docx, csv, xlsx$"),
        ("r", UsageError, r"--out .*r: a name without ending is not written"),
        ("汇报.docx", UsageError, r"--out .*汇报\.docx: that is the draft itself; give the result another name$"),
        ("none/r.html", ExportError, r"--out .*r\.html: there is no folder .*none; make it first$"),
        ("dir.csv", ExportError, r"--out .*dir\.csv: a folder has this name; give the result another name$"),
    ],
)
def test_results_that_cannot_be_written_are_refused_before_checking(
    name: str, error: type[Exception], message: str, tmp_path: Path
) -> None:
    (tmp_path / "dir.csv").mkdir()
    draft = draft_file(tmp_path, name="汇报.md")
    (tmp_path / "汇报.docx").hardlink_to(tmp_path / "汇报.md")
    with pytest.raises(error, match=message):
        refuse_outputs([tmp_path / "ok.html", tmp_path / name], draft)


def test_a_result_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_file(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    (out / "r.csv").write_text("old", encoding="utf-8")
    write_result(out / "r.csv", draft, checked())
    assert _csv_rows((out / "r.csv").read_bytes())[0] == list(COLUMNS)
    assert [p.name for p in out.iterdir()] == ["r.csv"]

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ExportError, match=r"r\.html: cannot be written \(No space left on device\); choose another place"):
        write_whole(out / "r.html", b"half")
    assert [p.name for p in out.iterdir()] == ["r.csv"]


def test_the_draft_is_as_it_was(tmp_path: Path) -> None:
    draft = draft_file(tmp_path)
    for ending in ("html", "docx", "csv", "xlsx"):
        write_result(tmp_path / f"r.{ending}", draft, checked())
    assert (tmp_path / "汇报.md").read_text(encoding="utf-8") == TEXT
