import pytest

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting


def test_departments_are_no_volumes() -> None:
    [departments] = extract_figures("会同12部门印发方案。", Setting("review", 2024))
    assert (departments.unit, departments.subject) == ("部门", "会同印发方案")
    [volumes] = extract_figures("出版图书12部。", Setting("review", 2024))
    assert volumes.unit == "部"


def test_a_name_with_a_joining_word_is_one_name_where_as_many_values_follow() -> None:
    figures = extract_figures("家具及木制品业、文具业分别增长9.5%、3.5%。", Setting("review", 2024))
    assert [(f.subject, f.text) for f in figures] == [("家具及木制品业", "9.5%"), ("文具业", "3.5%")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("回购股份4,528,000股，平均得分91.5分。", [("4,528,000股", "股"), ("91.5分", "分")]),
        ("时延降到3毫秒，屏幕12英寸。", [("3毫秒", "毫秒"), ("12英寸", "英寸")]),
        ("办好8方面14项实事。", [("8方面", "方面"), ("14项", "项")]),
        ("这十分重要，股东5人。", [("5人", "人")]),
    ],
)
def test_shares_points_and_parts_are_units(text: str, told: list[tuple[str, str]]) -> None:
    assert [(f.text, f.unit) for f in extract_figures(text, Setting("review", 2024))] == told
