from decimal import Decimal

import pytest

from app.choosing.unit_fit import asked_beside, asked_clash
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


def test_a_figure_is_told_from_one_beside_it_that_is_of_the_class_asked_for() -> None:
    need = understand("机场一年送了多少旅客？")
    assert asked_beside(need, [FLIGHTS, TRAVELLERS]) == [1.0, 0.0]
    assert asked_beside(need, [FLIGHTS, GROWTH]) == [0.0, 0.0]
