"""What is plainly meant comes before what fits the words of a question as well, over a small library of an invented place."""

import pytest

from app.engine import Engine
from tests.small_engine import look_up

FIRST = (
    "云栖县2023年政府工作报告",
    "一、2022年工作回顾",
    "城镇新增就业3900人。粮食总产量21.8万吨。地区生产总值165.2亿元、增长4.1%，人均地区生产总值突破5万元。",
    "工业对地区生产总值增长贡献率达38%。",
    "二、2023年工作安排",
    "主要预期目标是：城镇新增就业4000人以上，粮食产量稳定在22万吨。",
)
SECOND = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "城镇新增就业4362人。粮食总产量22.1万吨。",
    "地区生产总值迈上170亿元新台阶、达到177.16亿元、增长5.9%。",
    "社会消费品零售总额和进出口总值双双超过30亿元、分别达62.3亿元和31.5亿元。",
    "年末参加养老保险人数28万人。",
    "年末参加职工养老保险人数9.5万人。",
    "二、2024年工作安排",
    "城镇新增就业4100人以上。",
)

REPORTS = {"云栖县2023年政府工作报告.txt": FIRST, "云栖县2024年政府工作报告.txt": SECOND}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # What was reached, and not the aim of the same year; the aim where it is asked for or alone.
        ("云栖县2023年城镇新增就业多少人？", "4362人"),
        ("云栖县2023年粮食产量多少？", "22.1万吨"),
        ("云栖县2023年城镇新增就业目标是多少人？", "4000人"),
        ("云栖县2024年城镇新增就业多少人？", "4100人"),
        # The value, and not the round number that it passed.
        ("云栖县2023年GDP是多少亿元？", "177.16亿元"),
        ("云栖县2023年进出口总值是多少？", "31.5亿元"),
        # The measure, and not that of a part, for each, or what is said of it.
        ("云栖县2023年末参加养老保险的有多少人？", "28万人"),
        ("云栖县2022年地区生产总值是多少？", "165.2亿元"),
        ("云栖县2022年经济增速是多少？", "4.1%"),
    ],
)
def test_the_best_figure_is_what_is_meant(engine: Engine, question: str, text: str) -> None:
    assert look_up(engine, question).chosen[0].candidate.figure.text == text


@pytest.mark.parametrize(
    ("history", "question", "values"),
    [
        ((), "云栖县2022年和2023年城镇新增就业各多少人？", ["3900", "4362"]),
        ((), "云栖县2022年、2023年的粮食产量各是多少？", ["218000", "221000"]),
        ((), "云栖县2023年的GDP是2022年的几倍？", ["1.07"]),
        (("云栖县2023年城镇新增就业多少人？",), "比2022年多多少？", ["462"]),
        (("云栖县2023年城镇新增就业多少人？",), "比上年多多少？", ["462"]),
        ((), "云栖县2022年新增就业、GDP、工业贡献率各是多少？", ["3900", "16520000000", "38"]),
    ],
)
def test_values_of_several_years_and_sorts(engine: Engine, history: tuple[str, ...], question: str, values: list[str]) -> None:
    answer = engine.ask(question, history=history)
    assert [f.value for f in answer.figures if f.role == "answer"] == values
