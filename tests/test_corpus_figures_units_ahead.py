"""Units that stand before their number or are left out, and times that a sentence only compares with."""

import pytest

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

SETTING = Setting("review", 2024)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("参观人次5200万，同比增长3.1%。", ["人次", "%"]),
        ("入境游客21万、增长4%。", ["人", "%"]),
        ("人均收入突破3万大关。", ["元"]),
        ("出口收入突破3亿，均以美元结算。", [""]),
        ("图书总量突破3万大关。", [""]),
    ],
)
def test_a_number_without_a_unit_is_told_in_what_its_name_counts(text: str, units: list[str]) -> None:
    assert [f.unit for f in extract_figures(text, SETTING)] == units


def test_a_mark_that_was_passed_names_nothing() -> None:
    figures = extract_figures("人均收入首次越过3万元关口，达到3.12万元。", SETTING)
    assert [f.subject for f in figures] == ["人均收入", "人均收入"]


def test_a_plan_whose_mark_was_come_to_tells_no_time() -> None:
    text = "1956年，棉布产量为五十八万匹，接近了第一个五年计划最后一年的指标；水泥产量为六十四万吨。"
    assert [f.period for f in extract_figures(text, Setting("review", 1957))] == ["1956", "1956"]
