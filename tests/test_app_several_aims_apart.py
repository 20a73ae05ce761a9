"""Of things that a question lists each is told as it came out, not as it was aimed at, nor by how much it grew."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2032年砚溪县政府工作报告.md": [
        "# 2032年砚溪县政府工作报告",
        "## 一、2031年工作回顾",
        "全年一般公共预算收入7.63亿元，增长9.5%。",
        "| 指标 | 预期目标 | 实绩 | 完成情况 |",
        "|---|---|---|---|",
        "| 城镇新增就业 | 3500人以上 | 4127人 | 完成 |",
    ],
    "2031年砚溪县政府工作报告.md": [
        "# 2031年砚溪县政府工作报告",
        "## 二、2031年目标任务",
        "2031年预期目标建议为：一般公共预算收入增长6%；城镇新增就业3500人以上。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


def test_outcomes_in_full(engine: Engine) -> None:
    lines = engine.ask("砚溪县2031年一般公共预算收入、城镇新增就业分别是多少？").answer.splitlines()
    assert [line.partition("：")[2].partition("[")[0] for line in lines] == ["7.63亿元", "4127人"]
