"""Questions for years, over the reports of an invented county: which years meet a bound, how many, which first."""

from decimal import Decimal

import pytest

from app.engine import Engine
from app.over_years.bound import read_bound
from app.proof import unproven_numerals
from corpus.figures.figure import Figure

# Of 2019 no report tells the output.
_OUTPUT = {2016: "2.7万吨", 2017: "2.9万吨", 2018: "3.1万吨", 2020: "2.8万吨", 2021: "3.4万吨", 2022: "6400万斤"}
_GROWTH = {2016: "增长4.2%", 2017: "增长11.3%", 2018: "增长12.6%", 2020: "下降3.5%", 2021: "增长9.7%", 2022: "增长10%"}


def _report(year: int) -> list[str]:
    return [
        f"鹭洲县{year + 1}年政府工作报告",
        f"一、{year}年工作回顾",
        f"全年茶叶产量{_OUTPUT[year]}。陶业收入比上年{_GROWTH[year]}。",
        f"二、{year + 1}年目标任务",
        "茶叶产量达到5万吨，陶业收入增长15%。",
    ]


REPORTS = {f"鹭洲县{y + 1}年政府工作报告.txt": _report(y) for y in _OUTPUT}


@pytest.mark.parametrize(
    ("question", "met", "rest"),
    [
        ("鹭洲县2016年到2022年哪几年茶叶产量超过3万吨？", [2018, 2021, 2022], [2016, 2017, 2020]),
        ("2016年到2020年，鹭洲县茶叶产量有几年不到2.9万吨？", [2016, 2020], [2017, 2018]),
        ("鹭洲县2017年以来哪些年份陶业收入增长在10%以上？", [2017, 2018, 2022], [2020, 2021]),
        ("鹭洲县2016—2022年哪几年陶业收入是两位数增长？", [2017, 2018, 2022], [2016, 2020, 2021]),
        ("鹭洲县2016—2022年哪几年陶业收入是负增长？", [2020], [2016, 2017, 2018, 2021, 2022]),
        # Another unit of the same dimension: 6400万斤 are 3.2万吨.
        ("鹭洲县2020到2022年哪几年茶叶产量没有超过6300万斤？", [2020], [2021, 2022]),
    ],
)
def test_the_years_that_meet_a_bound_are_told(engine: Engine, question: str, met: list[int], rest: list[int]) -> None:
    answer = engine.ask(question)
    lines = answer.answer.splitlines()
    listed = [line for line in lines if "的有" in line]
    years = [[y for y in range(2016, 2023) if f"{y}年" in line.partition("：")[2]] for line in listed]
    assert years[:2] == [met, rest]
    assert unproven_numerals(answer, "") == ()
    # Every year has its sentence, and the count lists the years that it counts.
    assert len(answer.citations) == len(met) + len(rest)
    count = next(f for f in answer.figures if f.proof == "derived" and f.role == "answer")
    assert count.value == str(len(met))
    assert all(f"{year}年" in (count.formula or "") for year in met)


def test_years_without_a_value_are_named(engine: Engine) -> None:
    answer = engine.ask("鹭洲县2016年到2022年哪几年茶叶产量超过3万吨？")
    assert "没有查到数值的有1年：2019年。" in answer.answer.splitlines()
    assert "查到数值的共3年 + 3年 = 6年。" in answer.answer.splitlines()


def test_the_first_year_is_told_first(engine: Engine) -> None:
    answer = engine.ask("鹭洲县茶叶产量哪一年首次突破3万吨？")
    assert answer.answer.startswith("查到数值的年份里，最早突破3万吨的是2018年3.1万吨[1]。")
    assert [f.text for f in answer.figures if f.role == "answer"] == ["3.1万吨"]


def test_the_first_is_not_claimed_where_no_earlier_value_is_known(engine: Engine) -> None:
    answer = engine.ask("鹭洲县茶叶产量哪一年首次超过2万吨？")
    assert answer.answer.startswith("查到数值的头一年就超过2万吨：2016年2.7万吨[1]；更早的年份没有查到数值")


def test_none_is_an_answer(engine: Engine) -> None:
    answer = engine.ask("鹭洲县2016年到2022年哪几年茶叶产量超过8万吨？")
    assert answer.answer.startswith("查到数值的年份里，没有一年超过8万吨。")


def test_years_are_asked_for_in_english(engine: Engine) -> None:
    answer = engine.ask("Between 2016 and 2022, in which years did Luzhou's tea output exceed 30000 tonnes?")
    assert not answer.abstained


def test_one_year_is_no_question_for_years(engine: Engine) -> None:
    assert "3.1万吨" in engine.ask("鹭洲县2018年茶叶产量是多少？").answer


@pytest.mark.parametrize(
    ("text", "side", "value", "unit"),
    [
        ("哪几年超过3万吨", "above", 30000, "吨"),
        ("哪几年没有超过3万吨", "most", 30000, "吨"),
        ("哪几年不低于5%", "least", 5, "%"),
        ("哪几年在5%以上", "least", 5, "%"),
        ("哪几年在300人以下", "most", 300, "人"),
        ("哪几年没达到300人", "below", 300, "人"),
        ("哪几年增长两位数", "least", 10, "%"),
        ("哪几年不到两位数", "below", 10, "%"),
        ("in which years was it no more than 5%", "most", 5, "%"),
        ("when did it first exceed 3 million yuan", "above", 3000000, "元"),
    ],
)
def test_a_bound_is_read(text: str, side: str, value: int, unit: str) -> None:
    bound = read_bound(text)
    assert bound is not None
    assert (bound.side, bound.value, bound.unit) == (side, Decimal(value), unit)


@pytest.mark.parametrize(
    ("qualifier", "polarity", "unit", "value", "holds"),
    [
        ("", "", "%", "8.1", True),
        ("", "", "%", "8", False),
        ("超过", "+", "%", "8", True),
        ("约", "", "%", "8", None),
        ("近", "", "%", "8", False),
        ("", "-", "%", "12", False),
        ("", "", "吨", "12", None),
    ],
)
def test_a_figure_is_held_against_a_bound(qualifier: str, polarity: str, unit: str, value: str, holds: bool | None) -> None:
    bound = read_bound("哪几年增长超过8%")
    assert bound is not None
    figure = Figure(0, 0, value, Decimal(value), unit, kind="growth", polarity=polarity, qualifier=qualifier)
    assert bound.holds(figure) is holds


def test_a_rounding_in_another_unit_does_not_tell() -> None:
    bound = read_bound("哪几年超过6亿吨")
    assert bound is not None
    assert bound.holds(Figure(0, 0, "1.2万亿斤", Decimal("1200000000000"), "斤")) is None
    assert bound.holds(Figure(0, 0, "1.3万亿斤", Decimal("1300000000000"), "斤")) is True
