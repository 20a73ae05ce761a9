import pytest

from app.claims.direction import Way, contrary, contrary_names, way_of
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting


def ways(text: str) -> list[Way]:
    return [way_of(text, f) for f in extract_figures(text, Setting())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入比扩大至2.28倍。", [Way("+", False, True)]),
        ("收入比缩小至2.28倍。", [Way("-", False, True)]),
        ("巩固率由93.8%提高到95.5%。", [Way("+", True, False), Way("+", False, True)]),
        ("产量52万吨。", [Way("", False, False)]),
    ],
)
def test_the_way_of_a_value_is_read(text: str, expected: list[Way]) -> None:
    assert ways(text) == expected


def test_one_value_reached_the_other_way_is_contrary() -> None:
    [rise], [fall] = ways("收入比扩大至2.28倍。"), ways("收入比缩小至2.28倍。")
    start, end = ways("巩固率由93.8%提高到95.5%。")
    assert [contrary(rise, fall), contrary(rise, rise), contrary(start, end), contrary(Way("", False, False), fall)] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("claim", "report", "expected"),
    [
        ("财政赤字8亿元。", "财政盈余8亿元。", True),
        ("财政盈余8亿元。", "财政盈余8亿元。", False),
        ("资金8亿元。", "盈余8亿元。", False),
    ],
)
def test_a_deficit_is_no_surplus(claim: str, report: str, *, expected: bool) -> None:
    [claimed], [found] = extract_figures(claim, Setting()), extract_figures(report, Setting())
    assert contrary_names(claim, claimed, report, found) is expected
