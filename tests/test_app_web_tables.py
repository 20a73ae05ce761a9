"""Rows of a report as tables of the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.heads import depth_of, head_cells, numeric_columns
from app.web.prose import Marks, lines_of
from app.web.tables import name_above, paint_table, rows_around, runs_of
from index.hit import Span

ACCOUNTS = """经营表
项目 | 附注 | 2023年度 | 2022年度
一、收入 |  | 1,500.20 | 1,300.10
利息收入
已赚保费
二、成本 |  | 900.00 | 800.00
现金表
单位：元
项目 | 附注 | 2023年度 | 2022年度
流入 |  | 70.00 | 60.00
公司认真工作。
另有 | 三 | 四 | 五
"""
MARKDOWN = "| 产品 | 2023年 |\n|---|---:|\n| 茶叶 | 512 |\n| 笋干 | 48 |\n"


def written(text: str) -> list[list[str]]:
    lines = lines_of(text, 0, len(text))
    return [[text[line.start : line.end] for line in run.lines] for run in runs_of(text, lines) if run.is_table]


def test_labels_without_values_stand_in_their_table_and_a_new_head_begins_another() -> None:
    first, second, third = written(ACCOUNTS)
    assert [row.split(" | ")[0] for row in first] == ["项目", "一、收入", "利息收入", "已赚保费", "二、成本"]
    assert [row.split(" | ")[0] for row in second] == ["项目", "流入"]
    # A sentence, and a row without values, tell another table.
    assert third == ["另有 | 三 | 四 | 五"]


def test_a_heading_is_no_label() -> None:
    text = "甲 | 1\n其他\n乙 | 2\n"
    lines = lines_of(text, 0, len(text))
    assert [run.is_table for run in runs_of(text, lines)] == [True]
    assert [run.is_table for run in runs_of(text, lines, heading=lines[1])] == [True, False, True]


def test_a_label_alone_reaches_over_its_row() -> None:
    rows = lines_of(ACCOUNTS, ACCOUNTS.index("项目"), ACCOUNTS.index("二、成本"))
    assert '<tr><td colspan="4">利息收入</td></tr>' in paint_table(ACCOUNTS, rows)


def test_bars_and_rules_of_markdown_are_no_cells() -> None:
    html = paint_table(MARKDOWN, lines_of(MARKDOWN, 0, len(MARKDOWN)))
    cells = re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", re.sub(r"</?span[^>]*>", "", html))
    assert cells == ["产品", "2023年", "茶叶", "512", "笋干", "48"]


DEEP = "表1 各乡镇粮食\n单位：吨\n乡镇 | 产量 |  | 备注\n乡镇 | 2021年 | 2022年 | 备注\n柳河镇 | 31,200 | 32,480 | —\n青山乡 | 18,640 | 18,210 | 丰收\n"


def _plain(html: str) -> str:
    return re.sub(r"</?(?:span|mark|b)[^>]*>", "", html)


def test_a_head_of_two_rows_is_painted_as_one_with_its_cells_reaching_over_others() -> None:
    rows = lines_of(DEEP, DEEP.index("乡镇 | 产"), len(DEEP))
    assert _plain(paint_table(DEEP, rows)) == (
        '<div class="table slim" tabindex="0" role="group"><table><thead>'
        '<tr><th rowspan="2">乡镇</th><th class="over" colspan="2">产量</th><th rowspan="2">备注</th></tr>'
        '<tr><th class="value">2021年</th><th class="value">2022年</th></tr></thead><tbody>'
        '<tr><td>柳河镇</td><td class="value">31,200</td><td class="value">32,480</td><td>—</td></tr>'
        '<tr><td>青山乡</td><td class="value">18,640</td><td class="value">18,210</td><td>丰收</td></tr></tbody></table></div>'
    )


def test_a_row_of_a_deep_table_stands_below_its_whole_head_and_name() -> None:
    lines, start = lines_of(DEEP, 0, len(DEEP)), DEEP.index("青山乡")
    rows = rows_around(DEEP, lines, [Span(start, start + 5)])
    assert [DEEP[row.start : row.end].split(" | ")[1] for row in rows] == ["产量", "2021年", "18,640"]
    assert [DEEP[line.start : line.end] for line in name_above(DEEP, lines, rows)] == ["表1 各乡镇粮食", "单位：吨"]


def test_lines_above_a_table_that_name_nothing_are_no_name_of_it() -> None:
    text = "表1 各乡镇粮食\n下面是全县的数。\n乡镇 | 产量\n柳河镇 | 312\n"
    lines = lines_of(text, 0, len(text))
    assert name_above(text, lines, lines[2:]) == ()


def test_each_row_is_marked_by_its_own_quote() -> None:
    rows = lines_of(DEEP, DEEP.index("乡镇 | 产"), len(DEEP))
    marks = [Marks(rows[n], (Span(at := DEEP.index(value), at + len(value)),)) for n, value in ((2, "32,480"), (3, "18,640"))]
    html = paint_table(DEEP, rows, marks)
    assert re.findall(r'<b class="fig">(.*?)</b>', html) == ["32,480", "18,640"]
    assert html.count("<mark") == 8


@pytest.mark.parametrize(
    ("rows", "depth"),
    [
        ([["项目", "数"], ["甲", "1"]], 1),
        # A row without values is no head where nothing reaches over it, nor where it begins otherwise.
        ([["姓名", "职务"], ["姓名", "主任"], ["张三", "委员"]], 1),
        ([["姓名", "职务", ""], ["张三", "主任", "备案"], ["李四", "委员", ""]], 1),
        ([["类别", "人数"], ["类别", "2021年", "2022年"], ["城市", "15", "14"]], 2),
        ([["", "收入", ""], ["", "税收", "非税"], ["甲县", "3", "1"]], 2),
        ([["", "收入", ""], ["", "15", "14"], ["甲县", "3", "1"]], 1),
        (
            [
                ["指标", "地区", "", "", ""],
                ["指标", "东部", "", "西部", ""],
                ["指标", "数量", "增长", "数量", "增长"],
                ["茶叶", "1", "2", "3", "4"],
            ],
            3,
        ),
        ([["项目", "", ""]], 1),
    ],
)
def test_how_deep_a_head_is(rows: list[list[str]], depth: int) -> None:
    assert depth_of(rows) == depth


def test_cells_of_a_head_of_three_rows() -> None:
    rows = [["指标", "地区", "", "", ""], ["指标", "东部", "", "西部", ""], ["指标", "数量", "增长", "数量", "增长"]]
    assert [[(c.column, c.across, c.down) for c in row] for row in head_cells(rows, 5)] == [
        [(0, 1, 3), (1, 4, 1)],
        [(1, 2, 1), (3, 2, 1)],
        [(1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1)],
    ]


@given(st.lists(st.lists(st.sampled_from(["", "甲", "乙", "1"]), min_size=1, max_size=5), min_size=1, max_size=4))
def test_cells_of_a_head_cover_it_once(rows: list[list[str]]) -> None:
    wide = max(map(len, rows))
    covered = [
        (i + n, c.column + m)
        for i, row in enumerate(head_cells(rows, wide))
        for c in row
        for n in range(c.down)
        for m in range(c.across)
    ]
    assert sorted(covered) == [(i, j) for i in range(len(rows)) for j in range(wide)]


def test_columns_of_values_are_told_blanks_and_dashes_aside() -> None:
    assert numeric_columns([["甲", "1,200", "—", "好"], ["乙", "", "3.5%", "2"], ["丙"]]) == {1, 2}


def test_a_row_stands_below_the_head_of_its_table() -> None:
    start = MARKDOWN.index("| 笋干")
    rows = rows_around(MARKDOWN, lines_of(MARKDOWN, 0, len(MARKDOWN)), [Span(start, start + 11)])
    assert [MARKDOWN[row.start : row.end] for row in rows] == ["| 产品 | 2023年 |", "| 笋干 | 48 |"]
    start = ACCOUNTS.index("二、成本")
    rows = rows_around(ACCOUNTS, lines_of(ACCOUNTS, 0, len(ACCOUNTS)), [Span(start, start + 20)])
    assert [ACCOUNTS[row.start : row.end].split(" | ")[0] for row in rows] == ["项目", "二、成本"]
    assert "<b" in paint_table(ACCOUNTS, rows, [Marks(Span(start, start + 20), (Span(start + 10, start + 16),))])
