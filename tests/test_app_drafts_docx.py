import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from app.drafts.docx_flow import find_figures, read_flow
from app.drafts.findings import findings_of, summary_of
from app.drafts.reading import Draft, read_draft
from app.drafts.report_docx import render_docx
from app.verdict import Check, CheckedFigure, Claim, Correct
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from corpus.readers.docx import read_docx
from tests.checked_drafts import JOBS, check_of, checked, claim, draft_file, figure

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
GREEN, RED, YELLOW = "DDEEE3", "F8D9D2", "FAEDC6"


def rendered(draft: Draft, check: Check) -> Document:
    return docx.Document(io.BytesIO(render_docx(draft, findings_of(draft, check), summary_of(check))))


def runs(paragraph: Paragraph) -> list[tuple[str, str]]:
    """Return the runs of a paragraph that say something: text and ground."""
    found = []
    for run in paragraph._p.iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        ground = run.find(f"{qn('w:rPr')}/{qn('w:shd')}")
        if text:
            found.append((text, "" if ground is None else ground.get(qn("w:fill"))))
    return found


def saved(document: Document, folder: Path) -> Draft:
    document.save(str(folder / "稿.docx"))
    return read_draft(folder / "稿.docx")


def test_a_text_becomes_a_document_with_its_figures_on_their_ground(tmp_path: Path) -> None:
    document = rendered(draft_file(tmp_path), checked())
    assert [(p.style.name if p.style else "", p.text) for p in document.paragraphs[:4]] == [
        ("Heading 1", "青岚县情况汇报"),
        ("Heading 2", "一、2023年工作回顾"),
        ("Normal", "城镇新增就业1.28万人，失业率5.6%。<script>alert(1)</script>另有=1+1的3所学校。"),
        ("Heading 2", "二、主要指标"),
    ]
    assert runs(document.paragraphs[2]) == [
        ("城镇新增就业", ""), ("1.28万人", GREEN), ("，失业率", ""), ("5.6%", RED), ("。<script>alert(1)</script>另有=1+1的", ""), ("3所", YELLOW), ("学校。", ""),
    ]  # fmt: skip
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["指标", "2023年（万吨）"], ["粮食产量", "31.6"]]
    assert runs(table.cell(1, 1).paragraphs[0]) == [("31.6", GREEN)]


def test_comments_say_what_is_not_plainly_the_same(tmp_path: Path) -> None:
    document = rendered(draft_file(tmp_path), checked())
    assert [(c.author, c.text) for c in document.comments] == [
        (
            "问据 Wenju",
            "2. 数值不符 another value\n报告：5.2%\n出处：青岚县2024年政府工作报告 › 一、2023年工作回顾 › （一）就业 › 第 3 页\n"
            f"原文：{JOBS.quote}",
        ),
        ("问据 Wenju", "3. 未找到 not found"),
        (
            "问据 Wenju",
            "4. 可推算，一致 follows by computation\n推算：15.8 + 15.8 = 31.6\n出处：@农业年报\n原文：粮食产量31.6万吨。",
        ),
    ]
    marked = document.paragraphs[2]._p
    start = next(marked.iter(qn("w:commentRangeStart")))
    assert "".join(t.text or "" for t in start.getnext().iter(qn("w:t"))) == "5.6%"


def test_the_findings_stand_at_the_end_on_pages_laid_across(tmp_path: Path) -> None:
    document = rendered(draft_file(tmp_path), checked())
    assert [p.text for p in document.paragraphs[-3:]] == [
        "核对结果 Findings", "4 个数据：2 个相符，1 个不符，1 个未找到 (4 figures: 2 agree, 1 differ, 1 not found)", "",
    ]  # fmt: skip
    source = "青岚县2024年政府工作报告 › 一、2023年工作回顾 › （一）就业 › 第 3 页"
    assert [[cell.text for cell in row.cells] for row in document.tables[-1].rows] == [
        ["No.", "您的数字\nYours", "报告的数字\nThe report's", "判定\nVerdict", "出处\nSource", "报告原文\nQuote"],
        # What a writer has to look at comes first.
        ["不符 differ（1）"] * 6,
        ["2", "5.6%", "5.2%", "数值不符\nanother value", source, f"“{JOBS.quote}”"],
        ["未找到 not found（1）"] * 6,
        ["3", "3所", "—", "未找到\nnot found", "—", "—"],
        ["相符 agree（2）"] * 6,
        ["1", "1.28万人", "1.28万人", "一致\nconsistent", source, f"“{JOBS.quote}”"],
        ["4", "31.6", "—", "可推算，一致\nfollows by computation", "@农业年报", "“粮食产量31.6万吨。”\n推算：15.8 + 15.8 = 31.6"],
    ]
    quote = document.tables[-1].cell(2, 5).paragraphs[0]
    assert [run.text for run in quote.runs if run.bold] == ["5.2%"]
    first, last = document.sections
    assert first.page_width is not None and first.page_height is not None
    assert (first.page_width < first.page_height, last.page_width, last.page_height) == (
        True,
        first.page_height,
        first.page_width,
    )


def test_a_figure_that_agrees_has_one_source_in_the_table(tmp_path: Path) -> None:
    text = "新增就业1.28万人。"
    check = check_of(text, claim(text, text, figure(text, "1.28万人", "consistent", citations=(1, 2))))
    rows = [[cell.text for cell in row.cells] for row in rendered(draft_file(tmp_path, text, "a.txt"), check).tables[-1].rows]
    assert rows[2][5] == f"“{JOBS.quote}”"


def _formatted() -> Document:
    """Return a Word document with a figure cut in two by formatting, a tab, a link, a numbered heading, a table and a header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料 5.6%"
    document.add_heading("一、就业", level=1)
    paragraph = document.add_paragraph("就业")
    paragraph.add_run("1.2").bold = True
    run = paragraph.add_run("8万人，失业率\t5.6%；")
    run.italic = True
    link = OxmlElement("w:hyperlink")
    inside = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "学校3所。"
    inside.append(text)
    link.append(inside)
    paragraph._p.append(link)
    table = document.add_table(2, 2)
    for cell, said in zip([c for row in table.rows for c in row.cells], ["指标", "万吨", "粮食 产量", "31.6"], strict=True):
        cell.text = said
    document.add_paragraph("又就业1.28万人。")
    return document


def test_the_word_file_itself_is_marked_and_keeps_its_form(tmp_path: Path) -> None:
    draft = saved(_formatted(), tmp_path)
    text = draft.document.text
    last = "又就业1.28万人。"
    check = check_of(
        text,
        claim(
            text, "就业1.28万人，失业率\t5.6%；学校3所。",
            figure(text, "1.28万人", "rounded", citations=(1,)), figure(text, "5.6%", "wrong_value", citations=(1,)), figure(text, "3所", "not_found"),
        ),
        claim(text, "粮食 产量 | 31.6", figure(text, "31.6", "consistent", citations=(2,))),
        claim(text, last, figure(text, "1.28万人", "wrong_period", behind=last, correct=Correct("1.2万人", "12000", "人"), citations=(1,))),
    )  # fmt: skip
    document = rendered(draft, check)
    assert runs(document.paragraphs[1]) == [
        ("就业", ""), ("1.2", GREEN), ("8万人", GREEN), ("，失业率", ""), ("5.6%", RED), ("；", ""), ("学校", ""), ("3所", YELLOW), ("。", ""),
    ]  # fmt: skip
    assert [(r.text, r.bold, r.italic) for r in document.paragraphs[1].runs if r.text] == [
        ("就业", None, None), ("1.2", True, None), ("8万人", None, True), ("，失业率\t", None, True), ("5.6%", None, True), ("；", None, True),
    ]  # fmt: skip
    assert runs(document.tables[0].cell(1, 1).paragraphs[0]) == [("31.6", GREEN)]
    assert runs(document.paragraphs[2]) == [("又就业", ""), ("1.28万人", RED), ("。", "")]
    assert document.sections[0].header.paragraphs[0].text == "内部资料 5.6%"
    assert [c.text.split("\n")[0] for c in document.comments] == [
        "1. 四舍五入一致 consistent when rounded", "2. 数值不符 another value", "3. 未找到 not found", "5. 年份不符 another period",
    ]  # fmt: skip


def test_a_figure_that_is_not_there_leads_no_other_astray(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("智创城NO.7签约企业150家。")
    document.add_paragraph("文字。" * 100)
    document.add_paragraph("增长7.3%，企业150家。")
    draft = saved(document, tmp_path)
    text = draft.document.text
    last = "增长7.3%，企业150家。"
    check = check_of(
        text,
        claim(text, "智创城NO.7签约企业150家。", figure(text, "7", "not_found"), figure(text, "150家", "consistent")),
        claim(text, last, figure(text, "7.3%", "consistent"), figure(text, "150家", "not_found", behind=last)),
    )
    marked = rendered(draft, check).paragraphs
    assert runs(marked[0]) == [("智创城NO.", ""), ("7", YELLOW), ("签约企业", ""), ("150家", GREEN), ("。", "")]
    assert runs(marked[2]) == [("增长", ""), ("7.3%", GREEN), ("，企业", ""), ("150家", YELLOW), ("。", "")]


def test_the_text_of_a_marked_file_is_what_it_was(tmp_path: Path) -> None:
    draft = saved(_formatted(), tmp_path)
    text = draft.document.text
    check = check_of(text, claim(text, "又就业1.28万人。", figure(text, "1.28万人", "consistent", citations=(1,))))
    (tmp_path / "marked.docx").write_bytes(render_docx(draft, findings_of(draft, check), summary_of(check)))
    assert read_docx(tmp_path / "marked.docx").text.startswith(text)


def test_a_file_with_a_defect_is_made_anew(tmp_path: Path) -> None:
    saved(_formatted(), tmp_path)
    with zipfile.ZipFile(tmp_path / "稿.docx") as whole, zipfile.ZipFile(tmp_path / "缺.docx", "w") as broken:
        for name in ("word/document.xml", "word/styles.xml"):
            broken.writestr(name, whole.read(name))
    draft = read_draft(tmp_path / "缺.docx")
    text = draft.document.text
    check = check_of(text, claim(text, "又就业1.28万人。", figure(text, "又就业1.28万人", "not_found")))
    document = rendered(draft, check)
    assert (
        document.paragraphs[0].text
        == "（原文件有缺损，其格式未能保留。The file has a defect: its formatting could not be kept.）"
    )
    assert [p.text for p in document.paragraphs[1:4]] == ["一、就业", "就业1.28万人，失业率\t5.6%；学校3所。", "又就业1.28万人。"]


@pytest.mark.parametrize("strange", ["\u202e", "\u200b", "\ufffe", "\x85"])
def test_what_no_document_can_hold_is_left_out(strange: str, tmp_path: Path) -> None:
    text = f"学校{strange}23{strange}所。"
    check = check_of(
        text,
        claim(
            text,
            text,
            figure(text, f"23{strange}所", "wrong_value", correct=Correct(f"<w:t>{strange}&", "1", "")),
        ),
    )
    document = rendered(draft_file(tmp_path, text, name="稿.txt"), check)
    assert runs(document.paragraphs[0]) == [("学校", ""), ("23所", RED), ("。", "")]
    assert [cell.text for cell in document.tables[-1].rows[2].cells] == [
        "1",
        "23所",
        "<w:t>&",
        "数值不符\nanother value",
        "—",
        "—",
    ]
    assert [c.text for c in document.comments] == ["1. 数值不符 another value\n报告：<w:t>&"]


@pytest.mark.slow
@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared reports are not there")
def test_every_figure_of_real_word_files_is_found() -> None:
    for path in sorted(REPORTS.glob("*/*.docx"))[:12]:
        draft = read_draft(path)
        text = draft.document.text
        claims = []
        for block in draft.document.blocks:
            said = [
                CheckedFigure(f.text, block.start + f.start, block.start + f.end, "1", "", "consistent", None, "", None, ())
                for f in extract_figures(text[block.start : block.end], Setting())
                if block.table is None
            ]
            claims += [Claim("", block.start, block.end, "supported", tuple(said))] if said else []
        found = findings_of(draft, check_of(text, *claims, citations=()))
        try:
            flow = read_flow(docx.Document(str(path)).element.body)
        except KeyError:
            continue  # a defect that our reader gets over
        places = find_figures(flow, draft.document, found)
        told = ["".join((s.node.text or "")[s.start : s.end] for s in place) for place in places]
        assert ["".join(t.split()) for t in told] == ["".join(f.yours.split()) for f in found], path.name
