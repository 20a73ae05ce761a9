from decimal import Decimal

import pytest

from app.lint.interval import Interval, exactly, interval, roughly
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting


def _figure(text: str) -> Figure:
    return extract_figures(text, Setting("review", 2024))[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("共17个乡镇", "17", "17"),
        ("粮食产量12.3万吨", "122500", "124000"),
        ("投资1000万元", "9500000", "11000000"),
        ("增长百分之六点五", "6.45", "6.6"),
        ("钢产量三千一百七十八万吨", "31775000", "31790000"),
    ],
)
def test_a_figure_stands_for_all_that_is_rounded_or_cut_to_it(text: str, low: str, high: str) -> None:
    assert interval(_figure(text)) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["投资约12亿元", "超过12亿元", "三百多人", "占五成"])
def test_an_approximation_has_no_interval(text: str) -> None:
    assert interval(_figure(text)) is None


def test_an_approximation_is_taken_roughly() -> None:
    assert roughly(_figure("投资约12亿元")) == Interval(Decimal(1_080_000_000), Decimal(1_320_000_000))
    assert roughly(_figure("投资超过12亿元")) == Interval(Decimal(1_200_000_000), Decimal(1_800_000_000))


def test_a_unit_of_another_dimension_gives_none_and_one_of_the_same_is_converted() -> None:
    figure = _figure("粮食产量30万吨")
    assert interval(figure, "元") is None
    assert interval(figure, "公斤") == Interval(Decimal("250000000"), Decimal("400000000"))


def test_arithmetic_keeps_every_value() -> None:
    a, b = Interval(Decimal(2), Decimal(3)), Interval(Decimal(-1), Decimal(4))
    assert a + b == Interval(Decimal(1), Decimal(7))
    assert a - b == Interval(Decimal(-2), Decimal(4))
    assert a * b == Interval(Decimal(-3), Decimal(12))
    assert b / a == Interval(Decimal("-0.5"), Decimal(2))
    assert [exactly(3).meets(a), exactly(4).meets(a)] == [True, False]
