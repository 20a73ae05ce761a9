"""A trend follows one thing: not one year the town and the next the country, and nothing that no report measures."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

_INCOMES = {2030: (31240, 14360), 2031: (33180, 15320), 2032: (35120, 16710), 2033: (37490, 18090)}
REPORTS = {
    f"砚溪县{year}年国民经济和社会发展统计公报.txt": [
        f"砚溪县{year}年国民经济和社会发展统计公报",
        "一、人民生活",
        # Now the one and now the other stands first.
        *(
            f"全年{who}居民人均可支配收入{amount}元。"
            for who, amount in (("城镇", town), ("农村", country))[:: 1 if year % 2 else -1]
        ),
        "二、农业",
        f"全年粮食产量{20 + year % 10}.4万吨，油菜籽产量1.2万吨。",
    ]
    for year, (town, country) in _INCOMES.items()
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize("measure", ["可支配收入", "居民收入"])
def test_town_and_country_are_not_mixed(engine: Engine, measure: str) -> None:
    values = [int(p.text.removesuffix("元")) for p in engine.trend(measure).points]
    assert values in [[pair[i] for pair in _INCOMES.values()] for i in (0, 1)]


@pytest.mark.parametrize("measure", ["棉花产量", "机场旅客吞吐量", "地铁里程"])
def test_what_no_report_measures_has_no_points(engine: Engine, measure: str) -> None:
    assert engine.trend(measure).points == ()


def test_what_is_named_has_all_its_years(engine: Engine) -> None:
    assert [p.text for p in engine.trend("粮食产量").points] == ["20.4万吨", "21.4万吨", "22.4万吨", "23.4万吨"]
