import pytest

from app.engine import Engine
from tests.small_engine import look_up

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "管道货物周转量48万吨公里。建成年产六百吨豆干的青岚豆制品厂。新修公路62公里。发放奖金的职工占13.5%。",
    "二、2024年工作安排",
    "坚持稳中求进。",
)

REPORTS = {"云栖县2024年政府工作报告.txt": REPORT}


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("云栖县2023年铺设了多少公里货物管道？", "48万吨公里"),
        ("云栖县2023年建成的豆制品厂一共有多少座？", "六百吨"),
        ("云栖县2023年发给职工的奖金是多少？", "13.5%"),
    ],
)
def test_another_dimension_is_no_answer(engine: Engine, question: str, wrong: str) -> None:
    found = look_up(engine, question)
    assert not (found.sure and found.chosen[0].candidate.figure.text == wrong)


def test_a_length_answers_what_asks_for_one(engine: Engine) -> None:
    found = look_up(engine, "云栖县2023年新修了多少公里公路？")
    assert (found.chosen[0].candidate.figure.text, found.sure) == ("62公里", True)
