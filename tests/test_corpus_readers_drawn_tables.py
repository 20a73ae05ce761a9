from decimal import Decimal
from pathlib import Path

import pytest

from corpus.figures.figure import Figure
from corpus.readers import read_document
from corpus.readers.drawn_tables import find_drawn_tables
from corpus.reading import read_report

SPACED = """石桥县2021年财政决算报告

一、 收 入 决 算
税收收入6.12亿元，比上年增长3.1%。

          2021年主要收入表
                                   单位：万元
项目              预算数      决算数      完成预算%
增值税            21000      21,843       104.0
个人所得税         1850       1,902       102.8
其他税收              —         312
合计              22850      24,057       105.3

二、支出决算
教育支出1.2亿元。
"""
BARRED = """支出情况
单位：万元
┌────────┬────────┬────────┐
│ 科目   │2021年  │2020年  │
├────────┼────────┼────────┤
│教育支出│15,270  │14,805  │
│卫生支出│ 6,134  │(231)   │
└────────┴────────┴────────┘
完。
"""


def _figures(path: Path) -> dict[str, Figure]:
    return {f.text: f for figures in read_report(path, key=path.name).figures for f in figures}


def test_a_table_set_with_spaces_has_rows_whose_empty_cells_keep_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SPACED.encode("gb18030"))
    document = read_document(path)
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert rows == [
        "增值税 | 21000 | 21,843 | 104.0", "个人所得税 | 1850 | 1,902 | 102.8", "其他税收 | — | 312", "合计 | 22850 | 24,057 | 105.3",
    ]  # fmt: skip
    table = document.tables[0]
    assert (table.caption, table.unit, table.header) == (
        "2021年主要收入表",
        "单位：万元",
        ("项目", "预算数", "决算数", "完成预算%"),
    )
    # All else of the text stays as written.
    assert document.text.split("\n")[:7] == SPACED.split("\n")[:7]
    figures = _figures(path)
    assert (figures["21,843"].value, figures["21,843"].subject) == (Decimal(218_430_000), "增值税 决算数")
    assert (figures["312"].value, figures["312"].subject) == (Decimal(3_120_000), "其他税收 决算数")
    assert (figures["102.8"].value, figures["102.8"].unit) == (Decimal("102.8"), "%")


def test_a_table_drawn_with_bars_is_read_without_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "石桥县2021年支出.txt"
    path.write_text(BARRED, encoding="utf-16")
    assert "─" not in read_document(path).text
    figures = _figures(path)
    assert (figures["14,805"].value, figures["14,805"].period, figures["14,805"].subject) == (
        Decimal(148_050_000),
        "2020",
        "教育支出",
    )
    assert figures["(231)"].value == -2_310_000


def test_a_heading_of_characters_set_apart_is_told_without_the_gaps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SPACED, encoding="utf-8")
    assert [s.path for s in read_report(path, key="a.txt").sections if s.path] == [("一、收入决算",), ("二、支出决算",)]


@pytest.mark.parametrize(
    "text",
    [
        "石桥镇  柳湾镇  松口镇\n东岭镇  西山镇  南坪镇\n北关镇  河口镇  龙潭镇",
        "全年收入3.2亿元。\n支出4.1亿元。\n结余  1.2亿元。",
        "主任：  王五\n电话：  12345\n",
        "a | b\nc | d",
        "",
    ],
)
def test_lists_and_prose_are_no_tables(text: str) -> None:
    assert find_drawn_tables(text.split("\n")) == []


def test_unit_lines_in_traditional_characters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "石橋縣2020年公報.txt"
    text = "表1 主要指標    單位：億元\n指標          2020年    2019年\n工業增加值    12.35     11.80\n財政收入       3.42      3.51\n"
    path.write_bytes(text.encode("big5"))
    figure = _figures(path)["3.51"]
    assert (figure.value, figure.unit, figure.period, figure.subject) == (Decimal(351_000_000), "元", "2019", "財政收入")
