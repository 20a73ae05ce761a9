"""What was come to over some years is of the last of them; years in a row, round sums and what a budget allows."""

import pytest

from app.claims.reading import read_claims
from app.engine import Engine
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

REPORTS = {
    "2023年青岚市政府工作报告.txt": [
        "2023年青岚市政府工作报告", "一、过去五年工作回顾", "五年来，高速公路里程从136公里增加到177公里，累计减税54亿元。", "二、2023年工作安排", "新建农村公路310公里。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "supported"),
    [("2022年青岚市的高速公路里程达到177公里。", True), ("2019年青岚市的高速公路里程达到177公里。", False)],
)
def test_what_was_come_to_is_of_the_last_year(engine: Engine, claim: str, supported: bool) -> None:
    assert (engine.check(claim).verdict == "supported") is supported


@pytest.mark.parametrize("text", ["1979、1980两年修建水库。", "1979和1980两年连续出现赤字。", "从2018到2022五年间有所好转。"])
def test_years_in_a_row_are_no_figures(text: str) -> None:
    assert extract_figures(text, Setting()) == []


def test_a_round_sum_is_a_figure_of_a_claim(engine: Engine) -> None:
    claims = list(read_claims("该项目新增补助十万元。", engine.catalogue()))
    assert [(c.figure.text, str(c.figure.value), c.figure.unit) for c in claims[0].figures] == [("十万元", "100000", "元")]


@pytest.mark.parametrize(
    ("claim", "asserts"),
    [
        ("The 2021 Budget introduced a $70 million fund.", False),
        ("The 2021 Budget had already paid out $70 million.", True),
        ("In 2021 the city spent $70 million.", True),
    ],
)
def test_what_a_budget_allows_is_no_outcome(engine: Engine, claim: str, asserts: bool) -> None:
    sentence = next(iter(read_claims(claim, engine.catalogue())))
    assert sentence.asserts(sentence.figures[0].figure) is asserts
