"""The numbers that a question in words quotes, and which sentence answers it."""

from decimal import Decimal

import pytest

from app.choosing.quoted_numbers import Quoted, quoted_numbers
from app.engine import Engine

_REPORT = (
    "2023年云岭市政府工作报告",
    "一、2022年工作回顾",
    "北山水库投资3.46亿元，由云岭水务集团承建。",
    "南湖水库投资5.12亿元，由南湖建设公司承建。",
    "我市水库建设投资力度不减，水库承建单位全部公开招标。",
)

REPORTS = {"2023年云岭市政府工作报告.txt": _REPORT}


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("那笔3.46亿元投给了谁？", [Quoted("3.46", Decimal("346000000"))]),
        ("编码20103的是什么科目？", [Quoted("20103", None)]),
        ("2022年3月12日是谁带队？", []),
        ("哪家公司产值60亿以上？", []),
        ("近60亿元投给了谁？", []),
        ("第14届大会由谁主持？", []),
        ("哪个景区评上5A？", []),
    ],
)
def test_numbers_quoted_to_the_digit(question: str, quoted: list[Quoted]) -> None:
    found = quoted_numbers(question)
    assert [q.digits for q in found] == [q.digits for q in quoted]
    assert all(own.value == other.value for own, other in zip(found, quoted, strict=True) if other.value is not None)


def test_the_sentence_with_the_number_answers(engine: Engine) -> None:
    answer = engine.ask("云岭市投资5.12亿元的水库是谁承建的？")
    assert "南湖建设公司" in answer.answer
    assert "水务集团" not in answer.answer


def test_a_number_that_no_sentence_tells_changes_nothing(engine: Engine) -> None:
    assert "云岭水务集团" in engine.ask("云岭市北山水库投了77.7亿元，是谁承建的？").answer
