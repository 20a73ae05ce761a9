import pytest

from app.refusals.other_date import _tells


@pytest.mark.parametrize(
    ("month", "text", "told"),
    [
        (2, "2031/2/27 到期", True),
        (2, "2031-02-27", True),
        (2, "二月开工", True),
        (2, "12月开工", False),
        (3, "2031/2/3", False),
    ],
)
def test_a_month_is_told_by_name_or_in_a_date(month: int, text: str, told: bool) -> None:
    assert _tells(month, text) is told
