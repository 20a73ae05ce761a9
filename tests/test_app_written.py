from decimal import Decimal

import pytest

from app.written import written
from corpus.figures.figure import Figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "shown"),
    [
        ("45758.32", "457583200", "吨", "45758.32万吨"),
        (" 1,234.50 ", "1234.5", "元", "1,234.50元"),
        ("-25.92", "-25.92", "%", "-25.92%"),
        ("7.4", "7.4", "百分点", "7.4个百分点"),
        ("600", "600", "teachers", "600 teachers"),
        ("12万人", "120000", "人", "12万人"),
        ("三成", "30", "%", "三成"),
        ("第一", "1", "位", "第一"),
        ("97", "97", "", "97"),
    ],
)
def test_a_bare_number_gets_its_unit_and_the_scale_that_makes_it_the_value(text: str, value: str, unit: str, shown: str) -> None:
    assert written(Figure(0, len(text), text, Decimal(value), unit)) == shown
