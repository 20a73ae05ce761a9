"""How far something came over years, what it came to, and sums of years of which one is lacking."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    f"{year + 1}年青岚县政府工作报告.txt": [
        f"{year + 1}年青岚县政府工作报告",
        f"一、{year}年工作回顾",
        f"全县新增船员{crew}人，人均寿命提高1岁，渡口减少{fewer}个。",
    ]
    for year, crew, fewer in ((2021, 310, 3), (2023, 420, 2))
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


def test_what_it_came_to_is_not_how_far_it_came(engine: Engine) -> None:
    assert engine.ask("青岚县2023年人均寿命提高了多少岁？").answer.startswith("1岁")
    assert engine.ask("青岚县2023年人均寿命提高到多少岁？").abstained


def test_over_years_is_not_in_one(engine: Engine) -> None:
    assert engine.ask("青岚县2023年渡口减少了多少个？").answer.startswith("2个")
    assert engine.ask("近十年青岚县渡口减少了多少个？").abstained


def test_of_a_sum_the_year_without_a_value_is_named(engine: Engine) -> None:
    answer = engine.ask("2021到2023年青岚县新增船员一共多少人？")
    first, *rest = answer.answer.splitlines()
    assert first == "算不出：资料库里的报告没有给出2022年的数值。"
    assert [line.partition("[")[0] for line in rest] == ["2021年：310人", "2023年：420人"]
