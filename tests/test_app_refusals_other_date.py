"""The half of a year that a question names is told by its months too."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import look_up, small_engine

REPORT = (
    "2024年云栖县政府工作报告",
    "一、2023年工作回顾",
    "从去年8月1日起发放护林补贴，全县共有3200人领到。",
    "二、2024年工作安排",
    "新建公园2个。",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"2024年云栖县政府工作报告.txt": REPORT})


def test_a_month_tells_of_its_half_of_the_year(engine: Engine) -> None:
    assert look_up(engine, "云栖县2023年下半年发护林补贴，有多少人领到？").confidence > 0.0
    assert look_up(engine, "云栖县2023年上半年发护林补贴，有多少人领到？").confidence == 0.0
