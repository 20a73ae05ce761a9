"""Growth that is told as so many times over and more."""

from decimal import Decimal

import pytest

from app.agreement import nearness, value_verdict
from corpus.figures.figure import Figure


def growth(text: str, value: str, unit: str, qualifier: str = "") -> Figure:
    return Figure(0, len(text), text, Decimal(value), unit, kind="growth", polarity="+", qualifier=qualifier)


@pytest.mark.parametrize(
    ("claimed", "percent", "verdict"),
    [
        (growth("翻了一番", "1", "番", "多"), "137.5", "approximate"),
        (growth("翻了一番", "1", "番"), "137.5", None),
        (growth("翻了一番", "1", "番", "多"), "96.2", None),
        (growth("翻了一番", "1", "番", "多"), "310", None),
        (growth("增长1倍", "1", "倍", "多"), "137.5", "approximate"),
        (growth("增长1倍", "1", "倍", "多"), "210", None),
    ],
)
def test_what_is_more_than_once_over_lies_below_the_next(claimed: Figure, percent: str, verdict: str | None) -> None:
    found = growth(f"{percent}%", percent, "%")
    assert value_verdict(claimed, found) == verdict
    assert verdict is None or nearness(claimed)(found)
