from decimal import Decimal

import pytest

from app.choosing.unit_fit import asked_clash, is_counted, is_other_unit, unit_features
from corpus.figures.figure import Figure
from index.need import understand

FLIGHTS = Figure(0, 3, "35条", Decimal(35), "条")
TRAVELLERS = Figure(4, 10, "100万人次", Decimal(1_000_000), "人次")
HOUSES = Figure(11, 14, "12户", Decimal(12), "户")
GROWTH = Figure(15, 18, "12%", Decimal(12), "%", kind="growth")


@pytest.mark.parametrize(
    ("question", "clashes"),
    [
        ("机场一年送了多少旅客？", [1.0, 0.0, 1.0, 1.0]),
        ("新增多少户？", [1.0, 1.0, 0.0, 1.0]),
        ("旅客吞吐量是多少？", [0.0, 0.0, 0.0, 0.0]),
    ],
)
def test_a_figure_of_another_class_than_the_asking_words_name_clashes(question: str, clashes: list[float]) -> None:
    assert [asked_clash(understand(question), f) for f in (FLIGHTS, TRAVELLERS, HOUSES, GROWTH)] == clashes


@pytest.mark.parametrize(
    ("question", "counted"),
    [("新增了多少个饭碗？", True), ("发了多少张牌照？", True), ("填海多少公顷？", False), ("花了多少钱？", False)],
)
def test_an_english_noun_stands_where_chinese_has_a_measure_word(question: str, counted: bool) -> None:
    need = understand(question)
    jobs = Figure(0, 11, "66,000 jobs", Decimal(66_000), "jobs")
    assert is_counted(need.unit, jobs.unit) is counted
    assert unit_features(need, jobs)[0] == float(counted)
    assert asked_clash(need, jobs) == float(not counted)


def test_hectares_are_counted_by_no_measure_word() -> None:
    assert not is_counted("个", "hectares")
    assert is_other_unit("个", "hectares")
    assert not is_other_unit("个", "jobs")


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("盖好了多少套房？", [True, False, False]),
        ("How many flats were built?", [True, False, False]),
        ("搬了多少户？", [False, True, False]),
        ("How many cars will it take?", [False, False, True]),
    ],
)
def test_what_one_measure_word_counts_another_does_not(question: str, fits: list[bool]) -> None:
    asked = understand(question).unit
    assert [is_counted(asked, own) for own in ("flats", "families", "cars")] == fits


def test_points_that_something_is_done_at_are_counted() -> None:
    assert is_counted(understand("装了多少个充电桩？").unit, "points") is True
