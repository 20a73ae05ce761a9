import pytest

from corpus.figures.english import english_figures
from corpus.figures.period import Setting
from index.years import resolve_years

_YEARLY = Setting("other", 2032, "2031")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2031/32 the fleet had 48 ships.", [("48", "2031")]),
        ("Costs were £4.7m in FY2031/32 (2030/31: £2.1m).", [("£4.7m", "2031"), ("£2.1m", "2030")]),
        ("Profit was £38.1m, compared with £41.7m a year earlier.", [("£38.1m", "2031"), ("£41.7m", "2030")]),
    ],
)
def test_a_yearly_report_tells_of_its_year(text: str, told: list[tuple[str, str]]) -> None:
    assert [(f.text, f.period) for f in english_figures(text, _YEARLY)] == told


def test_what_falls_by_a_rate_grows_and_is_no_share() -> None:
    figures = english_figures("Cargo came to 4.8 million tonnes, a decrease of 3.1 per cent, and traffic was 2.4 per cent up.")
    assert [(f.kind, f.polarity) for f in figures[1:]] == [("growth", "-"), ("growth", "+")]


def test_what_they_are_is_what_is_counted() -> None:
    figures = english_figures("The group has 47 vessels; of these, 12 are ferries and 35 tugs.")
    assert [(f.text, f.unit) for f in figures] == [("47", "vessels"), ("12", "ferries"), ("35", "tugs")]


@pytest.mark.parametrize("question", ["births in 2031/32", "2031/32年门诊量", "2031-32财年预算"])
def test_a_year_over_two_is_called_by_its_first(question: str) -> None:
    assert resolve_years(question, latest=None).years == (2031,)
