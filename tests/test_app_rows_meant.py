"""Rows and columns by what titles, labels and days say of them, over reports of an invented company and an invented office."""

import pytest

from app.conversation.followup import read_follow_up
from app.engine import Engine
from app.working.operations import read_operation
from index.need import understand
from index.query import read_query
from tests.small_engine import look_up

COMPANY = (
    "# 青岚药业股份有限公司2023年年度报告",
    "## 合并资产负债表项目",
    "单位：元",
    "| 项目 | 期末余额 | 期初余额 |",
    "|---|---|---|",
    "| 保证金 | 1,250,000.00 | 1,790,000.00 |",
    "| 流动负债 | 36,400,000.00 | 25,400,000.00 |",
    "| 非流动负债 | 21,300,000.00 | 22,100,000.00 |",
)
TAX = (
    "# 青岚药业股份有限公司2023年年度报告",
    "## 管理费用明细",
    "单位：元",
    "| 管理费用明细 | 2023年 |",
    "|---|---|",
    "| 管理费用明细合计 | 9,000,000.00 |",
    "| 差旅交通支出 | 310,000.00 |",
)
OFFICE = (
    "# 云栖县档案局2023年度部门决算",
    "## 一般公共预算财政拨款支出决算表",
    "单位：万元",
    "| 科目 | 合计 | 基本支出 | 项目支出 |",
    "|---|---|---|---|",
    "| 一般公共服务支出 | 2,100.50 | 1,500.25 | 600.25 |",
    "| 行政单位医疗 | 61.75 | 61.75 |  |",
    "",
    "## 支出具体情况",
    "1、行政单位医疗。年初预算为66.25万元，支出决算为61.75万元。",
    "## 房屋",
    "全县商品房销售面积94.2万平方米，其中住宅销售面积79.1万平方米。",
)

REPORTS = {"青岚药业2023年年度报告.md": (*COMPANY, "", *TAX[1:]), "云栖县档案局2023年度部门决算.md": OFFICE}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("青岚药业2023年末的保证金是多少？", "1,250,000.00"),
        ("青岚药业2023年初的保证金是多少？", "1,790,000.00"),
        ("青岚药业2023年期初余额里保证金是多少？", "1,790,000.00"),
        ("青岚药业2023年1月1日的保证金是多少？", "1,790,000.00"),
        ("青岚药业2023年末非流动负债是多少？", "21,300,000.00"),
        ("青岚药业2023年末流动负债是多少？", "36,400,000.00"),
        ("云栖县档案局2023年一般公共预算里，机关看病医保的基本支出是多少万元？", "61.75"),
        ("云栖县档案局2023年一般公共服务支出的基本支出是多少万元？", "1,500.25"),
        ("云栖县档案局2023年原本给行政单位医疗安排了多少万元？", "66.25万元"),
    ],
)
def test_the_row_and_the_day_are_those_that_are_meant(engine: Engine, question: str, text: str) -> None:
    assert look_up(engine, question).chosen[0].candidate.figure.text == text


def test_the_end_of_a_year_asked_after_its_opening_is_another_day(engine: Engine) -> None:
    history = ["青岚药业2023年年初的保证金是多少？"]
    assert "年初" not in read_follow_up("到年底呢？", history, engine.library.catalogue()).text
    assert engine.ask("到年底呢？", history=history).figures[0].value == "1250000"


@pytest.mark.parametrize(
    "question",
    ["2023年资产减值损失里的坏账是多少元？", "2023年有多少个镇成了减污降碳的试点？", "2023年产能比原来的厂区高了多少？"],
)
def test_words_that_hold_a_minus_or_a_stated_change_are_no_computation(question: str) -> None:
    assert read_operation(read_query(question, ())) is None


def test_how_a_quantity_moved_is_told_from_the_words_for_it() -> None:
    assert understand("货运量是涨是跌，幅度多大？").kinds == ("growth",)
    assert understand("未分配利润变动了多少？").kinds == ("growth", "change")
    assert understand("这几个国家占全市的几成？").unit_class == "percent"
    assert understand("结案涉及的钱一共有多少？").unit_class == "money"
