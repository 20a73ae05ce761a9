import pytest

from app.engine import Engine
from tests.small_engine import look_up

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "全年新增4G基站820个、5G基站155个。全县可吸入颗粒物（PM10）平均浓度51微克/立方米，细颗粒物（PM2.5）平均浓度27微克/立方米。",
)

REPORTS = {"云栖县2024年政府工作报告.txt": REPORT}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年PM2.5平均浓度多少？", "27微克/立方米"),
        ("云栖县2023年PM10平均浓度多少？", "51微克/立方米"),
        ("云栖县2023年新增5G基站多少个？", "155个"),
        ("云栖县2023年新增4G基站多少个？", "820个"),
    ],
)
def test_a_code_is_asked_for_to_the_letter(engine: Engine, question: str, text: str) -> None:
    assert look_up(engine, question).chosen[0].candidate.figure.text == text
