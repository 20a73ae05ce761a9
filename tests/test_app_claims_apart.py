from collections.abc import Iterator

import pytest

from app.claims.apart import _says
from app.engine import Engine
from tests.small_engine import small_engine

REPORT = """青岚市2024年政府工作报告

一、2023年工作回顾
全年市级财政用于科技、教育、卫生和文化事业的支出分别为774万元、536万元、138万元和123万元。
青岚市区环境空气优良天数为299天。桐溪县、云岭县、白石县的环境空气优良天数分别为346天、354天、351天。
发行专项债券13亿元。发行交通专项债券5亿元，用于道路建设。全市共享单车新增5.4万辆、累计达到9万辆。
经济总体平稳，地区生产总值971.3亿元，增长12%，粮食种植面积80万亩，单产提高6.2%。
出口额虽然略低于8%的预定目标，但仍比上年增长7.8%。受理行政复议案件18起。
城镇居民人均可支配收入41865元，农村居民人均可支配收入20735元，分别增长4.3%和6.1%。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over one invented report, with the embedded encoder."""
    yield from small_engine(tmp_path_factory, {"青岚市2024年政府工作报告.txt": REPORT.splitlines()})


@pytest.mark.parametrize(
    ("claim", "verdict", "correct"),
    [
        ("2023年青岚市在卫生上支出536万元。", "wrong_measure", "138万元"),
        ("2023年青岚市用于教育的支出为536万元。", "consistent", None),
        ("2023年青岚市区空气优良天数为354天。", "wrong_measure", "299天"),
        ("2023年青岚市发行交通专项债券13亿元。", "wrong_measure", "5亿元"),
        ("2023年青岚市共享单车累计达到5.4万辆。", "wrong_measure", "9万辆"),
        ("2023年青岚市共享单车新增5.4万辆。", "consistent", None),
        ("2023年青岚市出口额增长8%。", "wrong_value", "7.8%"),
        ("2023年青岚市地区生产总值971.3亿元，经济比上年多出21%。", "wrong_value", "12%"),
        ("2023年青岚市经济总量约970亿元，增长12%。", "consistent", None),
    ],
)
def test_a_value_is_held_against_the_thing_that_the_claim_names(
    city: Engine, claim: str, verdict: str, correct: str | None
) -> None:
    [checked] = city.check(claim).claims
    figure = checked.figures[-1]
    assert (figure.verdict, figure.correct.text if figure.correct else None) == (verdict, correct)


def test_a_figure_in_other_words_is_known_by_the_one_beside_it(city: Engine) -> None:
    [checked] = city.check("2023年青岚市经济总量约970亿元，增长12%。").claims
    assert [f.verdict for f in checked.figures] == ["approximate", "consistent"]


@pytest.mark.parametrize("claimed", ["41856元", "43000元"])
def test_what_stands_beside_what_agrees_is_no_right_value_of_what_excludes_it(city: Engine, claimed: str) -> None:
    [checked] = city.check(f"2023年青岚市城镇居民人均可支配收入{claimed}，比上年增长4.3%。").claims
    wrong, rate = checked.figures
    assert (wrong.verdict, wrong.correct.text if wrong.correct else None) == ("wrong_value", "41865元")
    assert rate.verdict == "consistent"


@pytest.mark.parametrize(
    ("clause", "agreeing", "other", "expected"),
    [
        ("技术人员有", "行政人员", "技术人员", True),
        ("行政人员有", "行政人员", "技术人员", False),
        ("超长期特别国债", "特别国债", "超长期特别国债", True),
        ("特别国债", "超长期特别国债", "特别国债", False),
        ("行政和技术人员有", "行政人员", "技术人员", False),
        ("人员有", "行政人员", "技术人员", False),
        ("技术人员有", "", "技术人员", False),
    ],
)
def test_names_are_told_apart_by_what_they_do_not_share(clause: str, agreeing: str, other: str, *, expected: bool) -> None:
    assert _says(clause, clause, agreeing, other) is expected
