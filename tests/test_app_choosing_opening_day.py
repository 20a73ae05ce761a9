"""Which questions ask about the opening of a year."""

import pytest

from app.choosing.opening_day import before_opening
from index.need import understand
from index.query import Query
from index.scope import Scope


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("2023年初有多少家？", 2022),
        ("期初余额多少？", 2022),
        ("2023年末比年初多多少？", 2023),
        ("2023年末多少？", 2023),
        ("What were the debts on 1 January 2023?", 2022),
        ("How many were there at the start of 2023?", 2022),
        ("How many have come since 1 January 2023?", 2023),
    ],
)
def test_an_opening_is_what_the_year_before_left(question: str, year: int) -> None:
    query = Query(question, Scope(years=(2023,)), understand(question), ())
    assert before_opening(query).scope.years == (year,)
