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
