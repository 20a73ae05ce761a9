"""What a question names (year, span, status, change) goes before a figure that has more of its words."""

import pytest

from app.engine import Engine

REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、2023年工作回顾",
        "粮食产量达到39109吨，比上年增产1199吨。",
        "去年提出城镇新增就业人数达到3000人的目标，城镇就业实现3210人。",
        "五年来新建农村公路460公里，2023年新建农村公路95公里。",
    ),
}


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("云栖县2023年粮食比上年增产多少吨？", ["1199吨"]),
        ("云栖县2023年粮食产量是多少吨？", ["39109吨"]),
        ("云栖县2023年城镇新增就业人数实际完成多少人？", ["3210人"]),
        ("云栖县2023年城镇新增就业人数目标是多少人？", ["3000人"]),
        ("云栖县2023年新建农村公路多少公里？", ["95公里"]),
    ],
)
def test_the_figure_that_is_as_asked(engine: Engine, question: str, figures: list[str]) -> None:
    assert [f.text for f in engine.ask(question).figures if f.role == "answer"] == figures
