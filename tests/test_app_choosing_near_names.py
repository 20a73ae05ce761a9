import pytest

from app.engine import Engine
from tests.small_engine import look_up

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "全县小学招生3400人。聘用教师210人。建设绿道项目60个。新建养护驿站8个。全县养老床位920张，其中本年新增养老床位40张。检验的6种渔网中，丝网合格率高于上年。渡口服务专班上门帮助船工办成难事350件。危旧土坯房加固470户。",
    "二、2024年工作安排",
    "坚持稳中求进。",
)

REPORTS = {"云栖县2024年政府工作报告.txt": REPORT}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年聘了多少名老师？", "210人"),
        ("云栖县2023年小学招了多少名学生？", "3400人"),
        # What is counted stands behind the clause that says what it is for.
        ("云栖县2023年新建了几个给船工歇脚用的养护驿站？", "8个"),
        # All else that is said of it is told: 烦恼事 is another word for it.
        ("云栖县2023年渡口服务专班上门帮船工办成了多少件烦恼事？", "350件"),
        ("云栖县2023年给多少户危房的群众做加固？", "470户"),
    ],
)
def test_a_near_name_is_told(engine: Engine, question: str, text: str) -> None:
    found = look_up(engine, question)
    assert (found.chosen[0].candidate.figure.text, found.confidence > 0.0) == (text, True)


def test_what_was_added_is_not_what_there_is_by_now(engine: Engine) -> None:
    found = look_up(engine, "云栖县2023年又添了多少张养老床位？")
    assert found.chosen[0].candidate.figure.text == "40张"


def test_a_percentage_is_no_number_of_things(engine: Engine) -> None:
    found = look_up(engine, "云栖县2023年丝网的合格率是百分之多少？")
    assert found.confidence == 0.0 or found.chosen[0].candidate.figure.text != "6种"
