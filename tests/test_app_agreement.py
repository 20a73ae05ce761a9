from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agreement import clash, comparable, counted_noun, nearness, rounding_note, same_unit, value_verdict
from app.upright import upright
from app.verdict import joint_verdict, verdict_of
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting


def _figure(text: str) -> Figure:
    [figure] = extract_figures(text, Setting())
    return figure


@pytest.mark.parametrize(
    ("claimed", "found", "verdict"),
    [
        ("产量52.3万吨", "产量52.3万吨", "consistent"),
        ("产量52.3万吨", "产量523000吨", "converted"),
        ("产量52.3万吨", "产量五十二万三千吨", "converted"),
        ("产量52万吨", "产量52.3万吨", "rounded"),
        ("产量52.2万吨", "产量52.28万吨", "rounded"),
        ("产量约53万吨", "产量52.3万吨", "approximate"),
        ("产量超过50万吨", "产量52.3万吨", "approximate"),
        ("产量近53万吨", "产量52.3万吨", "approximate"),
        ("产量52.8万吨", "产量52.3万吨", None),
        ("产量25.3万吨", "产量52.3万吨", None),
        ("产量5万吨", "产量52.3万吨", None),
        ("产量超过51万吨", "产量52.3万吨", None),
        ("产量超过47万吨", "产量超过52万吨", None),
        ("产量约53万吨", "产量52万吨", None),
        ("产量200亿吨以上", "产量230亿吨以上", None),
        ("产量不足52万吨", "产量超过52万吨", None),
        ("产量约110万吨", "产量105万吨", "approximate"),
        ("产量三百二十万吨", "产量321.6万吨", "rounded"),
        ("增长一倍", "翻一番", "converted"),
        ("增长两倍", "增长200%", "converted"),
        ("增长三倍", "增长309%", None),
        ("比重为三分之二", "比重为66.4%", "approximate"),
        ("比重为九成", "比重为90.3%", "approximate"),
        ("比重为九成", "比重为94%", None),
        # More exact than a bound, and right behind it.
        ("产量316.06万吨", "产量超过316万吨", "approximate"),
        ("产量315.6万吨", "产量近316万吨", "approximate"),
        ("产量317.06万吨", "产量超过316万吨", None),
        ("产量315.6万吨", "产量超过316万吨", None),
        ("产量不足316.06万吨", "产量超过316万吨", None),
        ("产量6.2万吨", "产量超过6万吨", None),
        ("增长5%", "增长5%—6%", None),
        ("增长5%—6%", "增长5%—6%", "consistent"),
    ],
)
def test_values_agree_as_a_reader_would_say(claimed: str, found: str, verdict: str | None) -> None:
    assert value_verdict(_figure(claimed), _figure(found)) == verdict


def test_one_changed_digit_never_agrees() -> None:
    found = _figure("收入96171.6万元")
    for position, digit in enumerate("961716"):
        for other in set("0123456789") - {digit}:
            digits = "961716"[:position] + other + "961716"[position + 1 :]
            assert value_verdict(_figure(f"收入{digits[:-1]}.{digits[-1]}万元"), found) is None


@pytest.mark.parametrize(
    ("claimed", "found", "verdict"),
    [
        ("增长3.2%", "增长3.2%", None),
        ("下降3.2%", "增长3.2%", "wrong_direction"),
        ("提高3.2%", "提高3.2个百分点", "wrong_unit"),
        ("2022年增长3.2%", "2021年增长3.2%", "wrong_period"),
    ],
)
def test_the_dimension_that_differs_is_named(claimed: str, found: str, verdict: str | None) -> None:
    assert clash(_figure(claimed), _figure(found), asserts_outcome=True) == verdict


@pytest.mark.parametrize(
    ("claimed", "found", "verdict"),
    [
        ("2024-04/2024-06", "2024-01/2024-03", "wrong_period"),
        ("2024-04/2024-06", "2024-04/2024-06", None),
        ("2024-06", "2024-04/2024-06", None),
        ("2024", "2024-01/2024-03", None),
        ("2024-05", "2024-06", "wrong_period"),
    ],
)
def test_parts_of_a_year_are_told_apart(claimed: str, found: str, verdict: str | None) -> None:
    a, b = (replace(_figure("投入5万元"), period=p) for p in (claimed, found))
    assert clash(a, b, asserts_outcome=True) == verdict


def test_an_english_noun_counts_things_and_a_unit_or_a_time_does_not() -> None:
    assert [counted_noun(u) for u in ("city", "links", "tonnes", "weeks", "bp", "人")] == ["city", "links", "", "", "", ""]
    assert [same_unit("", u) for u in ("city", "weeks", "km")] == [True, False, False]


def test_a_target_does_not_support_an_outcome() -> None:
    target = Figure(0, 3, "5%", Decimal(5), "%", kind="growth", polarity="+", period="2023", status="target")
    claimed = Figure(0, 3, "5%", Decimal(5), "%", kind="growth", polarity="+", period="2023")
    assert clash(claimed, target, asserts_outcome=True) == "wrong_status"
    assert clash(claimed, target, asserts_outcome=False) is None


def test_units_of_persons_are_the_same() -> None:
    assert [same_unit("人", "名"), same_unit("", "个"), same_unit("吨", "亩"), same_unit("元/月", "元")] == [
        True,
        True,
        False,
        True,
    ]
    assert comparable(_figure("投入5万元"), _figure("投入3万美元"))
    assert not comparable(_figure("投入5万元"), _figure("修路3公里"))


def test_a_text_is_as_good_as_its_worst_figure() -> None:
    assert joint_verdict(["supported", "refuted", "not_found"]) == "refuted"
    assert joint_verdict(["supported", "not_found"]) == "not_found"
    assert joint_verdict(["supported"]) == "supported"
    assert joint_verdict([]) == "not_found"
    assert [verdict_of(v) for v in ("rounded", "wrong_unit", "not_found")] == ["supported", "refuted", "not_found"]


def test_a_value_in_another_unit_of_its_dimension_is_converted() -> None:
    assert value_verdict(_figure("粮食产量6.95亿吨。"), _figure("粮食产量1.39万亿斤。")) == "converted"
    assert same_unit("公顷", "亩")
    assert not same_unit("吨", "亩")


@pytest.mark.parametrize(
    ("claimed", "found", "note"),
    [("52.3万吨", "52.28万吨", "四舍五入"), ("52.2万吨", "52.28万吨", "截尾，不是四舍五入"), ("52.3万吨", "52.3万吨", "")],
)
def test_rounding_is_told_from_cutting(claimed: str, found: str, note: str) -> None:
    assert rounding_note(_figure(f"产量{claimed}"), _figure(f"产量{found}")) == note


@pytest.mark.parametrize(
    ("claimed", "found", "verdict"),
    [
        ("273168吨", "27.3万吨", "approximate"),
        ("2731.68亿元", "0.273万亿元", "approximate"),
        ("274168吨", "27.3万吨", None),
        ("23168吨", "2.3万吨", None),
        ("27.32万吨", "27.3万吨", None),
    ],
)
def test_a_report_may_round_what_is_claimed_to_the_digit(claimed: str, found: str, verdict: str | None) -> None:
    assert value_verdict(_figure(f"产量{claimed}"), _figure(f"产量{found}")) == verdict


def test_a_rate_of_a_table_has_its_sign_as_direction() -> None:
    cell = Figure(0, 6, "-25.92", Decimal("-25.92"), "%", kind="growth", subject="销售费用 同比增减")
    assert (upright(cell).value, upright(cell).polarity) == (Decimal("25.92"), "-")
    assert upright(Figure(0, 5, "25.92", Decimal("25.92"), "%", subject="持股比例")).polarity == ""


@given(st.decimals(min_value=1, max_value=10**6, places=1), st.decimals(min_value=1, max_value=10**6, places=1))
def test_what_agrees_is_near(claimed: Decimal, found: Decimal) -> None:
    a, b = _figure(f"产量约{claimed}万吨。"), _figure(f"产量{found}万吨。")
    assert nearness(a)(b) or value_verdict(a, b) is None
