"""A value that a search states finds the passages that have it, however it is written."""

from decimal import Decimal

import pytest

from app.engine import Engine
from index.query import read_query
from index.stated import Stated, stated_values

REPORTS = {
    "2031年青岚县政府工作报告.txt": [
        "2031年青岚县政府工作报告",
        "一、过去一年工作回顾",
        "茶叶加工产值35420元，比上年增长3.5%。",
        "全县财政收入12000亿元，超额完成任务。",
        "竹笋产量1.5万吨，财政收入稳步增长。",
        "新修渠道354公里，受益农田20万亩。",
    ]
}


@pytest.mark.parametrize(
    ("search", "passage"),
    [
        ("3.542万元", "35420元"),
        ("35420元", "35420元"),
        ("三万五千四百二十元", "35420元"),
        ("1.2万亿", "12000亿元"),
        ("财政收入 1.2万亿元", "12000亿元"),
        ("1500万公斤", "1.5万吨"),
        ("200000亩", "20万亩"),
    ],
)
def test_a_value_finds_the_passage_that_writes_it_otherwise(engine: Engine, search: str, passage: str) -> None:
    assert passage in engine.find(search).hits[0].text


def test_years_and_dates_are_no_values() -> None:
    assert stated_values("2030年5月财政收入") == ()


def test_a_value_without_a_unit_is_told_by_any() -> None:
    assert stated_values("收入1.2万亿") == (Stated("1.2万亿", Decimal("1.2E12"), ""),)


@pytest.mark.parametrize("text", ["12000亿", "2000亿元", "2000万人"])
def test_an_amount_is_no_year(engine: Engine, text: str) -> None:
    catalogue = engine.library.catalogue()
    assert "".join(c for c in text if c.isdigit()) in read_query(text, catalogue).terms
    assert read_query("2013,2014年", catalogue).terms == ()
