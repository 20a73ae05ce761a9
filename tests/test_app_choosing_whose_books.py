"""Whose books a question asks about, in both languages."""

import pytest

from app.choosing.whose_books import books_of_column, parents_asked, without_books
from index.need import understand
from index.query import Query
from index.scope import Scope


def _query(question: str, terms: tuple[str, ...] = ()) -> Query:
    return Query(question, Scope(), understand(question), terms)


@pytest.mark.parametrize(
    ("question", "parents"),
    [
        ("母公司2023年净利润多少？", True),
        ("归属于母公司股东的净利润多少？", None),
        ("合并利润表里的营业成本多少？", False),
        ("What did the parent company owe at the end of 2023?", True),
        ("What were the operating costs in the consolidated income statement?", False),
        ("What is the profit attributable to owners of the parent company?", None),
        ("What was the net profit?", None),
    ],
)
def test_a_question_says_whose_books_it_asks_about(question: str, parents: bool | None) -> None:
    assert parents_asked(_query(question)) is parents


def test_the_words_that_say_so_are_no_terms() -> None:
    assert without_books(_query("母公司2023年净利润多少？", ("母公司", "净利润"))).terms == ("净利润",)
    asked = _query("What were the costs in the consolidated income statement?", ("costs", "consolidated", "income", "statement"))
    assert without_books(asked).terms == ("costs",)


def test_a_column_may_say_whose_books_it_is_of() -> None:
    assert [books_of_column(head) for head in ("合并2023年度", "母公司2023年度", "2023年度")] == [False, True, None]
