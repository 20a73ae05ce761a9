"""Dates that a question names: a month by its name or in a date, the half of a year by its months too."""

import pytest

from app.engine import Engine
from app.refusals.other_date import _tells
from tests.small_engine import look_up

REPORT = (
    "2024年云栖县政府工作报告",
    "一、2023年工作回顾",
    "从去年8月1日起发放护林补贴，全县共有3200人领到。",
    "二、2024年工作安排",
    "新建公园2个。",
)

REPORTS = {"2024年云栖县政府工作报告.txt": REPORT}


def test_a_month_tells_of_its_half_of_the_year(engine: Engine) -> None:
    assert look_up(engine, "云栖县2023年下半年发护林补贴，有多少人领到？").confidence > 0.0
    assert look_up(engine, "云栖县2023年上半年发护林补贴，有多少人领到？").confidence == 0.0


@pytest.mark.parametrize(
    ("month", "text", "told"),
    [
        (2, "2031/2/27 到期", True),
        (2, "2031-02-27", True),
        (2, "二月开工", True),
        (2, "12月开工", False),
        (3, "2031/2/3", False),
    ],
)
def test_a_month_is_told_by_name_or_in_a_date(month: int, text: str, told: bool) -> None:
    assert _tells(month, text) is told
