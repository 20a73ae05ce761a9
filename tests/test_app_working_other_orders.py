"""A price a kilogram and the sales of a county have a unit in common, and no difference."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2033年砚溪县国民经济和社会发展统计公报.txt": [
        "2033年砚溪县国民经济和社会发展统计公报",
        "一、综合",
        "全年商品房销售额928.1亿元。收购生鲜乳均价每公斤4.05元。",
        "全年财政支出52.7亿元，财政收入31.2亿元。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


def test_values_of_other_orders_have_no_difference(engine: Engine) -> None:
    answer = engine.ask("砚溪县2033年商品房销售额比收购生鲜乳均价高多少？")
    assert all(f.proof != "derived" for f in answer.figures)


def test_values_of_one_order_have_one(engine: Engine) -> None:
    answer = engine.ask("砚溪县2033年财政支出比财政收入多多少？")
    assert [f.value for f in answer.figures if f.role == "answer"] == ["2150000000"]
