"""Rows of a report as tables of the page."""

import re

from app.web.prose import Marks, lines_of
from app.web.tables import paint_table, rows_around, runs_of
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
    assert '<tr><td colspan="4">利息收入</td></tr>' in paint_table(ACCOUNTS, rows, None)


def test_bars_and_rules_of_markdown_are_no_cells() -> None:
    html = paint_table(MARKDOWN, lines_of(MARKDOWN, 0, len(MARKDOWN)), None)
    cells = re.findall(r"<t[hd]>(.*?)</t[hd]>", re.sub(r"</?span[^>]*>", "", html))
    assert cells == ["产品", "2023年", "茶叶", "512", "笋干", "48"]


def test_a_row_stands_below_the_head_of_its_table() -> None:
    start = MARKDOWN.index("| 笋干")
    rows = rows_around(MARKDOWN, lines_of(MARKDOWN, 0, len(MARKDOWN)), Span(start, start + 11))
    assert [MARKDOWN[row.start : row.end] for row in rows] == ["| 产品 | 2023年 |", "| 笋干 | 48 |"]
    start = ACCOUNTS.index("二、成本")
    rows = rows_around(ACCOUNTS, lines_of(ACCOUNTS, 0, len(ACCOUNTS)), Span(start, start + 20))
    assert [ACCOUNTS[row.start : row.end].split(" | ")[0] for row in rows] == ["项目", "二、成本"]
    assert "<b" in paint_table(ACCOUNTS, rows, Marks(Span(start, start + 20), (Span(start + 10, start + 16),)))
