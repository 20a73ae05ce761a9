"""What is claimed of several years is held against the values of each, and never against that of one."""

import pytest

from app.engine import Engine


def _report(year: int, roads: str, jobs: str, beds: str, air: str) -> list[str]:
    return [
        f"{year}年澄江县政府工作报告",
        f"（{year}年1月9日）",
        f"一、{year - 1}年工作回顾",
        f"新改建农村公路{roads}公里。城镇新增就业{jobs}人。医院床位{beds}张，比上年净增64张。细颗粒物浓度{air}微克/立方米。",
    ]


REPORTS = {
    "2021年澄江县政府工作报告.txt": _report(2021, "131", "2810", "1207", "33"),
    "2022年澄江县政府工作报告.txt": _report(2022, "117", "3060", "1294", "31"),
    "2023年澄江县政府工作报告.txt": _report(2023, "96", "2954", "1350", "29"),
    "2024年澄江县政府工作报告.txt": [
        *_report(2024, "104", "3172", "1414", "27"),
        "一般公共预算收入由上年的5.18亿元增加到5.47亿元，增长5.6%。",
    ],
}


@pytest.mark.parametrize(
    ("claim", "verdict", "formula"),
    [
        ("2021年至2023年，澄江县累计新改建农村公路317公里。", "derivable", "117公里 + 96公里 + 104公里 = 317公里"),
        ("2020年至2023年，澄江县城镇新增就业年均2999人。", "derivable", "(2810人 + 3060人 + 2954人 + 3172人) ÷ 4 = 2999人"),
        ("2021年至2023年，澄江县累计新改建农村公路371公里。", "wrong_value", "117公里 + 96公里 + 104公里 = 317公里"),
        # One year has no value: the others neither bear the sum out nor refute it.
        ("2018年至2023年，澄江县累计新改建农村公路650公里。", "not_found", None),
        # Micrograms a cubic metre add up to nothing, but have a mean.
        ("2021年至2023年，澄江县细颗粒物浓度平均为29微克/立方米。", "derivable", "(31微克/立方米 + 29微克/立方米 + 27微克/立方米) ÷ 3 = 29微克/立方米"),
    ],
)  # fmt: skip
def test_what_is_claimed_of_years_together_is_worked_out_of_each(
    engine: Engine, claim: str, verdict: str, formula: str | None
) -> None:
    figure = engine.check(claim).claims[0].figures[0]
    assert (figure.verdict, figure.formula) == (verdict, formula)


def test_a_move_over_years_is_not_refuted_by_that_of_one(engine: Engine) -> None:
    level, move = engine.check("2023年澄江县医院床位1414张，三年间增加了207张。").claims[0].figures
    assert level.verdict == "consistent"
    assert (move.verdict, move.formula) == ("derivable", "1414张 − 1207张 = 207张")
    _, wrong = engine.check("2023年澄江县医院床位1414张，三年间增加了233张。").claims[0].figures
    assert wrong.verdict == "not_found"


def test_years_that_are_only_counted_are_those_up_to_the_figure_s(engine: Engine) -> None:
    _, roads = engine.check("2023年澄江县城镇新增就业3172人，三年共新改建农村公路317公里。").claims[0].figures
    assert (roads.verdict, roads.formula) == ("derivable", "117公里 + 96公里 + 104公里 = 317公里")
    _, wrong = engine.check("2023年澄江县城镇新增就业3172人，三年共新改建农村公路371公里。").claims[0].figures
    assert wrong.verdict == "not_found"


def test_a_rate_of_one_year_does_not_refute_one_over_several(engine: Engine) -> None:
    (figure,) = engine.check("2023年澄江县城镇新增就业比2020年增长12.9%。").claims[0].figures
    assert (figure.verdict, figure.formula) == ("derivable", "(3172人 − 2810人) ÷ 2810人 ≈ 12.9%")
