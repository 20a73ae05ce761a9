from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.figures_match import Quantity, base_quantity, printed_quantity, same_quantity, same_value, unit_class


@pytest.mark.parametrize(
    ("value", "unit", "base", "family"),
    [
        ("1312", "万人", "13120000", "plain"),
        ("1.39", "万亿斤", "1390000000000", "plain"),
        ("2", "千万千瓦", "20000000", "plain"),
        ("3", "百亿元", "30000000000", "plain"),
        ("5", "人民币亿元", "500000000", "plain"),
        ("3.9", "billion dollars", "3900000000", "plain"),
        ("5", "千克", "5", "plain"),
        ("6.1", "％", "6.1", "%"),
        ("6.1", "percent", "6.1", "%"),
        ("0.4", "个百分点", "0.4", "points"),
        ("0.4", "Percentage points", "0.4", "points"),
        ("10.06", "‰", "10.06", "‰"),
        ("7", "", "7", "plain"),
    ],
)
def test_printed_figures_in_base_units(value: str, unit: str, base: str, family: str) -> None:
    assert printed_quantity(Decimal(value), unit) == Quantity(Decimal(base), family)  # type: ignore[arg-type]


def test_a_base_value_is_not_scaled_again() -> None:
    assert base_quantity("1312", "万人") == Quantity(Decimal(1312), "plain")


def test_a_value_that_is_no_number_makes_no_quantity() -> None:
    assert base_quantity("about 3", "人") is None
    assert base_quantity("", "人") is None


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-inf", "9e999999"])
def test_a_value_beyond_all_numbers_equals_nothing(value: str) -> None:
    endless = base_quantity(value, "人")
    assert endless is not None
    assert not same_quantity(endless, endless)
    assert not same_quantity(endless, Quantity(Decimal(1), "plain"))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("1000000", "1000001", True),
        ("1000000", "1000002", False),
        ("0", "0.000001", True),
        ("0", "0.0000011", False),
        ("-5", "5", False),
    ],
)
def test_the_tolerance_is_a_millionth(a: str, b: str, same: bool) -> None:
    assert same_value(Decimal(a), Decimal(b)) is same


def test_classes_of_units_are_never_mixed() -> None:
    five = [Quantity(Decimal(5), unit_class(unit)) for unit in ("%", "个百分点", "‰", "人")]
    assert [[same_quantity(a, b) for b in five] for a in five] == [[i == j for j in range(4)] for i in range(4)]


@given(
    a=st.decimals(allow_nan=False, allow_infinity=False, places=4), b=st.decimals(allow_nan=False, allow_infinity=False, places=4)
)
def test_sameness_is_symmetric_and_reflexive(a: Decimal, b: Decimal) -> None:
    assert same_value(a, a)
    assert same_value(a, b) == same_value(b, a)
