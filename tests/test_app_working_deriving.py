from decimal import Decimal

import pytest

from app.working.deriving import Derived, before, difference, ratio, share, total
from app.working.quotients import average
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting


def figure(text: str) -> Figure:
    return extract_figures(text, Setting())[-1]


@pytest.mark.parametrize(
    ("first", "second", "value", "text", "formula"),
    [
        ("产量52万吨", "产量48万吨", 40000, "4万吨", "52万吨 − 48万吨 = 4万吨"),
        ("率为49%", "率为52.5%", "-3.5", "3.5个百分点", "49% − 52.5% = -3.5个百分点"),
        ("收入74400元", "收入47455元", 26945, "26945元", "74400元 − 47455元 = 26945元"),
    ],
)
def test_a_difference_keeps_the_scale_of_the_first(first: str, second: str, value: object, text: str, formula: str) -> None:
    result = difference(figure(first), figure(second))
    assert result is not None
    assert (result.value, result.text, result.formula, result.kind) == (Decimal(str(value)), text, formula, "change")


def test_what_cannot_be_subtracted_is_not() -> None:
    assert difference(figure("投入5万元"), figure("修路3公里")) is None
    assert difference(figure("投入5万元至6万元"), figure("投入3万元")) is None


def test_a_sum_takes_things_counted_one_by_one_together() -> None:
    result = total([figure("学校5838所"), figure("教学点4973个")])
    assert result == Derived(Decimal(10811), "10811所", "所", "level", "5838所 + 4973个 = 10811所")
    assert total([figure("学校58所"), figure("投入49元")]) is None


@pytest.mark.parametrize(
    ("level", "change", "text"),
    [
        ("治理率49%", "提升12个百分点", "37%"),
        ("储备2122亿美元", "比上年末增加466亿美元", "1656亿美元"),
        ("污染14天", "比上年减少3天", "17天"),
    ],
)
def test_the_value_before_a_change(level: str, change: str, text: str) -> None:
    result = before(figure(level), figure(change))
    assert result is not None
    assert result.text == text


def test_a_share_is_told_in_four_digits_where_both_are_and_never_above_the_whole() -> None:
    result = share(figure("税收179.2亿元"), figure("收入239.2亿元"))
    assert result is not None
    assert (result.text, result.formula) == ("74.92%", "179.2亿元 ÷ 239.2亿元 ≈ 74.92%")
    assert share(figure("税收300亿元"), figure("收入239.2亿元")) is None


def test_an_average_keeps_two_places_in_its_own_scale() -> None:
    assert average(figure("总投资1298亿元"), figure("项目403个")) == Derived(
        Decimal("3.22") * 10**8, "3.22亿元", "元", "level", "1298亿元 ÷ 403个 ≈ 3.22亿元"
    )
    assert average(figure("总投资6亿元"), figure("农户3万户")) == Derived(
        Decimal("20000.00"), "2万元", "元", "level", "6亿元 ÷ 3万户 ≈ 2万元"
    )
    assert average(figure("增长5%"), figure("项目403个")) is None


def test_a_ratio_is_told_in_times() -> None:
    assert ratio(figure("收入54188元"), figure("收入23119元")) == Derived(
        Decimal("2.34"), "2.34倍", "倍", "level", "54188元 ÷ 23119元 ≈ 2.34倍"
    )
    assert ratio(figure("收入54188元"), figure("学校3所")) is None


def test_a_share_of_shares_is_none() -> None:
    assert share(figure("占比12%"), figure("占比48%")) is None
