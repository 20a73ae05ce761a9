"""Everyday questions, and questions that come near to what the reports hold, over two invented places."""

import pytest

from app.engine import Engine

REPORTS = {
    "2024年云栖县政府工作报告.txt": (
        "云栖县政府工作报告（2024年）",
        "一、2023年工作回顾",
        "全年实现地区生产总值812.4亿元，增长6.1%，总量居全省第9位。完成固定资产投资300亿元。工业投资总量120亿元，增长8%。",
        "全年出口33.3亿元、下降1.8%；进口23.2亿元、增长5.6%。",
        "城镇和农村居民人均可支配收入分别达到50300元、28800元。全县2.3万城镇居民得到最低生活保障。",
        "淘汰落后炼钢产能90万吨、水泥23万吨、平板玻璃76万重量箱。改造老旧小区85个。修建渡口的费用由船主、码头、村里各出三分之一。",
        "推进节能减排，能源消耗强度下降3.7%，二氧化硫、化学需氧量排放量分别下降3.5%、2.9%。",
        "二、2024年工作安排",
        "节约能源，二氧化硫、化学需氧量排放量都要减少2%。",
        "主要预期目标是：地区生产总值增长6%左右，居民消费价格涨幅3%左右。",
    ),
    "2024年青岚县政府工作报告.txt": (
        "青岚县政府工作报告（2024年）",
        "一、2023年工作回顾",
        "五年累计实际利用外资5.5亿美元。经济增速逐季回升，一季度增长4.5%，上半年增长5%，全年增长5.7%，地区生产总值突破500亿元。",
    ),
}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("青岚县2023年经济增长百分之几？", ["5.7"]),
        ("云栖县2023年吃低保的城里人有多少人？", ["23000"]),
        ("云栖县2023年二氧化硫排放实际减了多少，2024年又要求减多少？", ["3.5", "2"]),
        ("云栖县2023年淘汰了多少炼钢、水泥和平板玻璃的落后产能？", ["900000", "230000", "760000"]),
    ],
)
def test_plain_questions_get_the_figures_that_are_meant(engine: Engine, question: str, values: list[str]) -> None:
    assert [f.value for f in engine.ask(question).figures if f.role == "answer"] == values


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("云栖县2023年固定资产投资刨掉工业那块还有多少亿？", "18000000000", "300亿元 − 120亿元 = 180亿元"),
        ("云栖县2023年外贸是顺差还是逆差，差多少？", "1010000000", "33.3亿元 − 23.2亿元 = 10.1亿元"),
    ],
)
def test_what_is_left_and_what_a_balance_is_are_computed(engine: Engine, question: str, value: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.value, first.formula, first.proof) == (value, formula, "derived")


@pytest.mark.parametrize(
    "question",
    [
        # The outcome of the year before, another unit.
        "云栖县2024年打算改造多少个老旧小区？",
        "云栖县2024年生产了多少辆汽车？",
    ],
)
def test_what_only_comes_near_is_no_answer(engine: Engine, question: str) -> None:
    assert engine.ask(question).abstained


def test_a_follow_up_takes_the_figure_beside_the_one_given(engine: Engine) -> None:
    answer = engine.ask("乡下呢？", history=["云栖县2023年城里人均收入多少？"])
    assert [f.value for f in answer.figures] == ["28800"]


def test_a_rank_in_the_nation_is_asked_of_the_place_before(engine: Engine) -> None:
    answer = engine.ask("排全国第几？", history=["云栖县2023年经济总量多少？"])
    assert answer.scope.places == ("云栖县",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # What is no rate rises by points in everyday words, and in percent in reports.
        ("云栖县2024年希望经济涨几个百分点？", ["6"]),
        # One share of all is told once.
        ("云栖县2023年修渡口的钱，船主、码头、村里各出多少？", ["33.3"]),
    ],
)
def test_everyday_ways_of_asking_get_what_reports_say(engine: Engine, question: str, values: list[str]) -> None:
    assert [f.value[:4] for f in engine.ask(question).figures if f.role == "answer"] == values
