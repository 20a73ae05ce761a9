"""Means, sums, rates and steps over the years of an invented county and of an invented company."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

YEARS = {
    2031: ("地区生产总值50.0亿元，比上年增长4.0%。人均地区生产总值25000元", "苹果产量4.0万吨", "全县共有渡船60艘", "52.0%"),
    2032: ("地区生产总值55.0亿元，比上年增长6.0%。人均地区生产总值27638元", "苹果产量4.4万吨", "全县共有渡船57艘", "53.5%"),
    2033: ("地区生产总值60.5亿元，比上年增长7.0%", "苹果产量5.1万吨", "全县共有渡船51艘", "54.1%"),
}
REPORTS = {
    **{
        f"青岚县{year}年统计公报.txt": (
            f"青岚县{year}年国民经济和社会发展统计公报",
            "一、综合",
            f"全年实现{output}。",
            f"常住人口城镇化率{towns}。",
            "二、农业和交通",
            f"全年{apples}。",
            f"年末{boats}。",
        )
        for year, (output, apples, boats, towns) in YEARS.items()
    },
    "Lakeland Ferries annual report 2033.md": (
        "# Lakeland Ferries Company Annual Report 2033",
        "## Overview",
        "In 2033 revenue rose to $48.0 million, from $45.0 million in 2032 and $40.0 million in 2031.",
        "Passenger complaints fell to 90 in 2033 from 120 in 2032.",
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "told", "formula"),
    [
        ("青岚县2031-2033年苹果产量年平均是多少？", "4.5万吨", "(4.0万吨 + 4.4万吨 + 5.1万吨) ÷ 3 = 4.5万吨"),
        ("青岚县2031到2033三年苹果产量合计多少？", "13.5万吨", "4.0万吨 + 4.4万吨 + 5.1万吨 = 13.5万吨"),
        ("青岚县2031年到2033年苹果产量增长了百分之几？", "增长27.5%", "(5.1万吨 − 4.0万吨) ÷ 4.0万吨 ≈ 27.5%"),
        ("青岚县2031年到2033年地区生产总值年均增长多少？", "增长10%", "(60.5亿元 ÷ 50.0亿元)^(1/2) − 1 ≈ 10%"),
        ("青岚县2033年渡船比2031年减少百分之几？", "下降15%", "(60艘 − 51艘) ÷ 60艘 ≈ 15%"),
        ("How much did Lakeland Ferries' revenue grow between 2031 and 2033 in percent?", "up 20%", "($48.0 million − $40.0 million) ÷ $40.0 million ≈ 20%"),
        ("By what percentage did passenger complaints at Lakeland Ferries fall in 2033?", "down 25%", "(120 − 90) ÷ 120 ≈ 25%"),
    ],
)  # fmt: skip
def test_the_values_of_years_are_worked_with(engine: Engine, question: str, told: str, formula: str) -> None:
    answer = engine.ask(question)
    assert answer.answer.startswith(told)
    assert (answer.figures[0].formula, answer.figures[0].proof, answer.abstained) == (formula, "derived", False)


def test_every_step_is_told_and_no_value_for_each_stands_for_the_whole(engine: Engine) -> None:
    answer = engine.ask("青岚县2031到2033年地区生产总值每年变化多少？")
    assert answer.answer.startswith("2032年比2031年多5亿元；2033年比2032年多5.5亿元")
    assert [f.text for f in answer.figures if f.role == "answer"] == ["5亿元", "5.5亿元"]


def test_a_rate_from_values_at_prices_is_said_to_be_none_in_real_terms(engine: Engine) -> None:
    assert "没有扣除价格变动" in engine.ask("青岚县2031年到2033年地区生产总值增长了百分之几？").answer
    assert "没有扣除价格变动" not in engine.ask("青岚县2031年到2033年苹果产量增长了百分之几？").answer


def test_a_rate_moves_by_points(engine: Engine) -> None:
    answer = engine.ask("青岚县2031年到2033年城镇化率提高了多少？")
    assert (answer.figures[0].text, answer.figures[0].formula) == ("2.1个百分点", "54.1% − 52.0% = 2.1个百分点")


def test_what_there_is_at_the_end_of_each_year_is_not_added_up(engine: Engine) -> None:
    assert "168" not in engine.ask("青岚县2031到2033三年渡船合计多少艘？").answer


@pytest.mark.parametrize(
    "question",
    ["青岚县2029年到2033年苹果产量增长了百分之几？", "青岚县2029年到2033年苹果产量增加了多少？"],
)
def test_a_year_that_is_missing_is_named_and_the_other_is_given(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.abstained
    assert answer.answer.startswith("算不出：资料库里的报告没有给出2029年的数值。\n2033年：5.1万吨[1]")


def test_both_the_change_and_its_rate_are_told(engine: Engine) -> None:
    answer = engine.ask("青岚县2033年渡船比2031年减少多少艘，降幅多大？")
    assert answer.answer.startswith("2033年比2031年少9艘；下降15%")
