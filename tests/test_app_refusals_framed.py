import pytest

from app.engine import Engine
from tests.small_engine import look_up

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "全县公路货运量达到820万吨。县财政教育支出12亿元，其中校舍维修支出3亿元。",
    "青岚港和石湾港货运量1500万吨。新认定示范农场40家。",
    "二、2024年工作安排",
    "坚持稳中求进。",
)

REPORTS = {"云栖县2024年政府工作报告.txt": REPORT}


@pytest.mark.parametrize(
    "question",
    [
        "云栖县2023年公路货运量里，竹木制品有多少万吨？",
        "云栖县2023年公路货运量中有多少万吨是砖瓦？",
        "云栖县2023年公路货运量有多少万吨卖到了国外？",
        "云栖县2023年新认定的示范农场里，老周湾要占多少家？",
    ],
)
def test_a_figure_of_what_is_framed_is_none_of_the_part_that_is_asked_for(engine: Engine, question: str) -> None:
    assert look_up(engine, question).confidence == 0.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年教育支出里，校舍维修支出是多少亿元？", "3亿元"),
        ("云栖县2023年政府工作报告里，公路货运量是多少万吨？", "820万吨"),
        ("云栖县2023年公路货运量还有多少万吨？", "820万吨"),
    ],
)
def test_a_part_that_is_told_and_a_report_that_frames_forbid_nothing(engine: Engine, question: str, text: str) -> None:
    found = look_up(engine, question)
    assert (found.chosen[0].candidate.figure.text, found.confidence > 0.0) == (text, True)


def test_what_is_asked_for_alone_must_be_told_in_the_clause(engine: Engine) -> None:
    assert look_up(engine, "云栖县2023年单是白鹭机场的货运量有多少万吨？").confidence == 0.0
