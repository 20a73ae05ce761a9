"""A value is told with its rate, and a rate with its value, where a question leaves open what it wants."""

import pytest

from app.engine import Engine

LINES = [
    "云栖县2023年政府工作报告",
    "一、2022年工作回顾",
    "农村居民人均收入达到31900元，实际增长9%。",
    "水库蓄水量由12万吨增加到18万吨，增长50%。",
    "道路建设投资7.4亿元，占全部投资的55.8%。",
    "城区公园面积达到86公顷。",
    "二、2023年目标任务",
    "粮食产量达到42万吨，增长5%。",
]

REPORTS = {"云栖县2023年政府工作报告.txt": LINES}


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("2022年农村居民收入怎么样，是多少？", ["31900元", "9%"]),
        ("2022年农村居民人均收入是多少元？", ["31900元"]),
        ("2022年农村居民人均收入实际增长百分之几？", ["9%"]),
        ("2022年水库蓄水量从多少增加到多少？", ["12万吨", "18万吨", "50%"]),
        ("2022年道路建设投资是多少？", ["7.4亿元", "55.8%"]),
        ("2022年城区公园面积是多少？", ["86公顷"]),
        # Asked for what a value became, both ends of its way are told.
        ("2022年水库蓄水量增加到多少？", ["12万吨", "18万吨"]),
        ("2022年农村居民人均收入和2019年相比是多少？", ["31900元"]),
        # Who asks for a rate by its name, or how much is to be gained, is not told what that comes to.
        ("2022年农村居民人均收入增速是多少？", ["9%"]),
        ("2023年粮食产量计划增长多少？", ["5%"]),
        ("2023年粮食产量的目标增速是多少？", ["5%"]),
        ("2023年粮食产量的目标是多少？", ["42万吨", "5%"]),
    ],
)
def test_what_is_told_in_the_same_breath(engine: Engine, question: str, texts: list[str]) -> None:
    assert [f.text for f in engine.ask(question).figures] == texts
