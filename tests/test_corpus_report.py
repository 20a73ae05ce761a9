import pytest

from corpus.report import covered_years


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2023", {2023}),
        ("2021-2024", {2021, 2022, 2023, 2024}),
        ("2022/23-2023/24", {2022, 2023}),
        ("", set()),
        ("latest", set()),
    ],
)
def test_a_period_covers_its_years_with_those_between(period: str, years: set[int]) -> None:
    assert covered_years(period) == years
