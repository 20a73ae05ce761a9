"""The most over many years: the winner is told wherever it stands, and what reports call by several names is said."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

GROWTH = dict(
    zip(
        range(2004, 2022),
        ["71", "68", "93", "75", "102", "88", "64", "70", "81", "66", "59", "77", "124", "58", "61", "55", "32", "79"],
        strict=True,
    )
)
REPORTS = {
    f"{year + 1}年青岚县政府工作报告.txt": [
        f"{year + 1}年青岚县政府工作报告",
        f"一、{year}年工作回顾",
        f"全县地区生产总值增长{rate[:-1]}.{rate[-1]}%，居民消费价格上涨1.{rate[-1]}%。",
        f"城镇{'登记' if year < 2012 else '调查'}失业率{4 if year < 2012 else 5}.{rate[-1]}%，粮食产量20万吨，增产{rate}吨。",
    ]
    for year, rate in GROWTH.items()
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("青岚县哪一年经济增长最快？", "2016年最快：增长12.4%[1]。"),
        ("青岚县哪年GDP增速最低？", "2020年最低：增长3.2%[1]。"),
        ("青岚县哪一年物价涨得最多？", "2014年、2021年并列最多：增长1.9%[1]"),
        ("青岚县哪年粮食增产最多？", "2016年最多：增加124吨[1]。"),
    ],
)
def test_the_year_is_told_though_many_are_compared(engine: Engine, question: str, line: str) -> None:
    assert engine.ask(question).answer.startswith(line)


def test_of_many_years_the_foremost_are_listed_in_order(engine: Engine) -> None:
    listed = engine.ask("青岚县哪一年经济增长最快？").answer.splitlines()[1]
    assert listed.startswith("比较的有18年，排在前面的是：2004年 增长7.1%")
    assert listed.endswith("其余从略。")
    assert "2016年 增长12.4%" in listed
    assert "2020年" not in listed


def test_names_that_exclude_one_another_are_told(engine: Engine) -> None:
    answer = engine.ask("青岚县哪年失业率最低？").answer
    assert answer.startswith("2011年最低：4.0%[1]。")
    assert "各年的叫法不一，未必可比：" in answer
    assert "城镇调查失业率（2012年、" in answer
