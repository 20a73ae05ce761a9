"""Questions for a part of a year are answered by that part alone (all reports invented)."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖渡运集团2031年第三季度经营情况表.md": (
        "# 云栖渡运集团2031年第三季度经营情况表",
        "",
        "单位：万元",
        "",
        "| 项目 | 2031年第三季度 | 2030年第三季度 | 2031年1—9月累计 | 2030年1—9月累计 | 全年预算 |",
        "|---|---|---|---|---|---|",
        "| 渡运收入 | 3120 | 2980 | 9240 | 8810 | 12600 |",
        "| 维修费用 | 410 | 395 | 1215 | 1180 | 1700 |",
    ),
    "岚汀镇2031年办公会议纪要.txt": (
        "岚汀镇2031年办公会议纪要",
        "2031年4月12日",
        "一、厕所改造",
        "一季度全镇改造卫生户厕412户，清运垃圾1830吨。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云栖渡运集团2031年前三季度渡运收入是多少？", "9240万元"),
        ("云栖渡运集团2031年头三个季度渡运收入是多少？", "9240万元"),
        ("云栖渡运集团2031年1—9月渡运收入是多少？", "9240万元"),
        ("云栖渡运集团2031年第三季度渡运收入是多少？", "3120万元"),
        ("云栖渡运集团2030年前三季度渡运收入是多少？", "8810万元"),
        ("云栖渡运集团2031年渡运收入的全年预算是多少？", "12600万元"),
        ("岚汀镇一季度改造了多少户厕？", "412户"),
    ],
)
def test_a_part_of_a_year_is_answered_by_its_own_value(engine: Engine, question: str, value: str) -> None:
    assert engine.ask(question).answer.startswith(value)


@pytest.mark.parametrize(
    "question",
    [
        "云栖渡运集团2031年第二季度渡运收入是多少？",
        "云栖渡运集团2031年上半年渡运收入是多少？",
        "云栖渡运集团2031年前11个月渡运收入是多少？",
        "云栖渡运集团2031年全年渡运收入是多少？",
        "岚汀镇二季度改造了多少户厕？",
    ],
)
def test_another_part_of_the_year_is_no_answer(engine: Engine, question: str) -> None:
    assert engine.ask(question).abstained


def test_a_follow_up_keeps_the_part_of_the_year_or_takes_its_own(engine: Engine) -> None:
    asked = "云栖渡运集团2031年第三季度渡运收入是多少？"
    assert engine.ask("维修费用呢？", history=(asked,)).answer.startswith("410万元")
    assert engine.ask("1—9月呢？", history=(asked,)).answer.startswith("9240万元")
    assert engine.ask("2030年呢？", history=(asked,)).answer.startswith("2980万元")


def test_the_column_of_months_is_named_in_words(engine: Engine) -> None:
    assert engine.ask("云栖渡运集团2031年前三季度维修费用是多少？").answer.startswith("1215万元（维修费用 · 一至九月累计）")


def test_a_computation_takes_values_of_the_part_that_is_asked_about(engine: Engine) -> None:
    answer = engine.ask("云栖渡运集团2031年第三季度渡运收入比维修费用多多少？").answer
    assert "3120万元 − 410万元 = 2710万元" in answer


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("云栖渡运集团2031年前三季度渡运收入9240万元。", "supported"),
        ("云栖渡运集团2031年前三季度渡运收入3120万元。", "refuted"),
        # The budget of the year tells nothing of a quarter, and a part of a year nothing of all of it.
        ("云栖渡运集团2031年第二季度渡运收入2900万元。", "not_found"),
        ("云栖渡运集团2031年全年渡运收入12100万元。", "not_found"),
    ],
)
def test_a_claim_on_a_part_of_a_year(engine: Engine, claim: str, verdict: str) -> None:
    assert engine.check(claim).verdict == verdict
