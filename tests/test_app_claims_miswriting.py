from decimal import Decimal

import pytest

from app.claims.miswriting import is_scaled, is_slip
from corpus.figures.figure import Figure


@pytest.mark.parametrize(
    ("one", "other", "slip", "scaled"),
    [
        ("217.5", "271.5", True, False),
        ("7062", "7602", True, False),
        ("7062", "7262", True, False),
        ("186.4", "18640", False, True),
        ("186.4", "186.4", False, True),
        ("3", "5", False, False),
        ("30", "300", False, False),
        ("1206", "980", False, False),
        ("1260", "1206", True, False),
        ("3.2", "3.02", True, False),
        ("1260", "126", False, True),
        ("20.5", "20.05", True, False),
    ],
)
def test_how_a_number_may_have_been_miswritten(one: str, other: str, slip: bool, scaled: bool) -> None:
    a, b = (Figure(0, len(n), n, Decimal(n), "") for n in (one, other))
    assert (is_slip(a, b), is_scaled(a, b)) == (slip, scaled)
