"""What a question for several values leaves out, and where each value is read, over small reports of an invented place."""

import pytest

from app.engine import Engine
from app.several.subquestions import subquestions
from index.query import read_query

LINES = (
    "鹭洲县2023年政府工作报告",
    "一、2022年工作回顾",
    "茶业收入26.5亿元，比上年增长6.1%；陶业收入18.2亿元，比上年增长9.4%；竹业收入7.3亿元，比上年增长2.7%。",
    "居民人均消费支出2.4万元，比上年增长7.9%，扣除价格因素，实际增长7.1%。",
    "淘汰落后瓷瓶产能12万件、陶罐产能5万件、砖瓦产能8万件。",
    "群众满意度在全国100个县中排第15位、27个山区县中排第3位。",
    "县直机构共41个，比现有的63个减少22个。",
    "渔户出海利润率多为2%，最高也只有5%。",
    "计划建成水库18座，实际建成21座。",
    "鹭洲镇、沙岭镇、石桥镇分别居全国名镇榜第4、第5、第15位。",
)

REPORTS = {"鹭洲县2023年政府工作报告.txt": LINES}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # What the second clause leaves out is that of the first, not of the third.
        ("鹭洲县2022年茶业收入多少、比上年增长百分之几？陶业收入多少？", ["26.5", "6.1", "18.2"]),
        ("鹭洲县2022年居民人均消费支出实际增长多少？", ["7.1"]),
        # The words ahead of a list cling to its first member.
        ("鹭洲县改革以后县直机构还剩多少个？", ["41"]),
        ("鹭洲县渔户出海的利润率最高多少？", ["5"]),
        ("鹭洲县2022年实际建成多少座水库？", ["21"]),
    ],
)
def test_each_value_is_that_of_its_own_words(engine: Engine, question: str, values: list[str]) -> None:
    shown = [float(f.value) for f in engine.ask(question).figures]
    assert shown == [float(v) * (10**8 if v in {"26.5", "18.2"} else 1) for v in values]


def test_ranks_in_a_run_are_all_read(engine: Engine) -> None:
    answer = engine.ask("鹭洲镇、沙岭镇、石桥镇在全国名镇榜各排第几？")
    assert [f.value for f in answer.figures] == ["4", "5", "15"]


def test_a_measure_written_with_the_last_member_is_of_all() -> None:
    parts = subquestions(read_query("2022年铁锅、瓷砖、钢产量各是多少？", []))
    assert [part.terms[0] for part in parts] == ["铁锅", "瓷砖", "钢"]
    assert all("产量" in part.terms for part in parts)


def test_each_member_of_a_list_has_its_own_text() -> None:
    parts = subquestions(read_query("2022年期初余额和期末余额各是多少？", []))
    assert [("期初" in part.text, "期末" in part.text) for part in parts] == [(True, False), (False, True)]
