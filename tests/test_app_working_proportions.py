"""Shares and ratios of two values that stand apart: of invented places, of the nation, of rows of a table."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "青岚县2033年统计公报.txt": (
        "青岚县2033年国民经济和社会发展统计公报",
        "一、综合",
        "全年实现地区生产总值60.0亿元。年末全县就业人员9.0万人，其中城镇就业人员4.0万人。",
        "二、财政",
        "全年一般公共预算收入8.0亿元，其中税收收入6.0亿元。一般公共预算支出20.0亿元。",
        "三、居民",
        "城镇居民人均可支配收入42000元；农村居民人均可支配收入21000元。",
        "城镇居民人均消费支出31500元；农村居民人均消费支出14700元。",
        "四、金融",
        "年末各项存款余额90.0亿元。年末各项贷款余额63.0亿元。",
        "五、外贸",
        "苹果出口和梨出口分别达3.0亿元和1.5亿元。",
    ),
    "2033年全国统计公报.txt": (
        "中华人民共和国2033年国民经济和社会发展统计公报",
        "一、综合",
        "全年国内生产总值超过2000.0亿元，比上年增长5.0%。其中第一产业增加值占国内生产总值比重为7.0%。",
    ),
    "松石市2033年分区指标.md": (
        "# 松石市2033年分区指标",
        "单位：亿元",
        "| 区 | 工业产值 | 财政收入 |",
        "|---|--:|--:|",
        "| 全市 | 400 | 50 |",
        "| 东岭区 | 120 | 20 |",
        "| 西滩区 | 90 | 12 |",
    ),
    "Lakeland Ferries annual report 2033.md": (
        "# Lakeland Ferries Company Annual Report 2033",
        "## Overview",
        "In 2033 revenue rose to $48.0 million. Net profit was $6.0 million in 2033.",
        "Capital spending reached $20.0 million in 2033. Of this, $12.0 million went to new boats and $5.0 million to piers.",
        "Spending on training was $1.2 million.",
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "text", "formula"),
    [
        ("青岚县2033年城乡居民收入比是多少？", "2倍", "42000元 ÷ 21000元 ≈ 2倍"),
        ("青岚县2033年贷款余额相当于存款余额的百分之几？", "70%", "63.0亿元 ÷ 90.0亿元 ≈ 70%"),
        ("青岚县2033年农村居民消费支出占可支配收入的比重是多少？", "70%", "14700元 ÷ 21000元 ≈ 70%"),
        ("青岚县2033年财政收支差额是多少？", "12亿元", "20.0亿元 − 8.0亿元 = 12亿元"),
        ("青岚县2033年苹果出口和梨出口一共多少？", "4.5亿元", "3.0亿元 + 1.5亿元 = 4.5亿元"),
        ("2033年青岚县地区生产总值占全国的比重是多少？", "3%", "60.0亿元 ÷ 2000.0亿元 ≈ 3%"),
        ("东岭区工业产值占全市的百分之多少？", "30%", "120亿元 ÷ 400亿元 ≈ 30%"),
        ("What share of Lakeland Ferries' revenue was spent on training in 2033?", "2.5%", "$1.2 million ÷ $48.0 million ≈ 2.5%"),
        ("What was the ratio of net profit to revenue at Lakeland Ferries in 2033?", "12.5%", "$6.0 million ÷ $48.0 million ≈ 12.5%"),
        ("What was Lakeland Ferries' capital spending excluding piers in 2033?", "$15 million", "$20.0 million − $5.0 million = $15 million"),
    ],
)  # fmt: skip
def test_two_values_are_set_in_proportion(engine: Engine, question: str, text: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.text, first.formula, first.role, first.proof) == (text, formula, "answer", "derived")


def test_a_value_that_is_told_roughly_makes_the_result_rough(engine: Engine) -> None:
    told = engine.ask("2033年青岚县地区生产总值占全国的比重是多少？").answer
    assert told.endswith("2000.0亿元[2]在报告里只是大约的数，结果也只是近似。")


def test_all_workers_are_no_rural_ones(engine: Engine) -> None:
    answer = engine.ask("青岚县2033年城镇就业人员比农村就业人员少多少？")
    assert "5万" not in answer.answer


def test_a_missing_part_is_named_and_the_other_is_given(engine: Engine) -> None:
    answer = engine.ask("青岚县2033年人均地区生产总值是多少？")
    assert answer.abstained
    assert answer.answer.startswith("算不出：资料库里的报告没有给出常住人口的数值。\n地区生产总值：60.0亿元[1]")
