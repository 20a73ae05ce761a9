"""How far an outcome is from its aim is no change from one year to the next."""

from app.engine import Engine

ROWS = ("| 指标 | 目标 | 完成情况 | 差距 |", "|---|--:|--:|--:|")
REPORTS = {
    "2022年青岚县政府工作报告.md": (
        "# 2022年青岚县政府工作报告",
        "## 一、2021年工作回顾",
        *ROWS,
        "| 城镇新增就业（人） | 3500 | 4127 | 627 |",
    ),
    "2023年青岚县政府工作报告.md": (
        "# 2023年青岚县政府工作报告",
        "## 一、2022年工作回顾",
        *ROWS,
        "| 城镇新增就业（人） | 3800 | 3746 | -54 |",
    ),
}


def test_a_gap_to_the_aim_is_not_the_change_between_two_years(engine: Engine) -> None:
    answer = engine.ask("青岚县2022年城镇新增就业比2021年少多少？")
    assert [(f.value, f.proof) for f in answer.figures if f.role == "answer"] == [("381", "derived")]


def test_a_gap_that_is_asked_for_is_told(engine: Engine) -> None:
    answer = engine.ask("青岚县2022年城镇新增就业的目标和完成情况差距是多少？")
    assert "-54" in answer.answer or "54" in answer.answer
