"""Questions of an invented county that ask for words and for a number in one breath."""

import pytest

from app.engine import Engine
from app.proof import unproven_numerals
from app.several.two_kinds import of_two_kinds
from index.query import read_query

LINES = (
    "鹭洲县2023年政府工作报告",
    "一、2022年工作回顾",
    "鹭洲渡口扩建工程由县长周明远主持奠基。渡口扩建工程投资2.6亿元，比上年增长9.4%。",
    "为了方便渔民出海，我们修建了石桥灯塔，灯塔投资300万元。",
)

REPORTS = {"鹭洲县2023年政府工作报告.txt": LINES}


def test_both_are_answered_in_the_order_asked(engine: Engine) -> None:
    answer = engine.ask("鹭洲县的渡口扩建工程由谁主持奠基，投资多少钱？")
    first, second = answer.answer.split("\n")[0], answer.answer.split("\n")[-1]
    assert "周明远" in first
    assert second.startswith("2.6亿元")
    # Each mark is that of a citation, and each citation has its mark.
    assert {f"[{c.n}]" for c in answer.citations} <= {f"[{n}]" for n in range(1, 3) if f"[{n}]" in answer.answer}
    assert unproven_numerals(answer, "") == ()


@pytest.mark.parametrize(
    "question",
    [
        "鹭洲县渡口扩建投资多少，灯塔投资多少？",
        "渡口由谁奠基？",
        "When the ferry was opened, how much was the toll?",
        "Who built the ferry and who paid for it?",
    ],
)
def test_what_asks_for_one_kind_is_not_split(engine: Engine, question: str) -> None:
    assert of_two_kinds(read_query(question, engine.library.catalogue())) is None


def test_the_second_takes_what_it_leaves_out_from_the_first(engine: Engine) -> None:
    asked = of_two_kinds(read_query("Who opened the Luzhou ferry, and how much did it cost?", engine.library.catalogue()))
    assert asked is not None
    assert asked.words_first
    assert asked.number.text == "who opened the luzhou ferry, how much did it cost"
    assert (asked.words.need.task, asked.number.need.task) == ("text", "figure")
