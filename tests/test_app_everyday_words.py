"""What everyday questions mean of figures that stand side by side, over an invented county and a speech."""

import pytest

from app.engine import Engine

REPORTS = {
    "2024年云栖县政府工作报告.txt": (
        "云栖县政府工作报告（2024年）",
        "一、2023年工作回顾",
        "门票收入620万元，停车场收入480万元。财政赤字3000万元，民生支出12亿元，税收收入9亿元。",
        "茶园投资比上年增长6%，大大低于2022年增长31%的速度。",
        "同2020年相比，木耳增长37%，香菇下降8%。",
        "三家林场的开支比年度预算多降低3.1%，收入比年度预算增加2%。",
        "护林员补助由每人每月900元提高到1200元。",
        "排涝机械比上年增长两倍多，总功率达到8000千瓦。",
        "竹材完成计划的95%。竹材增长26%。",
        "播种油菜40万亩，收获菜籽6万吨，开采石料90万吨。",
    ),
}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云栖县2023年门票以外的收入里，停车场收了多少万元？", ["4800000"]),
        ("云栖县2022年茶园投资增长了百分之几？", ["31"]),
        ("云栖县2023年三家林场的开支比预算多降了多少？", ["3.1"]),
        ("云栖县2023年木耳比2020年多了多少？", ["37"]),
        ("云栖县护林员的补助，提高前是每人每月多少元？", ["900"]),
        ("云栖县护林员的补助提高到多少元？", ["1200"]),
        ("云栖县2023年排涝机械的总功率有多大？", ["8000000"]),
        ("云栖县2023年竹材增长了百分之几？", ["26"]),
    ],
)
def test_the_figure_that_is_meant_is_given(engine: Engine, question: str, values: list[str]) -> None:
    answer = engine.ask(question)
    assert [str(f.value) for f in answer.figures] == values


def test_a_follow_up_without_an_asking_word_is_answered_in_the_unit_of_the_answer_before(engine: Engine) -> None:
    answer = engine.ask("石料呢？", history=("云栖县2023年收获了多少吨菜籽？",))
    assert [str(f.value) for f in answer.figures] == ["900000"]
