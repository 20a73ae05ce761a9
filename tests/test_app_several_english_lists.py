"""The list that an English question asks about one by one."""

import pytest

from app.several.english_lists import english_list


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("how many pilots and sailors does the harbour have?", ["pilots", "sailors"]),
        ("what were the harbour's income, costs and gifts?", ["income", "costs", "gifts"]),
        ("number of boats and piers in 2031", ["boats", "piers"]),
        ("what was spent on piers, boats and ropes?", ["piers", "boats", "ropes"]),
        ("what was traffic in 2030 and 2031?", []),
        ("how many pilots are there?", []),
    ],
)
def test_members_of_a_list(question: str, members: list[str]) -> None:
    assert english_list(question) == members


@pytest.mark.parametrize(
    "question",
    [
        # A clause ahead says when, and a word that only describes names nothing by itself.
        "once the fees and gifts were counted, how much was left over?",
        "how much went to industrial and medical research?",
    ],
)
def test_no_list_is_read_from_what_asks_for_one_value(question: str) -> None:
    assert english_list(question) == []
