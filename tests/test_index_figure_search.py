from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures.conversion import convert, convertible
from index.figure_search import FigureSearchError, FoundFigure, Wanted, find_figures
from index.opening import Library


def _texts(found: list[FoundFigure]) -> list[str]:
    return [f.figure.text for f in found]


@pytest.mark.parametrize("written", ["31.6万吨", "316000吨", "３１．６万吨", "三十一万六千吨", "6.32亿斤", "31600万公斤"])
def test_a_value_is_found_in_any_unit_and_any_way_of_writing(library: Library, written: str) -> None:
    [found] = find_figures(library, Wanted(written))
    assert (found.figure.text, found.exact, found.figure.subject) == ("31.6万吨", True, "粮食总产量")


def test_a_rounded_value_finds_what_rounds_to_it_behind_what_is_exact(library: Library) -> None:
    assert [(f.figure.text, f.exact) for f in find_figures(library, Wanted("188亿元"))] == [("188.4亿元", False)]
    assert find_figures(library, Wanted("187亿元")) == []


def test_a_value_of_another_unit_is_another_value(library: Library) -> None:
    assert find_figures(library, Wanted("31.6万人")) == []


def test_a_measure_is_found_with_its_period_place_and_status(library: Library) -> None:
    assert _texts(find_figures(library, Wanted(measure="城镇新增就业", period="2022"))) == ["1.19万人"]
    assert _texts(find_figures(library, Wanted(measure="城镇新增就业", place="青岚", status="target", period="2024"))) == [
        "1.2万人"
    ]
    assert _texts(find_figures(library, Wanted(measure="城镇新增就业", place="白榆市"))) == ["8.6万人"]
    report = "work/青岚县2023年政府工作报告.txt"
    assert set(_texts(find_figures(library, Wanted(measure="城镇新增就业", report=report)))) == {"1.19万人", "1.15万人"}


def test_a_search_for_nothing_and_for_no_quantity_are_told(library: Library) -> None:
    with pytest.raises(FigureSearchError, match="no value and no measure"):
        find_figures(library, Wanted(period="2023"))
    with pytest.raises(FigureSearchError, match="'许多' is no quantity"):
        find_figures(library, Wanted("许多"))


_UNITS = st.sampled_from(["吨", "公里", "公顷", "千瓦时", "%", "立方米"])


@given(st.decimals(min_value=1, max_value=10**9, places=3), _UNITS, st.data())
def test_a_conversion_and_back_is_the_same_value(value: Decimal, unit: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(sorted(convertible(unit))))
    there = convert(value, unit, other)
    assert there is not None
    back = convert(there, other, unit)
    assert back is not None
    assert abs(back - value) <= abs(value) * Decimal("1e-20")


def test_units_of_different_dimensions_do_not_convert() -> None:
    assert convert(Decimal(1), "吨", "公里") is None
    assert convert(Decimal(1), "元", "美元") is None
