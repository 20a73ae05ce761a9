"""Claims of what the latest years came to, counted back from now."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    f"{year + 1}年青岚县政府工作报告.txt": [
        f"{year + 1}年青岚县政府工作报告",
        f"一、{year}年工作回顾",
        f"全县清理航道{cleared}公里。",
    ]
    for year, cleared in ((2031, 20), (2032, 24), (2033, 31))
} | {
    "2033年青岚县人才工作总结.txt": [
        "2033年青岚县人才工作总结",
        "一、队伍",
        "近三年引进船工分别为127名、145名和152名，合计424名。",
    ]
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize("claim", ["近三年青岚县累计清理航道75公里。", "过去三年青岚县清理航道75公里。"])
def test_the_latest_years_are_added_up(engine: Engine, claim: str) -> None:
    [figure] = engine.check(claim).claims[0].figures
    assert (figure.verdict, figure.formula) == ("derivable", "20公里 + 24公里 + 31公里 = 75公里")


def test_one_of_the_years_does_not_refute_what_they_came_to(engine: Engine) -> None:
    [figure] = engine.check("近三年青岚县累计清理航道80公里。").claims[0].figures
    assert figure.verdict == "not_found"


@pytest.mark.parametrize(
    ("claim", "verdict"), [("近三年青岚县引进船工424名。", "consistent"), ("2033年青岚县引进船工424名。", "wrong_measure")]
)
def test_a_sum_that_a_report_tells_is_that_of_all_years_and_of_no_single_one(engine: Engine, claim: str, verdict: str) -> None:
    [figure] = engine.check(claim).claims[0].figures
    assert figure.verdict == verdict
