"""Values worked out of a small library of two invented counties and a nation."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、2023年工作回顾",
        "实现一般公共预算收入40亿元，其中税收收入30亿元。实现工业税收18亿元。",
        "开展“企业日”活动24场，企业提出问题76个、已解决63个。累计签约项目40个、总投资128亿元。",
        "把全县53所乡镇敬老院整合为23所区域性敬老院。投用新能源公交车28辆、出租车83辆。",
        "新增高新技术企业12家，总数达136家。水库投资完成93亿元，超过原定计划80亿元。",
        "广义贷款增长11.3%，低于13%左右的预期目标。",
        "乡镇长17人，副乡镇长54人，比换届前减少22人。",
        "依法办理结婚登记7643对。依法办理离婚手续2839对，其中登记离婚2141对，法院判决离婚698对。",
    ),
    "青岚县2024年政府工作报告.txt": (
        "青岚县2024年政府工作报告",
        "一、2023年工作回顾",
        "新增高新技术企业10家，总数达91家。建成山区公路57公里。",
    ),
}


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("云栖县2023年税收占一般公共预算收入的比重是多少？", "75", "30亿元 ÷ 40亿元 ≈ 75%"),
        ("云栖县2023年企业提的问题还有多少个没解决？", "13", "76个 − 63个 = 13个"),
        ("云栖县2023年签约的项目平均一个投资多少亿？", "320000000", "128亿元 ÷ 40个 = 3.2亿元"),
        ("云栖县2023年把乡镇敬老院合并之后，数量减少了几所？", "30", "23所 − 53所 = -30所"),
        ("云栖县2023年一共投用了多少辆新能源公交车和出租车？", "111", "28辆 + 83辆 = 111辆"),
        ("云栖县2023年水库投资实际比原定计划多多少亿元？", "1300000000", "93亿元 − 80亿元 = 13亿元"),
        ("云栖县2023年换届前副乡镇长有多少人？", "76", "54人 + 22人 = 76人"),
        ("云栖县2023年结婚的比离婚的多多少对？", "4804", "7643对 − 2839对 = 4804对"),
    ],
)
def test_what_one_report_implies(engine: Engine, question: str, value: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.value, first.formula, first.role, first.proof) == (value, formula, "answer", "derived")


def test_what_there_is_comes_before_what_was_added(engine: Engine) -> None:
    answer = engine.ask("2023年云栖县和青岚县的高新技术企业哪个多，各有多少家？")
    assert [(f.text, f.role) for f in answer.figures] == [("136家", "answer"), ("91家", "answer")]


def test_what_was_added_is_given_where_it_is_asked_for(engine: Engine) -> None:
    assert [f.text for f in engine.ask("云栖县2023年新增高新技术企业多少家？").figures] == ["12家"]


def test_outcome_and_plan_of_one_clause_are_both_given(engine: Engine) -> None:
    answer = engine.ask("云栖县2023年广义贷款实际增长多少，目标又是多少？")
    assert [f.text for f in answer.figures] == ["11.3%", "13%"]


def test_a_measure_that_one_place_lacks_is_not_filled_with_another(engine: Engine) -> None:
    answer = engine.ask("云栖县和青岚县2023年一般公共预算收入谁高，高多少？")
    assert [(f.text, f.role) for f in answer.figures] == [("40亿元", "answer")]
    assert "青岚：资料库里的报告没有给出这一项。" in answer.answer
