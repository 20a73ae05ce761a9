"""Numbers that a question names, held against the pattern that says what one is."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.choosing.named import holds_number


@pytest.mark.parametrize(
    ("question", "number", "held"),
    [
        ("2019年新建20家", "20", True),
        ("2019年新建多少家", "20", False),
        ("增长5.20%", "5.2", False),
        ("5.2，还是5.3", "5.2", True),
        ("1,200人", "200", False),
        ("12012", "12", False),
    ],
)
def test_a_part_of_a_number_is_not_named(question: str, number: str, held: bool) -> None:
    assert holds_number(question, number) is held


@given(st.text("0123.,a亿", max_size=20), st.text("0123.,亿", min_size=1, max_size=4))
@example("11121", "1")
@example("1.1.1", "1.1")
def test_a_number_is_found_as_the_pattern_finds_it(question: str, number: str) -> None:
    wanted = re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", question) is not None
    assert holds_number(question, number) is wanted
